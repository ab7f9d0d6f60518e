import type { Lane } from '../../../../core/timeline/lane.ts';
import { strokesOf } from '../../../../core/timeline/merge.ts';
import type { TimeRange } from '../../../../core/timeline/time-range.ts';
import { formatNumber, t } from '../../../../platform/i18n.ts';
import { axisTicks, halfOf } from '../../../chart/axis.ts';
import styles from './chart.module.css';

interface LaneSvgProps {
  readonly lane: Lane;
  readonly range: TimeRange;
  readonly width: number;
  /** The moment that is looked at. */
  readonly cursor: number | null;
}

export const LANE_HEIGHT = 84;
const RUN_TOP = 24;
const RUN_HEIGHT = 20;
const TICK_TOP = 47;
const TICK_HEIGHT = 9;
const AXIS = 62;
/** Eight digits of type, and some air. */
const LABEL_WIDTH = 64;
const COLOURS = 6;

/** IDs as coloured runs, requests as ticks below them, a time axis at the foot. Flags are laid over it. */
export function LaneSvg({ lane, range, width, cursor }: LaneSvgProps) {
  const scale = width / (range.to - range.from);
  const x = (at: number) => Math.round((at - range.from) * scale * 10) / 10;
  const strokes = strokesOf(lane.ticks, range, width);
  return (
    <svg
      class={styles.svg}
      width={width}
      height={LANE_HEIGHT}
      role="img"
      aria-label={t(
        'chart_summary',
        formatNumber(new Set(lane.runs.map(({ id }) => id)).size),
        formatNumber(lane.ticks.length),
        formatNumber(lane.flags.length),
      )}
    >
      {axisTicks(range, width).map(({ at, label }) => (
        <g key={at} transform={`translate(${x(at)} 0)`}>
          <line class={styles.gridLine} y1={RUN_TOP - 4} y2={AXIS + 4} />
          {x(at) > halfOf(label) && x(at) < width - halfOf(label) && (
            <text class={styles.axisLabel} y={AXIS + 16}>
              {label}
            </text>
          )}
        </g>
      ))}
      <line class={styles.axis} x2={width} y1={AXIS} y2={AXIS} />
      {lane.runs.map(({ id, fingerprint, from, to }, index) => {
        const left = Math.max(-4, x(from));
        const right = Math.min(width + 4, to === null ? width + 4 : x(to));
        if (right < 0 || left > width) return null;
        const shown = Math.min(right, width) - Math.max(left, 0);
        return (
          <g key={index} class={styles.run} data-colour={id % COLOURS}>
            <rect
              x={left}
              y={RUN_TOP}
              width={Math.max(2, right - left)}
              height={RUN_HEIGHT}
              rx={3}
              data-open={to === null || undefined}
            />
            {shown >= LABEL_WIDTH && (
              <text x={Math.max(left, 0) + 6} y={RUN_TOP + 14}>
                {fingerprint}
              </text>
            )}
          </g>
        );
      })}
      <path
        class={styles.ticks}
        d={strokes
          .map(
            ({ from, to }) =>
              `M${x(from) - 0.5} ${TICK_TOP}h${Math.max(1, x(to) - x(from) + 1).toFixed(1)}v${TICK_HEIGHT}H${x(from) - 0.5}z`,
          )
          .join('')}
      />
      {lane.flags.map(({ at, event }) =>
        at < range.from || at > range.to ? null : (
          <line key={event} class={styles.flagLine} x1={x(at)} x2={x(at)} y1={18} y2={AXIS} />
        ),
      )}
      {cursor !== null && <line class={styles.cursor} x1={x(cursor)} x2={x(cursor)} y1={4} y2={AXIS + 4} />}
    </svg>
  );
}
