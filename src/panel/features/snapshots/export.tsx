import { Download } from 'lucide';
import { useState } from 'preact/hooks';
import { fingerprint } from '../../../core/report/fingerprint.ts';
import type { Comparison } from '../../../core/snapshot/compare.ts';
import { comparisonJson, comparisonMarkdown, type ExportOptions } from '../../../core/snapshot/export.ts';
import type { Snapshot } from '../../../core/snapshot/snapshot.ts';
import { t } from '../../../platform/i18n.ts';
import { Button } from '../../../ui/button.tsx';
import { copyText } from '../../../ui/copy-text.ts';
import { Popover } from '../../../ui/popover.tsx';
import { saveText } from '../../../ui/save-text.ts';
import type { Pair, SnapshotsModel } from './model.ts';
import styles from './snapshots.module.css';
import { nameOf } from './words.ts';

interface ExportProps {
  readonly model: SnapshotsModel;
  readonly pair: Pair;
  /** As it is shown: with or without renewals. */
  readonly comparison: Comparison;
}

/** The comparison as a file, or to paste; never with a value, whether values are shown or not. */
export function ExportComparison({ model, pair, comparison }: ExportProps) {
  const key = model.store.recording.value.fingerprintKey;
  const side = (snapshot: Snapshot) => ({
    label: nameOf(snapshot),
    at: snapshot.at,
    cookies: snapshot.cookies.length,
  });
  const options: ExportOptions = {
    before: side(pair.before),
    after: side(pair.after),
    fingerprint: (value) => fingerprint(key, value),
  };
  const markdown = () => comparisonMarkdown(comparison, options);
  return (
    <Popover icon={Download} label={t('snap_export')}>
      {() => (
        <div class={styles.formats}>
          <p>{t('findings_export_why')}</p>
          <Button onPress={() => saveText('crumbtrail-snapshots.md', markdown(), 'text/markdown')}>
            Markdown
          </Button>
          <Button
            onPress={() =>
              saveText('crumbtrail-snapshots.json', comparisonJson(comparison, options), 'application/json')
            }
          >
            JSON
          </Button>
          <CopyButton text={markdown} />
        </div>
      )}
    </Popover>
  );
}

function CopyButton({ text }: { readonly text: () => string }) {
  const [copied, setCopied] = useState(false);
  return (
    <>
      <Button onPress={async () => setCopied(await copyText(text()))}>{t('snap_copy')}</Button>
      <span role="status">{copied && t('snap_copied')}</span>
    </>
  );
}
