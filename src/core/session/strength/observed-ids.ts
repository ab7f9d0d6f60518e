/** The session IDs that a recording shows. */
import { isLive, nameOf } from '../../audit/line.ts';
import type { SubjectCookie } from '../../audit/subject.ts';
import type { SetCookieEntry, Writer } from '../../recording/recording.ts';
import { stableId } from '../stable-id.ts';

const MOST = 1000;

/** What a person writes, nobody issued. */
const BY_HAND: ReadonlySet<Writer['kind']> = new Set(['person', 'guard']);

/**
 * Values of a cookie in the order they came, each ID once: a session that is renewed is no second one. An ID stands twice
 * where a server gave it anew to a request that had sent another, or none. Secrets. At most the newest 1,000.
 */
export function observedIds({ ref, entry, lines }: SubjectCookie): readonly string[] {
  const given: { readonly at: number; readonly value: string; readonly isNew: boolean }[] = [];
  for (const line of lines) {
    const { parsed, at } = line;
    if (parsed.ok && isLive(line)) given.push({ at, value: parsed.cookie.value, isNew: isNew(line) });
  }
  const events = (entry?.history ?? []).filter((event) => 'after' in event);
  const issued = events.filter(({ by }) => !BY_HAND.has(by.kind));
  for (const event of issued) {
    if (event.by.kind !== 'response') given.push({ at: event.at, value: event.after.value, isNew: false });
  }
  const isByHand = events.length > 0 && issued.length === 0;
  if (given.length === 0 && entry !== null && !isByHand)
    given.push({ at: 0, value: entry.cookie.value, isNew: false });
  const seen = new Set<string>();
  return given
    .sort((a, b) => a.at - b.at)
    .flatMap(({ value, isNew: again }) => {
      const id = stableId(ref.name, value);
      if (value === '' || (seen.has(id) && !again)) return [];
      seen.add(id);
      return [value];
    })
    .slice(-MOST);
}

/** Whether the answer gave an ID that its request had not sent; not known is no. */
function isNew(line: SetCookieEntry): boolean {
  const { request, parsed } = line;
  const name = nameOf(line);
  if (!request.headersSeen || !parsed.ok) return false;
  const id = stableId(name, parsed.cookie.value);
  return !request.sent.some((sent) => sent.name === name && stableId(name, sent.value) === id);
}
