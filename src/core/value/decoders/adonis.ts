import { isRecord, parseJson } from '../json-text.ts';
import { type DecodeText, never, SEALED, SIGNED } from '../layer.ts';
import { printableText } from '../printable.ts';
import { base64UrlOctets } from './jose.ts';

/** `s:message.signature` of AdonisJS: the message is base64url of JSON `{ message, purpose? }`, which Express's is not. */
export const adonisSigned: DecodeText = (text) => {
  const [, body = ''] = /^s:([\w-]{8,}={0,2})\.[\w-]{43}=?$/.exec(text) ?? [];
  const octets = body === '' ? null : base64UrlOctets(body);
  const inside = octets === null ? null : printableText(octets);
  const data = inside === null ? undefined : parseJson(inside)?.data;
  if (inside === null || !isRecord(data) || !Object.hasOwn(data, 'message')) return null;
  return {
    layer: {
      format: 'adonis-signed',
      readable: true,
      text: inside,
      data,
      notes: ['Signed by AdonisJS, not checked here: anyone can read it, only the server can change it.'],
    },
    rewrite: never(SIGNED),
  };
};

/** `e:` of AdonisJS: `cipher.iv.hmac` in base64url, or of later versions `id.algorithm.cipher.iv[.tag].hmac`. */
export const adonisEncrypted: DecodeText = (text) => {
  const parts = text.startsWith('e:') ? text.slice(2).split('.', 8) : [];
  if (!parts.every((part) => /^[\w-]+={0,2}$/.test(part))) return null;
  const older = parts.length === 3 && parts[1]?.length === 22 && (parts[2]?.length ?? 0) >= 43;
  const later = (parts.length === 5 || parts.length === 6) && /^(?:aes256|chacha20)\w*$/.test(parts[1] ?? '');
  if (!older && !later) return null;
  return {
    layer: {
      format: 'adonis-encrypted',
      readable: false,
      ...(later ? { data: { keyId: parts[0], algorithm: parts[1] } } : {}),
      notes: [
        'Encrypted and authenticated by AdonisJS: without the app key it can be neither read nor changed.',
      ],
    },
    rewrite: never(SEALED),
  };
};
