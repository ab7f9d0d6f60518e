import { Keyboard } from 'lucide';
import type { ComponentType } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../../platform/i18n.ts';
import { IconButton } from '../../ui/button.tsx';
import { tabId } from '../../ui/tabs.tsx';
import type { Feature } from '../features/feature.ts';
import { usePanel } from '../panel.ts';
import { VIEW_KEYS } from './bindings.ts';
import { hintOf } from './key-caps.tsx';
import { useKey, useKeys } from './use-key.ts';

interface HelpProps {
  readonly features: readonly Feature[];
}

type Sheet = ComponentType<HelpProps & { readonly onClose: () => void }>;

/** The button of the sheet of keys, and the keys of the views. */
export function Help({ features }: HelpProps) {
  const { store } = usePanel();
  const [sheet, setSheet] = useState<{ readonly Sheet: Sheet } | null>(null);
  const open = () =>
    void import('./sheet.tsx').then(
      ({ KeySheet }) => setSheet({ Sheet: KeySheet }),
      (error) => console.error('Crumbtrail: keys', String(error)),
    );
  useKey('help', open);
  useKeys(VIEW_KEYS, (index) => {
    const feature = features[index];
    if (feature === undefined) return;
    store.feature.value = feature.id;
    document.getElementById(tabId(feature.id))?.focus();
  });
  return (
    <>
      <IconButton icon={Keyboard} label={t('keys_title')} hint={hintOf('help')} onPress={open} />
      {sheet && <sheet.Sheet features={features} onClose={() => setSheet(null)} />}
    </>
  );
}
