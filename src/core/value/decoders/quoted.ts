import { parseJson } from '../json-text.ts';
import { around, type DecodeText } from '../layer.ts';

/** Double quotes around the whole (RFC 6265 section 4.1.1; browsers keep them as a part of the value), or a JSON string. */
export const quoted: DecodeText = (text) => {
  if (text.length < 2 || !text.startsWith('"') || !text.endsWith('"')) return null;
  const plain = text.slice(1, -1);
  const isPlain = !/["\\]/.test(plain);
  const inside = isPlain ? plain : parseJson(text)?.data;
  if (typeof inside !== 'string') return null;
  const note = isPlain
    ? 'Browsers keep the quotes as a part of the value; many servers drop them.'
    : 'A JSON string.';
  return {
    layer: { format: 'quoted', readable: true, text: inside, notes: [note] },
    inside,
    rewrite: around((changed) =>
      isPlain && !/["\\]/.test(changed) ? `"${changed}"` : JSON.stringify(changed),
    ),
  };
};
