import { Download } from 'lucide';
import type { ReportFormat } from '../../core/report/formats.ts';
import { t } from '../../platform/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Popover } from '../../ui/popover.tsx';
import { saveText } from '../../ui/save-text.ts';
import styles from './parts.module.css';

const FILES: readonly (readonly [
  format: ReportFormat,
  name: string | null,
  extension: string,
  type: string,
])[] = [
  ['html', 'HTML', 'html', 'text/html'],
  ['markdown', 'Markdown', 'md', 'text/markdown'],
  ['json', 'JSON', 'json', 'application/json'],
  ['sarif', 'SARIF', 'sarif', 'application/sarif+json'],
  ['junit', 'JUnit', 'xml', 'application/xml'],
  ['text', null, 'txt', 'text/plain'],
];

interface SaveReportProps {
  /** Of the file, without its extension. */
  readonly name: string;
  /** null: there is nothing to save yet. */
  readonly make: (format: ReportFormat) => string | null;
}

/** Saves a report in one of its formats; no values in any. */
export function SaveReport({ name, make }: SaveReportProps) {
  return (
    <Popover icon={Download} label={t('findings_export')}>
      {() => (
        <div class={styles.formats}>
          <p>{t('findings_export_why')}</p>
          {FILES.map(([format, word, extension, type]) => (
            <Button
              key={format}
              onPress={() => {
                const text = make(format);
                if (text !== null) saveText(`${name}.${extension}`, text, type);
              }}
            >
              {word ?? t('format_text')}
            </Button>
          ))}
        </div>
      )}
    </Popover>
  );
}
