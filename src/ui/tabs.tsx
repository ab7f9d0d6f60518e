import type { IconNode } from 'lucide';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { unturnedKey } from './direction.ts';
import { Icon } from './icon.tsx';
import { TAB_KEYS } from './keys.ts';
import styles from './tabs.module.css';
import { useSize } from './use-size.ts';

export interface Tab {
  readonly id: string;
  readonly label: string;
  readonly icon: IconNode;
}

interface TabsProps {
  readonly label: string;
  readonly tabs: readonly Tab[];
  readonly selected: string;
  readonly onSelect: (id: string) => void;
}

/** A row of tabs: arrow keys, Home and End go along and select (ARIA tabs pattern). */
export function Tabs({ label, tabs, selected, onSelect }: TabsProps) {
  const list = useRef<HTMLDivElement>(null);
  const { width } = useSize(list);
  const labels = tabs.map((tab) => tab.label).join(' ');
  useLayoutEffect(() => fitLabels(list.current), [width, labels, selected]);
  function onKeyDown(event: KeyboardEvent): void {
    const index = tabs.findIndex((tab) => tab.id === selected);
    const next = {
      [TAB_KEYS.next]: (index + 1) % tabs.length,
      [TAB_KEYS.previous]: (index - 1 + tabs.length) % tabs.length,
      [TAB_KEYS.first]: 0,
      [TAB_KEYS.last]: tabs.length - 1,
    }[unturnedKey(event.key)];
    const tab = next === undefined ? undefined : tabs[next];
    if (!tab) return;
    event.preventDefault();
    onSelect(tab.id);
    document.getElementById(tabId(tab.id))?.focus();
  }
  return (
    <div
      ref={list}
      role="tablist"
      class={styles.tabs}
      data-fit="all"
      aria-label={label}
      onKeyDown={onKeyDown}
    >
      {tabs.map((tab) => (
        <button
          key={tab.id}
          type="button"
          role="tab"
          id={tabId(tab.id)}
          class={styles.tab}
          aria-selected={tab.id === selected}
          aria-controls={panelId(tab.id)}
          tabIndex={tab.id === selected ? 0 : -1}
          title={tab.label}
          onClick={() => onSelect(tab.id)}
        >
          <Icon node={tab.icon} />
          <span class={styles.label}>{tab.label}</span>
        </button>
      ))}
    </div>
  );
}

/** Words are of any length, by language: which of them there is room for is measured. */
function fitLabels(list: HTMLElement | null): void {
  for (const fit of ['all', 'shown', 'none']) {
    if (list === null) return;
    list.dataset.fit = fit;
    if (list.scrollWidth <= list.clientWidth) return;
  }
}

export const tabId = (id: string): string => `tab-${id}`;
export const panelId = (id: string): string => `panel-${id}`;
