/** How flows are shown as evidence. */
import type { Subject } from '../audit/subject.ts';
import type { CookieLife } from './cookie-life.ts';
import type { Flow } from './flow.ts';
import { fingerprintsOf } from './id-runs.ts';
import type { ReplayReason } from './replay/judge.ts';
import type { JudgedReplay } from './replay/judged.ts';

/** What a finding about a flow has for its URL. */
export function flowUrl({ url }: Flow): { readonly url?: string } {
  return url === null ? {} : { url };
}

/** The flow's first requests, and what became of a cookie's ID. */
export function flowEvidence(
  subject: Subject,
  flow: Flow,
  life: CookieLife,
  what: string,
  id: string | null = null,
): readonly string[] {
  const shown = flow.requests.slice(0, 3).map((request) => {
    const { status } = request;
    return status === null ? subject.show.request(request) : `${subject.show.request(request)} → ${status}`;
  });
  const of = id === null ? '' : ` (ID ${fingerprintsOf(life, subject.show.fingerprint)(id)})`;
  return [...(shown.length === 0 ? ['Marked by hand'] : shown), `Cookie: ${what}${of}`];
}

const SENT = {
  none: 'without cookies',
  current: 'with the current cookies',
  old: 'with the old ID',
} as const;

/** Reports are in English. */
const WORDS: Readonly<Record<ReplayReason, string>> = {
  'replay-opened-closed': 'the old ID opened a page that is closed without it',
  'replay-offers-logout': 'with the old ID the page offers to log out',
  'replay-like-current': 'with the old ID the page is the same as with the current one',
  'replay-refused': 'the old ID was refused',
  'replay-led-to-login': 'the old ID led to the login page',
  'replay-offers-no-logout': 'with the old ID the page offers no logout',
  'replay-like-none': 'with the old ID the page is the same as without cookies',
  'replay-no-answer': 'an answer did not come',
  'replay-server-error': 'the server answered with an error',
  'replay-current-refused': 'the current session does not open the page either',
  'replay-page-missing': 'the page is missing',
  'replay-led-elsewhere': 'the old ID was sent to another page',
  'replay-same-for-all': 'the page is the same for everybody',
  'replay-shows-neither': 'the answer shows neither',
};

/** What the three requests of a replay were answered. */
export function replayEvidence(
  subject: Subject,
  { url, answers, judgement }: JudgedReplay,
): readonly string[] {
  const lines = (['none', 'current', 'old'] as const).map((cookies) => {
    const { status, to, length, problem } = answers[cookies];
    const led = to === null ? '' : ` to ${subject.show.url(to)}`;
    return `GET ${subject.show.url(url)} ${SENT[cookies]} → ${status ?? problem ?? 'no answer'}${led}, ${length} bytes`;
  });
  return [...lines, `Asked again by a person: ${WORDS[judgement.because]}`];
}
