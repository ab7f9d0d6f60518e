import { CircleX, Eye, type IconNode, PencilLine, Plus, RotateCw, Trash } from 'lucide';
import type { CookieEvent } from '../../../../core/recording/recording.ts';
import { type MessageKey, t } from '../../../../platform/i18n.ts';

export const EVENT_ICONS: Readonly<Record<CookieEvent['kind'], IconNode>> = {
  seen: Eye,
  created: Plus,
  changed: PencilLine,
  renewed: RotateCw,
  rejected: CircleX,
  gone: Trash,
};

const WORDS: Readonly<Record<Exclude<CookieEvent['kind'], 'gone'>, MessageKey>> = {
  seen: 'event_seen',
  created: 'event_created',
  changed: 'event_changed',
  renewed: 'event_renewed',
  rejected: 'event_rejected',
};

const CAUSES = {
  explicit: 'gone_explicit',
  overwrite: 'gone_overwrite',
  expired: 'gone_expired',
  evicted: 'gone_evicted',
  expired_overwrite: 'gone_expired_overwrite',
  unknown: 'gone_unknown',
  absent: 'gone_absent',
} as const satisfies Readonly<Record<(CookieEvent & { kind: 'gone' })['cause'], MessageKey>>;

/** What happened, in a word or two. */
export function eventWord(event: CookieEvent): string {
  return t(event.kind === 'gone' ? CAUSES[event.cause] : WORDS[event.kind]);
}
