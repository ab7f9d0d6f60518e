import { plainText } from '../../../ui/visible-text.ts';
import type { BlockProps } from './block-props.ts';
import { LaneChart } from './chart/chart.tsx';
import { Lifetime } from './lifetime.tsx';
import { SessionHead } from './session-head.tsx';
import styles from './sessions.module.css';
import { StrengthLink } from './strength-link.tsx';
import { isFlowEvent } from './verdict-cards.ts';
import { VerdictCards } from './verdict-list.tsx';

/** One session cookie: whether it is one, its life on a time axis, what logins and logouts did to it, how long it lasts. */
export function SessionSection({ model, shown, block }: BlockProps) {
  const { session, cards } = block;
  return (
    <section class={styles.session} aria-label={plainText(session.cookie.ref.name).slice(0, 200)}>
      <SessionHead model={model} block={block} />
      {shown.bounds !== null && (
        <LaneChart
          block={block}
          bounds={shown.bounds}
          zoom={model.zoom}
          onOpen={(event) => {
            const card = isFlowEvent(event) ? cards.find((each) => each.event === event) : undefined;
            document.getElementById(card?.id ?? ACTIVITY_ID)?.focus();
          }}
        />
      )}
      <VerdictCards model={model} shown={shown} block={block} />
      <Lifetime session={session} />
      <StrengthLink site={shown.site} session={session} />
    </section>
  );
}

/** Where the log begins. */
export const ACTIVITY_ID = 'sessions-activity';
