import type { Recording, RequestEntry, SetCookieEntry, Site } from '../recording/recording.ts';
import { evidenceFor } from '../report/evidence.ts';
import type { Subject } from './subject.ts';
import { subjectCookies } from './subject-cookies.ts';

/** One subject for each site whose pages the recording shows, in the order they were first seen. */
export function buildSubjects(recording: Recording): readonly Subject[] {
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
    if (origin !== null) subjects.push(buildSubject(recording, site, origin, own));
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
): Subject {
  const setCookies: SetCookieEntry[] = requests
    .flatMap((request) => request.setCookies)
    .sort((a, b) => a.at - b.at);
  const embedded = new Set(requests.map((request) => request.site));
  const results = new Map<unknown, unknown>();
  const subject: Subject = {
    site,
    origin,
    recording,
    requests,
    setCookies,
    cookies: subjectCookies(recording, site, setCookies, embedded),
    show: evidenceFor(recording),
    shared<T>(compute: (subject: Subject) => T): T {
      if (!results.has(compute)) results.set(compute, compute(subject));
      return results.get(compute) as T;
    },
  };
  return subject;
}
