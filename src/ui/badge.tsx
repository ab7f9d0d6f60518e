import type { IconNode } from 'lucide';
import type { ComponentChildren } from 'preact';
import styles from './badge.module.css';
import { Icon } from './icon.tsx';

export type Tone = 'neutral' | 'good' | 'info' | 'warn' | 'bad';

interface BadgeProps {
  readonly tone?: Tone;
  readonly icon?: IconNode;
  readonly title?: string | undefined;
  readonly children: ComponentChildren;
}

/** A word on a chip; its tone is never the only sign, an icon or the word itself says the same. */
export function Badge({ tone = 'neutral', icon, title, children }: BadgeProps) {
  return (
    <span class={styles.badge} data-tone={tone} title={title}>
      {icon && <Icon node={icon} size={12} />}
      {children}
    </span>
  );
}
