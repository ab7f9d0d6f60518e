import type { BrowserCookie } from '../../../core/recording/fact.ts';
import { isSecretRole } from '../../../core/session/roles.ts';
import type { Difference } from '../../../core/snapshot/differences.ts';
import { t } from '../../../platform/i18n.ts';
import { Text } from '../../../ui/text.tsx';
import { cookieRole, roleWord } from '../../cookie-role.ts';
import { CookieLink } from '../../parts/links.tsx';
import styles from './differences.module.css';
import type { DifferenceRow } from './row.ts';
import { CookieState, Side } from './side.tsx';
import { ATTRIBUTES } from './words.ts';

interface DifferenceCellsProps {
  readonly row: DifferenceRow;
  readonly narrow: boolean;
}

/** The rows of one cookie: one for each difference; of a whole cookie, one with its state. */
export function DifferenceCells({ row, narrow }: DifferenceCellsProps) {
  const lines = row.kind === 'changed' ? row.differences.map(changedLine) : [wholeLine(row)];
  const head = (
    <th scope="row" {...(narrow ? { colSpan: 3 } : { rowSpan: lines.length })} class={styles.cookie}>
      <Identity row={row} />
    </th>
  );
  return (
    <>
      {narrow && <tr class={styles.first}>{head}</tr>}
      {narrow && row.kind !== 'changed' ? (
        // The group says whether it is there before or after.
        <tr>
          <td colSpan={3}>
            <CookieState cookie={row.cookie} />
          </td>
        </tr>
      ) : (
        lines.map(({ what, before, after }, index) => (
          <tr key={what} class={!narrow && index === 0 ? styles.first : undefined}>
            {!narrow && index === 0 && head}
            <td class={styles.soft}>{what}</td>
            <td>{before}</td>
            <td>{after}</td>
          </tr>
        ))
      )}
    </>
  );
}

function changedLine(difference: Difference) {
  return {
    what: t(ATTRIBUTES[difference.attribute]),
    before: <Side difference={difference} side="from" />,
    after: <Side difference={difference} side="to" />,
  };
}

function wholeLine({ kind, cookie }: DifferenceRow) {
  const none = <span class={styles.soft}>{t('snap_not_there')}</span>;
  const state = <CookieState cookie={cookie} />;
  return {
    what: t('snap_state'),
    before: kind === 'added' ? none : state,
    after: kind === 'added' ? state : none,
  };
}

function Identity({ row: { key, cookie } }: { readonly row: DifferenceRow }) {
  const role = cookieRole(cookie);
  return (
    <>
      <CookieLink cookie={key} name={cookie.name} />
      <span class={styles.place}>
        <Text text={placeOf(cookie)} />
        {cookie.partitionKey !== null && (
          <>
            {' '}
            {t('snap_partition')} <Text text={cookie.partitionKey} />
          </>
        )}
      </span>
      {role !== 'unknown' && (
        <span class={styles.place} data-secret={isSecretRole(role) || undefined}>
          {roleWord(role)}
        </span>
      )}
    </>
  );
}

function placeOf({ domain, hostOnly, path }: BrowserCookie): string {
  return `${hostOnly ? '' : '.'}${domain}${path}`;
}
