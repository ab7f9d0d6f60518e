import type { Position } from '../../../core/session/strength/positions.ts';
import { formatNumber, t } from '../../../platform/i18n.ts';
import { type Bar, barsOf, lengthOf, MOST_BARS } from './position-bars.ts';
import styles from './strength.module.css';

const HEIGHT = 90;
const WIDTH = 8;
const GAP = 2;

interface ChartProps {
  readonly positions: readonly Position[];
  /** Characters of the longest value. */
  readonly longest: number;
}

/** Entropy of each position: filled what was seen, outlined what as many characters could have. */
export function PositionChart({ positions, longest }: ChartProps) {
  const length = lengthOf(positions, longest);
  const bars = barsOf(positions, length);
  if (positions.length === 0 || bars.length === 0) return null;
  const highest = Math.max(1, ...bars.map(({ most }) => most));
  const width = bars.length * (WIDTH + GAP);
  const odd = bars.filter(({ state }) => state === 'uneven' || state === 'follows').length;
  const constant = bars.filter(({ state }) => state === 'constant').length;
  return (
    <figure class={styles.figure}>
      <figcaption>
        <b>{t('strength_chart')}</b>{' '}
        <span class={styles.soft}>{t('strength_chart_sum', bars.length, constant, odd)}</span>
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by the keyboard */}
      <section class={styles.scroll} aria-label={t('strength_chart')} tabIndex={0}>
        <svg
          class={styles.chart}
          viewBox={`0 0 ${width} ${HEIGHT + 12}`}
          style={{ width: `${Math.max(width, 200)}px` }}
          role="img"
          aria-label={t('strength_chart_sum', bars.length, constant, odd)}
        >
          {bars.map((bar) => (
            <BarShape key={bar.position} bar={bar} highest={highest} />
          ))}
        </svg>
      </section>
      <ul class={styles.legend}>
        <li data-state="even">{t('strength_bar_even')}</li>
        <li data-state="uneven">{t('strength_bar_odd')}</li>
        <li data-state="constant">{t('strength_bar_constant')}</li>
      </ul>
      {length > MOST_BARS && <p class={styles.soft}>{t('strength_chart_cut', MOST_BARS)}</p>}
      <details class={styles.details}>
        <summary>{t('chart_table')}</summary>
        <PositionTable bars={bars} />
      </details>
    </figure>
  );
}

function BarShape({ bar, highest }: { readonly bar: Bar; readonly highest: number }) {
  const { position, entropy, most, state } = bar;
  const x = position * (WIDTH + GAP) + GAP / 2;
  const y = (bits: number) => HEIGHT - (bits / highest) * (HEIGHT - 4);
  const isOdd = state === 'uneven' || state === 'follows';
  return (
    <g class={styles.bar} data-state={state}>
      <title>{wordsOf(bar)}</title>
      {state === 'constant' ? (
        <rect x={x} y={HEIGHT - 2} width={WIDTH} height={2} class={styles.seen} />
      ) : (
        <>
          <rect
            x={x + 0.5}
            y={y(most) + 0.5}
            width={WIDTH - 1}
            height={HEIGHT - y(most) - 0.5}
            class={styles.possible}
          />
          <rect x={x} y={y(entropy)} width={WIDTH} height={HEIGHT - y(entropy)} class={styles.seen} />
        </>
      )}
      {isOdd && (
        <text x={x + WIDTH / 2} y={HEIGHT + 10} class={styles.sign}>
          !
        </text>
      )}
    </g>
  );
}

const STATES = {
  constant: 'strength_state_constant',
  even: 'strength_state_even',
  uneven: 'strength_state_uneven',
  follows: 'strength_state_follows',
  'not-judged': 'strength_state_not_judged',
} as const;

function wordsOf({ position, entropy, most, characters, state }: Bar): string {
  return t(
    'strength_bar',
    position + 1,
    formatNumber(entropy),
    formatNumber(most),
    formatNumber(characters),
    t(STATES[state]),
  );
}

function PositionTable({ bars }: { readonly bars: readonly Bar[] }) {
  return (
    <table class={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('strength_position')}</th>
          <th scope="col">{t('strength_characters')}</th>
          <th scope="col">{t('strength_entropy')}</th>
          <th scope="col">{t('strength_verdict')}</th>
        </tr>
      </thead>
      <tbody>
        {bars.map(({ position, characters, entropy, most, state }) => (
          <tr key={position}>
            <th scope="row">{position + 1}</th>
            <td>{characters}</td>
            <td>{t('strength_of', formatNumber(entropy), formatNumber(most))}</td>
            <td>{t(STATES[state])}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
