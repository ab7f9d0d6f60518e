import { ArrowLeftRight } from 'lucide';
import type { BrowserCookie } from '../../core/recording/fact.ts';
import { t } from '../../platform/i18n.ts';
import { Popover } from '../../ui/popover.tsx';
import { hintOf } from '../keys/key-caps.tsx';
import { useKey } from '../keys/use-key.ts';
import { usePanel } from '../panel.ts';
import styles from './actions.module.css';
import { ExchangeHost } from './host.tsx';
import { openCopy, openExport, openImport } from './shown.ts';

interface ExchangeActionsProps {
  /** What a person chose in the list; may be none. */
  readonly selected: () => readonly BrowserCookie[];
  /** The one that keys are about, where none is chosen. */
  readonly current: () => BrowserCookie | null;
}

/** Import, export and copy, as one button of the tab line and as keys. */
export function ExchangeActions({ selected, current }: ExchangeActionsProps) {
  const { store } = usePanel();
  const chosen = (): readonly BrowserCookie[] => {
    const cookies = selected();
    const one = current();
    return cookies.length > 0 ? cookies : one === null ? [] : [one];
  };
  const copy = () => openCopy(store, chosen());
  const save = () => openExport(store, selected());
  const read = () => openImport(store);
  useKey('importCookies', read);
  useKey('exportCookies', save);
  useKey('copyCookies', copy);
  return (
    <>
      <Popover icon={ArrowLeftRight} label={t('exchange')}>
        {() => (
          <div class={styles.menu}>
            <Item word={t('exchange_import')} hint={hintOf('importCookies')} onPress={read} />
            <Item word={t('exchange_export')} hint={hintOf('exportCookies')} onPress={save} />
            <Item
              word={t('exchange_copy')}
              hint={hintOf('copyCookies')}
              disabled={chosen().length === 0}
              onPress={copy}
            />
          </div>
        )}
      </Popover>
      <ExchangeHost />
    </>
  );
}

interface ItemProps {
  readonly word: string;
  readonly hint: string;
  readonly disabled?: boolean;
  readonly onPress: () => void;
}

function Item({ word, hint, disabled = false, onPress }: ItemProps) {
  return (
    <button type="button" class={styles.item} disabled={disabled} onClick={onPress}>
      <span>{word}</span>
      <span class={styles.key} aria-hidden="true">
        {hint}
      </span>
    </button>
  );
}
