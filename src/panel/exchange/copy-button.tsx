import { Copy } from 'lucide';
import type { BrowserCookie } from '../../core/recording/fact.ts';
import { t } from '../../platform/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { hintOf } from '../keys/key-caps.tsx';
import { usePanel } from '../panel.ts';
import { openCopy } from './shown.ts';

/** The ways to copy one cookie. */
export function CopyButton({ cookie }: { readonly cookie: BrowserCookie }) {
  const { store } = usePanel();
  return (
    <Button
      kind="link"
      icon={Copy}
      title={`${t('exchange_copy')} (${hintOf('copyCookies')})`}
      onPress={() => openCopy(store, [cookie])}
    >
      {t('exchange_copy')}
    </Button>
  );
}
