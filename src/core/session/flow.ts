/** A login, a logout or a change of rights, as one flow of requests. */
import type { RequestEntry } from '../recording/recording.ts';
import type { CredentialKind } from './credential.ts';
import type { OutcomeReason, Reason } from './reason.ts';

export interface Attempt {
  readonly kind: CredentialKind;
  readonly request: RequestEntry;
  /** The request and the redirects that follow it. */
  readonly chain: readonly RequestEntry[];
  /** The page that was shown next: the chain's end, or what script went to. */
  readonly landing: RequestEntry | null;
}

export type Outcome =
  | { readonly result: 'success' | 'failed'; readonly because: Reason<OutcomeReason> }
  /** The answer was not seen, or shows neither. */
  | { readonly result: 'unknown'; readonly because: Reason<OutcomeReason> };

export interface Flow {
  readonly kind: 'login' | 'logout' | 'privilege-change';
  /** When it began: what was before is compared with what is at `until`. */
  readonly at: number;
  readonly until: number;
  /** Its first request's URL; null for a mark that nothing was seen beside. */
  readonly url: string | null;
  readonly method: string | null;
  /** How it was seen. */
  readonly by: CredentialKind | 'path' | 'deletion' | 'clear-site-data' | 'mark';
  /** First to last; more than one for two steps and second factors. */
  readonly attempts: readonly Attempt[];
  /** Every request of the flow, redirects and landing pages among them. */
  readonly requests: readonly RequestEntry[];
  readonly outcome: Outcome;
}
