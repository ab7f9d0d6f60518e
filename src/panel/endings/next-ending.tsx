import { Hourglass } from 'lucide';
import { t, tn } from '../../platform/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Popover } from '../../ui/popover.tsx';
import { Text } from '../../ui/text.tsx';
import { countdown, exactTime, minutesWord } from '../../ui/time.ts';
import { press, useKey } from '../keys/use-key.ts';
import { usePanel } from '../panel.ts';
import { jump } from '../store.ts';
import styles from './endings.module.css';
import { HorizonChoice } from './horizon-choice.tsx';
import { idOf } from './model.ts';

const ENDINGS_BUTTON = 'endings-button';
/** Endings listed; more are only counted. */
const LISTED = 10;

/** The next cookie to go with what is left of it; behind it those that follow, and how far to look ahead. */
export function NextEnding() {
  const { store, now, endings } = usePanel();
  const [next] = endings.soon.value;
  useKey('endings', () => press(ENDINGS_BUTTON));
  const horizon = minutesWord(store.horizon.value);
  return (
    <Popover
      icon={Hourglass}
      buttonId={ENDINGS_BUTTON}
      label={next ? t('ends_next') : t('ends_next_none', horizon)}
      face={
        next && (
          <>
            <span class={styles.nextName}>
              <Text text={next.entry.cookie.name} limit={40} />
            </span>{' '}
            <span class={styles.left}>{countdown(next.at - now.value)}</span>
          </>
        )
      }
    >
      {() => <EndingsSheet />}
    </Popover>
  );
}

function EndingsSheet() {
  const { store, now, endings } = usePanel();
  const soon = endings.soon.value;
  return (
    <div class={styles.sheet}>
      <h2>{t('ends_heading')}</h2>
      {soon.length === 0 && <p class={styles.soft}>{t('ends_none', minutesWord(store.horizon.value))}</p>}
      <ul class={styles.list}>
        {soon.slice(0, LISTED).map((ending) => (
          <li key={idOf(ending)} title={exactTime(ending.at)}>
            <Button kind="link" onPress={() => jump(store, { kind: 'cookie', cookie: ending.entry.key })}>
              <Text text={ending.entry.cookie.name || t('cookie_nameless')} limit={60} />
            </Button>
            <span class={styles.domain}>
              <Text text={ending.entry.cookie.domain} limit={60} />
            </span>
            <span class={styles.left}>{countdown(ending.at - now.value)}</span>
          </li>
        ))}
      </ul>
      {soon.length > LISTED && <p class={styles.soft}>{tn('ends_more', soon.length - LISTED)}</p>}
      <HorizonChoice horizon={store.horizon} />
    </div>
  );
}
