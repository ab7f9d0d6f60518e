import { Check, CircleMinus, CirclePlus, Undo2, X } from 'lucide';
import { formatNumber, t } from '../../../platform/i18n.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Text } from '../../../ui/text.tsx';
import { CookieLink } from '../../parts/links.tsx';
import type { SessionBlock } from './block.ts';
import type { SessionsModel } from './model.ts';
import styles from './sessions.module.css';
import { likelihoodKey, ROLES } from './words.ts';

interface HeadProps {
  readonly model: SessionsModel;
  readonly block: SessionBlock;
}

/** Which cookie, how likely it is the session and why, and a person's own word on it. */
export function SessionHead({ model, block }: HeadProps) {
  const { session, said } = block;
  const { ref, entry, role, likelihood, signals } = session.cookie;
  return (
    <header class={styles.head}>
      <div class={styles.title}>
        <h3 class={styles.name}>
          <CookieLink cookie={entry?.key ?? null} name={ref.name} />
        </h3>
        <Badge>{t(ROLES[role])}</Badge>
        <span class={styles.soft}>
          <Text text={`${ref.domain}${ref.path}`} limit={120} />
        </span>
        {session.members.length > 0 && (
          <span class={styles.soft}>
            {t('sessions_members')} <Text text={session.members.join(', ')} limit={120} />
          </span>
        )}
      </div>
      <div class={styles.likely}>
        <Meter likelihood={likelihood} said={said} />
        <Word model={model} name={ref.name} said={said} />
      </div>
      <details class={styles.why}>
        <summary>{t('sessions_why')}</summary>
        <ul class={styles.signals}>
          {signals.map((signal) => {
            const against = signal.startsWith('not: ');
            return (
              <li key={signal} data-against={against || undefined}>
                <Icon
                  node={against ? CircleMinus : CirclePlus}
                  size={12}
                  label={t(against ? 'signal_against' : 'signal_for')}
                />
                <span lang="en">
                  <Text text={against ? signal.slice(5) : signal} limit={120} />
                </span>
              </li>
            );
          })}
        </ul>
      </details>
    </header>
  );
}

function Meter({ likelihood, said }: { readonly likelihood: number; readonly said: boolean | undefined }) {
  const percent = Math.round(likelihood * 100);
  const words = said === undefined ? t(likelihoodKey(likelihood)) : t('said_session');
  return (
    <span class={styles.meterLine}>
      {/* biome-ignore lint/a11y/useSemanticElements: each browser draws <meter> its own way, and colours it good or bad */}
      <span
        class={styles.meter}
        role="meter"
        aria-label={t('sessions_likelihood')}
        aria-valuenow={percent}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuetext={words}
      >
        <span style={{ width: `${percent}%` }} />
      </span>
      {words}
      {said === undefined && <span class={styles.soft}>{t('percent', formatNumber(percent))}</span>}
    </span>
  );
}

interface WordProps {
  readonly model: SessionsModel;
  readonly name: string;
  readonly said: boolean | undefined;
}

/** A person's word, given or taken back. */
export function Word({ model, name, said }: WordProps) {
  if (said !== undefined) {
    return (
      <Button icon={Undo2} title={t('said_forget_why')} onPress={() => model.say(name, null)}>
        {t('said_forget')}
      </Button>
    );
  }
  return (
    <span class={styles.buttons}>
      <Button icon={Check} title={t('say_session_why')} onPress={() => model.say(name, true)}>
        {t('say_session')}
      </Button>
      <Button icon={X} title={t('say_session_why')} onPress={() => model.say(name, false)}>
        {t('say_no_session')}
      </Button>
    </span>
  );
}
