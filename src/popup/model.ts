/** What the popup shows, told from the tab and the worker's answer. No verdict is made here. */
import type { Finding, Report, SessionEvent, Severity, SiteReport } from '../core/audit/report.ts';

export type PopupState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'browser-page' }
  | { readonly kind: 'no-access'; readonly host: string }
  | { readonly kind: 'error' }
  /** The worker knows nothing of the site yet. */
  | { readonly kind: 'empty'; readonly host: string }
  | { readonly kind: 'report'; readonly host: string; readonly site: SiteReport };

export interface TabView {
  readonly tabId: number;
  /** undefined: not for us to see. */
  readonly url: string | undefined;
  readonly access: boolean;
}

/** The state where no report is needed to know it; null: ask the worker. */
export function stateOfTab(tab: TabView | null): PopupState | null {
  if (tab === null) return { kind: 'browser-page' };
  if (tab.url === undefined) return tab.access ? { kind: 'browser-page' } : { kind: 'no-access', host: '' };
  if (!/^https?:/.test(tab.url)) return { kind: 'browser-page' };
  return tab.access ? null : { kind: 'no-access', host: hostOf(tab.url) };
}

/** @param answer the worker's, from `unknown`: nothing of it is believed unseen. */
export function stateOfAnswer(answer: unknown, url: string): PopupState {
  const host = hostOf(url);
  if (answer === null) return { kind: 'empty', host };
  if (!isReport(answer)) return { kind: 'error' };
  const site = siteOf(answer, url);
  return site === undefined ? { kind: 'empty', host } : { kind: 'report', host, site };
}

function isReport(answer: unknown): answer is Report {
  return typeof answer === 'object' && answer !== null && 'sites' in answer && Array.isArray(answer.sites);
}

/** The page's own site: the report names registrable domains, so the host is that or below it. */
function siteOf(report: Report, url: string): SiteReport | undefined {
  const { hostname } = new URL(url);
  return report.sites.find(({ site }) => {
    const domain = site.slice(site.indexOf('://') + 3);
    return hostname === domain || hostname.endsWith(`.${domain}`);
  });
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : '';
}

export const SEVERITIES: readonly Severity[] = ['critical', 'high', 'medium', 'low', 'info'];

/** How many findings of each severity, the worst first; none are left out. */
export function countsOf(
  findings: readonly Finding[],
): readonly { readonly severity: Severity; readonly count: number }[] {
  return SEVERITIES.map((severity) => ({
    severity,
    count: findings.filter((finding) => finding.severity === severity).length,
  })).filter(({ count }) => count > 0);
}

export type Mood = 'good' | 'fair' | 'bad' | 'none';

/** How the grade is coloured and put in words. */
export function moodOf(grade: string): Mood {
  switch (grade.charAt(0)) {
    case 'A':
    case 'B':
      return 'good';
    case 'C':
      return 'fair';
    case 'D':
    case 'F':
      return 'bad';
    default:
      return 'none';
  }
}

export type LoginVerdict = 'rotated' | 'kept' | 'issued' | 'added' | 'rolling' | 'failed' | 'unobserved';

/** What the newest login did to the session, all of its cookies taken together (contracts.md); null: none was seen. */
export function lastLogin({
  sessions,
}: SiteReport): { readonly at: number; readonly verdict: LoginVerdict } | null {
  const logins = sessions.flatMap(({ events }) => events.filter(({ kind }) => kind === 'login'));
  const at = Math.max(...logins.map((login) => login.at));
  const verdicts = new Set(logins.filter((login) => login.at === at).map(({ verdict }) => verdict));
  const verdict = togetherOf(verdicts);
  return verdict === null ? null : { at, verdict };
}

const DECIDES_FIRST: readonly LoginVerdict[] = [
  'rotated',
  'added',
  'kept',
  'issued',
  'rolling',
  'failed',
  'unobserved',
];

function togetherOf(verdicts: ReadonlySet<SessionEvent['verdict']>): LoginVerdict | null {
  if (!verdicts.has('rotated') && verdicts.has('kept') && verdicts.has('issued')) return 'added';
  return DECIDES_FIRST.find((verdict) => verdicts.has(verdict)) ?? null;
}
