import { Send, Square } from 'lucide';
import type { ReplayCookies } from '../../../../core/recording/fact.ts';
import type { JudgedReplay } from '../../../../core/session/replay/judged.ts';
import type { ReplayOffer } from '../../../../core/session/replay/plan.ts';
import { t } from '../../../../platform/i18n.ts';
import { Button } from '../../../../ui/button.tsx';
import { type ReplayModel, replaysOfOffer } from './model.ts';
import styles from './replay.module.css';
import { ReplayPreview } from './replay-preview.tsx';
import { ReplayResult } from './replay-result.tsx';
import { COOKIES, ERRORS, TITLES, WHY_NOT } from './words.ts';

interface ReplayCardProps {
  readonly offer: ReplayOffer;
  /** All replays of the site. */
  readonly replays: readonly JudgedReplay[];
  readonly model: ReplayModel;
}

/** Asks whether an old session ID still works: says what will be sent, sends it, shows the three answers. */
export function ReplayCard({ offer, replays, model }: ReplayCardProps) {
  const { what, flow, plan, whyNot } = offer;
  const own = replaysOfOffer(offer, replays);
  const running = model.running.value;
  const failed = model.failed.value;
  const isMine = running !== null && running.what === what && running.flow === flow;
  const isAsked = own.length > 0;
  return (
    <section class={styles.card} aria-label={t(TITLES[what])}>
      <h5 class={styles.title}>{t(TITLES[what])}</h5>
      {isAsked && <ReplayResult replays={own} />}
      {plan !== null && !isAsked && <ReplayPreview plan={plan} />}
      {plan === null && whyNot !== null && <p class={styles.soft}>{t(WHY_NOT[whyNot])}</p>}
      {isMine && <Progress step={running.step} onStop={model.stop} />}
      {failed !== null && failed.what === what && failed.flow === flow && (
        <p class={styles.failed} role="alert">
          {t(ERRORS[failed.error])}
        </p>
      )}
      {plan !== null && running === null && (
        <div class={styles.actions}>
          <Button icon={Send} kind={isAsked ? 'plain' : 'primary'} onPress={() => void model.ask(offer)}>
            {t(isAsked ? 'replay_again' : 'replay_send')}
          </Button>
          {isAsked && <span class={styles.soft}>{t('replay_again_why')}</span>}
        </div>
      )}
    </section>
  );
}

const PLACE = { none: 1, current: 2, old: 3 } as const satisfies Readonly<Record<ReplayCookies, number>>;

function Progress({ step, onStop }: { readonly step: ReplayCookies | null; readonly onStop: () => void }) {
  const place = step === null ? 0 : PLACE[step];
  return (
    <div class={styles.actions} role="status">
      <progress max={4} value={place} aria-label={t('replay_progress')} />
      <span>{step === null ? t('replay_begins') : t('replay_step', place, t(COOKIES[step]))}</span>
      <Button icon={Square} onPress={onStop}>
        {t('replay_stop')}
      </Button>
    </div>
  );
}
