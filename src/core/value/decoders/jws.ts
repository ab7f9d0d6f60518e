import { claimNotes, timesOf } from '../claims.ts';
import { isRecord, parseJson } from '../json-text.ts';
import { type DecodeText, never, SIGNED, type Step } from '../layer.ts';
import { printableText } from '../printable.ts';
import { base64UrlOctets, type JoseParts, joseParts, keyNotes } from './jose.ts';

/** A JWS in compact form (RFC 7515); called `jwt` where its payload is a JSON object (RFC 7519). */
export const jws: DecodeText = (text) => {
  const jose = joseParts(text);
  if (jose === null || jose.parts.length !== 3) return null;
  const [, body = '', signature = ''] = jose.parts;
  if (base64UrlOctets(signature) === null) return null;
  const { header } = jose;
  if (body === '') return detached(jose);
  const octets = header.b64 === false ? null : base64UrlOctets(body);
  if (octets === null && header.b64 !== false) return null;
  const payload = octets === null ? body : printableText(octets);
  const claims = payload === null ? undefined : parseJson(payload)?.data;
  const shared = { readable: true, ...(payload === null ? {} : { text: payload }) };
  const notes = [...signatureNotes(jose, signature), ...keyNotes(header)];
  const rewrite = never(`A ${isRecord(claims) ? 'JWT' : 'JWS'} cannot be written back. ${SIGNED}`);
  if (isRecord(claims)) {
    const layer = { format: 'jwt', ...shared, data: { header, payload: claims } };
    return { layer: { ...layer, notes: [...notes, ...claimNotes(claims)], ...timesOf(claims) }, rewrite };
  }
  const inside = payload ?? octets ?? '';
  return {
    layer: { format: 'jws', ...shared, data: { header, ...(payload === null ? {} : { payload }) }, notes },
    inside,
    rewrite,
  };
};

function detached(jose: JoseParts): Step {
  return {
    layer: {
      format: 'jws',
      readable: false,
      data: { header: jose.header },
      notes: [`Signed with ${jose.alg}; its content is detached: it is sent elsewhere.`],
    },
    rewrite: never(`Its content is detached. ${SIGNED}`),
  };
}

function signatureNotes({ alg }: JoseParts, signature: string): readonly string[] {
  if (alg.toLowerCase() === 'none') {
    return ['alg is none: it is not signed at all, anyone can write one (RFC 8725 section 3.2).'];
  }
  const key = alg.startsWith('HS') ? 'the shared secret' : 'the private key';
  const notes = [
    `Signed with ${alg}, not checked here. Anyone can read it; only who has ${key} can change it.`,
  ];
  return signature === '' ? [...notes, 'The signature is missing.'] : notes;
}
