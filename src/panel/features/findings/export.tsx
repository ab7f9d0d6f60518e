import { Download } from 'lucide';
import { type ReportFormat, reportFormats } from '../../../core/report/formats.ts';
import { render } from '../../../core/report/render.ts';
import { t } from '../../../platform/i18n.ts';
import { Button } from '../../../ui/button.tsx';
import { Popover } from '../../../ui/popover.tsx';
import { saveText } from '../../../ui/save-text.ts';
import styles from './findings.module.css';
import type { FindingsModel } from './model.ts';

const FILES: Readonly<Record<ReportFormat, readonly [name: string, extension: string, type: string]>> = {
  html: ['HTML', 'html', 'text/html'],
  markdown: ['Markdown', 'md', 'text/markdown'],
  json: ['JSON', 'json', 'application/json'],
  sarif: ['SARIF', 'sarif', 'application/sarif+json'],
  junit: ['JUnit', 'xml', 'application/xml'],
  text: ['Text', 'txt', 'text/plain'],
};

/** Saves the report that is shown, in each format; no values in any. */
export function ExportActions({ model }: { readonly model: FindingsModel }) {
  const save = (format: ReportFormat) => {
    const audited = model.audited.peek();
    if (audited === null) return;
    const [, extension, type] = FILES[format];
    const text = render(audited.report, format, { texts: audited.texts, version: __VERSION__ });
    saveText(`crumbtrail-report.${extension}`, text, type);
  };
  return (
    <Popover icon={Download} label={t('findings_export')}>
      {() => (
        <div class={styles.export}>
          <p>{t('findings_export_why')}</p>
          {(Object.keys(FILES) as ReportFormat[])
            .filter((format) => reportFormats.includes(format))
            .map((format) => (
              <Button key={format} onPress={() => save(format)}>
                {FILES[format][0]}
              </Button>
            ))}
        </div>
      )}
    </Popover>
  );
}
