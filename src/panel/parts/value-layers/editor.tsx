import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import type { BrowserCookie } from '../../../core/recording/fact.ts';
import { t } from '../../../platform/i18n.ts';
import { Button } from '../../../ui/button.tsx';
import { Text } from '../../../ui/text.tsx';
import { usePanel } from '../../panel.ts';
import { runOrder } from '../../workbench/run-order.ts';
import { LongValue } from '../long-value.tsx';
import { draftOf, outcomeText } from './draft.ts';
import styles from './editor.module.css';
import { wholeValue } from './parts.ts';
import { readingOf } from './reading.ts';

interface DecodedEditorProps {
  /** The cookie as it was when the editor was opened; all that the value stands in, where they are several. */
  readonly before: readonly BrowserCookie[];
  /** It has another value by now. */
  readonly changed: boolean;
  /** Another cookie that signs this one's value. */
  readonly signedBy: string | null;
  readonly onClose: () => void;
}

/** The content as text; it is encoded again as one types, and saved like any change of a cookie. */
export function DecodedEditor({ before, changed, signedBy, onClose }: DecodedEditorProps) {
  const panel = usePanel();
  const { editable } = readingOf(wholeValue(before));
  const [text, setText] = useState(editable?.ok ? editable.text : '');
  const [answer, setAnswer] = useState('');
  const [isSaving, setSaving] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  const help = useId();
  const options = { browser: panel.store.recording.value.browser, now: panel.now.peek() };
  const draft = useMemo(
    () => (editable?.ok ? draftOf(before, editable, text, options) : null),
    [before, editable, text],
  );
  useEffect(() => area.current?.focus(), []);
  if (draft === null) return null;
  const canSave = draft.changes.length > 0 && !isSaving;
  const save = async () => {
    if (!canSave) return;
    setSaving(true);
    setAnswer('');
    const results = await runOrder(panel, 'edit', draft.changes);
    setSaving(false);
    const failed = results.find(({ outcome }) => outcome !== 'done' && outcome !== 'same');
    if (failed === undefined) onClose();
    else setAnswer(outcomeText(failed));
  };
  return (
    <form
      class={styles.editor}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
        if (event.key !== 'Escape') return;
        // The details stay open.
        event.stopPropagation();
        event.preventDefault();
        onClose();
      }}
    >
      <textarea
        ref={area}
        class={styles.text}
        rows={Math.min(16, Math.max(3, text.split('\n', 16).length))}
        spellcheck={false}
        aria-label={t('layers_edit_label')}
        aria-describedby={help}
        aria-invalid={draft.problem !== null}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <p id={help} role="status" class={draft.problem === null ? styles.help : styles.problem}>
        {draft.problem ?? t('layers_edit_help')}
      </p>
      {draft.value !== null && draft.changes.length > 0 && (
        <div>
          <p class={styles.help}>
            {t(before.length > 1 ? 'layers_edit_preview_parts' : 'layers_edit_preview', draft.octets)}
          </p>
          <LongValue value={draft.value} />
        </div>
      )}
      {changed && <p class={styles.problem}>{t('layers_edit_changed')}</p>}
      {signedBy !== null && <p class={styles.problem}>{t('layers_edit_unsigned', signedBy)}</p>}
      {answer !== '' && (
        <p role="alert" class={styles.problem}>
          <Text text={answer} limit={400} />
        </p>
      )}
      <div class={styles.buttons}>
        <button type="submit" class={styles.save} disabled={!canSave}>
          {t('layers_save')}
        </button>
        <Button onPress={onClose}>{t('layers_cancel')}</Button>
      </div>
    </form>
  );
}
