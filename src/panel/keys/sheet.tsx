import { X } from 'lucide';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../platform/i18n.ts';
import { IconButton } from '../../ui/button.tsx';
import type { Feature } from '../features/feature.ts';
import { usePanel } from '../panel.ts';
import { BINDINGS, GROUPS, type Group, VIEW_KEYS } from './bindings.ts';
import { KeyCaps } from './key-caps.tsx';
import styles from './keys.module.css';

interface KeySheetProps {
  readonly features: readonly Feature[];
  readonly onClose: () => void;
}

/** All keys by where they act. The browser keeps the focus inside, gives it back, and closes on Esc. */
export function KeySheet({ features, onClose }: KeySheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const { store } = usePanel();
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      class={styles.sheet}
      aria-labelledby="keys-title"
      onClose={onClose}
      // DevTools would open its drawer on the same Esc.
      onKeyDown={(event) => event.stopPropagation()}
      onClick={(event) => {
        if (event.target === dialog.current) dialog.current?.close();
      }}
    >
      <div class={styles.inner}>
        <div class={styles.header}>
          <h2 id="keys-title">{t('keys_title')}</h2>
          <IconButton icon={X} label={t('close')} onPress={() => dialog.current?.close()} />
        </div>
        {!store.singleKeys.value && <p class={styles.off}>{t('keys_off')}</p>}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, which needs the focus */}
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is filled in */}
        <div class={styles.groups} tabIndex={0} role="group" aria-labelledby="keys-title">
          <section>
            <h3>{t('views')}</h3>
            <dl>
              {features.slice(0, VIEW_KEYS.length).map(({ id, label }, index) => (
                <Line key={id} label={t(label)} keys={VIEW_KEYS.slice(index, index + 1)} />
              ))}
            </dl>
          </section>
          {(Object.keys(GROUPS) as Group[]).map((group) => (
            <section key={group}>
              <h3>{t(GROUPS[group])}</h3>
              <dl>
                {BINDINGS.filter((binding) => binding.group === group).map(({ label, keys }) => (
                  <Line key={label} label={t(label)} keys={keys} />
                ))}
              </dl>
            </section>
          ))}
        </div>
      </div>
    </dialog>
  );
}

function Line({ label, keys }: { readonly label: string; readonly keys: readonly string[] }) {
  return (
    <div class={styles.line}>
      <dt>
        <KeyCaps keys={keys} />
      </dt>
      <dd>{label}</dd>
    </div>
  );
}
