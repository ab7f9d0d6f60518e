/** Asking whether an old session ID still works. Messages name what is asked; cookies never travel in them. */
import type { Replay, ReplayCookies } from '../core/recording/fact.ts';

export interface ReplayQuestion {
  readonly what: Replay['what'];
  /** Registrable domain, or the host itself where it has none. */
  readonly site: string;
  /** When the logout or login began. */
  readonly flow: number;
  /** What the person was told would be asked for; anything else is not sent. */
  readonly url: string;
}

export type ReplayError =
  /** Another replay is under way. */
  | 'busy'
  /** The browser does not let the extension put the header on. */
  | 'no-permission'
  /** Access to the site is missing. */
  | 'no-access'
  /** The recording no longer holds what the person was shown. */
  | 'changed'
  | 'stopped'
  | 'failed';

/** Which of the three requests is under way, or how it ended; the answers come as a fact. */
export interface ReplayProgress {
  readonly question: ReplayQuestion;
  readonly step: ReplayCookies | 'done' | ReplayError;
}
