import { isCanonicalBase64 } from '../canonical-base64.ts';
import { type DecodeText, never, SIGNED } from '../layer.ts';

/**
 * `value.signature` with 32 octets of standard base64 at the end: Hono and Better Auth (44 characters with padding), @fastify/cookie
 * and @fastify/session (43 without). The form alone says so,
 * and where there is no padding not each one can be told.
 */
export const signedValue: DecodeText = (text) => {
  const [, inside = '', signature = ''] = /^([^\n]+)\.([A-Za-z0-9+/]{43}=?)$/.exec(text) ?? [];
  if (inside === '' || !isCanonicalBase64(signature)) return null;
  // Without padding it may be one of several random parts: only a single dot, and characters that are not URL-safe, are taken for it.
  if (!signature.endsWith('=') && (inside.includes('.') || !/[+/]/.test(signature))) return null;
  return {
    layer: {
      format: 'signed-value',
      readable: true,
      text: inside,
      notes: [
        'Its end has the length of HMAC-SHA256 in base64, as Hono, Better Auth and Fastify sign; by the form alone.',
      ],
    },
    inside,
    rewrite: never(SIGNED),
  };
};
