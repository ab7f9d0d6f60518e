import { X } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { t } from '../../platform/i18n.ts';
import { IconButton } from '../../ui/button.tsx';
import styles from './exchange.module.css';
import { ShowValues } from './show-values.tsx';

interface FrameProps {
  readonly title: ComponentChildren;
  /** As high and wide as the panel lets it: for tables. */
  readonly large?: boolean;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
  /** The buttons at its end. */
  readonly footer: ComponentChildren;
}

/** A modal dialog: the browser keeps the focus inside, gives it back, and closes on Esc. */
export function Frame({ title, large = false, onClose, children, footer }: FrameProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    dialog.current?.showModal();
    // What it is for, and not the buttons of its head.
    dialog.current?.querySelector<HTMLElement>('[data-main] :is(input, textarea, button)')?.focus();
  }, []);
  return (
    <dialog
      ref={dialog}
      class={styles.dialog}
      data-large={large || undefined}
      aria-labelledby={id}
      onClose={onClose}
      // DevTools would open its drawer on the same Esc.
      onKeyDown={(event) => event.stopPropagation()}
    >
      <div class={styles.inner}>
        <header class={styles.header}>
          <h2 id={id} class={styles.title}>
            {title}
          </h2>
          <ShowValues />
          <IconButton icon={X} label={t('close')} hint="Esc" onPress={() => dialog.current?.close()} />
        </header>
        {children}
        <footer class={styles.footer}>{footer}</footer>
      </div>
    </dialog>
  );
}
