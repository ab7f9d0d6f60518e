import { Camera } from 'lucide';
import { t } from '../../../platform/i18n.ts';
import { IconButton } from '../../../ui/button.tsx';
import { hintOf } from '../../keys/key-caps.tsx';
import { FilterButton } from '../../parts/filters.tsx';
import type { SnapshotsModel } from './model.ts';
import { DIFFERENCE_FACETS } from './row.ts';
import { differenceWords } from './words.ts';

export function SnapshotsActions({ model }: { readonly model: SnapshotsModel }) {
  return (
    <>
      <IconButton
        icon={Camera}
        label={t('snap_take')}
        hint={hintOf('snapshot')}
        onPress={model.keeper.take}
      />
      <FilterButton
        facets={DIFFERENCE_FACETS}
        choice={model.facets}
        rows={() => model.rows.value}
        words={differenceWords}
      />
    </>
  );
}
