/** What the analysis of sessions reads: a site's part of a recording. */
import type { Subject, SubjectCookie } from '../audit/subject.ts';
import type { RequestEntry } from '../recording/recording.ts';

export type SiteView = Pick<Subject, 'recording' | 'site' | 'setCookies'> & {
  /** To the site itself, under its own pages, in order. */
  readonly requests: readonly RequestEntry[];
  readonly cookies: readonly SubjectCookie[];
};

export function siteView(
  subject: Pick<Subject, 'recording' | 'site' | 'setCookies' | 'requests' | 'cookies'>,
): SiteView {
  const { recording, site, setCookies, cookies } = subject;
  const requests = subject.requests.filter((request) => request.party === 'first');
  return { recording, site, setCookies, cookies, requests };
}
