import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../../../platform/i18n.ts';
import { CLOSE_KEY, isKey } from '../../../../ui/keys.ts';
import { Text } from '../../../../ui/text.tsx';
import { SAVE_KEY } from '../../../keys/bindings.ts';
import { Details } from '../../../parts/section.tsx';
import { EDITOR_FORM } from './actions.ts';
import styles from './edit.module.css';
import { EditorFooter } from './editor-footer.tsx';
import { EditorNotes } from './editor-notes.tsx';
import type { EditorProps } from './editor-props.ts';
import { ExpiresField } from './expires-field.tsx';
import { Fields } from './fields.tsx';
import { useEditing } from './use-editing.ts';
import { ValueField } from './value-field.tsx';

/** A cookie with all its fields open. Nothing of it is written anywhere before it is saved. */
export function CookieEditor({ editor }: EditorProps) {
  const editing = useEditing(editor);
  const { before, after } = editor.draft;
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const first = form.current?.elements.namedItem(before === null ? 'name' : 'value');
    if (first instanceof HTMLElement) first.focus();
    else form.current?.querySelector<HTMLElement>('input, button')?.focus();
    if (first instanceof HTMLInputElement) first.select();
  }, []);
  const submit = () => {
    if (editing.problems.length === 0) void editing.save();
    else form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  };
  return (
    <Details
      label={t('editor_label')}
      title={
        <>
          {t(before === null ? 'editor_add' : 'editor_edit')}
          <span class={styles.faint}>
            <Text text={(before ?? after).name} limit={100} />
          </span>
        </>
      }
      onClose={editing.cancel}
    >
      <form
        ref={form}
        id={EDITOR_FORM}
        class={styles.form}
        autocomplete="off"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
        onKeyDown={(event) => {
          if (isKey(event, SAVE_KEY)) submit();
          else if (isKey(event, CLOSE_KEY)) editing.cancel();
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      >
        <EditorNotes editing={editing} />
        <div class={styles.fields}>
          <Fields.Name editing={editing} />
          <ValueField editor={editor} editing={editing} />
          <Fields.Domain editing={editing} />
          <Fields.Path editing={editing} />
          <ExpiresField editor={editor} editing={editing} />
          <Fields.Flags editing={editing} />
          <Fields.SameSite editing={editing} />
          <Fields.Partition editing={editing} />
        </div>
        <EditorFooter editor={editor} editing={editing} />
      </form>
    </Details>
  );
}
