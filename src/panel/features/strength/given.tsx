import { FileText, Sigma } from 'lucide';
import { useRef } from 'preact/hooks';
import { type MessageKey, t, tn } from '../../../platform/i18n.ts';
import { Button } from '../../../ui/button.tsx';
import type { GivenProblem, StrengthModel } from './model.ts';
import styles from './strength.module.css';

const PROBLEMS = {
  empty: 'strength_given_empty',
  'no-text': 'strength_given_no_text',
  'too-large': 'strength_given_too_large',
  unreadable: 'strength_given_unreadable',
} as const satisfies Readonly<Record<GivenProblem, MessageKey>>;

/** IDs from elsewhere, pasted or from a file, one a line. */
export function GivenTokens({ model }: { readonly model: StrengthModel }) {
  const file = useRef<HTMLInputElement>(null);
  const given = model.given.value;
  const problem = model.givenProblem.value;
  return (
    <section class={styles.box} aria-label={t('strength_given')}>
      <h2>{t('strength_given')}</h2>
      <label class={styles.field}>
        {t('strength_given_label')}
        <textarea
          class={model.store.showValues.value ? styles.tokens : styles.masked}
          rows={4}
          spellcheck={false}
          autocomplete="off"
          value={model.text.value}
          onInput={(event) => (model.text.value = event.currentTarget.value)}
        />
      </label>
      <p class={styles.buttons}>
        <Button icon={Sigma} onPress={() => void model.give(model.text.value, null)}>
          {t('strength_given_analyse')}
        </Button>
        <Button icon={FileText} onPress={() => file.current?.click()}>
          {t('strength_given_open')}
        </Button>
        <input
          ref={file}
          class="visually-hidden"
          type="file"
          tabIndex={-1}
          aria-label={t('strength_given_open')}
          accept=".txt,.csv,.log,text/plain"
          onChange={(event) => {
            const [chosen] = event.currentTarget.files ?? [];
            event.currentTarget.value = '';
            if (chosen !== undefined) void model.open(chosen);
          }}
        />
      </p>
      {problem !== null && (
        <p role="alert" class={styles.problem}>
          {t(PROBLEMS[problem])}
        </p>
      )}
      {given !== null && problem === null && (
        <p class={styles.soft} role="status">
          {tn('strength_given_read', given.tokens.length)}
          {given.leftOut > 0 && <> {tn('strength_given_left_out', given.leftOut)}</>}
          {given.cut > 0 && <> {tn('strength_given_cut', given.cut)}</>}{' '}
          {model.shown.value !== 'text' && (
            <button type="button" class={styles.link} onClick={() => (model.shown.value = 'text')}>
              {t('strength_show_text')}
            </button>
          )}
        </p>
      )}
    </section>
  );
}
