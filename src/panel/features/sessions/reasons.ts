import type { EventReason, OutcomeReason, Reason } from '../../../core/session/reason.ts';
import { type MessageKey, t } from '../../../platform/i18n.ts';
import { REASONS as REPLAY_REASONS } from './replay/words.ts';

/** Parts: the status of the answer. */
export const REASONS = {
  ...REPLAY_REASONS,
  answered: 'because_answered',
  'answer-not-seen': 'because_answer_not_seen',
  'sent-again': 'because_sent_again',
  'credentials-accepted': 'because_credentials_accepted',
  'session-set': 'because_session_set',
  'no-session-set': 'because_no_session_set',
  'same-page-again': 'because_same_page_again',
  'went-on': 'because_went_on',
  'shows-neither': 'because_shows_neither',
  'led-to-error': 'because_led_to_error',
  'led-back-to-login': 'because_led_back_to_login',
  'led-back-to-page': 'because_led_back_to_page',
  'led-away': 'because_led_away',
  'factor-asked': 'because_factor_asked',
  'stayed-closed': 'because_stayed_closed',
  opened: 'because_opened',
  'private-open': 'because_private_open',
  'logout-followed': 'because_logout_followed',
  'seen-by-path': 'because_seen_by_path',
  'seen-by-deletion': 'because_seen_by_deletion',
  'seen-by-clear-site-data': 'because_seen_by_clear_site_data',
  marked: 'because_marked',
  'brought-back': 'because_brought_back',
  'removed-by-response': 'because_removed_by_response',
  'removed-by-clear-site-data': 'because_removed_by_clear_site_data',
  'removed-by-script': 'because_removed_by_script',
  'removed-by-browser': 'because_removed_by_browser',
  'time-over': 'because_time_over',
  gone: 'because_gone',
  'none-before': 'because_none_before',
  'changed-outside': 'because_changed_outside',
  'old-id-refused': 'because_old_id_refused',
  'old-id-opened-closed': 'because_old_id_opened_closed',
  'old-id-opened-private': 'because_old_id_opened_private',
  'next-id-let-in': 'because_next_id_let_in',
  'kept-elsewhere': 'because_kept_elsewhere',
} as const satisfies Readonly<Record<Reason['kind'] | EventReason | OutcomeReason, MessageKey>>;

/** Why something was told so; empty for a mark. */
export function reasonWords(reason: Reason | null): string {
  return reason === null ? '' : t(REASONS[reason.kind], reason.status ?? '');
}
