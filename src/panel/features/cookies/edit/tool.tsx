import type { IconNode } from 'lucide';
import { Icon } from '../../../../ui/icon.tsx';
import styles from './edit.module.css';

interface ToolProps {
  readonly icon: IconNode;
  readonly word: string;
  /** What it does, where the word alone does not say. */
  readonly why?: string;
  readonly hint?: string;
  readonly pressed?: boolean;
  readonly onPress: () => void;
}

/** A quiet button with a word; its key is in the tooltip. */
export function Tool({ icon, word, why, hint, pressed, onPress }: ToolProps) {
  const title = hint ? `${why ?? word} (${hint})` : (why ?? word);
  return (
    <button type="button" class={styles.tool} title={title} aria-pressed={pressed} onClick={onPress}>
      <Icon node={icon} size={13} />
      {word}
    </button>
  );
}
