import { t } from '../../../platform/i18n.ts';
import type { SnapshotsModel } from './model.ts';
import styles from './snapshots.module.css';

export function Automatic({ model }: { readonly model: SnapshotsModel }) {
  const { automatic } = model.keeper;
  return (
    <label class={styles.check} title={t('snap_automatic_why')}>
      <input
        type="checkbox"
        checked={automatic.value}
        onChange={(event) => (automatic.value = event.currentTarget.checked)}
      />
      <span>{t('snap_automatic')}</span>
    </label>
  );
}
