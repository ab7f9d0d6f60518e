import { useRef } from 'preact/hooks';
import { formatNumber, t, tn } from '../../../../platform/i18n.ts';
import { Icon } from '../../../../ui/icon.tsx';
import { clockTime } from '../../../../ui/time.ts';
import { useSize } from '../../../../ui/use-size.ts';
import styles from './history.module.css';
import type { Life } from './life.ts';
import { EVENT_ICONS, eventWord } from './look.ts';
import { stripOf } from './strip.ts';

interface LifeStripProps {
  readonly life: Life;
  readonly now: number;
  /** Shows an event in the list. */
  readonly onShow: (event: number) => void;
}

const HEIGHT = 38;
const BAND = 12;
/** A number of three digits fits under a span of this many pixels. */
const NUMBER_ROOM = 26;

/** The life at a glance; the list below it says the same in words, so that marks need no keyboard of their own. */
export function LifeStrip({ life, now, onShow }: LifeStripProps) {
  const box = useRef<HTMLDivElement>(null);
  const { width } = useSize(box);
  const { marks, spans } = stripOf(life.items, now, width);
  return (
    <div ref={box} class={styles.strip}>
      {width > 0 && (
        <svg width={width} height={HEIGHT} role="img" aria-label={t('history_strip')}>
          {spans.map(({ from, to, state, sent }) => (
            <g key={from}>
              <line class={styles.span} data-state={state} x1={from} x2={to} y1={BAND} y2={BAND} />
              {sent > 0 && to - from >= NUMBER_ROOM && (
                <text class={styles.sent} x={(from + to) / 2} y={HEIGHT - 4}>
                  <title>{tn('history_sent', sent)}</title>
                  {formatNumber(sent)}
                </text>
              )}
            </g>
          ))}
        </svg>
      )}
      {marks.map(({ x, event, number, times }) => (
        <span
          key={number}
          class={styles.mark}
          data-kind={event.kind}
          aria-hidden="true"
          style={{ left: `${x}px` }}
          title={`${clockTime(event.at)} ${eventWord(event)}${times > 1 ? ` ×${formatNumber(times)}` : ''}`}
          onClick={() => onShow(number)}
        >
          <Icon node={EVENT_ICONS[event.kind]} size={11} />
        </span>
      ))}
    </div>
  );
}
