import { useSignalEffect } from '@preact/signals';
import { CircleCheck, CircleX, Eraser } from 'lucide';
import type { Browser } from '../../../core/cookie/types.ts';
import type { WhatIf } from '../../../core/cookie/what-if.ts';
import { t } from '../../../platform/i18n.ts';
import { Icon } from '../../../ui/icon.tsx';
import { LineReading } from '../../parts/line-reading.tsx';
import { takeLine, type WhatIfModel } from './model.ts';
import { Sendings } from './sendings.tsx';
import styles from './what-if.module.css';

const BROWSERS: readonly (readonly [Browser, string])[] = [
  ['chromium', 'Chromium'],
  ['firefox', 'Firefox'],
  ['rfc6265bis', 'RFC 6265bis'],
];

/** A line to play with: what the browser would make of it, and where the cookie would go. */
export function WhatIfView({ model }: { readonly model: WhatIfModel }) {
  useSignalEffect(() => {
    if (model.store.whatIf.value !== null) takeLine(model);
  });
  const answer = model.answer.value;
  return (
    <div class={styles.page}>
      <form class={styles.form} onSubmit={(event) => event.preventDefault()}>
        <p class={styles.intro}>{t('what_if_intro')}</p>
        <label class={styles.field}>
          {t('what_if_line')}
          <textarea
            class={styles.line}
            rows={3}
            spellcheck={false}
            value={model.line.value}
            onInput={(event) => (model.line.value = event.currentTarget.value)}
          />
        </label>
        <label class={styles.field}>
          {t('what_if_url')}
          <input value={model.url.value} onInput={(event) => (model.url.value = event.currentTarget.value)} />
        </label>
        <label class={styles.field}>
          {t('what_if_page')}
          <input
            value={model.page.value}
            onInput={(event) => (model.page.value = event.currentTarget.value)}
          />
        </label>
        <label class={styles.field}>
          {t('what_if_browser')}
          <select
            value={model.browser.value}
            onChange={(event) => (model.browser.value = event.currentTarget.value as Browser)}
          >
            {BROWSERS.map(([value, name]) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </select>
        </label>
      </form>
      {answer !== null && <Answer answer={answer} url={model.url.value} />}
    </div>
  );
}

function Answer({ answer, url }: { readonly answer: WhatIf; readonly url: string }) {
  const { result, parsed, sendings } = answer;
  const deletes = result.stored && result.expired === true;
  const [icon, word, tone] = !result.stored
    ? [CircleX, t('what_if_rejected'), 'bad']
    : deletes
      ? [Eraser, t('what_if_deleted'), 'neutral']
      : [CircleCheck, t('what_if_stored'), 'good'];
  return (
    <section class={styles.answer} aria-live="polite" aria-label={t('what_if_parsed')}>
      <h2 class={styles.verdict} data-tone={tone}>
        <Icon node={icon} size={16} /> {word}
      </h2>
      <LineReading line={{ parsed, url }} result={result} />
      {deletes && <p>{t('what_if_deletes')}</p>}
      <h3>{t('what_if_sent')}</h3>
      {result.stored && sendings.length > 0 ? (
        <Sendings sendings={sendings} cookie={result.cookie} />
      ) : (
        <p class={styles.intro}>{t('what_if_nothing')}</p>
      )}
    </section>
  );
}
