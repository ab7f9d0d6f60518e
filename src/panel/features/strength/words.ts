import { formatNumber, t } from '../../../platform/i18n.ts';

/** About how long: seconds under two minutes, else minutes. */
export function durationText(seconds: number): string {
  return seconds < 120
    ? t('strength_seconds', formatNumber(Math.max(1, Math.round(seconds))))
    : t('strength_minutes', formatNumber(Math.round(seconds / 60)));
}
