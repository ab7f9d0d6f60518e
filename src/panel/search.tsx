import { Search as SearchIcon, X } from 'lucide';
import { useRef } from 'preact/hooks';
import { t } from '../platform/i18n.ts';
import { Icon } from '../ui/icon.tsx';
import { CLOSE_KEY } from '../ui/keys.ts';
import { useKey } from './keys/use-key.ts';
import { usePanel } from './panel.ts';
import styles from './toolbar.module.css';

/** One search for every view: `/` goes to it from anywhere, Esc empties it. */
export function Search() {
  const { search } = usePanel().store;
  const input = useRef<HTMLInputElement>(null);

  useKey('search', () => {
    input.current?.focus();
    input.current?.select();
  });

  return (
    <div class={styles.search}>
      <Icon node={SearchIcon} size={13} />
      <input
        ref={input}
        type="search"
        class={styles.input}
        aria-label={t('search')}
        placeholder={t('search_hint')}
        spellcheck={false}
        autocomplete="off"
        value={search.value}
        onInput={(event) => (search.value = event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== CLOSE_KEY) return;
          event.stopPropagation();
          search.value = '';
        }}
      />
      {search.value !== '' && (
        <button
          type="button"
          class={styles.searchClear}
          aria-label={t('search_clear')}
          title={t('search_clear')}
          onClick={() => {
            search.value = '';
            input.current?.focus();
          }}
        >
          <Icon node={X} size={12} />
        </button>
      )}
    </div>
  );
}
