import type { BarCause } from '../../../core/timeline/bar.ts';
import type { Stroke } from '../../../core/timeline/merge.ts';
import styles from './bar.module.css';
import type { BarShape, Box } from './bar-shape.ts';

interface BarSvgProps {
  readonly shape: BarShape;
  readonly width: number;
  /** A session, a login, or what guards one. */
  readonly isSecret: boolean;
  readonly isOver: boolean;
  readonly soon: boolean;
}

const HEIGHT = 22;
const TOP = 6;
const THICK = 10;
const MIDDLE = TOP + THICK / 2;

/** What was, solid; what is left, light; each writing a stroke; its end a stop, or how it ended. */
export function BarSvg({ shape, width, isSecret, isOver, soon }: BarSvgProps) {
  const { left, lost, torn, gone, end } = shape;
  return (
    <svg
      class={styles.svg}
      width={width}
      height={HEIGHT}
      aria-hidden="true"
      data-secret={isSecret || undefined}
      data-over={isOver || undefined}
      data-soon={soon || undefined}
    >
      {lost && <path class={styles.lost} d={`M${r(lost.from)} ${MIDDLE}H${r(lost.to)}`} />}
      {left && <rect class={styles.left} {...boxOf(left)} data-open={shape.open || undefined} />}
      {shape.past.map((past, index) => (
        <rect key={index} class={styles.past} {...boxOf(past)} />
      ))}
      {shape.formerEnds.length > 0 && (
        <path class={styles.former} d={strokePath(shape.formerEnds, TOP + 2, THICK - 4)} />
      )}
      {shape.writes.length > 0 && <path class={styles.write} d={strokePath(shape.writes, 3, 16)} />}
      {shape.open && !isOver && shape.aside === null && (
        <path class={styles.open} d={`M${r(width - 13)} 7l4 4-4 4m4-8l4 4-4 4`} />
      )}
      {end !== null && (
        <path
          class={styles.end}
          d={`M${r(end)} 3v16${shape.clamped ? `M${r(end - 4)} 3v16M${r(end - 4)} 3h4M${r(end - 4)} 19h4` : ''}`}
        />
      )}
      {torn !== null && <path class={styles.torn} d={`M${r(torn)} 4l-3 3.5 3 3.5-3 3.5 3 3.5`} />}
      {gone && <path class={styles.gone} d={`M${r(gone.x)} ${MIDDLE}${GLYPHS[gone.cause]}`} />}
      {shape.aside !== null && (
        <path
          class={styles.aside}
          d={shape.aside === 'before' ? 'M9 7l-4 4 4 4' : `M${r(width - 9)} 7l4 4-4 4`}
        />
      )}
    </svg>
  );
}

const CROSS = 'm-4 -4l8 8m0 -8l-8 8';
const RING = 'm-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0';
const DIAMOND = 'm-4.5 0l4.5 -4.5l4.5 4.5l-4.5 4.5z';
const DOWN = 'm-4.5 -3h9l-4.5 7z';

/** How it ended: by time a ring, by somebody a cross, for want of room a triangle, nobody knows how a diamond. */
export const GLYPHS: Readonly<Record<BarCause, string>> = {
  expired: RING,
  explicit: CROSS,
  expired_overwrite: CROSS,
  overwrite: CROSS,
  overwritten: CROSS,
  evicted: DOWN,
  absent: DIAMOND,
  unknown: DIAMOND,
};

function boxOf({ from, to }: Box) {
  return { x: r(from), y: TOP, width: Math.max(1.5, r(to - from)), height: THICK, rx: 2 };
}

function strokePath(strokes: readonly Stroke[], top: number, height: number): string {
  return strokes
    .map(
      ({ from, to }) =>
        `M${r(from - 0.75)} ${top}h${r(Math.max(1.5, to - from + 1.5))}v${height}H${r(from - 0.75)}z`,
    )
    .join('');
}

/** Tenths of a pixel are enough. */
function r(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
