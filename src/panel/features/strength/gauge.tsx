import type { TokenReport } from '../../../core/session/strength/token-report.ts';
import { formatNumber, t } from '../../../platform/i18n.ts';
import styles from './strength.module.css';

const MARKS = [64, 128] as const;
/** More bits than anybody needs. */
const MOST = 192;

interface GaugeProps {
  readonly report: TokenReport;
  /** Without the numbers at the marks. */
  readonly small?: boolean;
}

/** The most that the IDs can have, what is left of it, and the two marks. */
export function Gauge({ report, small = false }: GaugeProps) {
  const { upperBoundBits: most, effectiveBits: effective } = report;
  const words =
    effective === null
      ? t('strength_gauge_bound', formatNumber(most))
      : t('strength_gauge_both', formatNumber(effective), formatNumber(most));
  const level = effective ?? most;
  const tone = level < 64 ? 'bad' : effective === null ? 'open' : level < 128 ? 'fair' : 'good';
  return (
    <div class={styles.gauge} data-small={small || undefined} role="img" aria-label={words} title={words}>
      <div class={styles.track} data-tone={tone}>
        <span class={styles.bound} style={{ width: share(most) }} />
        {effective !== null && <span class={styles.effective} style={{ width: share(effective) }} />}
        {MARKS.map((mark) => (
          <span key={mark} class={styles.mark} style={{ insetInlineStart: share(mark) }} />
        ))}
      </div>
      {!small && (
        <div class={styles.scale}>
          <span>0</span>
          {MARKS.map((mark) => (
            <span key={mark} class={styles.label} style={{ insetInlineStart: share(mark) }}>
              {mark}
            </span>
          ))}
          <span class={styles.end}>{t('strength_bits')}</span>
        </div>
      )}
    </div>
  );
}

function share(bits: number): string {
  return `${(Math.min(Math.max(bits, 0), MOST) / MOST) * 100}%`;
}
