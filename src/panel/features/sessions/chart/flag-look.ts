import {
  CircleMinus,
  CirclePlus,
  Flag,
  type IconNode,
  KeyRound,
  LogIn,
  LogOut,
  RefreshCw,
  TimerOff,
} from 'lucide';
import type { SessionMoment } from '../../../../core/session/session-events.ts';
import type { LaneFlag } from '../../../../core/timeline/lane.ts';
import { t } from '../../../../platform/i18n.ts';
import type { Tone } from '../../../../ui/badge.tsx';
import { isFlowEvent, toneOf } from '../verdict-cards.ts';
import { KINDS, verdictTitle } from '../words.ts';

export const FLAG_ICONS: Readonly<Record<LaneFlag['kind'], IconNode>> = {
  login: LogIn,
  logout: LogOut,
  'privilege-change': KeyRound,
  rotation: RefreshCw,
  issued: CirclePlus,
  cleared: CircleMinus,
  expired: TimerOff,
  mark: Flag,
};

const RANK: readonly LaneFlag['kind'][] = [
  'login',
  'logout',
  'privilege-change',
  'rotation',
  'expired',
  'cleared',
  'issued',
  'mark',
];
const TONES: readonly Tone[] = ['bad', 'warn', 'good', 'info', 'neutral'];

export function flagTone(event: SessionMoment): Tone {
  if (isFlowEvent(event)) return toneOf(event.kind, event.verdict);
  return event.kind === 'rotation' ? 'warn' : event.kind === 'mark' ? 'info' : 'neutral';
}

export function flagWords(event: SessionMoment): string {
  if (isFlowEvent(event)) return verdictTitle(event.kind, event.verdict);
  return event.kind === 'mark' && (event.text ?? '') !== ''
    ? t('sessions_verdict', t(KINDS.mark), event.text ?? '')
    : t(KINDS[event.kind]);
}

/** The one of several that stands for all: the worst, then the one that says most. */
export function mainFlag(
  flags: readonly [LaneFlag, ...LaneFlag[]],
  events: readonly SessionMoment[],
): LaneFlag {
  const rank = ({ kind, event }: LaneFlag) => {
    const moment = events[event];
    const tone = moment === undefined ? TONES.length : TONES.indexOf(flagTone(moment));
    return tone * RANK.length + RANK.indexOf(kind);
  };
  return flags.reduce((best, next) => (rank(next) < rank(best) ? next : best));
}
