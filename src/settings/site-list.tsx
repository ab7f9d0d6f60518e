import type { ComponentChildren } from 'preact';
import { Text } from '../ui/text.tsx';
import styles from './settings.module.css';

interface SiteListProps {
  readonly sites: readonly (readonly [string, readonly string[]])[];
  /** What stands in the line of an item, and what can be done with it. */
  readonly item: (site: string, item: string) => ComponentChildren;
}

/** Decisions by the site that they hold for. */
export function SiteList({ sites, item }: SiteListProps) {
  return sites.map(([site, items]) => (
    <div key={site} class={styles.site}>
      <h3>
        <Text text={site} limit={200} />
      </h3>
      <ul>
        {items.map((each) => (
          <li key={each}>{item(site, each)}</li>
        ))}
      </ul>
    </div>
  ));
}
