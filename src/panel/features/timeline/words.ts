/** What a bar says, in words: for its row, for who hears it, and for the table. */
import type { Writer } from '../../../core/recording/recording.ts';
import type { BarCause, CookieBar } from '../../../core/timeline/bar.ts';
import type { ExpiryOfBar } from '../../../core/timeline/bar-expiry.ts';
import type { TimelineMoment } from '../../../core/timeline/moments.ts';
import { type MessageKey, t, tn } from '../../../platform/i18n.ts';
import { duration, relativeTime } from '../../../ui/time.ts';
import { GONE_WORDS } from '../../gone-words.ts';

const CAUSES = {
  ...GONE_WORDS,
  overwritten: 'gone_overwrite',
} as const satisfies Readonly<Record<BarCause, MessageKey>>;

export function causeWord(cause: BarCause): string {
  return t(CAUSES[cause]);
}

const WRITERS = {
  response: 'writer_response',
  script: 'writer_page_script',
  'script-or-extension': 'writer_script',
  person: 'writer_person',
  guard: 'writer_guard',
  before: 'writer_before',
  browser: 'writer_browser',
} as const satisfies Readonly<Record<Writer['kind'], MessageKey>>;

export function writerWord({ kind }: Writer): string {
  return t(WRITERS[kind]);
}

/** Where there is room for a word or two. */
const SHORT_CAUSES = {
  ...CAUSES,
  explicit: 'timeline_sign_deleted',
  expired_overwrite: 'timeline_sign_deleted',
  evicted: 'timeline_sign_evicted',
  absent: 'gone_unknown',
} as const satisfies Readonly<Record<BarCause, MessageKey>>;

/** How it ended; null: it has not. Its time may be up before the store tells so. */
export function endedAt(
  { end }: CookieBar,
  now: number,
): { readonly at: number; readonly cause: BarCause } | null {
  if (end.kind === 'gone') return { at: end.at, cause: end.cause };
  return end.kind === 'expiry' && end.at <= now ? { at: end.at, cause: 'expired' } : null;
}

/** The end in few words: "in 27 min", "session", "Deleted 2 min ago". */
export function endWords(bar: CookieBar, now: number): string {
  const ended = endedAt(bar, now);
  if (ended !== null) return t('timeline_ended', t(SHORT_CAUSES[ended.cause]), relativeTime(ended.at, now));
  return bar.end.kind === 'expiry' ? relativeTime(bar.end.at, now) : t('lifetime_session');
}

const EXPIRIES: Readonly<Record<ExpiryOfBar, MessageKey | null>> = {
  session: 'timeline_session',
  sliding: 'timeline_sliding',
  fixed: 'timeline_fixed',
  varied: 'timeline_varied',
  once: null,
};

/** What its writings show of its lifetime: "sliding: each writing gives 30 min". Empty: nothing. */
export function lifetimeWords({ expiry, lifetime, end }: CookieBar): string {
  const key = EXPIRIES[expiry];
  const given = lifetime === null ? '' : duration(lifetime);
  const kind = key === null ? (given === '' ? '' : t('timeline_gave', given)) : t(key, given);
  const capped = end.kind === 'expiry' && end.clamped ? t('timeline_clamped') : '';
  return [kind, capped].filter(Boolean).join(' · ');
}

/** How often it was written after its first writing. */
export function rewrites({ ticks }: CookieBar): number {
  return ticks.length - 1;
}

/** A bar for who hears it. */
export function barWords(bar: CookieBar, now: number): string {
  const again = rewrites(bar);
  return [
    t(bar.fromKnown ? 'timeline_set_at' : 'timeline_seen_at', relativeTime(bar.from, now)),
    again > 0 ? tn('timeline_rewrites', again) : '',
    endedAt(bar, now) === null && bar.end.kind === 'expiry'
      ? t('timeline_ends_at', endWords(bar, now))
      : endWords(bar, now),
    lifetimeWords(bar),
  ]
    .filter(Boolean)
    .join(', ');
}

const MOMENTS: Readonly<Record<TimelineMoment['kind'], MessageKey>> = {
  login: 'timeline_login',
  logout: 'timeline_logout',
  'privilege-change': 'timeline_privilege',
  mark: 'timeline_mark',
  navigation: 'timeline_navigation',
};

export function momentWord(kind: TimelineMoment['kind']): string {
  return t(MOMENTS[kind]);
}
