import { useRef, useState } from 'preact/hooks';
import { t, tn } from '../../../../platform/i18n.ts';
import { Button } from '../../../../ui/button.tsx';
import type { CookieRow } from '../../../cookie-row.ts';
import { usePanel } from '../../../panel.ts';
import { Section } from '../../../parts/section.tsx';
import styles from './history.module.css';
import { type LifeItem, lifeOf } from './life.ts';
import { LifeEntry } from './life-entry.tsx';
import { LifeStrip } from './strip.tsx';

/** Newest entries shown at first. */
const MOST = 20;

/** A cookie's life: a strip, and a list with the newest first. */
export function History({ row: { entry } }: { readonly row: CookieRow }) {
  const { store, now } = usePanel();
  const list = useRef<HTMLOListElement>(null);
  const [isWhole, setWhole] = useState(false);
  const life = lifeOf(store.recording.value, entry);
  if (life.items.length === 0) return null;
  const shown = isWhole ? life.items : life.items.slice(-MOST);
  const hidden = life.items.length - shown.length;
  const show = (event: number) => {
    const item = list.current?.querySelector(`[data-event="${event}"]`);
    item?.scrollIntoView({ block: 'nearest' });
    if (item instanceof HTMLElement) item.focus({ preventScroll: true });
  };
  return (
    <Section title={t('section_history')} note={entry.history.length + entry.forgotten}>
      <LifeStrip life={life} now={now.value} onShow={show} />
      <ol ref={list} class={styles.list} aria-label={t('section_history')}>
        {shown.toReversed().map((item) => (
          <LifeEntry key={keyOf(item)} item={item} />
        ))}
      </ol>
      {hidden > 0 && (
        <Button kind="link" onPress={() => setWhole(true)}>
          {tn('history_more', hidden)}
        </Button>
      )}
      {entry.forgotten > 0 && <p class={styles.soft}>{tn('history_older', entry.forgotten)}</p>}
    </Section>
  );
}

function keyOf(item: LifeItem): string {
  if (item.kind === 'event') return `event ${item.number}`;
  return item.kind === 'sent' ? `sent ${item.from}` : `renewals ${item.events[0]?.number}`;
}
