import type { CookieEvent } from '../../../../core/recording/recording.ts';
import { t } from '../../../../platform/i18n.ts';
import { usePanel } from '../../../panel.ts';
import { reasonText } from '../../../reasons.ts';
import { ByResponse } from './by.tsx';
import styles from './history.module.css';
import { ScriptPlace } from './script-place.tsx';

/** Who tried it, and why the browser refused. */
export function Rejection({ event }: { readonly event: CookieEvent & { kind: 'rejected' } }) {
  const { store } = usePanel();
  const recording = store.recording.value;
  const write = 'script' in event ? recording.scriptWrites.get(event.script) : undefined;
  const line = 'setCookie' in event ? recording.setCookies.get(event.setCookie) : undefined;
  const tried = write ?? line;
  const url = write?.documentUrl ?? line?.request.url ?? '';
  const reasons = tried?.predicted.stored === false ? tried.predicted.reasons : [];
  return (
    <>
      {tried !== undefined && (
        <ul class={styles.reasons}>
          {reasons.map((reason) => (
            <li key={reason}>
              <code>{reason}</code> {reasonText(reason, { parsed: tried.parsed, url })}
            </li>
          ))}
        </ul>
      )}
      {write !== undefined && <ScriptPlace write={write} />}
      {line !== undefined && <ByResponse line={line} />}
      {tried === undefined && 'script' in event && <span class={styles.soft}>{t('writer_page_script')}</span>}
    </>
  );
}
