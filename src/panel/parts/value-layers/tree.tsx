import { ChevronRight } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { t, tn } from '../../../platform/i18n.ts';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Text } from '../../../ui/text.tsx';
import { RelativeTime } from '../time.tsx';
import styles from './tree.module.css';
import { childrenOf, countOf, isSmall, PAGE, timeIn, typeOf } from './tree-model.ts';

interface TreeProps {
  readonly data: object;
  readonly label: string;
  readonly inside: Inside;
}

/** What stands behind a text: how to read it further. */
type Inside = (text: string) => ComponentChildren;

/** Data as lines that open and close. A page of it is drawn, the rest when asked for: a value may be of any shape. */
export function Tree({ data, label, inside }: TreeProps) {
  return (
    <div class={styles.tree}>
      <Children of={data} open={isSmall(data)} depth={0} label={t('tree_label', label)} inside={inside} />
    </div>
  );
}

interface ChildrenProps {
  readonly of: object;
  /** Whether what is below is drawn open at first. */
  readonly open: boolean;
  readonly depth: number;
  readonly label?: string;
  readonly inside: Inside;
}

function Children({ of, open, depth, label, inside }: ChildrenProps) {
  const [most, setMost] = useState(PAGE);
  const left = countOf(of) - most;
  return (
    // Deep nesting does not push what it holds out of sight.
    <ul class={depth > 8 ? styles.deep : styles.children} aria-label={label}>
      {childrenOf(of, most).map(([key, value]) => (
        <li key={key}>
          <Node
            name={key}
            value={value}
            open={open}
            depth={depth}
            isItem={Array.isArray(of)}
            inside={inside}
          />
        </li>
      ))}
      {left > 0 && (
        <li>
          <Button kind="link" onPress={() => setMost(most + PAGE * 5)}>
            {tn('tree_more', left)}
          </Button>
        </li>
      )}
    </ul>
  );
}

interface NodeProps {
  readonly name: string;
  readonly value: unknown;
  readonly open: boolean;
  readonly depth: number;
  readonly isItem: boolean;
  readonly inside: Inside;
}

function Node({ name, value, open, depth, isItem, inside }: NodeProps) {
  const [isOpen, setOpen] = useState(open);
  const key = (
    <span class={isItem ? styles.index : styles.key}>
      <Text text={name} limit={120} />
    </span>
  );
  if (typeof value !== 'object' || value === null) {
    return (
      <span class={styles.leaf}>
        {key}
        <Leaf name={name} value={value} />
        {typeof value === 'string' && inside(value)}
      </span>
    );
  }
  const count = countOf(value);
  const size = tn(Array.isArray(value) ? 'tree_items' : 'tree_keys', count);
  if (count === 0) {
    return (
      <span class={styles.leaf}>
        {key}
        <span class={styles.size}>{size}</span>
      </span>
    );
  }
  return (
    <>
      <button
        type="button"
        class={styles.toggle}
        aria-expanded={isOpen}
        title={t(`tree_${typeOf(value)}`)}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon node={ChevronRight} size={12} class={styles.chevron} />
        {key}
        <span class={styles.size}>{size}</span>
      </button>
      {isOpen && <Children of={value} open={open} depth={depth + 1} inside={inside} />}
    </>
  );
}

function Leaf({ name, value }: { readonly name: string; readonly value: unknown }) {
  const type = typeOf(value);
  const at = timeIn(name, value);
  return (
    <>
      <span class={styles.value} data-type={type} title={t(`tree_${type}`)}>
        {type === 'string' ? (
          <>
            “<Text text={String(value)} limit={2_000} />”
          </>
        ) : (
          String(value)
        )}
      </span>
      {at !== null && (
        <span class={styles.size}>
          <RelativeTime at={at} />
        </span>
      )}
    </>
  );
}
