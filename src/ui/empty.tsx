import type { IconNode } from 'lucide';
import type { ComponentChildren } from 'preact';
import styles from './empty.module.css';
import { Icon } from './icon.tsx';

interface EmptyProps {
  readonly icon: IconNode;
  readonly title: string;
  /** Why there is nothing, and what to do. */
  readonly text: string;
  /** The button that does it. */
  readonly children?: ComponentChildren;
}

/** What stands where a list would be. */
export function Empty({ icon, title, text, children }: EmptyProps) {
  return (
    <div class={styles.empty} role="status">
      <Icon node={icon} size={32} class={styles.icon} />
      <h2 class={styles.title}>{title}</h2>
      <p class={styles.text}>{text}</p>
      {children && <div class={styles.actions}>{children}</div>}
    </div>
  );
}
