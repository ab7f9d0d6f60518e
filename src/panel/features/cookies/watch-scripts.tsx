import { FileCode } from 'lucide';
import { useState } from 'preact/hooks';
import { t } from '../../../platform/i18n.ts';
import { IconButton } from '../../../ui/button.tsx';
import { usePanel } from '../../panel.ts';
import styles from './cookies.module.css';

/** Switches on that this tab's scripts are watched; the browser asks the person where it has not been allowed yet. */
export function WatchScripts() {
  const { store, call, requestScripting } = usePanel();
  const [isRefused, setRefused] = useState(false);
  const tab = store.tab.value;
  const isOn = tab?.scripts ?? false;
  const press = async () => {
    // First of all: a browser asks the person only within the click.
    const isAllowed = isOn || (await requestScripting());
    const result = isAllowed ? await call({ method: 'scripts', on: !isOn }) : { ok: false };
    setRefused(!result.ok);
  };
  return (
    <>
      <IconButton
        icon={FileCode}
        label={t('watch_scripts')}
        hint={t('watch_scripts_why')}
        pressed={isOn}
        disabled={tab?.page !== 'inspectable'}
        onPress={() => void press()}
      />
      <span role="status" class={isRefused ? styles.refused : undefined}>
        {isRefused && t('watch_scripts_refused')}
      </span>
    </>
  );
}
