import { Hourglass } from 'lucide';
import { useState } from 'preact/hooks';
import { t, tn } from '../../../platform/i18n.ts';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import type { BlockProps } from './block-props.ts';
import { ReplayAction } from './replay-action.tsx';
import styles from './sessions.module.css';
import { VerdictCard } from './verdict-card.tsx';

/** Newest ones that are shown at once. */
const FIRST = 8;

/** What each login, logout and change of rights did to the cookie; and what was not seen yet. */
export function VerdictCards({ model, shown, block }: BlockProps) {
  const { cards, session } = block;
  const [all, setAll] = useState(false);
  const hidden = all ? 0 : Math.max(0, cards.length - FIRST);
  const hasLogin = cards.some(({ event }) => event.kind === 'login' && event.verdict !== 'failed');
  const hasLogout = cards.some(({ event }) => event.kind === 'logout');
  return (
    <div class={styles.cards}>
      {hidden > 0 && (
        <Button kind="link" onPress={() => setAll(true)}>
          {tn('sessions_earlier', hidden)}
        </Button>
      )}
      {cards.slice(hidden).map((card) => (
        <VerdictCard key={card.id} card={card} session={session}>
          {card.offer !== null && (
            <ReplayAction offer={card.offer} replays={shown.analysis.replays} model={model.replay} />
          )}
        </VerdictCard>
      ))}
      {(!hasLogin || !hasLogout) && (
        <p class={styles.hint}>
          <Icon node={Hourglass} />
          {t(hasLogin ? 'sessions_no_logout' : 'sessions_no_login')}
        </p>
      )}
    </div>
  );
}
