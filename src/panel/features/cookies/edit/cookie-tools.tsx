import { Ban, CopyPlus, Pencil, ShieldCheck, Trash2, Undo } from 'lucide';
import { t } from '../../../../platform/i18n.ts';
import { Icon } from '../../../../ui/icon.tsx';
import type { CookieRow } from '../../../cookie-row.ts';
import { hintOf } from '../../../keys/key-caps.tsx';
import { usePanel } from '../../../panel.ts';
import { guardsOf } from '../../../workbench/guards.ts';
import { deleteCookies, duplicateCookie, editCookie, toggleGuard } from './actions.ts';
import styles from './edit.module.css';
import { guardIcon, guardWords } from './guard-mark.tsx';
import { Tool } from './tool.tsx';

/** What can be done to one cookie, above what is known of it. */
export function CookieTools({ row }: { readonly row: CookieRow }) {
  const panel = usePanel();
  const guarded = guardsOf(panel.store).value.get(row.key);
  const present = row.state === 'present';
  return (
    <>
      <fieldset class={styles.tools} aria-label={t('cookie_tools')}>
        <Tool
          icon={present ? Pencil : Undo}
          word={t(present ? 'cookie_edit' : 'cookie_put_back')}
          hint={hintOf('editCookie')}
          onPress={() => editCookie(panel, row)}
        />
        <Tool
          icon={CopyPlus}
          word={t('cookie_duplicate')}
          hint={hintOf('duplicateCookie')}
          onPress={() => duplicateCookie(panel, row)}
        />
        {present && (
          <Tool
            icon={Trash2}
            word={t('cookie_delete')}
            onPress={() => deleteCookies(panel, null, [row.cookie])}
          />
        )}
        {(present || guarded?.kind === 'protect') && (
          <Tool
            icon={ShieldCheck}
            word={t('cookie_protect')}
            why={t('cookie_protect_why')}
            hint={hintOf('protectCookie')}
            pressed={guarded?.kind === 'protect'}
            onPress={() => toggleGuard(panel, 'protect', [row])}
          />
        )}
        <Tool
          icon={Ban}
          word={t('cookie_block')}
          why={t('cookie_block_why')}
          hint={hintOf('blockCookie')}
          pressed={guarded?.kind === 'block'}
          onPress={() => toggleGuard(panel, 'block', [row])}
        />
      </fieldset>
      {guarded && (
        <p class={styles.guarded} data-gave-up={guarded.gaveUp || undefined}>
          <Icon node={guardIcon(guarded)} size={13} />
          {guardWords(guarded)}
        </p>
      )}
    </>
  );
}
