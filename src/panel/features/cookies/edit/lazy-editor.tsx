import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Editor } from '../../../workbench/editor.ts';
import type { EditorProps } from './editor-props.ts';

let loaded: ComponentType<EditorProps> | null = null;

/** The editor's code comes when it is first asked for. */
export function LazyEditor({ editor }: EditorProps) {
  const [, draw] = useState(loaded !== null);
  useEffect(() => {
    if (loaded !== null) return;
    import('./cookie-editor.tsx').then(
      ({ CookieEditor }) => {
        loaded = CookieEditor;
        draw(true);
      },
      (error) => console.error('Crumbtrail: editor', String(error)),
    );
  }, []);
  const Shown = loaded;
  return Shown && <Shown key={idOf(editor)} editor={editor} />;
}

const ids = new WeakMap<Editor, number>();
let last = 0;

/** Another cookie has fields of its own. */
function idOf(editor: Editor): number {
  const id = ids.get(editor) ?? ++last;
  ids.set(editor, id);
  return id;
}
