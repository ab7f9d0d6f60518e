import type { StackFrame } from '../../../../core/recording/fact.ts';
import type { ScriptWriteEntry } from '../../../../core/recording/recording.ts';
import { t } from '../../../../platform/i18n.ts';
import { Text } from '../../../../ui/text.tsx';
import { plainText } from '../../../../ui/visible-text.ts';
import { usePanel } from '../../../panel.ts';
import { scriptPlace } from '../script-place.ts';
import styles from './history.module.css';

/** The script that wrote, and how it came there. */
export function ScriptPlace({ write }: { readonly write: ScriptWriteEntry }) {
  const [first, ...callers] = write.stack;
  return (
    <div class={styles.script}>
      <span class={styles.by}>
        <span class={styles.soft}>{t('writer_page_script')}</span>{' '}
        {first === undefined ? (
          <span class={styles.soft}>{t('history_no_stack')}</span>
        ) : (
          <Frame frame={first} />
        )}{' '}
        <code class={styles.api}>{write.api}</code>
      </span>
      {callers.length > 0 && (
        <details class={styles.stack}>
          <summary>{t('history_stack')}</summary>
          <ol>
            {callers.map((frame, index) => (
              <li key={index}>
                <Frame frame={frame} />
              </li>
            ))}
          </ol>
        </details>
      )}
    </div>
  );
}

/** Function, file and line; in DevTools the file opens there. */
function Frame({ frame }: { readonly frame: StackFrame }) {
  const { store, openSource } = usePanel();
  const { word, whole } = scriptPlace(frame, store.showValues.value);
  return (
    <>
      {openSource === null || frame.url === '' ? (
        <span class={styles.place} title={plainText(whole)}>
          <Text text={word} limit={120} />
        </span>
      ) : (
        <button
          type="button"
          class={styles.place}
          title={`${t('history_open_source')}\n${plainText(whole)}`}
          onClick={() => openSource(frame)}
        >
          <Text text={word} limit={120} />
        </button>
      )}{' '}
      {frame.function !== '' && (
        <span class={styles.soft}>
          <Text text={frame.function} limit={60} />
        </span>
      )}
    </>
  );
}
