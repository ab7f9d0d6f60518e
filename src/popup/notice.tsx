import type { ComponentChildren } from 'preact';
import styles from './popup.module.css';

interface NoticeProps {
  readonly title: string;
  readonly text: string;
  /** What to do about it. */
  readonly children?: ComponentChildren;
}

/** Why there is no score, and what to do. */
export function Notice({ title, text, children }: NoticeProps) {
  return (
    <section class={styles.notice} role="status">
      <h2>{title}</h2>
      <p class={styles.soft}>{text}</p>
      {children}
    </section>
  );
}
