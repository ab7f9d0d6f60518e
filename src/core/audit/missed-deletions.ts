/** Deletions that leave the cookie they were meant for: the common logout bug. */
import { domainMatches } from '../cookie/domain-match.ts';
import { pushBounded } from '../recording/bounded.ts';
import { type MissedCookie, missedBy } from '../recording/missed-deletion.ts';
import type { CookieKey, RequestEntry, SetCookieEntry } from '../recording/recording.ts';
import { analyseSessions } from '../session/analysis.ts';
import { clearsCookies } from '../session/clear-site-data.ts';
import type { Subject } from './subject.ts';

/** A redirect or the next page may still put it right. */
const SOON_MS = 3000;
/** Of one identity's deletions the newest few say it all. */
const ASKED = 3;

export interface Miss {
  readonly deletion: SetCookieEntry;
  readonly missed: MissedCookie;
}

/** By the cookie that stays. */
export function missedDeletions(subject: Subject): ReadonlyMap<CookieKey, Miss> {
  const byCookie = new Map<CookieKey, SetCookieEntry[]>();
  for (const line of subject.setCookies) {
    const { predicted } = line;
    if (line.cookie === null || !predicted.stored || !predicted.expired || clearsCookies(line.request))
      continue;
    const known = byCookie.get(line.cookie);
    if (known === undefined) byCookie.set(line.cookie, [line]);
    else pushBounded(known, line, ASKED);
  }
  const logouts = logoutRequests(subject);
  const misses = new Map<CookieKey, Miss>();
  for (const deletion of [...byCookie.values()].flat()) {
    for (const missed of missedBy(subject.recording, deletion)) {
      if (isMeant(missed, deletion) && stays(missed, deletion, logouts)) {
        misses.set(missed.entry.key, { deletion, missed });
      }
    }
  }
  return misses;
}

/** Whether the response could have deleted it at all. */
function isMeant({ entry, cookie }: MissedCookie, { request }: SetCookieEntry): boolean {
  const { partitionKey } = cookie;
  if (partitionKey !== null && !partitionKey.endsWith(`//${request.topLevelSite}`)) return false;
  return entry.cookie.hostOnly
    ? entry.cookie.domain === request.host
    : domainMatches(request.host, entry.cookie.domain);
}

/**
 * There before the response and long after it. Whoever sets it again means to keep it, and tidies an old variant away; only in a
 * logout that is the same mistake.
 */
function stays({ entry, cookie }: MissedCookie, { at, request }: SetCookieEntry, logouts: Requests): boolean {
  if (cookie.assumed) return false;
  const isLogout = logouts.has(request);
  let before = entry.forgotten > 0;
  for (const event of entry.history) {
    if (event.kind === 'rejected') continue;
    const isSame = event.kind !== 'gone' && event.after.value === cookie.value;
    if (event.at < at) before = true;
    else if (event.at === at && event.kind === 'changed') return false;
    else if (isSame ? !isLogout : event.at < at + SOON_MS) return false;
  }
  return before;
}

type Requests = ReadonlySet<RequestEntry>;

function logoutRequests(subject: Subject): Requests {
  const { flows } = subject.shared(analyseSessions);
  return new Set(flows.flatMap(({ flow }) => (flow.kind === 'logout' ? flow.requests : [])));
}
