import type { IconNode } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import buttonStyles from './button.module.css';
import { Icon } from './icon.tsx';
import { CLOSE_KEY } from './keys.ts';
import styles from './popover.module.css';

interface PopoverProps {
  readonly icon: IconNode;
  readonly label: string;
  /** Stands beside the icon, such as how many filters are set. */
  readonly count?: number;
  /** What stands beside the icon instead of nothing: a few words. */
  readonly face?: ComponentChildren;
  /** Of its button, for keys that press it. */
  readonly buttonId?: string;
  /** It opens upwards, within the positioned box around it: what stands at the lower end of a page. */
  readonly above?: boolean;
  /** Drawn only while open; `close` for what is chosen once. */
  readonly children: (close: () => void) => ComponentChildren;
}

/** A button that opens a sheet below it; Esc or a click elsewhere closes it. */
export function Popover({ icon, label, count = 0, face, buttonId, above, children }: PopoverProps) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();

  useEffect(() => {
    if (!open) return;
    const away = (event: Event) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', away);
    document.addEventListener('focusin', away);
    return () => {
      document.removeEventListener('pointerdown', away);
      document.removeEventListener('focusin', away);
    };
  }, [open]);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== CLOSE_KEY || !open) return;
    event.stopPropagation();
    close();
  }

  function close(): void {
    setOpen(false);
    button.current?.focus();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: catches Esc from what is inside
    <div ref={root} class={styles.root} data-above={above || undefined} onKeyDown={onKeyDown}>
      <button
        ref={button}
        id={buttonId}
        type="button"
        class={`${buttonStyles.icon} ${styles.button}`}
        data-worded={face ? true : undefined}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        aria-haspopup="dialog"
        title={label}
        onClick={() => setOpen(!open)}
      >
        <Icon node={icon} size={16} />
        <span class="visually-hidden">{label}</span> {count > 0 && <span class={styles.count}>{count}</span>}
        {face}
      </button>
      {open && (
        <div id={id} class={styles.sheet} role="dialog" aria-label={label} data-above={above || undefined}>
          {children(close)}
        </div>
      )}
    </div>
  );
}
