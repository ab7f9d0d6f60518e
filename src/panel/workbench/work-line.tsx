import { effect } from '@preact/signals';
import { CircleAlert, CircleCheck, X } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import { formatNumber, t } from '../../platform/i18n.ts';
import type { WorkbenchState, WorkProgress } from '../../protocol/workbench.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { hintOf } from '../keys/key-caps.tsx';
import { useKey } from '../keys/use-key.ts';
import { usePanel } from '../panel.ts';
import type { Store } from '../store.ts';
import { redo, undo } from './act.ts';
import { focusTable } from './focus-table.ts';
import { type News, newsOfEnd } from './news.ts';
import { newsWords } from './words.ts';
import styles from './work-line.module.css';

/** Milliseconds that news stay, where nobody is at them. */
const SEEN = 20_000;

/** The line below every view: what the last action came to, with the way back; and how far a long one is. */
export function WorkLine() {
  const panel = usePanel();
  const { store } = panel;
  useKey('undo', () => void undo(panel));
  useKey('redo', () => void redo(panel));
  useEffect(() => listen(store), [store]);
  const running = runningOf(store.workbench.value.running, store.work.value);
  const news = store.news.value;
  return (
    <div class={styles.lines}>
      {running && <Running progress={running} />}
      <div class={styles.news}>
        <div class={styles.status} role="status">
          {news && <NewsText news={news} />}
        </div>
        {news && <NewsButtons news={news} />}
      </div>
    </div>
  );
}

/** At once, and not when a frame is drawn: by then the step has come, too, and no one could tell whether it is of before. */
function listen(store: Store): () => void {
  return effect(() => {
    const news = newsOfEnd(store.work.value, store.workbench.peek().undo.at(-1)?.id ?? null);
    if (news && !isPartOf(store.news.peek(), news)) store.news.value = news;
  });
}

/** What is blocked is deleted first: that is no news of its own. */
function isPartOf(before: News | null, news: News): boolean {
  return (
    before?.kind === 'guard' && before.guard === 'block' && news.kind === 'step' && news.step === 'delete'
  );
}

/** The newest that was told of what is under way. */
function runningOf(running: WorkProgress | null, told: WorkProgress | null): WorkProgress | null {
  return running !== null && told?.id === running.id && told.results === null ? told : running;
}

function NewsText({ news }: { readonly news: News }) {
  const { store } = usePanel();
  const isWhole = news.kind === 'guard' || (news.kind === 'step' && news.refused + news.kept === 0);
  return (
    <span class={styles.text} data-whole={isWhole || undefined}>
      <Icon node={isWhole ? CircleCheck : CircleAlert} size={13} />
      <bdi>{newsWords(news, store.workbench.value.undo.at(-1)).join(' · ')}</bdi>
    </span>
  );
}

function NewsButtons({ news }: { readonly news: News }) {
  const panel = usePanel();
  const { store } = panel;
  const [held, setHeld] = useState(false);
  const putAway = () => {
    store.news.value = null;
  };
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(putAway, SEEN);
    return () => clearTimeout(timer);
  }, [news, held]);
  const way = wayBack(news, store.workbench.value);
  return (
    <span
      class={styles.buttons}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocusIn={() => setHeld(true)}
      onFocusOut={() => setHeld(false)}
    >
      {way !== null && (
        <Button
          kind="link"
          title={hintOf(way)}
          onPress={() => void (way === 'undo' ? undo(panel) : redo(panel))}
        >
          {t(way)}
        </Button>
      )}
      <IconButton
        icon={X}
        label={t('work_put_away')}
        onPress={() => {
          putAway();
          focusTable();
        }}
      />
    </span>
  );
}

function wayBack(news: News, { undo: steps, redo: undone }: WorkbenchState): 'undo' | 'redo' | null {
  if (news.kind !== 'step' || news.done === 0) return null;
  const way = news.step === 'undo' ? 'redo' : 'undo';
  return (way === 'undo' ? steps : undone).length > 0 ? way : null;
}

function Running({ progress }: { readonly progress: WorkProgress }) {
  const { call } = usePanel();
  const { step, done, total } = progress;
  return (
    <div class={styles.running}>
      <span class={styles.text}>{t(`working_${step}`, formatNumber(done), formatNumber(total))}</span>
      <progress class={styles.progress} value={done} max={total} aria-label={t('working')} />
      <Button kind="link" onPress={() => void call({ method: 'stop-work' })}>
        {t('work_stop')}
      </Button>
    </div>
  );
}
