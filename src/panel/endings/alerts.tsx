import { Hourglass, X } from 'lucide';
import { t, tn, uiLanguage } from '../../platform/i18n.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Text } from '../../ui/text.tsx';
import { plainText } from '../../ui/visible-text.ts';
import { cookieRole, roleWord } from '../cookie-role.ts';
import styles from '../notices.module.css';
import { usePanel } from '../panel.ts';
import { Phrase } from '../parts/phrase.tsx';
import { jump } from '../store.ts';
import { idOf } from './model.ts';

/** Lines at a time; more are counted. */
const SHOWN = 2;

/** Sessions and logins that are about to end. The time of day, for it stands still: a count would be read out each second. */
export function EndingAlerts() {
  const { store, endings } = usePanel();
  const alerts = endings.alerts.value;
  return (
    <>
      {alerts.slice(0, SHOWN).map((ending) => {
        const { cookie, key } = ending.entry;
        return (
          <p key={idOf(ending)} class={styles.notice} data-kind="ending">
            <Icon node={Hourglass} size={13} />
            <span class={styles.ending}>
              <Phrase
                of="ends_alert"
                parts={[
                  <b key="name">
                    <Text text={cookie.name} limit={60} />
                  </b>,
                  roleWord(cookieRole(cookie)),
                  timeOfDay(ending.at),
                ]}
              />
            </span>
            <Button kind="link" onPress={() => jump(store, { kind: 'cookie', cookie: key })}>
              {t('ends_alert_show')}
            </Button>
            <IconButton
              icon={X}
              label={t('ends_alert_dismiss', plainText(cookie.name))}
              onPress={() => endings.dismiss(ending)}
            />
          </p>
        );
      })}
      {alerts.length > SHOWN && (
        <p class={styles.notice} data-kind="ending">
          <Icon node={Hourglass} size={13} />
          {tn('ends_alert_more', alerts.length - SHOWN)}
        </p>
      )}
    </>
  );
}

let format: Intl.DateTimeFormat | undefined;

function timeOfDay(at: number): string {
  format ??= new Intl.DateTimeFormat(uiLanguage(), { timeStyle: 'medium' });
  return format.format(at);
}
