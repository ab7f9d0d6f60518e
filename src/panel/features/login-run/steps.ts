/** How far a login flow has come, told from what was recorded since it began. */
import type { SessionEvent, SiteReport } from '../../../core/audit/report.ts';
import type { Subject } from '../../../core/audit/subject.ts';

export const STEPS = ['anonymous', 'login', 'use', 'logout', 'after'] as const;
export type Step = (typeof STEPS)[number];

/** Steps that were seen. */
export function stepsDone(site: SiteReport, subject: Subject): ReadonlySet<Step> {
  const done = new Set<Step>();
  const login = newest(site, 'login', ({ verdict }) => verdict !== 'failed');
  // What the server says of the old ID comes with a later page.
  const logout = newest(
    site,
    'logout',
    ({ verdict }) => verdict !== 'alive-after-logout' && verdict !== 'dead-after-logout',
  );
  const pages = subject.requests.filter(
    ({ type, party, status }) =>
      type === 'main_frame' && party === 'first' && status !== null && status < 300,
  );
  if (pages.some(({ at }) => login === null || at <= login)) done.add('anonymous');
  if (login !== null) done.add('login');
  // The page that the login itself leads to comes within moments; a person's next page does not.
  const after = login === null ? [] : pages.filter(({ at }) => at > login);
  if (after.filter(({ at }) => logout === null || at < logout).length >= 1) done.add('use');
  if (logout !== null) done.add('logout');
  if (logout !== null && pages.filter(({ at }) => at > logout).length >= 1) done.add('after');
  return done;
}

function newest(
  { sessions }: SiteReport,
  kind: SessionEvent['kind'],
  counts: (event: SessionEvent) => boolean,
): number | null {
  const times = sessions.flatMap(({ events }) =>
    events.filter((event) => event.kind === kind && counts(event)).map(({ at }) => at),
  );
  return times.length === 0 ? null : Math.max(...times);
}

/** The first that was not seen yet; null: all were. */
export function nextStep(done: ReadonlySet<Step>): Step | null {
  return STEPS.find((step) => !done.has(step)) ?? null;
}
