/** What would become of a Set-Cookie line, in a terminal's words (`crumbtrail explain`). */
import type { Adjustment, CookieBlockedReason, SetCookie, SetCookieBlockedReason } from '../cookie/types.ts';
import type { Occasion, Sending, WhatIf } from '../cookie/what-if.ts';
import { REFUSAL_WORDS } from './refusal-words.ts';
import { timeOf } from './report-words.ts';
import { duration } from './words.ts';

/** @param url of the response that sets it. */
export function explanation({ parsed, result, sendings }: WhatIf, url: string): string {
  const lines: string[] = [];
  if (parsed.ok) lines.push('Read as', ...cookieLines(parsed.cookie), '');
  if (!result.stored) {
    const cookie = parsed.ok ? parsed.cookie : null;
    lines.push(
      'Rejected: the browser does not store it.',
      ...result.reasons.flatMap((reason) => refusal(reason, cookie, url)),
    );
  } else if (result.expired) {
    lines.push('Accepted as a deletion: its expiry is not after now, so nothing is stored.');
  } else {
    const { domain, hostOnly, path, expires, partitionKey } = result.cookie;
    lines.push(
      'Stored',
      `  for        ${hostOnly ? `${domain} alone` : `${domain} and every host below it`}, path ${path}`,
      `  until      ${expires === null ? 'the browser session ends' : timeOf(expires)}`,
      ...(partitionKey === null ? [] : [`  partition  ${partitionKey}`]),
    );
  }
  if (result.stored && result.adjustments.length > 0)
    lines.push('', 'Changed', ...result.adjustments.map((each) => `  ${adjustment(each)}`));
  if (sendings.length > 0) lines.push('', 'Sent with', ...sendings.map(sending));
  return `${lines.map(plain).join('\n')}\n`;
}

function cookieLines(cookie: SetCookie): readonly string[] {
  const { name, value, domain, path, expires, maxAge, secure, httpOnly, sameSite, partitioned } = cookie;
  const flags = [secure && 'Secure', httpOnly && 'HttpOnly', partitioned && 'Partitioned'].filter(Boolean);
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['name', name === '' ? '(none)' : name],
    ['value', value === '' ? '(empty)' : value],
    ['Domain', domain],
    ['Path', path],
    ['Expires', expires === undefined ? undefined : timeOf(expires)],
    [
      'Max-Age',
      maxAge === undefined ? undefined : `${maxAge} s${maxAge > 0 ? ` (${duration(maxAge * 1000)})` : ''}`,
    ],
    ['SameSite', sameSite],
    ['flags', flags.length === 0 ? undefined : flags.join(', ')],
  ];
  return rows.flatMap(([label, text]) => (text === undefined ? [] : [`  ${label.padEnd(10)} ${text}`]));
}

function refusal(reason: SetCookieBlockedReason, cookie: SetCookie | null, url: string): readonly string[] {
  const { what, fix } = REFUSAL_WORDS[reason];
  const host = URL.canParse(url) ? new URL(url).hostname : url;
  if (reason === 'InvalidDomain' && cookie?.domain) {
    return [
      `  ${reason}: Domain=${cookie.domain} does not cover ${host}, or is a public suffix.`,
      `  Drop Domain, or set the cookie from ${cookie.domain}.`,
    ];
  }
  if (reason === 'InvalidPrefix') {
    return [`  ${reason}: ${prefixNeeds(cookie?.name ?? '')}.`, `  ${fix}`];
  }
  return [`  ${reason}: ${what}.`, `  ${fix}`];
}

/** The longest first: one begins with another. */
const PREFIX_NEEDS: readonly (readonly [prefix: string, needs: string])[] = [
  ['__Host-Http-', 'Secure, HttpOnly, Path=/ and no Domain'],
  ['__Host-', 'Secure, Path=/ and no Domain'],
  ['__Secure-', 'Secure'],
  ['__Http-', 'Secure and HttpOnly'],
];

function prefixNeeds(name: string): string {
  const known = PREFIX_NEEDS.find(([prefix]) => name.toLowerCase().startsWith(prefix.toLowerCase()));
  return known === undefined ? REFUSAL_WORDS.InvalidPrefix.what : `${known[0]} needs ${known[1]}`;
}

function adjustment({ kind, attribute = '', from, to = '' }: Adjustment): string {
  const change = from === undefined ? to : `${from} → ${to}`;
  switch (kind) {
    case 'same-site-defaulted':
      return `SameSite: ${change} (${from === undefined ? 'none was given' : 'what was given is none'})`;
    case 'lifetime-clamped':
      return `Lifetime: ${change} (no cookie lives longer than 400 days)`;
    case 'domain-widened':
      return `Domain: ${change} (with Domain it goes to every host below, too)`;
    case 'path-defaulted':
      return `Path: ${change} (from the URL, as no Path was given)`;
    case 'expires-overridden-by-max-age':
      return 'Expires does not count beside Max-Age';
    case 'attribute-ignored':
      return `${attribute}${from === undefined ? '' : `=${from}`} is ignored`;
    case 'duplicate-attribute':
      return `${attribute} stands there more than once: the last counts`;
  }
}

const OCCASIONS: Readonly<Record<Occasion, string>> = {
  'same-site': 'requests of the site itself',
  subdomain: 'a host below',
  'parent-domain': 'the domain above',
  'other-path': 'another path',
  'plain-http': 'plain HTTP',
  'cross-site-link': 'a link from another site',
  'cross-site-post': 'a form of another site (POST)',
  'cross-site-embedded': 'embedded in another site',
  script: 'document.cookie',
};

const WITHHELD: Partial<Readonly<Record<CookieBlockedReason, string>>> = {
  SecureOnly: 'it is Secure',
  NotOnPath: 'its Path does not cover it',
  DomainMismatch: 'its domain does not cover it',
  SameSiteStrict: 'SameSite=Strict',
  SameSiteLax: 'SameSite=Lax',
  SameSiteUnspecifiedTreatedAsLax: 'without SameSite it counts as Lax',
  HttpOnly: 'it is HttpOnly',
};

function sending({ occasion, url, reasons }: Sending): string {
  const start = `  ${(reasons.length === 0 ? 'yes' : 'no').padEnd(4)}${OCCASIONS[occasion].padEnd(32)}`;
  const why = reasons.map((reason) => `${WITHHELD[reason] ?? reason}`).join(', ');
  return `${start}${url}${why === '' ? '' : ` (${why})`}`;
}

/** No control characters: a line may hold what steers a terminal. */
function plain(line: string): string {
  return line.replace(/[\p{Cc}\p{Cf}]/gu, '\uFFFD');
}
