/** Why a login, a logout or a change was told so. Words for it are of whoever shows it. */
import type { ReplayReason } from './replay/judge.ts';

/** How a login's or logout's outcome was told. */
export type OutcomeReason =
  /** By the status of the answer. */
  | 'answered'
  | 'answer-not-seen'
  | 'sent-again'
  | 'credentials-accepted'
  | 'session-set'
  | 'no-session-set'
  | 'same-page-again'
  | 'went-on'
  | 'shows-neither'
  | 'led-to-error'
  | 'led-back-to-login'
  | 'led-back-to-page'
  | 'led-away'
  | 'factor-asked'
  | 'stayed-closed'
  | 'opened'
  | 'private-open'
  | 'logout-followed'
  | 'seen-by-path'
  | 'seen-by-deletion'
  | 'seen-by-clear-site-data'
  | 'marked';

/** What else happened to a cookie, or was made of its old ID. */
export type EventReason =
  | 'brought-back'
  | 'removed-by-response'
  | 'removed-by-clear-site-data'
  | 'removed-by-script'
  | 'removed-by-browser'
  | 'time-over'
  | 'gone'
  | 'none-before'
  | 'changed-outside'
  | 'old-id-refused'
  | 'old-id-opened-closed'
  | 'old-id-opened-private'
  | 'next-id-let-in'
  /** The login is kept in no cookie. */
  | 'kept-elsewhere';

export interface Reason<Kind extends string = OutcomeReason | EventReason | ReplayReason> {
  readonly kind: Kind;
  /** Of the answer, for `answered`. */
  readonly status?: number;
}
