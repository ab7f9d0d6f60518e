import { Trash2 } from 'lucide';
import { useRef, useState } from 'preact/hooks';
import { type MessageKey, t } from '../../platform/i18n.ts';
import { IconButton } from '../../ui/button.tsx';
import { Text } from '../../ui/text.tsx';
import { usePanel } from '../panel.ts';
import { queryOf } from './query-of.ts';
import { LONGEST_NAME, MOST_SAVED, type Refusal, refusal, savedSearches, withSaved } from './saved.ts';
import styles from './sheet.module.css';
import type { SheetProps } from './sheet-props.ts';

const EXAMPLES: readonly (readonly [text: string, meaning: MessageKey])[] = [
  ['cart shop', 'search_example_words'],
  ['role:session secure:no', 'search_example_not'],
  ['domain:*.example -party:third', 'search_example_domain'],
  ['samesite:none,unspecified', 'search_example_either'],
  ['expires<1d size>1k', 'search_example_time'],
  ['set<5min sent>3', 'search_example_set'],
  ['name=__Host-sid', 'search_example_whole'],
  ['/^_ga(_|$)/i', 'search_example_pattern'],
  ['value:admin', 'search_example_value'],
];

/** Keep the search, those kept, and what a search can say. */
export function SearchSheet({ input }: SheetProps) {
  const { store } = usePanel();
  const saved = savedSearches(store);
  const kept = useRef<HTMLElement>(null);
  const show = (text: string) => {
    store.search.value = text;
    input.current?.focus();
  };
  return (
    <div class={styles.sheet}>
      <Keep />
      <section ref={kept} tabIndex={-1} aria-labelledby="search-kept">
        <h2 id="search-kept">{t('search_kept')}</h2>
        {saved.value.length === 0 && <p class={styles.soft}>{t('search_kept_none')}</p>}
        <ul class={styles.saved}>
          {saved.value.map(({ name, text }) => (
            <li key={name}>
              <button type="button" class={styles.entry} onClick={() => show(text)}>
                <Text text={name} limit={60} />
                <code class={styles.soft}>
                  <Text text={text} limit={120} />
                </code>
              </button>
              <IconButton
                icon={Trash2}
                label={t('search_forget', name)}
                onPress={() => {
                  // Its button goes with it: the focus stays near.
                  kept.current?.focus();
                  saved.value = saved.value.filter((each) => each.name !== name);
                }}
              />
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="search-examples">
        <h2 id="search-examples">{t('search_examples')}</h2>
        <ul class={styles.examples}>
          {EXAMPLES.map(([text, meaning]) => (
            <li key={text}>
              <button type="button" class={styles.example} onClick={() => show(text)}>
                <code>{text}</code>
                <span class={styles.soft}>{t(meaning)}</span>
              </button>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

/** A name for the search as it is, or why it is not kept. */
function Keep() {
  const { store } = usePanel();
  const saved = savedSearches(store);
  const [name, setName] = useState('');
  const text = store.search.value;
  const cookies = store.recording.value.cookies.values();
  const refused = refusal(text, queryOf(store).query.value, saved.value, valuesOf(cookies));
  return (
    <section aria-labelledby="search-keep">
      <h2 id="search-keep">{t('search_keep')}</h2>
      {refused !== null ? (
        <p class={styles.soft}>{refusalText(refused)}</p>
      ) : (
        <form
          class={styles.keep}
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim() === '') return;
            saved.value = withSaved(saved.peek(), { name, text });
            setName('');
          }}
        >
          <input
            class={styles.name}
            aria-label={t('search_keep_name')}
            placeholder={t('search_keep_name')}
            maxLength={LONGEST_NAME}
            value={name}
            onInput={(event) => setName(event.currentTarget.value)}
          />
          <button type="submit" class={styles.do} disabled={name.trim() === ''}>
            {t('search_keep_do')}
          </button>
        </form>
      )}
    </section>
  );
}

function* valuesOf(cookies: Iterable<{ readonly cookie: { readonly value: string } }>): Iterable<string> {
  for (const { cookie } of cookies) yield cookie.value;
}

function refusalText(refused: Refusal): string {
  switch (refused.kind) {
    case 'empty':
      return t('search_refused_empty');
    case 'too-many':
      return t('search_refused_too_many', MOST_SAVED);
    case 'too-long':
      return t('search_refused_too_long');
    case 'asks-for-value':
      return t('search_refused_value');
    case 'in-value':
      return t('search_refused_in_value', refused.word.slice(0, 40));
  }
}
