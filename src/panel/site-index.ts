import type { Audited } from './audit-recording.ts';

/** Place of the site to show: the one a person chose, the page's own, else the one that came last; -1: there is none. */
export function siteIndex(
  { report, subjects }: Audited,
  chosen: string | null,
  pageUrl: string | null,
): number {
  const asked = report.sites.findIndex(({ site }) => site === chosen);
  if (asked >= 0) return asked;
  const host = pageUrl !== null && URL.canParse(pageUrl) ? new URL(pageUrl).hostname : '';
  const own = subjects.findIndex(({ site }) => host === site || host.endsWith(`.${site}`));
  return own >= 0 ? own : report.sites.length - 1;
}
