import { Camera } from 'lucide';
import { t } from '../../../platform/i18n.ts';
import { IconButton } from '../../../ui/button.tsx';
import { FilterButton } from '../../parts/filters.tsx';
import type { SnapshotsModel } from './model.ts';
import { DIFFERENCE_FACETS } from './row.ts';
import { TAKE_KEY } from './use-take-key.ts';
import { differenceWords } from './words.ts';

export function SnapshotsActions({ model }: { readonly model: SnapshotsModel }) {
  return (
    <>
      <IconButton icon={Camera} label={t('snap_take')} hint={TAKE_KEY} onPress={model.take} />
      <FilterButton
        facets={DIFFERENCE_FACETS}
        choice={model.facets}
        rows={() => model.rows.value}
        words={differenceWords}
      />
    </>
  );
}
