import { Redo2, Undo2 } from 'lucide';
import { t } from '../../platform/i18n.ts';
import { IconButton } from '../../ui/button.tsx';
import { hintOf } from '../keys/key-caps.tsx';
import { usePanel } from '../panel.ts';
import { redo, undo } from './act.ts';
import { stepWords } from './words.ts';

/** One step back, one step on, each by its name; nothing before the first step. */
export function UndoButtons() {
  const panel = usePanel();
  const { undo: steps, redo: undone } = panel.store.workbench.value;
  const last = steps.at(-1);
  const next = undone.at(-1);
  if (!last && !next) return null;
  return (
    <>
      <IconButton
        icon={Undo2}
        label={last ? t('undo_step', stepWords(last)) : t('undo')}
        hint={hintOf('undo')}
        disabled={!last}
        onPress={() => void undo(panel)}
      />
      <IconButton
        icon={Redo2}
        label={next ? t('redo_step', stepWords(next)) : t('redo')}
        hint={hintOf('redo')}
        disabled={!next}
        onPress={() => void redo(panel)}
      />
    </>
  );
}
