/** Which request of a recording tells best whether somebody is logged in. */
import type { RequestEntry } from '../../recording/recording.ts';
import { type Answers, resourceOf } from '../answer.ts';
import { isAsking } from '../chain.ts';
import { isLogoutRequest } from '../logout.ts';
import { wordsOf } from '../plain-words.ts';
import { lookOfRequest } from '../url-look.ts';

const TYPES = new Set(['main_frame', 'sub_frame', 'xmlhttprequest']);
const CONTENT = /^(?:text\/html|application\/xhtml\+xml|application\/(?:[\w.+-]+\+)?json)\b/i;
/** Headers that the repeated request has again; others (a token that script put there) it would lack. */
const REPEATED = new Set([
  'content-type',
  'origin',
  'referer',
  'sec-fetch-site',
  'sec-fetch-mode',
  'sec-fetch-dest',
]);
/** A GET should change nothing (RFC 9110 section 9.2.1), but some do. */
const CHANGES = new Set(
  'delete remove destroy drop purge clear cancel revoke disconnect unlink unsubscribe deactivate disable approve confirm pay buy send'.split(
    ' ',
  ),
);
const LONGEST_URL = 2000;

/** A GET that was answered 2xx and can be repeated: a page or data, no step of a login or logout, nothing that acts. */
export function isRepeatable(request: RequestEntry): boolean {
  const { method, status, type, url, error, fromCache, lifecycle, headersSeen } = request;
  if (method !== 'GET' || status === null || status < 200 || status > 299 || error !== null) return false;
  if (!TYPES.has(type) || fromCache || lifecycle !== 'active' || !headersSeen) return false;
  if (!isAsking(request) || isLogoutRequest(request) || url.length > LONGEST_URL) return false;
  if (request.requestHeaders.some(({ name }) => !REPEATED.has(name))) return false;
  const content = request.responseHeaders.find(({ name }) => name === 'content-type')?.value;
  if (content !== undefined && !CONTENT.test(content)) return false;
  const look = lookOfRequest(request);
  if (look === null || look.login || look.logout || look.signUp || look.reset || look.factor || look.provider)
    return false;
  return !actsOnSomething(url);
}

/** Whether the URL names something that it does: `/newsletter/unsubscribe`, `?action=delete`. */
export function actsOnSomething(url: string): boolean {
  const { pathname, searchParams } = new URL(url);
  const names = [...pathname.split('/'), ...[...searchParams].slice(0, 50).flat()];
  return names.some((name) => wordsOf(name).some((word) => CHANGES.has(word)));
}

/** The one that tells most; of equals the newest. Pages that were closed to others come first, then private ones by name. */
export function bestOf(candidates: readonly RequestEntry[], answers: Answers): RequestEntry | null {
  let best: RequestEntry | null = null;
  let most = Number.NEGATIVE_INFINITY;
  for (const candidate of candidates) {
    const worth = worthOf(candidate, answers);
    if (worth < most) continue;
    best = candidate;
    most = worth;
  }
  return best;
}

function worthOf(request: RequestEntry, answers: Answers): number {
  const resource = resourceOf(request);
  const wasClosed = resource !== null && (answers.get(resource)?.refused.length ?? 0) > 0;
  const isPrivate = lookOfRequest(request)?.personal === true;
  const isUncached = request.responseHeaders.some(
    ({ name, value }) => name === 'cache-control' && /private|no-store/i.test(value),
  );
  return (
    (wasClosed ? 16 : 0) +
    (isPrivate ? 8 : 0) +
    (isUncached ? 2 : 0) +
    (request.type === 'main_frame' ? 1 : 0) -
    (request.status === 204 ? 4 : 0)
  );
}
