import type { ComponentChildren } from 'preact';
import styles from './footer.module.css';

/** The line below a list that says how much there is. */
export function Footer({ children }: { readonly children: ComponentChildren }) {
  return <footer class={styles.footer}>{children}</footer>;
}
