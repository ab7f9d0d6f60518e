import type { IconNode } from 'lucide';
import type { ComponentChildren } from 'preact';
import styles from './button.module.css';
import { Icon } from './icon.tsx';

interface IconButtonProps {
  readonly icon: IconNode;
  /** Its accessible name and its tooltip. */
  readonly label: string;
  /** Given: a button that stays pressed. */
  readonly pressed?: boolean;
  readonly disabled?: boolean;
  /** A second line for the tooltip, such as the key that does the same. */
  readonly hint?: string;
  readonly tone?: 'bad';
  readonly onPress: () => void;
}

/** A toolbar button that is one icon. */
export function IconButton(props: IconButtonProps) {
  const { icon, label, pressed, disabled, hint, tone, onPress } = props;
  return (
    <button
      type="button"
      class={styles.icon}
      aria-label={label}
      aria-pressed={pressed}
      disabled={disabled}
      data-tone={tone}
      title={hint ? `${label} (${hint})` : label}
      onClick={onPress}
    >
      <Icon node={icon} size={16} />
    </button>
  );
}

interface ButtonProps {
  readonly children: ComponentChildren;
  readonly icon?: IconNode;
  readonly kind?: 'plain' | 'primary' | 'link';
  readonly title?: string;
  readonly disabled?: boolean;
  readonly onPress: () => void;
}

export function Button({ children, icon, kind = 'plain', title, disabled, onPress }: ButtonProps) {
  return (
    <button type="button" class={styles[kind]} title={title} disabled={disabled} onClick={onPress}>
      {icon && <Icon node={icon} />}
      {children}
    </button>
  );
}
