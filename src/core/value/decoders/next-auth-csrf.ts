import { type DecodeText, never, SIGNED } from '../layer.ts';

/** The CSRF cookie of Auth.js (NextAuth): `token|hash`, the hash SHA-256 of token and secret. */
export const nextAuthCsrf: DecodeText = (text) => {
  const [, token = ''] = /^([\da-f]{64})\|[\da-f]{64}$/.exec(text) ?? [];
  if (token === '') return null;
  const notes = [
    'A CSRF token and its hash with the secret, as Auth.js (NextAuth) writes them; by the form alone.',
  ];
  return {
    layer: { format: 'next-auth-csrf', readable: true, data: { token }, notes },
    rewrite: never(SIGNED),
  };
};
