import { X } from 'lucide';
import type { ComponentChildren } from 'preact';
import type { BrowserCookie } from '../../../../core/recording/fact.ts';
import { keyOf } from '../../../../core/recording/keys.ts';
import { formatNumber, t } from '../../../../platform/i18n.ts';
import { IconButton } from '../../../../ui/button.tsx';
import { Icon } from '../../../../ui/icon.tsx';
import { Text } from '../../../../ui/text.tsx';
import { plainText } from '../../../../ui/visible-text.ts';
import { roleWord } from '../../../cookie-role.ts';
import { hintOf } from '../../../keys/key-caps.tsx';
import { usePanel } from '../../../panel.ts';
import { guard, redo, undo } from '../../../workbench/act.ts';
import { stepWords } from '../../../workbench/words.ts';
import type { CookiesModel } from '../model.ts';
import { addCookie, deleteCookies } from './actions.ts';
import styles from './edit.module.css';
import { guardIcon, guardWords } from './guard-mark.tsx';
import { groupsOf, presentOf } from './targets.ts';

interface ChangeMenuProps {
  readonly model: CookiesModel;
  readonly onDone: () => void;
}

/** Add one, delete many, take a step back, and whom is watched over. */
export function ChangeMenu({ model, onDone }: ChangeMenuProps) {
  const panel = usePanel();
  const { undo: steps, redo: undone } = panel.store.workbench.value;
  const [last, next] = [steps.at(-1), undone.at(-1)];
  const then = (run: () => void) => () => {
    onDone();
    run();
  };
  return (
    <div class={styles.menu}>
      <Item hint={hintOf('addCookie')} onPress={then(() => addCookie(panel, model))}>
        {t('cookie_add')}…
      </Item>
      {last && (
        <Item hint={hintOf('undo')} onPress={then(() => void undo(panel))}>
          {t('undo_step', stepWords(last))}
        </Item>
      )}
      {next && (
        <Item hint={hintOf('redo')} onPress={then(() => void redo(panel))}>
          {t('redo_step', stepWords(next))}
        </Item>
      )}
      <DeleteMany model={model} onDone={onDone} />
      <GuardList />
    </div>
  );
}

function DeleteMany({ model, onDone }: ChangeMenuProps) {
  const panel = usePanel();
  const { site, own, third, roles } = groupsOf(model.all.value, panel.store.tab.value?.url ?? null);
  const listed = presentOf(model.rows.value);
  const isFiltered = model.rows.value.length < model.all.value.length;
  const groups: readonly (readonly [string, readonly BrowserCookie[]])[] = [
    ...(isFiltered ? [[t('delete_listed'), listed] as const] : []),
    ...(site === null ? [] : [[t('delete_site', plainText(site)), own] as const]),
    [t('delete_third'), third],
    ...roles.map(([role, cookies]) => [t('delete_role', roleWord(role)), cookies] as const),
  ];
  return (
    <fieldset class={styles.group}>
      <legend>{t('delete_all_of')}</legend>
      {groups
        .filter(([, cookies]) => cookies.length > 0)
        .map(([words, cookies]) => (
          <Item
            key={words}
            hint={formatNumber(cookies.length)}
            onPress={() => {
              onDone();
              deleteCookies(panel, model, cookies);
            }}
          >
            {words}
          </Item>
        ))}
    </fieldset>
  );
}

/** Also cookies that no list shows any more. */
function GuardList() {
  const panel = usePanel();
  const { guards } = panel.store.workbench.value;
  if (guards.length === 0) return null;
  return (
    <fieldset class={styles.group}>
      <legend>{t('guard_list')}</legend>
      {guards.map((guarded) => (
        <div key={keyOf(guarded.cookie)} class={styles.guardItem}>
          <Icon node={guardIcon(guarded)} size={13} />
          <span class={styles.guardName}>
            <Text text={guarded.cookie.name} limit={60} />
            <span class={styles.faint}> {guardWords(guarded)}</span>
          </span>
          <IconButton
            icon={X}
            label={t('guard_let_go', plainText(guarded.cookie.name))}
            onPress={() => void guard(panel, null, [guarded.cookie])}
          />
        </div>
      ))}
    </fieldset>
  );
}

interface ItemProps {
  readonly hint: string;
  readonly onPress: () => void;
  readonly children: ComponentChildren;
}

function Item({ hint, onPress, children }: ItemProps) {
  return (
    <button type="button" class={styles.item} onClick={onPress}>
      <span>{children}</span>
      <span class={styles.faint}>{hint}</span>
    </button>
  );
}
