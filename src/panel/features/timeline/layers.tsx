import { pixelStrokes } from '../../../core/timeline/merge.ts';
import type { TimeRange } from '../../../core/timeline/time-range.ts';
import type { TimeAxis } from '../../chart/time-axis.ts';
import styles from './layers.module.css';
import type { TimelineModel } from './model.ts';

interface LayerProps {
  readonly model: TimelineModel;
  readonly axis: TimeAxis;
  readonly height: number;
  readonly now: number;
}

const LONGEST_LIFE_MS = 400 * 86_400_000;

/** Behind the bars: the lines of the axis, what of time ends during the test, was not recorded, or no cookie reaches. */
export function Grid({ model, axis, height, now }: LayerProps) {
  const { width } = axis;
  const band = ({ from, to }: TimeRange) => {
    const left = Math.max(0, axis.x(from));
    return { x: left, y: 0, height, width: Math.max(0, Math.min(width, axis.x(to)) - left) };
  };
  const horizon = model.store.horizon.value * 60_000;
  return (
    <svg class={styles.layer} width={width} height={height} aria-hidden="true">
      <rect class={styles.horizon} {...band({ from: now, to: now + horizon })} />
      <rect class={styles.beyond} {...band({ from: now + LONGEST_LIFE_MS, to: Number.MAX_SAFE_INTEGER })} />
      {model.gaps.value.map((gap) => (
        <rect key={gap.from} class={styles.gap} {...band(gap)} />
      ))}
      <path
        class={styles.grid}
        d={axis.ticks.map(({ x }) => `M${Math.round(x) + 0.5} 0V${height}`).join('')}
      />
    </svg>
  );
}

/** Above the bars: what happened to the page, now, and the pointer. */
export function Lines({ model, axis, height, now }: LayerProps) {
  const moments = model.moments.value;
  const navigations = moments.filter(({ kind }) => kind === 'navigation').map(({ at }) => at);
  const x = axis.x(now);
  return (
    <svg class={styles.layer} width={axis.width} height={height} aria-hidden="true">
      <path
        class={styles.navigation}
        d={pixelStrokes(navigations, axis.x, axis.width, 4)
          .map(({ from }) => `M${Math.round(from) + 0.5} 0V${height}`)
          .join('')}
      />
      {moments
        .filter(({ kind }) => kind !== 'navigation')
        .map(({ kind, at }, index) => (
          <path
            key={index}
            class={styles.moment}
            data-kind={kind}
            d={`M${Math.round(axis.x(at)) + 0.5} 0V${height}`}
          />
        ))}
      {x >= 0 && x <= axis.width && <path class={styles.now} d={`M${x.toFixed(1)} 0V${height}`} />}
      <Pointer model={model} height={height} />
    </svg>
  );
}

/** Alone in hearing of the pointer: nothing else is drawn when it moves. */
function Pointer({ model, height }: Pick<LayerProps, 'model' | 'height'>) {
  const x = model.pointer.value;
  return x === null ? null : <path class={styles.pointer} d={`M${Math.round(x) + 0.5} 0V${height}`} />;
}

/** Fills of bars without an end, for all of them. */
export function Fades() {
  return (
    <svg class={styles.fades} aria-hidden="true">
      <defs>
        {['timeline-fade', 'timeline-fade-secret'].map((id) => (
          <linearGradient key={id} id={id} class={styles[id === 'timeline-fade' ? 'plain' : 'secret']}>
            <stop offset="0" stop-opacity="0.55" />
            <stop offset="1" stop-opacity="0.04" />
          </linearGradient>
        ))}
      </defs>
    </svg>
  );
}
