import { Ban, Circle, Eye, EyeOff, Pin, RefreshCw } from 'lucide';
import { t } from '../platform/i18n.ts';
import { IconButton } from '../ui/button.tsx';
import { usePanel } from './panel.ts';
import { Search } from './search.tsx';
import { Status } from './status.tsx';
import styles from './toolbar.module.css';

/** The one line of controls that hold for every view. */
export function Toolbar() {
  const panel = usePanel();
  const { store } = panel;
  const tab = store.tab.value;
  const recording = tab?.recording ?? true;
  const showing = store.showValues.value;
  return (
    <div class={styles.toolbar} role="toolbar" aria-label={t('toolbar')}>
      <IconButton
        icon={recording ? RecordIcon : Circle}
        label={t(recording ? 'record_stop' : 'record_start')}
        pressed={recording}
        tone="bad"
        disabled={!tab}
        onPress={() => panel.call({ method: 'record', on: !recording })}
      />
      <IconButton
        icon={Ban}
        label={t('clear')}
        disabled={!tab}
        onPress={() => panel.call({ method: 'clear' })}
      />
      <IconButton
        icon={Pin}
        label={t('keep')}
        pressed={tab?.keep ?? false}
        disabled={!tab}
        onPress={() => panel.call({ method: 'keep', on: !tab?.keep })}
      />
      <IconButton icon={RefreshCw} label={t('reload_page')} disabled={!tab} onPress={panel.reloadPage} />
      <Search />
      <IconButton
        icon={showing ? Eye : EyeOff}
        label={t('show_values')}
        pressed={showing}
        onPress={() => (store.showValues.value = !showing)}
      />
      <Status />
    </div>
  );
}

/** A filled dot: the mark of recording everywhere. */
const RecordIcon: typeof Circle = [
  ['circle', { cx: '12', cy: '12', r: '10' }],
  ['circle', { cx: '12', cy: '12', r: '5', fill: 'currentColor' }],
];
