import type { SessionMoment } from '../../../../core/session/session-events.ts';
import type { LaneFlag } from '../../../../core/timeline/lane.ts';
import { clustersOf } from '../../../../core/timeline/merge.ts';
import { rangeOf, type TimeRange } from '../../../../core/timeline/time-range.ts';
import { Icon } from '../../../../ui/icon.tsx';
import { clockTime } from '../../../../ui/time.ts';
import { plainText } from '../../../../ui/visible-text.ts';
import styles from './chart.module.css';
import { FLAG_ICONS, flagTone, flagWords, mainFlag } from './flag-look.ts';

interface FlagsProps {
  readonly flags: readonly LaneFlag[];
  readonly events: readonly SessionMoment[];
  readonly range: TimeRange;
  readonly width: number;
  readonly onShow: (range: TimeRange) => void;
  /** Shows what a flag is about. */
  readonly onOpen: (event: SessionMoment) => void;
  /** The one that is hovered or has the focus. */
  readonly onLook: (at: number | null) => void;
}

const APART = 22;

/** What happened, as buttons above the lane; those that would cover each other share one, which zooms in. */
export function Flags({ flags, events, range, width, onShow, onOpen, onLook }: FlagsProps) {
  const scale = width / (range.to - range.from);
  return (
    <>
      {clustersOf(flags, range, width, APART).map(({ at, items }) => {
        const main = mainFlag(items, events);
        const event = events[main.event];
        const last = items.at(-1) ?? main;
        if (event === undefined) return null;
        const words = items
          .slice(0, 6)
          .flatMap((flag) => {
            const each = events[flag.event];
            return each === undefined ? [] : [`${clockTime(flag.at)} ${flagWords(each)}`];
          })
          .map((text) => plainText(text).slice(0, 200))
          .join('\n');
        return (
          <button
            key={main.event}
            type="button"
            class={styles.flag}
            data-tone={flagTone(event)}
            style={{ left: `${Math.min(width - 11, Math.max(11, (at - range.from) * scale))}px` }}
            aria-label={items.length > 1 ? `${items.length}: ${words}` : words}
            title={words}
            onClick={() => {
              const all = last.at - at > 50 ? rangeOf([at, last.at], 0.5) : null;
              if (all === null) onOpen(event);
              else onShow(all);
            }}
            onFocus={() => onLook(main.at)}
            onBlur={() => onLook(null)}
          >
            <Icon node={FLAG_ICONS[main.kind]} size={12} />
            {items.length > 1 && <span class={styles.flagCount}>{items.length}</span>}
          </button>
        );
      })}
    </>
  );
}
