/** Addresses of a recording from which a sample of new session IDs can be asked for. */
import { cookieOf, isLive, nameOf } from '../../audit/line.ts';
import type { Recording, RequestEntry } from '../../recording/recording.ts';
import { isLogoutRequest } from '../logout.ts';
import { actsOnSomething } from '../replay/choose.ts';

export interface SampleSource {
  /** Without a fragment. */
  readonly url: string;
  /** Its answer set the cookie in the recording; else it is a page that may, for a visitor without cookies. */
  readonly sets: boolean;
}

const LONGEST_URL = 2000;
const MOST = 20;

/**
 * Recorded GETs of the site (a registrable domain, or a host that has none): first those whose answer set the cookie, then
 * pages; of each kind those without a query first, then the newest. Nothing that logs out or acts. At most 20.
 */
export function sampleSources(
  recording: Recording,
  { site, name }: { readonly site: string; readonly name: string },
): readonly SampleSource[] {
  const sources = new Map<string, SampleSource>();
  for (const request of [...recording.requests.values()].reverse()) {
    if (request.site !== site || request.method !== 'GET') continue;
    const sets = request.setCookies.some(
      (line) => nameOf(line) === name && isLive(line) && cookieOf(line)?.value !== '',
    );
    if (!sets && (request.type !== 'main_frame' || request.status === 404)) continue;
    const url = request.url.replace(/#.*$/s, '');
    if (sources.get(url)?.sets || (!sets && sources.has(url)) || !isAskable(request)) continue;
    sources.set(url, { url, sets });
  }
  return [...sources.values()].sort((a, b) => rank(a) - rank(b)).slice(0, MOST);
}

function rank({ url, sets }: SampleSource): number {
  return (sets ? 0 : 2) + (url.includes('?') ? 1 : 0);
}

function isAskable(request: RequestEntry): boolean {
  const { status, url } = request;
  if (status === null || status >= 500 || url.length > LONGEST_URL) return false;
  return /^https?:\/\//.test(url) && !isLogoutRequest(request) && !actsOnSomething(url);
}
