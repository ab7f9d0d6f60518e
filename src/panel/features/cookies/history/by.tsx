import type { SetCookieEntry, Writer } from '../../../../core/recording/recording.ts';
import { t } from '../../../../platform/i18n.ts';
import { usePanel } from '../../../panel.ts';
import { RequestLink } from '../../../parts/links.tsx';
import { writerOf } from '../writer.ts';
import styles from './history.module.css';
import { ScriptPlace } from './script-place.tsx';

/** By whom: the response with its hop, the script with its place, or a word. */
export function By({ writer }: { readonly writer: Writer }) {
  const { store } = usePanel();
  const recording = store.recording.value;
  if (writer.kind === 'script') {
    const write = recording.scriptWrites.get(writer.write);
    if (write !== undefined) return <ScriptPlace write={write} />;
  }
  const { word, setCookie } = writerOf(recording, writer);
  if (setCookie !== null) return <ByResponse line={setCookie} />;
  return <span class={styles.soft}>{word}</span>;
}

export function ByResponse({ line }: { readonly line: SetCookieEntry }) {
  const { hop } = line.request;
  return (
    <span class={styles.by}>
      <RequestLink request={line.request} setCookie={line.key} />{' '}
      {hop > 0 && <span class={styles.soft}>{t('history_hop', hop)}</span>}
    </span>
  );
}
