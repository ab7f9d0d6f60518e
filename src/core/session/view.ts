/** What the analysis of sessions reads: a site's part of a recording. */
import type { Subject, SubjectCookie } from '../audit/subject.ts';
import type { RequestEntry } from '../recording/recording.ts';

export type SiteView = Pick<Subject, 'recording' | 'site' | 'setCookies'> & {
  /** To the site itself, under its own pages, in order. */
  readonly requests: readonly RequestEntry[];
  readonly cookies: readonly SubjectCookie[];
};

/** A subject's requests never change: the same list is the same view. */
const own = new WeakMap<readonly RequestEntry[], readonly RequestEntry[]>();

export function siteView(
  subject: Pick<Subject, 'recording' | 'site' | 'setCookies' | 'requests' | 'cookies'>,
): SiteView {
  const { recording, site, setCookies, cookies } = subject;
  let requests = own.get(subject.requests);
  if (requests === undefined) {
    requests = subject.requests.filter((request) => request.party === 'first');
    own.set(subject.requests, requests);
  }
  return { recording, site, setCookies, cookies, requests };
}
