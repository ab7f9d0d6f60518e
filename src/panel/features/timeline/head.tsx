// biome-ignore-all lint/a11y/useSemanticElements: rows are virtual and drawn, which a <table> cannot be
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus
import type { RefObject } from 'preact';
import { t } from '../../../platform/i18n.ts';
import { clockTime, exactTime, relativeTime } from '../../../ui/time.ts';
import { halfOf } from '../../chart/axis.ts';
import type { TimeAxis } from '../../chart/time-axis.ts';
import type { Zoom } from '../../chart/use-zoom.ts';
import styles from './head.module.css';
import type { TimelineModel } from './model.ts';
import { Signs } from './signs.tsx';

interface HeadProps {
  readonly model: TimelineModel;
  readonly axis: TimeAxis;
  /** The cell that is as wide as the axis. */
  readonly area: RefObject<HTMLDivElement | null>;
  readonly hasEnd: boolean;
  readonly zoom: Zoom;
}

/** The axis with its figures, and signs of what happened above them. */
export function Head({ model, axis, area, hasEnd, zoom }: HeadProps) {
  const { width } = axis;
  return (
    <div class={styles.head} role="row" aria-rowindex={1}>
      <div role="columnheader" class={styles.name}>
        {t('column_name')}
      </div>
      <div role="columnheader" class={styles.axis} ref={area} data-axis>
        <span class="visually-hidden">{t('timeline_axis')}</span>
        <svg class={styles.svg} width={width} height={40} aria-hidden="true">
          {axis.ticks.map(({ x, label, isNow }) => (
            <g
              key={label + x}
              transform={`translate(${Math.round(x) + 0.5} 0)`}
              data-now={isNow || undefined}
            >
              <path class={styles.tick} d="M0 35v5" />
              {x > halfOf(label) && x < width - halfOf(label) && (
                <text class={styles.label} y={31}>
                  {label}
                </text>
              )}
            </g>
          ))}
        </svg>
        <Signs model={model} axis={axis} zoom={zoom} />
        <PointerTime model={model} axis={axis} />
      </div>
      {hasEnd && (
        <div role="columnheader" class={styles.end}>
          {t('timeline_ends')}
        </div>
      )}
    </div>
  );
}

const HALF_DAY_MS = 43_200_000;

/** The time at the pointer, over the axis. */
function PointerTime({ model, axis }: Pick<HeadProps, 'model' | 'axis'>) {
  const x = model.pointer.value;
  if (x === null) return null;
  const at = axis.at(x);
  const now = model.now.value;
  // Far away, the time of day alone says nothing.
  const time = Math.abs(at - now) < HALF_DAY_MS ? clockTime(at).slice(0, 8) : exactTime(at).split('\n')[0];
  const half = 130;
  return (
    <div
      class={styles.pointer}
      style={{ left: `${Math.min(Math.max(x, half), Math.max(half, axis.width - half))}px` }}
    >
      <b>{time}</b> {relativeTime(at, now)}
    </div>
  );
}
