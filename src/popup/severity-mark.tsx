import type { Severity } from '../core/audit/report.ts';
import { t } from '../platform/i18n.ts';
import { Icon } from '../ui/icon.tsx';
import { SEVERITY_ICONS } from '../ui/severity-icons.ts';
import styles from './popup.module.css';

const WORDS = {
  critical: 'popup_severity_critical',
  high: 'popup_severity_high',
  medium: 'popup_severity_medium',
  low: 'popup_severity_low',
  info: 'popup_severity_info',
} as const satisfies Record<Severity, string>;

interface SeverityMarkProps {
  readonly severity: Severity;
  readonly count?: number;
}

/** Colour, icon and word: never the colour alone. */
export function SeverityMark({ severity, count }: SeverityMarkProps) {
  return (
    <span class={styles.mark} data-severity={severity}>
      <Icon node={SEVERITY_ICONS[severity]} />
      {count === undefined ? null : <b>{count}</b>}
      {t(WORDS[severity])}
    </span>
  );
}
