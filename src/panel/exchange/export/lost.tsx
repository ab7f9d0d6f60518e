import { useMemo } from 'preact/hooks';
import type { Lost } from '../../../core/exchange/types.ts';
import type { BrowserCookie } from '../../../core/recording/fact.ts';
import { tn } from '../../../platform/i18n.ts';
import { Text } from '../../../ui/text.tsx';
import styles from '../exchange.module.css';
import { fieldWord, listed } from '../words.ts';
import { lostGroups } from './choice.ts';

const WORDS = {
  'no-place': 'export_lost_no_place',
  rounded: 'export_lost_rounded',
  'left-out': 'export_lost_left_out',
} as const satisfies Readonly<Record<Lost['why'], string>>;

/** Names that are told of cookies that are not in the file at all. */
const MOST_NAMES = 5;

interface LostListProps {
  readonly lost: readonly Lost[];
  readonly cookies: readonly BrowserCookie[];
}

/** What the format cannot carry, by attribute. */
export function LostList({ lost, cookies }: LostListProps) {
  const groups = useMemo(() => lostGroups(lost), [lost]);
  const leftOut = useMemo(() => namesOf(lost, cookies), [lost, cookies]);
  if (groups.length === 0) return null;
  return (
    <ul class={styles.lost}>
      {groups.map(({ field, why, cookies: count }) => (
        <li key={`${why} ${field}`}>{tn(WORDS[why], count, fieldWord(field))}</li>
      ))}
      {leftOut !== '' && (
        <li class={styles.soft}>
          <Text text={leftOut} />
        </li>
      )}
    </ul>
  );
}

function namesOf(lost: readonly Lost[], cookies: readonly BrowserCookie[]): string {
  const indexes = new Set(lost.filter(({ why }) => why === 'left-out').map(({ cookie }) => cookie));
  const names = [...indexes].map((index) => cookies[index]?.name ?? '');
  const more = names.length > MOST_NAMES ? ['…'] : [];
  return listed([...names.slice(0, MOST_NAMES), ...more]);
}
