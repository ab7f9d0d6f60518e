import { useState } from 'preact/hooks';
import { formatNumber, t } from '../../../platform/i18n.ts';
import { saidIn } from '../../../protocol/choices.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { CookieLink } from '../../parts/links.tsx';
import { cookieId } from './block.ts';
import type { SessionsModel, ShownSessions } from './model.ts';
import { Word } from './session-head.tsx';
import styles from './sessions.module.css';
import { ROLES } from './words.ts';

const FIRST = 8;

/** Other cookies of the site: to name one that was not told to be the session, or take a word back. */
export function Candidates({
  model,
  shown,
}: {
  readonly model: SessionsModel;
  readonly shown: ShownSessions;
}) {
  const [all, setAll] = useState(false);
  const { candidates, site, blocks } = shown;
  if (candidates.length === 0) return null;
  const listed = all ? candidates : candidates.slice(0, FIRST);
  return (
    <details class={styles.candidates} open={blocks.length === 0}>
      <summary>{t('candidates_title', formatNumber(candidates.length))}</summary>
      <p class={styles.soft}>{t('candidates_why')}</p>
      <ul>
        {listed.map((cookie) => {
          const { name } = cookie.ref;
          const said = saidIn(model.store.saidOf.value, site, name);
          return (
            <li key={cookieId(cookie)}>
              <span class={styles.candidate}>
                <CookieLink cookie={cookie.entry?.key ?? null} name={name} />
              </span>
              <Badge>{t(ROLES[cookie.role])}</Badge>
              <span class={styles.soft}>
                {said === false ? t('said_no_session') : t('percent', formatNumber(cookie.likelihood * 100))}
              </span>
              {said === undefined ? (
                <Button title={t('say_session_why')} onPress={() => model.say(name, true)}>
                  {t('say_session')}
                </Button>
              ) : (
                <Word model={model} name={name} said={said} />
              )}
            </li>
          );
        })}
      </ul>
      {listed.length < candidates.length && (
        <Button kind="link" onPress={() => setAll(true)}>
          {t('show_all', formatNumber(candidates.length))}
        </Button>
      )}
    </details>
  );
}
