import { Search as SearchIcon, X } from 'lucide';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../platform/i18n.ts';
import { Icon } from '../ui/icon.tsx';
import { usePanel } from './panel.ts';
import styles from './toolbar.module.css';

/** One search for every view: `/` goes to it from anywhere, Esc empties it. */
export function Search() {
  const { search } = usePanel().store;
  const input = useRef<HTMLInputElement>(null);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target))
        return;
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);

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
          if (event.key !== 'Escape') return;
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

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.tagName === 'INPUT' || target.isContentEditable);
}
