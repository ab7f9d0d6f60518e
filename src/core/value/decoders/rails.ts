import { decodeBase64 } from '../base64.ts';
import { isRecord, parseJson } from '../json-text.ts';
import { type DecodeText, never, SEALED, SIGNED, type Step } from '../layer.ts';
import { readOctets } from '../octet-decoders.ts';
import { evidence, printableText } from '../printable.ts';

const BASE64 = /^[\w+/-]+={0,2}$/;
const SIGNATURE = /^(?:[\da-f]{40}|[\da-f]{64}|[\da-f]{128})$/;

/** Rails and Rack: `payload--signature`, and sealed `cipher--iv--tag` (AES-GCM) or base64 of `cipher--iv` with a signature (AES-CBC). */
export const rails: DecodeText = (text) => {
  const parts = text.includes('--') ? text.split('--', 4) : [];
  const [first = '', second = '', third = ''] = parts;
  if (parts.length === 3 && parts.every((part) => BASE64.test(part))) {
    const iv = decodeBase64(second);
    const tag = decodeBase64(third);
    return iv?.length === 12 && tag?.length === 16 ? sealed('AES-256-GCM') : null;
  }
  // Rack folds its base64 into lines.
  const body = first.replace(/\n/g, '');
  if (parts.length !== 2 || !BASE64.test(body) || !SIGNATURE.test(second)) return null;
  const octets = decodeBase64(body);
  return octets === null ? null : signed(octets);
};

function sealed(cipher: string): Step {
  const notes = [
    `Encrypted and authenticated by Rails (${cipher}): without secret_key_base it can be neither read nor changed.`,
  ];
  return { layer: { format: 'rails-encrypted', readable: false, notes }, rewrite: never(SEALED) };
}

const NOTE = 'not checked here: anyone can read it, only the server can change it.';

function signed(octets: Uint8Array): Step | null {
  const text = printableText(octets);
  const rewrite = never(SIGNED);
  if (text === null) {
    if (readOctets(octets) === null) return null;
    const notes = [`Signed by Rack, or by Rails before version 7, which write alike; ${NOTE}`];
    return { layer: { format: 'rack', readable: true, notes }, inside: octets, rewrite };
  }
  const halves = text.split('--', 3);
  if (halves.length === 2 && halves.every((half) => half.length >= 16 && BASE64.test(half))) {
    return sealed('AES-256-CBC, HMAC');
  }
  const parsed = parseJson(text);
  if (parsed === null && evidence(text) < 8) return null;
  const layer = {
    format: 'rails-signed',
    readable: true,
    text,
    ...parsed,
    notes: [`Signed by Rails, ${NOTE}`],
  };
  if (parsed === null) return { layer, inside: text, rewrite };
  // Since 5.2 the message is in an envelope, with its purpose and expiry.
  const envelope = isRecord(parsed.data) && Object.hasOwn(parsed.data, '_rails') ? parsed.data._rails : null;
  const message = isRecord(envelope) && Object.hasOwn(envelope, 'message') ? envelope.message : null;
  return typeof message === 'string' ? { layer, inside: message, rewrite } : { layer, rewrite };
}
