import { claimNotes, timesOf } from '../claims.ts';
import { parseJson } from '../json-text.ts';
import { type DecodeText, never, SEALED, SIGNED } from '../layer.ts';
import { printableText } from '../printable.ts';
import { base64UrlOctets } from './jose.ts';

/** Octets of the signature at the end, by version. */
const SIGNATURE: Readonly<Record<string, number>> = { v1: 256, v2: 64, v3: 96, v4: 64 };

/** A PASETO, versions 1 to 4: `v4.public.payload[.footer]`, `v4.local.…` (paseto-standard/paseto-spec). */
export const paseto: DecodeText = (text) => {
  const [, version = '', purpose = '', body = '', foot] =
    /^(v[1-4])\.(local|public)\.([\w-]+={0,2})(?:\.([\w-]*={0,2}))?$/.exec(text) ?? [];
  const octets = version === '' ? null : base64UrlOctets(body);
  if (octets === null) return null;
  const footOctets = foot === undefined ? null : base64UrlOctets(foot);
  const footer = footOctets === null ? '' : (printableText(footOctets) ?? '');
  const shared = { version, purpose, ...(footer === '' ? {} : { footer }) };
  const footNotes =
    footer === '' ? [] : ['Its footer can be read by anyone, and is authenticated with the rest.'];
  if (text.includes('=')) footNotes.push('It is padded, which PASETO forbids: a strict reader refuses it.');
  if (purpose === 'local') {
    if (octets.length < 32) return null;
    const notes = [
      `Encrypted (${version}.local): without the key the payload can be neither read nor changed.`,
    ];
    return {
      layer: { format: 'paseto', readable: false, data: shared, notes: [...notes, ...footNotes] },
      rewrite: never(SEALED),
    };
  }
  const end = octets.length - (SIGNATURE[version] ?? 0);
  const payload = end > 0 ? printableText(octets.subarray(0, end)) : null;
  if (payload === null) return null;
  const parsed = parseJson(payload);
  return {
    layer: {
      format: 'paseto',
      readable: true,
      text: payload,
      data: { ...shared, payload: parsed === null ? payload : parsed.data },
      notes: [
        `Signed (${version}.public), not checked here. Anyone can read it; only who has the private key can change it.`,
        ...(parsed === null ? [] : claimNotes(parsed.data)),
        ...footNotes,
      ],
      ...timesOf(parsed?.data),
    },
    rewrite: never(SIGNED),
  };
};
