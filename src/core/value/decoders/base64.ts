import { utf8 } from '../../report/utf8.ts';
import { decodeBase64 } from '../base64.ts';
import { encodeBase64 } from '../base64-write.ts';
import { around, type DecodeText } from '../layer.ts';
import { readOctets } from '../octet-decoders.ts';
import { isPlausible } from '../plausible.ts';
import { printableText } from '../printable.ts';

/** `base64-` is Supabase's prefix, `base64:` Laravel's. */
const SHAPE = /^(base64[-:])?([\w+/-]{3,})(={0,2})$/;

/**
 * Base64 or base64url (RFC 4648). That something decodes proves nothing, a word may too: what comes out must be text that chance would not
 * give, or octets of a known form.
 */
export const base64: DecodeText = (text) => {
  const [, prefix = '', body = '', padding = ''] = SHAPE.exec(text) ?? [];
  const urlSafe = /[-_]/.test(body);
  if (body.length + padding.length < 4 || (urlSafe && /[+/]/.test(body))) return null;
  if (padding !== '' && (body.length + padding.length) % 4 !== 0) return null;
  // A number and a hash have shapes of their own.
  if (padding === '' && /^(?:\d+|[\da-f]+|[\dA-F]+)$/.test(body)) return null;
  const octets = decodeBase64(body);
  if (octets === null || octets.length === 0) return null;
  const inside = printableText(octets);
  const padded = padding !== '' || body.length % 4 === 0;
  const shared = { format: urlSafe ? 'base64url' : 'base64', readable: true };
  if (inside === null) {
    if (readOctets(octets) === null) return null;
    const notes = [`${octets.length} octets that are no text.`];
    const rewrite = around((changed) => changed);
    return { layer: { ...shared, notes }, inside: octets, rewrite };
  }
  if (!isPlausible(inside, padding !== '' || prefix !== '' ? 8 : 18)) return null;
  return {
    layer: { ...shared, text: inside, notes: notesOn(inside) },
    inside,
    rewrite: around((changed) => prefix + encodeBase64(utf8(changed), { urlSafe, padded })),
  };
};

function notesOn(inside: string): readonly string[] {
  const notes = ['Base64 is an encoding: it hides nothing.'];
  if (inside.startsWith('{')) {
    notes.push(
      'cookie-session of Express writes so; then its signature is in the cookie NAME.sig beside it.',
    );
  }
  return notes;
}
