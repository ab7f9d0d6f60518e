import { useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../../../../platform/i18n.ts';
import { exactTime, relativeTime } from '../../../../ui/time.ts';
import { usePanel } from '../../../panel.ts';
import { type Editor, expireIn } from '../../../workbench/editor.ts';
import { EXPIRY_PRESETS, fieldTime, timeOfField } from '../../../workbench/expiry.ts';
import styles from './edit.module.css';
import { Field } from './field.tsx';
import type { Editing } from './use-editing.ts';

interface ExpiresFieldProps {
  readonly editor: Editor;
  readonly editing: Editing;
}

/** When it ends: a date to the second, or one of the spans that are asked for most, counted from the save. */
export function ExpiresField({ editor, editing }: ExpiresFieldProps) {
  const { now } = usePanel();
  const { after, problems, notices, set } = editing;
  const { expires } = after;
  const within = editor.expiresIn.value;
  const input = useRef<HTMLInputElement>(null);
  const text = fieldTime(expires);
  useLayoutEffect(() => {
    // Digit by digit, a date is read as something else: whoever types it is left alone.
    if (input.current && document.activeElement !== input.current) input.current.value = text;
  }, [text]);
  return (
    <Field of="attr_expires" field="expires" problems={problems}>
      {(attributes) => (
        <>
          <input
            {...attributes}
            type="datetime-local"
            step={1}
            class={styles.date}
            ref={input}
            onInput={({ currentTarget: { value } }) => set({ expires: timeOfField(value) })}
          />
          <fieldset class={styles.presets} aria-label={t('editor_presets')}>
            {EXPIRY_PRESETS.map((preset) => (
              <button
                key={preset.id}
                type="button"
                class={styles.choice}
                aria-pressed={preset.within === null ? expires === null : within === preset.within}
                onClick={() =>
                  preset.within === null ? set({ expires: null }) : expireIn(editor, preset.within)
                }
              >
                {t(`expiry_${preset.id}`)}
              </button>
            ))}
          </fieldset>
          <span class={styles.faint} title={expires === null ? undefined : exactTime(expires)}>
            {expires === null ? t('editor_session') : relativeTime(expires, now.value)}
          </span>
          {notices.map((notice) => (
            <span key={notice} class={styles.warning}>
              {t(notice === 'expired' ? 'editor_expired' : 'editor_lifetime_clamped')}
            </span>
          ))}
        </>
      )}
    </Field>
  );
}
