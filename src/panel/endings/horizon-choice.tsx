import type { Signal } from '@preact/signals';
import { t } from '../../platform/i18n.ts';
import { HORIZONS, LONGEST_HORIZON } from '../../protocol/horizon.ts';
import { MinutesChoice } from '../../ui/minutes-choice.tsx';

/** How far to look ahead. */
export function HorizonChoice({ horizon }: { readonly horizon: Signal<number> }) {
  return (
    <MinutesChoice
      label={t('ends_horizon')}
      own={t('ends_own')}
      ownLabel={t('ends_own_minutes')}
      unit={t('ends_minutes')}
      value={horizon.value}
      options={HORIZONS}
      most={LONGEST_HORIZON}
      onValue={(minutes) => {
        horizon.value = minutes;
      }}
    />
  );
}
