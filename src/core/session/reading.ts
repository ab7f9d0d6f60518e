/** What a site's requests say whatever its cookies are: read once, although cookies are judged twice. */
import type { RequestEntry } from '../recording/recording.ts';
import { hostOf } from '../recording/url.ts';
import { siteOfHost } from '../site/site.ts';
import { type Answers, answersOf } from './answer.ts';
import { attemptsOf } from './attempts.ts';
import { hasBearer, hasHttpCredential } from './credential.ts';
import type { Attempt } from './flow.ts';
import type { SiteView } from './view.ts';

export interface Reading {
  readonly answers: Answers;
  readonly attempts: readonly Attempt[];
  /** Requests with an Authorization header, to whatever site, under the site's pages. */
  readonly authorised: readonly RequestEntry[];
  /** When pages of the site were done, oldest first. */
  readonly pagesDone: readonly number[];
}

const readings = new WeakMap<readonly RequestEntry[], Reading>();

export function readingOf(view: SiteView): Reading {
  const known = readings.get(view.requests);
  if (known !== undefined) return known;
  const { requests } = view;
  const reading = {
    answers: answersOf(requests),
    attempts: attemptsOf(view),
    authorised: authorisedOf(view),
    pagesDone: pagesDone(view),
  };
  readings.set(view.requests, reading);
  return reading;
}

/** A page of script may keep its login with an API of another site. */
function authorisedOf({ recording, site, requests }: SiteView): readonly RequestEntry[] {
  const others = [...recording.requests.values()].filter(
    (request) => request.topLevelSite === site && request.party === 'third' && hasBearer(request),
  );
  const own = requests.filter((request) => hasBearer(request) || hasHttpCredential(request));
  return [...own, ...others].sort((a, b) => a.at - b.at);
}

function pagesDone({ recording, site }: SiteView): readonly number[] {
  return recording.moments
    .flatMap((moment) =>
      moment.kind === 'page-done' && siteOfHost(hostOf(moment.url)) === site ? [moment.at] : [],
    )
    .sort((a, b) => a - b);
}
