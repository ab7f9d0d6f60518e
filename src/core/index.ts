/** The library: what other programs may rely on (README, "As a library"). Pure; times are epoch milliseconds. */

export { type AuditHarOptions, auditHar } from './audit/audit-har.ts';
export type { Report } from './audit/report.ts';
export { parseCookieDate } from './cookie/cookie-date.ts';
export { parseCookieHeader } from './cookie/cookie-header.ts';
export { CookieJar } from './cookie/jar.ts';
export { parseSetCookie } from './cookie/parse-set-cookie.ts';
export { type CookieAccess, sameSiteContext } from './cookie/same-site-context.ts';
export type {
  Adjustment,
  Attribute,
  Browser,
  CookieApi,
  CookieBlockedReason,
  ParseResult,
  ReadContext,
  ReadResult,
  SameSite,
  SameSiteContext,
  SameSiteContexts,
  SetContext,
  SetCookie,
  SetCookieBlockedReason,
  SetResult,
  StoredCookie,
  WithheldCookie,
} from './cookie/types.ts';
export { HarError } from './recording/har/har-error.ts';
export { type CookieLook, type SessionLikelihood, sessionLikelihood } from './session/likelihood.ts';
export { analyseTokens } from './session/strength/analyse-tokens.ts';
export type { TokenFinding, TokenKind, TokenReport } from './session/strength/token-report.ts';
export { decodeValue } from './value/decode-value.ts';
export type { DecodedLayer } from './value/layer.ts';
