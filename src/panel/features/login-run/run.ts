/** Recorded login flows, as they are kept until the browser ends: reports, no values. */
import type { LoginCheck, LoginCheckId, SiteReport } from '../../../core/audit/report.ts';

export interface Run {
  readonly id: string;
  readonly name: string;
  readonly startedAt: number;
  readonly finishedAt: number;
  /** With its checks; Set-Cookie lines of a long flow are left out. */
  readonly report: SiteReport & { readonly loginChecks: readonly LoginCheck[] };
}

/** The oldest go first. */
export const MOST_RUNS = 20;
const MOST_LINES = 300;

export function withinBounds(report: SiteReport): SiteReport {
  return {
    ...report,
    setCookies: report.setCookies.slice(-MOST_LINES),
    cookies: report.cookies.slice(0, MOST_LINES),
  };
}

/** What storage holds is from an earlier page of ours, or from an earlier version. */
export function isRuns(value: unknown): value is readonly Run[] {
  return Array.isArray(value) && value.every(isRun);
}

function isRun(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { id, name, startedAt, finishedAt, report } = value as Partial<Run>;
  return (
    typeof id === 'string' &&
    typeof name === 'string' &&
    typeof startedAt === 'number' &&
    typeof finishedAt === 'number' &&
    typeof report?.site === 'string' &&
    Array.isArray(report.loginChecks)
  );
}

export interface Comparison {
  readonly id: LoginCheckId;
  readonly before: LoginCheck['state'] | null;
  readonly now: LoginCheck['state'];
  readonly change: 'better' | 'worse' | 'same' | 'other';
}

const RANK: Readonly<Record<LoginCheck['state'], number>> = { failed: 0, 'not-observed': 1, passed: 2 };

/** Each check of a run beside that of an earlier one. What was not observed is neither better nor worse. */
export function compareRuns(now: Run, before: Run): readonly Comparison[] {
  return now.report.loginChecks.map(({ id, state }) => {
    const earlier = before.report.loginChecks.find((check) => check.id === id)?.state ?? null;
    return { id, before: earlier, now: state, change: changeOf(earlier, state) };
  });
}

function changeOf(before: LoginCheck['state'] | null, now: LoginCheck['state']): Comparison['change'] {
  if (before === now) return 'same';
  if (before === null || before === 'not-observed' || now === 'not-observed') return 'other';
  return RANK[now] > RANK[before] ? 'better' : 'worse';
}
