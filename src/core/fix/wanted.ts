/** From a finding to what should be there instead. */
import type { CookieReport, Finding, SiteReport } from '../audit/report.ts';
import type { Need, WantedCookie, WantedHeader } from './fix.ts';

const HOUR = 3600;
const DAY = 24 * HOUR;
/** Absolute bounds that fit a login for a working day, and a remembered one (NIST 800-63B-4, AAL1). */
const SESSION_LIFETIME = 8 * HOUR;
const REMEMBERED_LIFETIME = 30 * DAY;

const HEADERS: Readonly<Record<string, readonly WantedHeader[]>> = {
  'missing-csp': [csp()],
  'weak-csp': [csp()],
  'missing-frame-protection': [{ name: 'Content-Security-Policy', value: "frame-ancestors 'none'" }],
  'missing-content-type-options': [{ name: 'X-Content-Type-Options', value: 'nosniff' }],
  'leaky-referrer-policy': [{ name: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' }],
  'permissive-cors': [
    { name: 'Access-Control-Allow-Origin', value: 'https://partner.example' },
    { name: 'Vary', value: 'Origin' },
  ],
};

function csp(): WantedHeader {
  return {
    name: 'Content-Security-Policy',
    value:
      "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'",
  };
}

/** What a finding asks for, told of its own cookie where it is about one. */
export function needOf(finding: Finding, site: SiteReport): Need {
  const cookie = finding.cookie;
  const known =
    site.cookies.find(
      ({ name, domain, path, partitionKey }) =>
        name === cookie?.name &&
        domain === cookie.domain &&
        path === cookie.path &&
        partitionKey === cookie.partitionKey,
    ) ?? (cookie === undefined ? mainSession(site) : undefined);
  return { cookie: wantedCookie(finding, known), headers: HEADERS[finding.rule] ?? [] };
}

/** The session that a finding about the whole site speaks of. */
function mainSession({ cookies, sessions }: SiteReport): CookieReport | undefined {
  const [session] = sessions;
  return cookies.find(
    ({ name, domain, path }) =>
      name === session?.cookie.name && domain === session.cookie.domain && path === session.cookie.path,
  );
}

function wantedCookie({ rule, cookie }: Finding, known: CookieReport | undefined): WantedCookie {
  const name = known?.name ?? cookie?.name ?? 'session';
  const role = known?.role;
  const isSecret = role === undefined || role === 'session' || role === 'auth' || role === 'remember-me';
  const isThird = known?.party === 'third';
  const keepsDomain =
    known !== undefined && !known.hostOnly && rule !== 'broad-domain' && rule !== 'cookie-tossing';
  // A token that the page's script has to read; what only the server reads is better out of its reach.
  const isRead = role === 'csrf' || role === 'preference' || role === 'consent';
  const path = known?.path ?? cookie?.path ?? '/';
  const prefixed = rule === 'missing-prefix' || rule === 'cookie-tossing';
  const prefix = !prefixed || /^__(Host|Secure)-/i.test(name) ? '' : keepsDomain ? '__Secure-' : '__Host-';
  const isHost = /^__Host-/i.test(prefix + name);
  const sameSite =
    isThird || (known?.sameSite === 'none' && rule !== 'same-site-none')
      ? 'none'
      : known?.sameSite === 'strict'
        ? 'strict'
        : 'lax';
  return {
    name: prefix + name,
    ...(keepsDomain && !isHost ? { domain: known.domain } : {}),
    path: isHost ? '/' : path,
    secure: true,
    httpOnly: !isRead,
    sameSite,
    partitioned: isThird && known?.partitionKey !== null,
    ...lifetime(isSecret, role, known),
  };
}

function lifetime(
  isSecret: boolean,
  role: string | undefined,
  known: CookieReport | undefined,
): { maxAge?: number } {
  if (role === 'remember-me') return { maxAge: REMEMBERED_LIFETIME };
  if (isSecret) return known?.expires == null ? {} : { maxAge: SESSION_LIFETIME };
  return known?.expires == null ? {} : { maxAge: 180 * DAY };
}
