import { isBelievable, isoDate } from '../instant.ts';
import { type DecodeText, never, SEALED } from '../layer.ts';

/**
 * `Fe26.2*password*salt*iv*cipher*expiration*salt*hmac` of @hapi/iron, in the clear but for the cipher; iron-session puts its own
 * version behind it (`~2`).
 */
export const iron: DecodeText = (text) => {
  const parts = text.startsWith('Fe26.') ? text.split('*', 9) : [];
  const [mark = '', passwordId = '', salt = '', iv = '', cipher = '', expiry = '', hmacSalt = '', tail = ''] =
    parts;
  const [, hmac = '', suffix = ''] = /^([\w-]+)(~\d+)?$/.exec(tail) ?? [];
  if (parts.length !== 8 || !/^Fe26\.\d$/.test(mark) || hmac === '' || cipher === '') return null;
  if (![passwordId, salt, iv, cipher, hmacSalt].every((part) => /^[\w-]*$/.test(part))) return null;
  const expires = /^\d{12,14}$/.test(expiry) ? Number(expiry) : null;
  if (expiry !== '' && (expires === null || !isBelievable(expires))) return null;
  return {
    layer: {
      format: suffix === '' ? 'iron' : 'iron-session',
      readable: false,
      data: { passwordId, expires },
      notes: [
        'Encrypted and authenticated (AES-256-CBC, HMAC-SHA256): without the password it can be neither read nor changed.',
        expires === null ? 'The seal itself does not expire.' : `The seal expires ${isoDate(expires)}.`,
      ],
      ...(expires === null ? {} : { times: [{ kind: 'exp', at: expires }] }),
    },
    rewrite: never(SEALED),
  };
};
