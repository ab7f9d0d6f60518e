import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../../../platform/i18n.ts';
import { Button } from '../../../../ui/button.tsx';
import { MASK } from '../../../mask.ts';
import { usePanel } from '../../../panel.ts';
import type { Editor } from '../../../workbench/editor.ts';
import styles from './edit.module.css';
import { Field } from './field.tsx';
import type { Editing } from './use-editing.ts';

interface ValueFieldProps {
  readonly editor: Editor;
  readonly editing: Editing;
}

/** While values are masked the old one is not in the page at all: a new one is typed over it unseen. */
export function ValueField({ editor, editing: { after, problems, set, live } }: ValueFieldProps) {
  const { showValues } = usePanel().store;
  const { before, after: drafted } = editor.draft;
  const old = (live ?? before ?? drafted).value;
  const [typing, setTyping] = useState(old === '');
  const shown = showValues.value;
  const input = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    // The button that was pressed has gone.
    if (typing && old !== '') input.current?.focus();
  }, [typing]);
  return (
    <Field of="editor_value" field="value" problems={problems}>
      {(attributes) =>
        shown || typing ? (
          <>
            <textarea
              {...attributes}
              ref={input}
              name="value"
              class={styles.value}
              data-masked={!shown || undefined}
              rows={Math.min(8, 1 + Math.ceil(after.value.length / 60))}
              spellcheck={false}
              autocomplete="off"
              value={after.value}
              onInput={(event) => set({ value: event.currentTarget.value })}
            />
            {!shown && (
              <span class={styles.line}>
                <ShowValues />
                {old !== '' && (
                  <Button
                    kind="link"
                    onPress={() => {
                      setTyping(false);
                      set({ value: old });
                    }}
                  >
                    {t('editor_value_keep')}
                  </Button>
                )}
              </span>
            )}
          </>
        ) : (
          <span class={styles.line}>
            <span class={styles.faint}>{MASK}</span>
            <ShowValues />
            <button
              type="button"
              aria-describedby={attributes['aria-describedby']}
              class={styles.linkButton}
              onClick={() => {
                setTyping(true);
                set({ value: '' });
              }}
            >
              {t('editor_value_new')}
            </button>
          </span>
        )
      }
    </Field>
  );
}

function ShowValues() {
  const { showValues } = usePanel().store;
  return (
    <Button kind="link" onPress={() => (showValues.value = true)}>
      {t('show_values')}
    </Button>
  );
}
