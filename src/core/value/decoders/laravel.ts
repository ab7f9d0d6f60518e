import { decodeBase64 } from '../base64.ts';
import { isRecord, parseJson } from '../json-text.ts';
import { type DecodeText, never, SEALED } from '../layer.ts';
import { printableText } from '../printable.ts';

/** Laravel's encrypter: base64 of JSON `{ iv, value, mac, tag }`. */
export const laravel: DecodeText = (text) => {
  // The base64 of `{"` begins so.
  if (!/^eyJ[A-Za-z0-9+/]{60,}={0,2}$/.test(text)) return null;
  const octets = decodeBase64(text);
  const inside = octets === null ? null : printableText(octets);
  const data = inside === null ? undefined : parseJson(inside)?.data;
  if (inside === null || !isRecord(data)) return null;
  const fields = ['iv', 'value', 'mac'].map((name) => (Object.hasOwn(data, name) ? data[name] : null));
  if (!fields.every((field) => typeof field === 'string')) return null;
  return {
    layer: {
      format: 'laravel',
      readable: false,
      text: inside,
      data,
      notes: [
        'Encrypted and authenticated by Laravel: without APP_KEY what is in "value" can be neither read nor changed.',
      ],
    },
    rewrite: never(SEALED),
  };
};
