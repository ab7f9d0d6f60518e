import { useSignal } from '@preact/signals';
import { COPY_KINDS, type CopyKind, copyAs } from '../../../core/exchange/copy-as.ts';
import type { BrowserCookie } from '../../../core/recording/fact.ts';
import { formatNumber, type MessageKey, t, tn } from '../../../platform/i18n.ts';
import { Button } from '../../../ui/button.tsx';
import { copyText } from '../../../ui/copy-text.ts';
import { Text } from '../../../ui/text.tsx';
import { usePanel } from '../../panel.ts';
import styles from '../exchange.module.css';
import { Frame } from '../frame.tsx';
import { stepAlong } from './step.ts';

const WORDS: Readonly<Record<CopyKind, MessageKey>> = {
  'set-cookie': 'copy_set_cookie',
  'cookie-header': 'copy_cookie_header',
  curl: 'copy_curl',
  fetch: 'copy_fetch',
  playwright: 'copy_playwright',
  express: 'copy_express',
  'document-cookie': 'copy_document_cookie',
};

/** Of a kind's first line, beside its name. */
const HINT_LENGTH = 120;

interface CopyDialogProps {
  /** At least one. */
  readonly cookies: readonly BrowserCookie[];
  readonly onClose: () => void;
}

/** The ways to copy cookies; each copies at once, and says whether values went along. */
export function CopyDialog({ cookies, onClose }: CopyDialogProps) {
  const { store, now } = usePanel();
  // What is shown may go along; what is masked only when asked for.
  const values = useSignal(store.showValues.peek());
  const said = useSignal('');
  const url = store.tab.value?.url ?? null;
  const textOf = (kind: CopyKind, withValues: boolean) =>
    copyAs(cookies, kind, { url, values: withValues, now: now.peek() });

  const copy = async (kind: CopyKind) => {
    const withValues = values.peek();
    const done = await copyText(textOf(kind, withValues));
    said.value = done
      ? tn(withValues ? 'copy_done_with' : 'copy_done_without', cookies.length, t(WORDS[kind]))
      : t('copy_failed');
  };

  const [first] = cookies;
  return (
    <Frame
      title={
        cookies.length === 1 ? (
          <Text text={t('copy_title_cookie', first?.name ?? '')} limit={80} />
        ) : (
          t('copy_title_cookies', formatNumber(cookies.length))
        )
      }
      onClose={onClose}
      footer={
        <>
          <span class={styles.said} role="status">
            {said.value}
          </span>
          <Button onPress={onClose}>{t('close')}</Button>
        </>
      }
    >
      <div class={styles.body}>
        <label class={styles.line}>
          <input
            type="checkbox"
            checked={values.value}
            onChange={({ currentTarget }) => {
              values.value = currentTarget.checked;
              said.value = '';
            }}
          />
          {tn('copy_values', cookies.length)}
        </label>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: arrow keys go along its buttons */}
        <div class={styles.kinds} data-main onKeyDown={stepAlong}>
          {COPY_KINDS.map((kind) => (
            <button key={kind} type="button" class={styles.kind} onClick={() => void copy(kind)}>
              <span>{t(WORDS[kind])}</span>
              {/* Values are in the page only where they are shown. */}
              <code class={styles.hint}>
                <Text text={hint(textOf(kind, values.value && store.showValues.value))} limit={HINT_LENGTH} />
              </code>
            </button>
          ))}
        </div>
      </div>
    </Frame>
  );
}

/** In one line, without what is said about it. */
function hint(text: string): string {
  const lines = text.slice(0, 4 * HINT_LENGTH).split('\n');
  return lines
    .filter((line) => !line.startsWith('//'))
    .join(' ')
    .trim();
}
