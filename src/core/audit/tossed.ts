/** Session cookies of one host that another host of the site shadows by a wider cookie of the same name. */
import { domainMatches } from '../cookie/domain-match.ts';
import { pathMatches } from '../cookie/path-match.ts';
import type { CookieEntry, SetCookieEntry } from '../recording/recording.ts';
import { isLive } from './line.ts';
import type { Subject, SubjectCookie } from './subject.ts';

export interface Tossed {
  readonly victim: SubjectCookie;
  readonly rival: SubjectCookie;
  /** By which another host set it. */
  readonly line: SetCookieEntry;
}

/** By the name both have. Make it once: `subject.shared(tossedCookies)`. */
export function tossedCookies({ cookies }: Subject): ReadonlyMap<string, Tossed> {
  const victims = new Map<string, SubjectCookie>();
  for (const cookie of cookies) if (canBeTossed(cookie)) victims.set(cookie.ref.name, cookie);
  const tossed = new Map<string, Tossed>();
  for (const rival of cookies) {
    const victim = victims.get(rival.ref.name);
    if (victim === undefined || !shadows(rival, victim)) continue;
    const line = rival.lines.findLast((each) => isLive(each) && each.request.host !== victim.ref.domain);
    if (line !== undefined) tossed.set(rival.ref.name, { victim, rival, line });
  }
  return tossed;
}

/** A host-only cookie whose name does not keep other hosts off. */
export function canBeTossed({ secret, entry, ref }: SubjectCookie): boolean {
  if (!secret || entry === null || entry.cookie.assumed) return false;
  return entry.cookie.hostOnly && !/^__host-/i.test(ref.name);
}

function shadows(rival: SubjectCookie, victim: SubjectCookie): boolean {
  if (rival.entry === null || victim.entry === null || rival.entry.cookie.hostOnly) return false;
  if (rival.ref.partitionKey !== victim.ref.partitionKey) return false;
  const isOver = domainMatches(victim.ref.domain, rival.ref.domain);
  const meets = pathMatches(rival.ref.path, victim.ref.path) || pathMatches(victim.ref.path, rival.ref.path);
  return isOver && meets && overlap(rival.entry, victim.entry);
}

/** Whether both were there at one time. */
function overlap(a: CookieEntry, b: CookieEntry): boolean {
  const endOf = ({ present, changedAt }: CookieEntry) => (present ? Number.POSITIVE_INFINITY : changedAt);
  return a.firstSeen < endOf(b) && b.firstSeen < endOf(a);
}
