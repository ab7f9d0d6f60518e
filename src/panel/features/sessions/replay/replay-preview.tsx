import type { ReplayId } from '../../../../core/recording/fact.ts';
import type { ReplayPlan } from '../../../../core/session/replay/plan.ts';
import { t } from '../../../../platform/i18n.ts';
import { Text } from '../../../../ui/text.tsx';
import { Url } from '../../../parts/url.tsx';
import styles from './replay.module.css';

/** What will be sent, and where, before anything is. */
export function ReplayPreview({ plan }: { readonly plan: ReplayPlan }) {
  const { request, ids, now } = plan;
  return (
    <>
      <p>{t('replay_will_send')}</p>
      <dl class={styles.plan}>
        <dt>GET</dt>
        <dd>
          <Url url={request.url} />
        </dd>
        <dt>1</dt>
        <dd>{t('replay_cookies_none')}</dd>
        <dt>2</dt>
        <dd>
          {t('replay_cookies_current')} <Ids ids={now} />
        </dd>
        <dt>3</dt>
        <dd>
          {t('replay_cookies_old')} <Ids ids={ids} />
        </dd>
      </dl>
      <p class={styles.soft}>{t('replay_untouched')}</p>
    </>
  );
}

function Ids({ ids }: { readonly ids: readonly ReplayId[] }) {
  if (ids.length === 0) return <span class={styles.soft}>{t('replay_no_session')}</span>;
  return (
    <>
      {ids.map(({ name, fingerprint }) => (
        <span key={name + fingerprint} class={styles.id}>
          <Text text={name} limit={60} /> <code>{fingerprint}</code>
        </span>
      ))}
    </>
  );
}
