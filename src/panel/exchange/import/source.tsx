import { FileUp } from 'lucide';
import { useRef } from 'preact/hooks';
import { t } from '../../../platform/i18n.ts';
import { Button } from '../../../ui/button.tsx';
import styles from '../exchange.module.css';
import type { ImportModel } from './model.ts';
import { SourceProblemText } from './problem.tsx';

interface ModelProps {
  readonly model: ImportModel;
}

const TEXT_ID = 'import-text';

/** Where cookies come from: what is pasted goes on by itself. */
export function SourceBody({ model }: ModelProps) {
  const isReading = model.stage.value === 'reading';
  return (
    <div class={styles.body} aria-busy={isReading} data-main>
      <p>{t('import_how')}</p>
      <SourceProblemText model={model} />
      <textarea
        id={TEXT_ID}
        class={styles.text}
        rows={8}
        aria-label={t('import_text')}
        spellcheck={false}
        autocomplete="off"
        disabled={isReading}
        onPaste={(event) => {
          if (event.currentTarget.value !== '') return;
          const text = event.clipboardData?.getData('text/plain') ?? '';
          if (text.trim() === '') return;
          // Megabytes need not be laid out in a box that goes away at once.
          event.preventDefault();
          void model.readText(text);
        }}
      />
      <p class={styles.soft}>{t('import_formats')}</p>
      {isReading && <progress aria-label={t('import_reading')} />}
    </div>
  );
}

export function SourceFooter({ model }: ModelProps) {
  const file = useRef<HTMLInputElement>(null);
  const isReading = model.stage.value === 'reading';
  return (
    <>
      <span class={styles.said} role="status">
        {isReading && t('import_reading')}
      </span>
      <input
        ref={file}
        type="file"
        class="visually-hidden"
        tabIndex={-1}
        aria-label={t('import_file')}
        onChange={({ currentTarget }) => {
          const [chosen] = currentTarget.files ?? [];
          currentTarget.value = '';
          if (chosen) void model.readFile(chosen);
        }}
      />
      <Button icon={FileUp} onPress={() => file.current?.click()}>
        {t('import_file')}
      </Button>
      <Button
        kind="primary"
        onPress={() => {
          const area = document.getElementById(TEXT_ID);
          if (!(area instanceof HTMLTextAreaElement)) return;
          if (area.value.trim() === '') area.focus();
          else void model.readText(area.value);
        }}
      >
        {t('import_read')}
      </Button>
    </>
  );
}
