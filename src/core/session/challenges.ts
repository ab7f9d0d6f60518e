/** Logins by HTTP itself (RFC 9110 section 11): a challenge, and the request that answers it. */
import { requestKey } from '../recording/keys.ts';
import type { Recording, RequestEntry } from '../recording/recording.ts';
import { answerOf } from './answer.ts';
import { isDocument } from './chain.ts';
import { hasHttpCredential, isChallenge } from './credential.ts';
import { lookOfRequest } from './url-look.ts';

/**
 * Chromium shows extensions no Authorization header that it made itself: what answers a challenge is then told by its retry, or by
 * the page that was challenged and is open now.
 */
export class Challenges {
  readonly #recording: Recording;
  /** Pages that were challenged and not opened since, by host. */
  readonly #open = new Map<string, Set<string>>();

  constructor(recording: Recording) {
    this.#recording = recording;
  }

  /** Asked of every request in its order. Browsers send credentials with every request from then on: only the first is a login. */
  isAnsweredBy(request: RequestEntry): boolean {
    const page = lookOfRequest(request)?.page ?? '';
    const challenged = this.#open.get(request.host);
    const isRetry = this.#isRetry(request, page);
    if (!isChallenge(request)) {
      const wasAsked =
        challenged !== undefined &&
        (hasHttpCredential(request) ||
          (challenged.has(page) && isDocument(request) && answerOf(request) === 'allowed'));
      return wasAsked || isRetry;
    }
    if (challenged === undefined) this.#open.set(request.host, new Set([page]));
    else if (challenged.size < MOST_PAGES) challenged.add(page);
    if (challenged !== undefined && hasHttpCredential(request)) return true;
    // A retry that is challenged again was refused; unless only its nonce was old, or the scheme has several legs.
    return isRetry && !request.responseHeaders.some(isOneMoreLeg);
  }

  /** However somebody was let in: what was challenged before is answered by that. */
  settle(request: RequestEntry): void {
    if (request.status !== 401) this.#open.delete(request.host);
  }

  #isRetry({ requestId, hop }: RequestEntry, page: string): boolean {
    const before = hop === 0 ? undefined : this.#recording.requests.get(requestKey(requestId, hop - 1));
    return before !== undefined && isChallenge(before) && lookOfRequest(before)?.page === page;
  }
}

const MOST_PAGES = 100;

/** RFC 7616 section 3.3 (`stale`), RFC 4559. */
function isOneMoreLeg({ name, value }: { readonly name: string; readonly value: string }): boolean {
  return (
    name === 'www-authenticate' && /stale\s{0,9}=\s{0,9}"?true|^\s{0,9}(?:negotiate|ntlm)\b/i.test(value)
  );
}
