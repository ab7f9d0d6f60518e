import { decodeBase64 } from '../base64.ts';
import { type DecodeText, never, SEALED } from '../layer.ts';

/** `cipher;nonce` of @fastify/secure-session, both base64: secretbox adds 16 octets, its nonce has 24. */
export const fastifySecureSession: DecodeText = (text) => {
  const [, cipher = '', nonce = ''] = /^([A-Za-z0-9+/]{22,}={0,2});([A-Za-z0-9+/]{32})$/.exec(text) ?? [];
  const sealed = cipher === '' || nonce === '' ? null : decodeBase64(cipher);
  if (sealed === null || sealed.length < 18) return null;
  return {
    layer: {
      format: 'fastify-secure-session',
      readable: false,
      notes: [
        `Encrypted and authenticated (libsodium secretbox), ${sealed.length - 16} octets inside: without the key it can be neither read nor changed.`,
      ],
    },
    rewrite: never(SEALED),
  };
};
