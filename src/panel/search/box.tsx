import { EyeOff, Search as SearchIcon, TriangleAlert, X } from 'lucide';
import { useId, useRef } from 'preact/hooks';
import { t } from '../../platform/i18n.ts';
import { Icon } from '../../ui/icon.tsx';
import { useKey } from '../keys/use-key.ts';
import { usePanel } from '../panel.ts';
import { SearchMenu } from './menu.tsx';
import { maskedNote, notesOf } from './notes.ts';
import { OptionList, optionId } from './option-list.tsx';
import { queryOf } from './query-of.ts';
import type { SearchScope } from './scope.ts';
import styles from './search.module.css';
import { useCompletion } from './use-completion.ts';

/** One search for every view: `/` goes to it from anywhere, Esc empties it. `scope`: of the list on show, if that is searched. */
export function Search({ scope }: { readonly scope: SearchScope | null }) {
  const { store } = usePanel();
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const { query, gaveUp } = queryOf(store);
  const completion = useCompletion(store, scope, input);
  const { options, active, isFocused } = completion;

  useKey('search', () => {
    input.current?.focus();
    input.current?.select();
  });

  const notes = notesOf(query.value, scope, { gaveUp: gaveUp.value, showValues: store.showValues.value });
  const masked = scope === null ? null : maskedNote(query.value, store.showValues.value);
  const isOpen = options.length > 0;
  const shownNotes = isFocused ? notes : [];
  const listId = `${id}-list`;

  return (
    <div class={styles.search}>
      <span class={styles.sign}>
        <Icon node={SearchIcon} size={13} />
      </span>
      <input
        ref={input}
        type="text"
        role="combobox"
        class={styles.input}
        aria-label={t('search')}
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={isOpen ? listId : undefined}
        aria-activedescendant={active === null ? undefined : optionId(listId, active)}
        aria-describedby={`${id}-notes`}
        placeholder={t('search_hint')}
        spellcheck={false}
        autocomplete="off"
        value={store.search.value}
        {...completion.handlers}
      />
      {notes.length > 0 && !isFocused && <Sign icon={TriangleAlert} text={notes.join('\n')} tone="warn" />}
      {masked !== null && <Sign icon={EyeOff} text={masked} />}
      {store.search.value !== '' && (
        <button
          type="button"
          class={styles.clear}
          aria-label={t('search_clear')}
          title={t('search_clear')}
          onClick={() => {
            store.search.value = '';
            input.current?.focus();
          }}
        >
          <Icon node={X} size={12} />
        </button>
      )}
      <SearchMenu input={input} />
      {(isOpen || shownNotes.length > 0) && (
        <div class={styles.below}>
          {isOpen && (
            <OptionList
              id={listId}
              options={options}
              active={active}
              scope={scope}
              onTake={completion.take}
            />
          )}
          {shownNotes.map((note) => (
            <p key={note} class={styles.note}>
              {note}
            </p>
          ))}
        </div>
      )}
      <span id={`${id}-notes`} role="status" class="visually-hidden">
        {[...notes, masked ?? ''].join(' ').trim()}
      </span>
    </div>
  );
}

interface SignProps {
  readonly icon: typeof EyeOff;
  readonly text: string;
  readonly tone?: 'warn';
}

/** Says something on hover; a screen reader hears it as the box's description. */
function Sign({ icon, text, tone }: SignProps) {
  return (
    <span class={styles.mark} data-tone={tone} title={text}>
      <Icon node={icon} size={13} />
    </span>
  );
}
