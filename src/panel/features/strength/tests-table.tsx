import { type TestGroup, testName } from '../../../core/session/strength/test-titles.ts';
import type { TokenFinding } from '../../../core/session/strength/token-report.ts';
import { type MessageKey, t } from '../../../platform/i18n.ts';
import styles from './strength.module.css';
import { TestState } from './test-state.tsx';

const GROUPS = ['form', 'positions', 'bits'] as const satisfies readonly TestGroup[];
const TITLES = {
  form: 'strength_group_form',
  positions: 'strength_group_positions',
  bits: 'strength_group_bits',
} as const satisfies Readonly<Record<(typeof GROUPS)[number], MessageKey>>;

/** All tests: passed, failed or not shown; the figure; what it means. */
export function TestsTable({ findings }: { readonly findings: readonly TokenFinding[] }) {
  return (
    <table class={styles.table}>
      <caption class="visually-hidden">{t('strength_tests')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('strength_test')}</th>
          <th scope="col">{t('strength_verdict')}</th>
          <th scope="col" class={styles.number}>
            {t('strength_figure')}
          </th>
          <th scope="col" class={styles.note}>
            {t('strength_note')}
          </th>
        </tr>
      </thead>
      {GROUPS.map((group) => {
        const own = findings.filter(({ test }) => testName(test).group === group && test !== 'sample-size');
        return (
          own.length > 0 && (
            <tbody key={group}>
              <tr class={styles.group}>
                <th scope="colgroup" colSpan={4}>
                  {t(TITLES[group])}
                </th>
              </tr>
              {own.map((finding, index) => (
                <Row key={`${finding.test} ${index}`} finding={finding} />
              ))}
            </tbody>
          )
        );
      })}
    </table>
  );
}

function Row({ finding: { test, passed, figure, note } }: { readonly finding: TokenFinding }) {
  return (
    <tr>
      <th scope="row" lang="en">
        {testName(test).title}
      </th>
      <td>
        <TestState passed={passed} />
      </td>
      <td class={styles.number}>{figure === null ? '–' : figureText(figure)}</td>
      <td class={styles.note} lang="en">
        {note}
      </td>
    </tr>
  );
}

/** Four significant digits; p-values may be very small. */
export function figureText(figure: number): string {
  if (figure !== 0 && Math.abs(figure) < 1e-4) return figure.toExponential(1);
  return String(Number(figure.toPrecision(4)));
}
