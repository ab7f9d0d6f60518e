import type { Recording, RequestEntry, SetCookieEntry, Site } from '../recording/recording.ts';
import { evidenceFor } from '../report/evidence.ts';
import { behaviourOf } from '../session/behaviour.ts';
import { flowsOfSite } from '../session/flows.ts';
import { siteView } from '../session/view.ts';
import type { Subject, SubjectCookie } from './subject.ts';
import { rejudged, subjectCookies } from './subject-cookies.ts';

/** What a person said of a cookie: it is the session, it is not; undefined: nothing. */
export type PersonsWord = (site: Site, cookieName: string) => boolean | undefined;

/** One subject for each site whose pages the recording shows, in the order they were first seen. */
export function buildSubjects(
  recording: Recording,
  saidOf: PersonsWord = () => undefined,
): readonly Subject[] {
  const requests = new Map<Site, RequestEntry[]>();
  for (const { site, topLevel } of recording.sites.values()) if (topLevel) requests.set(site, []);
  for (const request of recording.requests.values()) {
    const known = requests.get(request.topLevelSite);
    if (known === undefined) requests.set(request.topLevelSite, [request]);
    else known.push(request);
  }
  const subjects: Subject[] = [];
  for (const [site, own] of requests) {
    const origin = originOf(recording, site, own);
    if (origin !== null) subjects.push(buildSubject(recording, site, origin, own, saidOf));
  }
  return subjects;
}

/** null where no page of the site came over the web: the browser's own pages, files, `about:blank`. */
function originOf(recording: Recording, site: Site, requests: readonly RequestEntry[]): string | null {
  const seen = recording.sites.get(site);
  if (site === '') return null;
  if (seen?.https || requests.some(({ topLevelUrl }) => topLevelUrl.startsWith('https:')))
    return `https://${site}`;
  if (seen?.http || requests.some(({ topLevelUrl }) => topLevelUrl.startsWith('http:')))
    return `http://${site}`;
  return null;
}

function buildSubject(
  recording: Recording,
  site: Site,
  origin: string,
  requests: readonly RequestEntry[],
  saidOf: PersonsWord,
): Subject {
  const setCookies: SetCookieEntry[] = requests
    .flatMap((request) => request.setCookies)
    .sort((a, b) => a.at - b.at);
  const embedded = new Set(requests.map((request) => request.site));
  const byLooks = subjectCookies(recording, site, setCookies, embedded);
  const results = new Map<unknown, unknown>();
  const subject: Subject = {
    site,
    origin,
    recording,
    requests,
    setCookies,
    cookies: withBehaviour({ recording, site, requests, setCookies, cookies: byLooks }, saidOf),
    show: evidenceFor(recording),
    shared<T>(compute: (subject: Subject) => T): T {
      if (!results.has(compute)) results.set(compute, compute(subject));
      return results.get(compute) as T;
    },
  };
  return subject;
}

/** Roles by looks say which cookies may be sessions; what those did at logins and logouts says which are. */
function withBehaviour(
  subject: Pick<Subject, 'recording' | 'site' | 'requests' | 'setCookies' | 'cookies'>,
  saidOf: PersonsWord,
): readonly SubjectCookie[] {
  const view = siteView(subject);
  const observed = behaviourOf(view, flowsOfSite(view));
  return subject.cookies.map((cookie) => {
    const signals = observed.get(cookie) ?? [];
    const said = cookie.party === 'first' ? saidOf(subject.site, cookie.ref.name) : undefined;
    return signals.length === 0 && said === undefined ? cookie : rejudged(cookie, signals, said);
  });
}
