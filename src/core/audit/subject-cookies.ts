/** The cookies of a site's view: what the store held, and what was only ever refused. */
import { defaultPath } from '../cookie/default-path.ts';
import type {
  CookieEntry,
  CookieKey,
  Party,
  Recording,
  SetCookieEntry,
  Site,
} from '../recording/recording.ts';
import { isByScript } from '../recording/writer.ts';
import type { CookieLook, Signal } from '../session/likelihood.ts';
import { type RoleVerdict, roleOf } from '../session/role.ts';
import { isSecretRole } from '../session/roles.ts';
import { schemefulSite } from '../site/site.ts';
import { cookieOf, isExpired, requestedLifetime } from './line.ts';
import type { CookieRef } from './report.ts';
import type { SubjectCookie } from './subject.ts';

/** Looks that are tried for a role: the cookie as it is, and this many of its newest lines. */
const LOOKS = 4;

export function subjectCookies(
  recording: Recording,
  site: Site,
  lines: readonly SetCookieEntry[],
  embedded: ReadonlySet<Site>,
): readonly SubjectCookie[] {
  const stored = new Map<CookieKey, SetCookieEntry[]>();
  const refused = new Map<string, SetCookieEntry[]>();
  for (const line of lines) {
    if (line.cookie !== null) push(stored, line.cookie, line);
    else if (line.parsed.ok) push(refused, refKey(refOfLine(line)), line);
  }
  const cookies: SubjectCookie[] = [];
  for (const entry of recording.cookies.values()) {
    const ref = refOf(entry.cookie);
    const key = refKey(ref);
    const own = [...(stored.get(entry.key) ?? []), ...(refused.get(key) ?? [])].sort((a, b) => a.at - b.at);
    if (own.length === 0 && !belongs(recording, entry, site, embedded)) continue;
    refused.delete(key);
    cookies.push(subjectCookie(ref, entry, own, entry.site === site ? 'first' : 'third'));
  }
  for (const [line, ...more] of refused.values()) {
    if (line !== undefined)
      cookies.push(subjectCookie(refOfLine(line), null, [line, ...more], line.request.party));
  }
  return cookies;
}

function push<K>(map: Map<K, SetCookieEntry[]>, key: K, line: SetCookieEntry): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [line]);
  else known.push(line);
}

/** Whether a cookie without a line here concerns the site's pages. */
function belongs(recording: Recording, entry: CookieEntry, site: Site, embedded: ReadonlySet<Site>): boolean {
  const { partitionKey } = entry.cookie;
  if (partitionKey !== null) return partitionKey.slice(partitionKey.indexOf('://') + 3) === site;
  if (entry.site === site) return true;
  if (!embedded.has(entry.site)) return false;
  const under = [...entry.sentBy].some((key) => recording.requests.get(key)?.topLevelSite === site);
  return under || (entry.requests === 0 && entry.history.some((event) => event.kind === 'created'));
}

/** The cookie judged again with what it did, and with what a person said of it. */
export function rejudged(
  cookie: SubjectCookie,
  observed: readonly Signal[],
  isSession: boolean | undefined,
): SubjectCookie {
  const verdict = withPersonsWord(bestRole(cookie.entry, cookie.lines, observed), isSession);
  return { ...cookie, ...verdict, secret: cookie.party === 'first' && isSecretRole(verdict.role) };
}

function withPersonsWord(verdict: RoleVerdict, isSession: boolean | undefined): RoleVerdict {
  if (isSession === undefined) return verdict;
  if (!isSession) {
    const role = isSecretRole(verdict.role) ? 'unknown' : verdict.role;
    return { role, likelihood: 0, signals: ['not: you said it is no session', ...verdict.signals] };
  }
  const role = isSecretRole(verdict.role) ? verdict.role : 'session';
  return { role, likelihood: 1, signals: ['you said it is the session', ...verdict.signals] };
}

function subjectCookie(
  ref: CookieRef,
  entry: CookieEntry | null,
  lines: readonly SetCookieEntry[],
  party: Party,
): SubjectCookie {
  const verdict = bestRole(entry, lines);
  return {
    ref,
    entry,
    lines,
    party,
    ...verdict,
    secret: party === 'first' && isSecretRole(verdict.role),
    writtenByScript:
      entry?.history.some((event) => 'by' in event && event.kind !== 'gone' && isByScript(event.by)) ?? false,
  };
}

/** An emptied or anonymous value says less than the one that was there before: the likeliest look decides. */
function bestRole(
  entry: CookieEntry | null,
  lines: readonly SetCookieEntry[],
  observed: readonly Signal[] = [],
): RoleVerdict {
  const looks: CookieLook[] = lines
    .filter((line) => !isExpired(line))
    .slice(-LOOKS)
    .flatMap((line) => lookOfLine(line) ?? []);
  if (entry !== null || looks.length === 0) looks.push(lookOfEntry(entry, lines[0]));
  return looks
    .map((look) => roleOf(look, observed))
    .reduce((best, next) => (next.likelihood > best.likelihood ? next : best));
}

function lookOfLine(line: SetCookieEntry): CookieLook | null {
  const cookie = cookieOf(line);
  if (cookie === null) return null;
  const { name, value, domain, secure, httpOnly, sameSite } = cookie;
  const lifetime = requestedLifetime(line);
  const look = { name, value, domain: domain ?? '', secure, httpOnly, sameSite };
  return lifetime === null ? { ...look, expires: null } : { ...look, lifetime };
}

function lookOfEntry(entry: CookieEntry | null, line: SetCookieEntry | undefined): CookieLook {
  if (entry === null) return { name: line === undefined ? '' : (cookieOf(line)?.name ?? ''), value: '' };
  const { name, value, domain, hostOnly, secure, httpOnly, sameSite, expires, assumed } = entry.cookie;
  if (assumed) return { name, value };
  const look = { name, value, domain: hostOnly ? '' : domain, secure, httpOnly, sameSite };
  return expires === null ? { ...look, expires } : { ...look, lifetime: expires - entry.changedAt };
}

const HOST_NAME = /^[a-z0-9][a-z0-9.-]{0,252}$/;

/** The identity a line is about, refused ones too. */
function refOfLine(line: SetCookieEntry): CookieRef {
  if (line.predicted.stored) return refOf(line.predicted.cookie);
  const { request } = line;
  const cookie = cookieOf(line);
  return {
    name: cookie?.name ?? '',
    // What is no host name may be anything, a secret too: it must not reach a report.
    domain: HOST_NAME.test(cookie?.domain ?? '') ? (cookie?.domain ?? '') : request.host,
    path: cookie?.path?.startsWith('/') ? cookie.path : defaultPath(pathnameOf(request.url)),
    partitionKey: cookie?.partitioned ? schemefulSite(request.topLevelUrl) : null,
  };
}

function refOf({ name, domain, path, partitionKey }: CookieRef): CookieRef {
  return { name, domain, path, partitionKey };
}

function refKey(ref: CookieRef): string {
  return `${ref.partitionKey ?? ''}\0${ref.domain}\0${ref.path}\0${ref.name}`;
}

function pathnameOf(url: string): string {
  return URL.canParse(url) ? new URL(url).pathname : '/';
}
