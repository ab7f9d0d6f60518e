import { Undo2 } from 'lucide';
import { formatNumber, t, tn } from '../../../platform/i18n.ts';
import { MOST_CHANGES } from '../../../protocol/workbench.ts';
import { Button } from '../../../ui/button.tsx';
import { usePanel } from '../../panel.ts';
import { undo } from '../../workbench/act.ts';
import styles from '../exchange.module.css';
import { Counts } from './counts.tsx';
import { FileSummary } from './file-summary.tsx';
import type { ImportModel } from './model.ts';
import { RowNote } from './note.tsx';
import { SourceProblemText } from './problem.tsx';
import { RunProgress } from './progress.tsx';
import { ResultSentence } from './result.tsx';
import { ImportTable } from './table.tsx';

interface ModelProps {
  readonly model: ImportModel;
}

/** What the file would do, row by row, and then what became of it. */
export function ReviewBody({ model }: ModelProps) {
  const stage = model.stage.value;
  return (
    <div class={styles.review}>
      <div class={styles.top}>
        <SourceProblemText model={model} />
        {stage === 'running' ? (
          <RunProgress model={model} />
        ) : stage === 'done' ? (
          <ResultSentence model={model} />
        ) : (
          <FileSummary model={model} />
        )}
        <Counts model={model} />
      </div>
      <ImportTable model={model} />
      <RowNote model={model} />
    </div>
  );
}

export function ReviewFooter({ model, onClose }: ModelProps & { readonly onClose: () => void }) {
  const panel = usePanel();
  const taken = model.taken.value;
  switch (model.stage.value) {
    case 'running':
      return (
        <>
          <span class={styles.said}>{t('import_hide_why')}</span>
          <Button onPress={onClose}>{t('import_hide')}</Button>
          <Button kind="primary" onPress={() => void panel.call({ method: 'stop-work' })}>
            {t('import_stop')}
          </Button>
        </>
      );
    case 'done':
      return (
        <>
          <UndoButton model={model} />
          <Button onPress={model.again}>{t('import_another')}</Button>
          <Button kind="primary" onPress={onClose}>
            {t('close')}
          </Button>
        </>
      );
    default:
      return (
        <>
          <span class={styles.said} role="status">
            {model.tooMany.value && t('import_too_many', formatNumber(MOST_CHANGES))}
          </span>
          <Button onPress={model.again}>{t('import_back')}</Button>
          <Button
            kind="primary"
            disabled={taken === 0 || model.tooMany.value}
            onPress={() => void model.run()}
          >
            {tn('import_run', taken)}
          </Button>
        </>
      );
  }
}

/** There as long as the import is the newest step. */
function UndoButton({ model }: ModelProps) {
  const panel = usePanel();
  const newest = panel.store.workbench.value.undo.at(-1);
  if (newest === undefined || !model.isOwn(newest)) return null;
  return (
    <Button icon={Undo2} onPress={() => void undo(panel)}>
      {t('import_undo')}
    </Button>
  );
}
