import { useComputed, useSignal } from '@preact/signals';
import { Copy, Download, TriangleAlert } from 'lucide';
import { useEffect, useMemo } from 'preact/hooks';
import type { FormatId } from '../../../core/exchange/types.ts';
import { writeCookies } from '../../../core/exchange/write-cookies.ts';
import type { BrowserCookie } from '../../../core/recording/fact.ts';
import { isSecretRole } from '../../../core/session/roles.ts';
import { t, tn } from '../../../platform/i18n.ts';
import { Button } from '../../../ui/button.tsx';
import { copyText } from '../../../ui/copy-text.ts';
import { Icon } from '../../../ui/icon.tsx';
import { saveText } from '../../../ui/save-text.ts';
import { cookieRole } from '../../cookie-role.ts';
import { usePanel } from '../../panel.ts';
import styles from '../exchange.module.css';
import { Frame } from '../frame.tsx';
import { storeCookies } from '../store-cookies.ts';
import { asStored, type Choices, exportChoices, fileName, firstChoice, type Which } from './choice.ts';
import { Fields } from './fields.tsx';
import { LostList } from './lost.tsx';
import { PREVIEW_COOKIES, previewText } from './preview.ts';

interface ExportDialogProps {
  readonly selected: readonly BrowserCookie[];
  readonly onClose: () => void;
}

/** The cookies are read when it is opened: what is saved is what was shown. */
export function ExportDialog({ selected, onClose }: ExportDialogProps) {
  const { store, now } = usePanel();
  const choices = useSignal<Choices | null>(null);
  useEffect(() => {
    const known = exportChoices(store, selected, () => now.peek());
    void storeCookies(store.recording.peek()).then((stored) => {
      choices.value = asStored(known, stored);
    });
  }, []);
  return choices.value && <ExportForm choices={choices.value} onClose={onClose} />;
}

interface ExportFormProps {
  readonly choices: Choices;
  readonly onClose: () => void;
}

/** Cookies as a file or as text to paste; says what the format cannot carry, and what is in it. */
function ExportForm({ choices, onClose }: ExportFormProps) {
  const { store, now } = usePanel();
  const options = useMemo(() => ({ url: store.tab.peek()?.url ?? null, now: now.peek() }), []);
  const which = useSignal<Which>(firstChoice(choices));
  const format = useSignal<FormatId>('json');
  const said = useSignal('');
  const cookies = useComputed(() => choices.cookies[which.value]);
  const written = useComputed(() => writeCookies(cookies.value, format.value, options));
  const preview = useComputed(() =>
    previewText(cookies.value, format.value, store.showValues.value, options),
  );
  const count = cookies.value.length;
  const secrets = cookies.value.filter((cookie) => isSecretRole(cookieRole(cookie))).length;

  const save = () => {
    const { text, mediaType, extension } = written.peek();
    const name = `${fileName(choices.site, options.now)}.${extension}`;
    saveText(name, text, mediaType);
    said.value = tn('export_saved', count, name);
  };
  const copy = async () => {
    const done = await copyText(written.peek().text);
    said.value = done ? tn('export_copied', count) : t('copy_failed');
  };

  return (
    <Frame
      title={t('export_title')}
      onClose={onClose}
      footer={
        <>
          <span class={styles.said} role="status">
            {said.value}
          </span>
          <Button icon={Copy} disabled={count === 0} onPress={() => void copy()}>
            {t('copy')}
          </Button>
          <Button kind="primary" icon={Download} disabled={count === 0} onPress={save}>
            {t('export_save')}
          </Button>
        </>
      }
    >
      <div class={styles.body} data-main>
        <Fields choices={choices} which={which} format={format} onChange={() => (said.value = '')} />
        <p class={styles.warning}>
          <Icon node={TriangleAlert} size={13} />
          <span>
            {t('export_warning')} {secrets > 0 && tn('export_secrets', secrets)}
          </span>
        </p>
        <LostList lost={written.value.lost} cookies={cookies.value} />
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, which needs the focus */}
        <section class={styles.preview} tabIndex={0} aria-label={t('export_preview')}>
          <pre>{preview.value}</pre>
        </section>
        {count > PREVIEW_COOKIES && (
          <p class={styles.soft}>{tn('export_preview_more', count - PREVIEW_COOKIES)}</p>
        )}
      </div>
    </Frame>
  );
}
