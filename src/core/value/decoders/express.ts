import { parseJsonContainer } from '../json-text.ts';
import { around, type DecodeText, never, SIGNED } from '../layer.ts';

/** `s:value.signature` of cookie-parser and express-session: HMAC-SHA256 in base64 without padding, 43 characters. */
export const expressSigned: DecodeText = (text) => {
  const [, inside = '', signature = ''] = /^s:([\s\S]+)\.([\w+/-]{20,}={0,2})$/.exec(text) ?? [];
  if (inside === '') return null;
  const notes = ['Signed, not checked here: anyone can read the value, only the server can change it.'];
  if (signature.replace(/=+$/, '').length !== 43)
    notes.push('Its signature has not the length of HMAC-SHA256.');
  return {
    layer: { format: 'express-signed', readable: true, text: inside, notes },
    inside,
    rewrite: never(SIGNED),
  };
};

/** `j:` and JSON, what Express makes of an object given to `res.cookie`. */
export const expressJson: DecodeText = (text) => {
  const inside = text.startsWith('j:') ? text.slice(2) : '';
  if (parseJsonContainer(inside) === null) return null;
  return {
    layer: {
      format: 'express-json',
      readable: true,
      text: inside,
      notes: ['Not signed: anyone can change it. Express reads it as JSON when it comes back.'],
    },
    inside,
    rewrite: around((changed) => `j:${changed}`),
  };
};
