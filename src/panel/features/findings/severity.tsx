import type { Severity } from '../../../core/audit/report.ts';
import { t } from '../../../platform/i18n.ts';
import { Badge, type Tone } from '../../../ui/badge.tsx';
import { SEVERITY_ICONS } from '../../../ui/severity-icons.ts';

const TONES: Readonly<Record<Severity, Tone>> = {
  critical: 'bad',
  high: 'bad',
  medium: 'warn',
  low: 'info',
  info: 'neutral',
};

/** Colour, icon and word: never the colour alone. */
export function SeverityBadge({ severity }: { readonly severity: Severity }) {
  return (
    <Badge tone={TONES[severity]} icon={SEVERITY_ICONS[severity]}>
      {t(`popup_severity_${severity}`)}
    </Badge>
  );
}
