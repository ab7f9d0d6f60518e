import { CircleX, Eye, type IconNode, PencilLine, Plus, RotateCw, Trash } from 'lucide';
import type { CookieEvent } from '../../../../core/recording/recording.ts';
import { type MessageKey, t } from '../../../../platform/i18n.ts';
import { GONE_WORDS } from '../../../gone-words.ts';

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

/** What happened, in a word or two. */
export function eventWord(event: CookieEvent): string {
  return t(event.kind === 'gone' ? GONE_WORDS[event.cause] : WORDS[event.kind]);
}
