import { useEffect } from 'preact/hooks';
import { t } from '../../../platform/i18n.ts';
import { usePanel } from '../../panel.ts';
import { Frame } from '../frame.tsx';
import { importOf } from './of-panel.ts';
import { ReviewBody, ReviewFooter } from './review.tsx';
import { SourceBody, SourceFooter } from './source.tsx';

interface ImportDialogProps {
  /** Dropped onto the panel; null: to be pasted or chosen. */
  readonly file: File | null;
  readonly onClose: () => void;
}

/** From a text or a file to cookies in the store; closed while it runs, it runs on, and opened again it is shown as it stands. */
export function ImportDialog({ file, onClose }: ImportDialogProps) {
  const panel = usePanel();
  const model = importOf(panel);
  useEffect(() => {
    if (file !== null && model.stage.peek() !== 'running') void model.readFile(file);
  }, [file]);
  const stage = model.stage.value;
  const isSource = stage === 'source' || stage === 'reading';
  const close = () => {
    // What was read may hold logins: it is not kept for another day.
    if (model.stage.peek() !== 'running') model.again();
    onClose();
  };
  return (
    <Frame
      title={t('import_title')}
      large={!isSource}
      onClose={close}
      footer={isSource ? <SourceFooter model={model} /> : <ReviewFooter model={model} onClose={close} />}
    >
      {isSource ? <SourceBody model={model} /> : <ReviewBody model={model} />}
    </Frame>
  );
}
