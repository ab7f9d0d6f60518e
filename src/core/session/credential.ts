/** Requests that prove who somebody is, or try to. */
import type { RequestEntry } from '../recording/recording.ts';
import { isAsking, redirectTarget } from './chain.ts';
import { type FieldLook, lookOfFields } from './field-look.ts';
import { lookOfRequest, type UrlLook } from './url-look.ts';
import { lookOfValue } from './value-look.ts';

export type CredentialKind =
  /** A user name alone: the first of two steps. */
  | 'identifier'
  | 'password'
  | 'otp'
  | 'passkey'
  /** Back from an identity provider, or by a link in a mail. */
  | 'provider'
  | 'http'
  | 'sign-up'
  | 'password-change'
  /** Asked again while logged in. */
  | 'reauthentication';

/**
 * What a request proves, by the names of its fields, its path and its headers; null: nothing.
 * @param knowsHttp its host was sent HTTP credentials before: browsers repeat them.
 */
export function credentialOf(request: RequestEntry, knowsHttp = false): CredentialKind | null {
  if (!isAsking(request)) return null;
  const look = lookOfRequest(request);
  if (look === null) return null;
  const byBody = request.method !== 'GET' && request.method !== 'HEAD' && request.method !== 'DELETE';
  const names = [...(request.fields?.names ?? []), ...look.queryNames];
  const fields = lookOfFields(names);
  if (!knowsHttp && fields.passwords === 0 && isHttpCredential(request, look)) return 'http';
  if (fields.logout || look.logout) return null;
  if (fields.provider && fields.passwords === 0) return 'provider';
  if (!byBody) return request.method === 'DELETE' ? null : byLink(look, fields, request);
  if (fields.passkey) return 'passkey';
  if (fields.passwords > 0) return byPassword(look, fields);
  if (fields.otp || (fields.code && look.factor)) return 'otp';
  if (fields.code && fields.identity && look.login) return 'otp';
  if (look.login && !look.signUp && !look.done && !fields.newsletter) {
    if (fields.identity && fields.count <= 8) return 'identifier';
    // While nobody watches, fields are unknown: the path alone speaks.
    if (request.fields === null) return 'password';
  }
  return null;
}

function byPassword(look: UrlLook, fields: FieldLook): CredentialKind | null {
  if (fields.service && !look.login) return null;
  const isChange = fields.newPassword || (fields.currentPassword && fields.passwords > 1);
  if (isChange || look.reset || fields.reset)
    return fields.reset || look.reset || isChange ? 'password-change' : null;
  if (look.signUp || fields.signUp || fields.confirmation || fields.passwords > 1) return 'sign-up';
  if (look.privilege) return 'reauthentication';
  // Whoever is asked for the current password is logged in; only a login page may name its field so (autocomplete).
  if (fields.currentPassword && !look.login) return null;
  return 'password';
}

/** A password in a query; a link from a mail (`/login/verify?token=…`, `/magic-link/…`); CAS's ticket; a return with a code. */
function byLink(look: UrlLook, fields: FieldLook, request: RequestEntry): CredentialKind | null {
  if (fields.passwords > 0 && fields.identity && !look.reset && !look.signUp) return 'password';
  if (look.queryNames.includes('ticket')) return 'provider';
  if (look.reset || look.error) return null;
  // With PKCE (RFC 7636) a return needs no state.
  if (CALLBACK.test(look.path)) return look.queryNames.some((name) => CODE.test(name)) ? 'provider' : null;
  if (!look.login && !look.provider) return null;
  if (look.queryNames.some((name) => CODE.test(name))) return 'provider';
  // A login page may have an ID in its path, too; a link that logs in leads on.
  return look.login && redirectTarget(request) !== null && endsWithToken(look.path) ? 'provider' : null;
}

const CALLBACK = /[/_.-]callback(?:$|[/_.-])/i;
const CODE = /^(?:token|code|key|otp|login_token|token_hash)$/i;

function endsWithToken(path: string): boolean {
  const last = path.split('/').findLast((segment) => segment !== '') ?? '';
  return last.length >= 20 && ['opaque', 'jwt', 'signed'].includes(lookOfValue(last));
}

/** RFC 7617, RFC 7616, RFC 4559. A bearer token is no credential of a person. */
const SCHEMES = /^(?:basic|digest|negotiate|ntlm|mutual|hoba)\b/i;

export function hasHttpCredential({ requestHeaders }: RequestEntry): boolean {
  return requestHeaders.some(({ name, value }) => name === 'authorization' && SCHEMES.test(value));
}

export function hasBearer({ requestHeaders }: RequestEntry): boolean {
  return requestHeaders.some(({ name, value }) => name === 'authorization' && !SCHEMES.test(value));
}

/** On a login's own path at once; elsewhere only after a challenge, which `attemptsOf` knows of. */
function isHttpCredential(request: RequestEntry, look: UrlLook): boolean {
  return hasHttpCredential(request) && look.login;
}

export function isChallenge({ status, responseHeaders }: RequestEntry): boolean {
  return (
    status === 401 &&
    responseHeaders.some(({ name, value }) => name === 'www-authenticate' && SCHEMES.test(value.trim()))
  );
}
