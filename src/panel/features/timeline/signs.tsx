import { Flag, type IconNode, KeyRound, LogIn, LogOut } from 'lucide';
import { clustersOf } from '../../../core/timeline/merge.ts';
import type { TimelineMoment } from '../../../core/timeline/moments.ts';
import { spanOf } from '../../../core/timeline/time-range.ts';
import { Icon } from '../../../ui/icon.tsx';
import { clockTime } from '../../../ui/time.ts';
import { plainText } from '../../../ui/visible-text.ts';
import type { TimeAxis } from '../../chart/time-axis.ts';
import type { Zoom } from '../../chart/use-zoom.ts';
import styles from './head.module.css';
import type { TimelineModel } from './model.ts';
import { momentWord } from './words.ts';

const ICONS: Readonly<Record<Exclude<TimelineMoment['kind'], 'navigation'>, IconNode>> = {
  login: LogIn,
  logout: LogOut,
  'privilege-change': KeyRound,
  mark: Flag,
};

interface SignsProps {
  readonly model: TimelineModel;
  readonly axis: TimeAxis;
  readonly zoom: Zoom;
}

/** Pixels between two signs; nearer ones share one. */
const APART = 22;
/** Moments that a sign tells of in its tooltip. */
const TOLD = 8;

/** Logins, logouts and marks, as buttons that zoom in on them. */
export function Signs({ model, axis, zoom }: SignsProps) {
  const { width } = axis;
  const placed = model.moments.value.flatMap((moment) =>
    moment.kind === 'navigation' ? [] : [{ at: axis.x(moment.at), moment, icon: ICONS[moment.kind] }],
  );
  return (
    <>
      {clustersOf(placed, { from: 0, to: width }, width, APART).map(({ at, items }) => {
        const first = mainOf(items);
        const words = items
          .slice(0, TOLD)
          .map(({ moment }) => `${clockTime(moment.at)} ${wordsOf(moment)}`)
          .join('\n');
        return (
          <button
            key={`${first.moment.kind} ${first.moment.at}`}
            type="button"
            class={styles.sign}
            style={{ left: `${Math.min(width - 11, Math.max(11, at))}px` }}
            aria-label={items.length > 1 ? `${items.length}: ${words}` : words}
            title={words}
            onClick={() => {
              const last = items.at(-1)?.at ?? at;
              const perPixel = spanOf(zoom.range) / width;
              const half = Math.max((last - at) * 0.75, width / 6);
              const middle = zoom.range.from + ((at + last) / 2) * perPixel;
              zoom.show({ from: middle - half * perPixel, to: middle + half * perPixel });
            }}
          >
            <Icon node={first.icon} size={12} />
            {items.length > 1 && items.length}
          </button>
        );
      })}
    </>
  );
}

interface Placed {
  readonly moment: TimelineMoment;
  readonly icon: IconNode;
}

const RANK: readonly TimelineMoment['kind'][] = ['login', 'logout', 'privilege-change', 'mark'];

/** The one of several whose icon stands for all. */
function mainOf<T extends Placed>(items: readonly [T, ...T[]]): T {
  const rank = ({ moment: { kind } }: Placed) => RANK.indexOf(kind);
  return items.reduce((best, next) => (rank(next) < rank(best) ? next : best));
}

function wordsOf({ kind, text }: TimelineMoment): string {
  const word = momentWord(kind);
  return text === '' ? word : `${word}: ${plainText(text).slice(0, 200)}`;
}
