import { adonisEncrypted, adonisSigned } from './decoders/adonis.ts';
import { aspnetChunks, aspnetDataProtection } from './decoders/aspnet.ts';
import { base64 } from './decoders/base64.ts';
import { bearer } from './decoders/bearer.ts';
import { django } from './decoders/django.ts';
import { expressJson, expressSigned } from './decoders/express.ts';
import { fastifySecureSession } from './decoders/fastify-secure-session.ts';
import { googleAnalytics } from './decoders/google-analytics.ts';
import { hex } from './decoders/hex.ts';
import { iron } from './decoders/iron.ts';
import { itsdangerous } from './decoders/itsdangerous.ts';
import { json } from './decoders/json.ts';
import { jwe } from './decoders/jwe.ts';
import { jws } from './decoders/jws.ts';
import { laravel } from './decoders/laravel.ts';
import { list } from './decoders/list.ts';
import { nextAuthCsrf } from './decoders/next-auth-csrf.ts';
import { paseto } from './decoders/paseto.ts';
import { php } from './decoders/php.ts';
import { query } from './decoders/query.ts';
import { quoted } from './decoders/quoted.ts';
import { rails } from './decoders/rails.ts';
import { signedValue } from './decoders/signed-value.ts';
import { timestamp } from './decoders/timestamp.ts';
import { ulid } from './decoders/ulid.ts';
import { url } from './decoders/url.ts';
import { uuid } from './decoders/uuid.ts';
import type { DecodeText, Step } from './layer.ts';

/** A format with a mark of its own before one that many values fit: a query before its percent-encoding, base64 nearly last. */
const DECODERS: readonly DecodeText[] = [
  json,
  php,
  adonisSigned,
  adonisEncrypted,
  expressSigned,
  expressJson,
  quoted,
  bearer,
  jws,
  jwe,
  paseto,
  iron,
  aspnetDataProtection,
  aspnetChunks,
  laravel,
  django,
  itsdangerous,
  rails,
  fastifySecureSession,
  googleAnalytics,
  nextAuthCsrf,
  query,
  url,
  uuid,
  ulid,
  timestamp,
  hex,
  base64,
  signedValue,
  list,
];

/** The outermost layer of text; null: it is plain, or of no known form. */
export function readText(text: string): Step | null {
  for (const decode of DECODERS) {
    const step = decode(text);
    if (step !== null) return step;
  }
  return null;
}
