import type { Editor } from '../../../workbench/editor.ts';

export interface EditorProps {
  readonly editor: Editor;
}
