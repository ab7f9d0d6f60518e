import { CircleAlert, CircleCheck, CircleHelp } from 'lucide';
import type { SessionView } from '../../../core/session/analysis.ts';
import { t } from '../../../platform/i18n.ts';
import { Icon } from '../../../ui/icon.tsx';
import { duration } from '../../../ui/time.ts';
import { Phrase } from '../../parts/phrase.tsx';
import { RelativeTime } from '../../parts/time.tsx';
import { type LimitCell, limitRows } from './limits.ts';
import styles from './sessions.module.css';
import { SOURCE_URLS } from './sources.ts';
import { LIFETIMES } from './words.ts';

const A_SECOND = 1000;

/** How the cookie ends, how long the server was seen to know it, and what others ask for. */
export function Lifetime({ session }: { readonly session: SessionView }) {
  const { lifetime, bounds, cookie } = session;
  const { kind, expiry, seconds } = lifetime;
  const expires = cookie.entry?.present ? cookie.entry.cookie.expires : null;
  const { idleAtLeast, absoluteAtLeast, endedAfter } = bounds;
  return (
    <div class={styles.lifetime}>
      <h4>{t('sessions_lifetime')}</h4>
      <p>
        {t(LIFETIMES[expiry], seconds === null ? '' : duration(seconds * 1000))}{' '}
        {kind === 'rolling' && t('life_rolling')}{' '}
        {expires !== null && (
          <span class={styles.soft}>
            <Phrase of="life_ends" parts={[<RelativeTime at={expires} />]} />
          </span>
        )}
      </p>
      <ul class={styles.seen}>
        <li>
          {idleAtLeast === null || idleAtLeast < A_SECOND
            ? t('seen_no_idle')
            : t('seen_idle', duration(idleAtLeast))}
        </li>
        <li>
          {absoluteAtLeast === null ? t('seen_no_absolute') : t('seen_absolute', duration(absoluteAtLeast))}
        </li>
        {endedAfter !== null && (
          <li>{t('seen_ended', duration(endedAfter.idle), duration(endedAfter.age))}</li>
        )}
      </ul>
      <details>
        <summary>{t('limits_title')}</summary>
        <table class={styles.limits}>
          <thead>
            <tr>
              <th scope="col">{t('limits_source')}</th>
              <th scope="col">{t('limits_idle')}</th>
              <th scope="col">{t('limits_absolute')}</th>
            </tr>
          </thead>
          <tbody>
            {limitRows(bounds).map(({ source, idle, absolute }) => (
              <tr key={source}>
                <th scope="row">
                  <a href={SOURCE_URLS[source]} target="_blank" rel="noreferrer">
                    {source}
                  </a>
                </th>
                <td>
                  <Limit cell={idle} />
                </td>
                <td>
                  <Limit cell={absolute} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <p class={styles.soft}>{t('limits_note')}</p>
      </details>
    </div>
  );
}

const LOOKS = {
  over: { icon: CircleAlert, tone: 'warn', words: 'limit_over' },
  kept: { icon: CircleCheck, tone: 'good', words: 'limit_kept' },
  unseen: { icon: CircleHelp, tone: 'neutral', words: 'limit_unseen' },
} as const;

function Limit({ cell: { limit, state } }: { readonly cell: LimitCell }) {
  if (limit === null || state === 'none') return <>–</>;
  const { icon, tone, words } = LOOKS[state];
  return (
    <span class={styles.limit} data-tone={tone} title={t(words)}>
      <Icon node={icon} size={12} label={t(words)} /> {duration(limit)}
    </span>
  );
}
