import { Ban, Circle, Eye, EyeOff, Pin, RefreshCw, Settings } from 'lucide';
import { t } from '../platform/i18n.ts';
import { IconButton } from '../ui/button.tsx';
import type { Feature } from './features/feature.ts';
import { Help } from './keys/help.tsx';
import { hintOf } from './keys/key-caps.tsx';
import { useKey } from './keys/use-key.ts';
import { usePanel } from './panel.ts';
import { Search } from './search/box.tsx';
import type { SearchScope } from './search/scope.ts';
import { Status } from './status.tsx';
import styles from './toolbar.module.css';

interface ToolbarProps {
  readonly features: readonly Feature[];
  /** Of the list on show, if that is searched. */
  readonly scope: SearchScope | null;
}

/** The one line of controls that hold for every view. */
export function Toolbar({ features, scope }: ToolbarProps) {
  const panel = usePanel();
  const { store } = panel;
  const tab = store.tab.value;
  const recording = tab?.recording ?? true;
  const showing = store.showValues.value;
  const record = () => void panel.call({ method: 'record', on: !recording });
  const clear = () => void panel.call({ method: 'clear' });
  const keep = () => void panel.call({ method: 'keep', on: !tab?.keep });
  useKey('record', () => tab && record());
  useKey('clear', () => tab && clear());
  useKey('keep', () => tab && keep());
  useKey('reload', () => tab && panel.reloadPage());
  useKey('values', () => {
    store.showValues.value = !showing;
  });
  return (
    <div class={styles.toolbar} role="toolbar" aria-label={t('toolbar')}>
      <IconButton
        icon={recording ? RecordIcon : Circle}
        label={t(recording ? 'record_stop' : 'record_start')}
        pressed={recording}
        tone="bad"
        disabled={!tab}
        hint={hintOf('record')}
        onPress={record}
      />
      <IconButton icon={Ban} label={t('clear')} disabled={!tab} hint={hintOf('clear')} onPress={clear} />
      <IconButton
        icon={Pin}
        label={t('keep')}
        pressed={tab?.keep ?? false}
        disabled={!tab}
        hint={hintOf('keep')}
        onPress={keep}
      />
      <IconButton
        icon={RefreshCw}
        label={t('reload_page')}
        hint={hintOf('reload')}
        disabled={!tab}
        onPress={panel.reloadPage}
      />
      <Search scope={scope} />
      <IconButton
        icon={showing ? Eye : EyeOff}
        label={t('show_values')}
        pressed={showing}
        hint={hintOf('values')}
        onPress={() => (store.showValues.value = !showing)}
      />
      <Status />
      <Help features={features} />
      <SettingsButton />
    </div>
  );
}

function SettingsButton() {
  const { openSettings } = usePanel();
  useKey('settings', openSettings);
  return (
    <IconButton icon={Settings} label={t('settings')} hint={hintOf('settings')} onPress={openSettings} />
  );
}

/** A filled dot: the mark of recording everywhere. */
const RecordIcon: typeof Circle = [
  ['circle', { cx: '12', cy: '12', r: '10' }],
  ['circle', { cx: '12', cy: '12', r: '5', fill: 'currentColor' }],
];
