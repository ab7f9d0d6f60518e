import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import styles from './settings.module.css';

interface SectionProps {
  readonly title: string;
  readonly why?: string;
  readonly children: ComponentChildren;
}

/** What belongs together, under one head. */
export function Section({ title, why, children }: SectionProps) {
  const id = useId();
  return (
    <section class={styles.section} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {why && <p class={styles.soft}>{why}</p>}
      {children}
    </section>
  );
}

interface CheckProps {
  readonly label: string;
  readonly hint?: string;
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** On or off. */
export function Check({ label, hint, checked, disabled, onChange }: CheckProps) {
  return (
    <label class={styles.check}>
      <input
        type="checkbox"
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span>
        {label}
        {hint && <span class={styles.hint}>{hint}</span>}
      </span>
    </label>
  );
}
