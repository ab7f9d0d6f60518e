import { CircleAlert } from 'lucide';
import { t, tn } from '../../../../platform/i18n.ts';
import buttonStyles from '../../../../ui/button.module.css';
import { Button } from '../../../../ui/button.tsx';
import { Icon } from '../../../../ui/icon.tsx';
import { CLOSE_KEY } from '../../../../ui/keys.ts';
import { plainText } from '../../../../ui/visible-text.ts';
import { SAVE_KEY } from '../../../keys/bindings.ts';
import { keysText } from '../../../keys/key-caps.tsx';
import type { Editor } from '../../../workbench/editor.ts';
import styles from './edit.module.css';
import type { Editing } from './use-editing.ts';

interface EditorFooterProps {
  readonly editor: Editor;
  readonly editing: Editing;
}

/** Save and Cancel, always in sight, and why it cannot be saved. */
export function EditorFooter({ editor, editing }: EditorFooterProps) {
  const refused = editor.refused.value;
  const saving = editor.saving.value;
  const wrong = new Set(editing.problems.map(({ field }) => field)).size;
  return (
    <footer class={styles.footer}>
      <div role="alert">
        {refused !== null && (
          <p class={styles.refused}>
            <Icon node={CircleAlert} size={13} />
            {refused === '' ? t('editor_refused_silently') : t('editor_refused', plainText(refused))}
          </p>
        )}
      </div>
      <div class={styles.line}>
        <button
          type="submit"
          class={buttonStyles.primary}
          title={keysText(SAVE_KEY)}
          aria-disabled={wrong > 0 || saving}
        >
          {t(saving ? 'editor_saving' : 'editor_save')}
        </button>
        <Button title={keysText(CLOSE_KEY)} onPress={editing.cancel}>
          {t('editor_cancel')}
        </Button>
        {wrong > 0 && (
          <span class={styles.wrong}>
            {tn('editor_problems', wrong)}{' '}
            <Button kind="link" onPress={() => void editing.save()}>
              {t('editor_ask_anyway')}
            </Button>
          </span>
        )}
      </div>
    </footer>
  );
}
