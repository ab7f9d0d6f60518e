/** The pages of a site whose headers rules judge. */
import type { RequestEntry } from '../recording/recording.ts';
import { analyseSessions } from '../session/analysis.ts';
import { wasRefusedBefore } from '../session/answer.ts';
import { readingOf } from '../session/reading.ts';
import { lookOfRequest } from '../session/url-look.ts';
import { siteView } from '../session/view.ts';
import type { Confidence } from './report.ts';
import { isAnswered, isHtml } from './response-headers.ts';
import { secretsSent } from './secrets-sent.ts';
import type { Subject } from './subject.ts';

/** HTML that stood in the tab itself. Without its content type nothing is known of a response's headers. */
export function pagesOf({ requests }: Subject): readonly RequestEntry[] {
  return requests.filter(
    (request) => request.type === 'main_frame' && isAnswered(request) && isHtml(request),
  );
}

export interface SignedInPage {
  readonly request: RequestEntry;
  /**
   * That somebody is logged in there. `certain`: after a login, or refused before and open now; `firm`: a private path, or a
   * cookie that is the login itself; `tentative`: a session cookie was sent, which may stand for no more than a visit.
   */
  readonly confidence: Confidence;
}

/** Pages that were asked for with a login, or what may be one; in order. */
export function signedInPages(subject: Subject): readonly SignedInPage[] {
  const { answers } = readingOf(siteView(subject));
  const isSignedIn = subject.shared(signedInTimes);
  return subject.shared(pagesOf).flatMap((request): readonly SignedInPage[] => {
    const sent = secretsSent(subject, request);
    const afterLogin = isSignedIn(request.at);
    if (request.headersSeen ? sent.length === 0 : !afterLogin) return [];
    const look = lookOfRequest(request);
    if (look === null || look.login || look.logout || look.signUp || look.reset) return [];
    if (afterLogin || wasRefusedBefore(answers, request, request.at))
      return [{ request, confidence: 'certain' }];
    const isFirm = look.personal || sent.some(({ role }) => role === 'auth');
    return [{ request, confidence: isFirm ? 'firm' : 'tentative' }];
  });
}

/** Whether a login was seen to succeed before a time, and no logout since. */
export function signedInTimes(subject: Subject): (at: number) => boolean {
  const turns = subject
    .shared(analyseSessions)
    .flows.flatMap(({ flow: { kind, at, outcome } }) =>
      kind === 'privilege-change' || outcome.result !== 'success' ? [] : [{ at, signsIn: kind === 'login' }],
    );
  return (at) => {
    let low = 0;
    let high = turns.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((turns[middle]?.at ?? 0) < at) low = middle + 1;
      else high = middle;
    }
    return turns[low - 1]?.signsIn ?? false;
  };
}
