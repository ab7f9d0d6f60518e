import { X } from 'lucide';
import type { ComponentChildren } from 'preact';
import { t } from '../../platform/i18n.ts';
import { IconButton } from '../../ui/button.tsx';
import styles from './section.module.css';

interface DetailsProps {
  /** What it is about, for a list of landmarks. */
  readonly label: string;
  readonly title: ComponentChildren;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** Details at the side of a list: a head that stays, sections below it. */
export function Details({ label, title, onClose, children }: DetailsProps) {
  return (
    <section class={styles.details} aria-label={label}>
      <header class={styles.head}>
        <h2 class={styles.title}>{title}</h2>
        <IconButton icon={X} label={t('close_details')} hint="Esc" onPress={onClose} />
      </header>
      <div class={styles.content}>{children}</div>
    </section>
  );
}

interface SectionProps {
  readonly title: string;
  /** Beside the title, faint: a count, a size. */
  readonly note?: ComponentChildren;
  readonly children: ComponentChildren;
}

export function Section({ title, note, children }: SectionProps) {
  return (
    <section class={styles.section}>
      <h3 class={styles.heading}>
        {title}
        {note !== undefined && <span class={styles.note}>{note}</span>}
      </h3>
      {children}
    </section>
  );
}
