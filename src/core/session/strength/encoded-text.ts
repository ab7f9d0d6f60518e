/** IDs that are base64 or hex of readable text: `dXNlcjoxMjM=`. */
import { decodeBase64, textOf } from '../../value/base64.ts';
import type { Structure } from './structure-type.ts';

/** @param inner what the text itself is, when it is an ID again. */
export function encodedText(id: string, inner: (text: string) => Structure | null): Structure | null {
  if (id.length > 8192) return null;
  const text = fromHex(id) ?? fromBase64(id);
  if (text === null) return null;
  if (/^\s*[[{]/.test(text)) return state();
  const structure = inner(text);
  const isOpaqueWithin =
    structure === null && /[0-9a-z]{16}/i.test(text.replace(/-/g, '')) && /\d/.test(text);
  return {
    kind: 'encoded-text',
    title: structure === null ? 'readable text, encoded' : `${structure.title}, encoded`,
    proves:
      structure === null
        ? 'It is readable text in another writing; encoding protects nothing.'
        : `Behind the encoding: ${structure.proves}`,
    freeBits: structure === null ? null : structure.freeBits,
    predictable: structure === null ? !isOpaqueWithin : structure.predictable,
    confidence: structure === null ? 'firm' : structure.confidence,
    ...(structure?.time === undefined ? {} : { time: structure.time }),
  };
}

/** Its signature may stand in a cookie beside it (`x.sig`), so it is no evidence against an ID. */
function state(): Structure {
  return {
    kind: 'encoded-text',
    title: 'JSON, encoded',
    proves: 'It is state in readable JSON rather than an ID; only a signature can protect it.',
    freeBits: null,
    predictable: false,
    confidence: 'firm',
  };
}

/** Text all of whose characters a person types: of 8 octets by chance one in two thousand is. */
const TYPED = /^[\x20-\x7e\t\r\n]{6,}$/;

function fromHex(id: string): string | null {
  // A row of digits would nearly always pass.
  if (!/^(?:[0-7][0-9a-f]){8,}$/i.test(id) || /^\d+$/.test(id)) return null;
  let text = '';
  for (let i = 0; i < id.length; i += 2) text += String.fromCharCode(Number.parseInt(id.slice(i, i + 2), 16));
  return TYPED.test(text) ? text : null;
}

function fromBase64(id: string): string | null {
  // Eight letters of base64 are often a word; a padded or longer one that decodes to text is none by chance.
  if (!/^[\w+/-]{8,}={0,2}$/.test(id) || /^[a-z]+$/i.test(id) || /^\d+$/.test(id)) return null;
  const octets = decodeBase64(id);
  if (octets === null || octets.length < (id.endsWith('=') ? 6 : 9)) return null;
  const text = textOf(octets);
  return text !== null && TYPED.test(text) ? text : null;
}
