import { Ban, ShieldCheck, SlidersHorizontal, Trash2, X } from 'lucide';
import { t, tn } from '../../../../platform/i18n.ts';
import { IconButton } from '../../../../ui/button.tsx';
import { NO_ROWS } from '../../../../ui/grid-selection.ts';
import { Popover } from '../../../../ui/popover.tsx';
import { usePanel } from '../../../panel.ts';
import { guardsOf } from '../../../workbench/guards.ts';
import type { CookiesModel } from '../model.ts';
import { deleteCookies, toggleGuard } from './actions.ts';
import styles from './edit.module.css';
import { SetMenu } from './set-menu.tsx';
import { presentOf } from './targets.ts';
import { Tool } from './tool.tsx';

/** What can be done to all cookies that were chosen; nothing where none was. */
export function BulkBar({ model }: { readonly model: CookiesModel }) {
  const panel = usePanel();
  if (model.selection.value.keys.size === 0) return null;
  const rows = model.targets.value;
  const cookies = presentOf(rows);
  const guards = guardsOf(panel.store).value;
  const areAll = (kind: 'protect' | 'block') =>
    rows.length > 0 && rows.every(({ key }) => guards.get(key)?.kind === kind);
  return (
    <section class={styles.bulk} aria-label={t('bulk_label')}>
      <span class={styles.count} role="status">
        {tn('bulk_selected', rows.length)}
      </span>
      {cookies.length > 0 && (
        <>
          <Tool
            icon={Trash2}
            word={t('cookie_delete')}
            onPress={() => deleteCookies(panel, model, cookies)}
          />
          <Popover
            icon={SlidersHorizontal}
            label={t('bulk_set')}
            face={<span aria-hidden="true">{t('bulk_set')}</span>}
            above
          >
            {(close) => <SetMenu cookies={cookies} onDone={close} />}
          </Popover>
          <Tool
            icon={ShieldCheck}
            word={t('cookie_protect')}
            why={t('cookie_protect_why')}
            pressed={areAll('protect')}
            onPress={() => toggleGuard(panel, 'protect', rows)}
          />
        </>
      )}
      <Tool
        icon={Ban}
        word={t('cookie_block')}
        why={t('cookie_block_why')}
        pressed={areAll('block')}
        onPress={() => toggleGuard(panel, 'block', rows)}
      />
      <IconButton
        icon={X}
        label={t('bulk_clear')}
        hint="Esc"
        onPress={() => (model.selection.value = NO_ROWS)}
      />
    </section>
  );
}
