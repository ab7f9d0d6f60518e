import type { CookieField } from '../../../core/edit/problems.ts';
import type { BrowserCookie } from '../../../core/recording/fact.ts';
import { t } from '../../../platform/i18n.ts';
import type { ChangeResult } from '../../../protocol/workbench.ts';
import { Text } from '../../../ui/text.tsx';
import { usePanel } from '../../panel.ts';
import { notTaken } from '../../workbench/words.ts';
import styles from '../exchange.module.css';
import { fieldList, fieldText, fieldWord, isClamped } from '../words.ts';
import { differences } from './differences.ts';
import type { ImportModel } from './model.ts';
import { reasonOf } from './reason.ts';
import type { ImportRow } from './row.ts';

/** What there is to say of the row under the cursor, in whole sentences. */
export function RowNote({ model }: { readonly model: ImportModel }) {
  const row = model.rows.value[Number(model.cursor.value ?? Number.NaN)];
  const result = row && model.results.value?.get(row.index);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, which needs the focus
    <section class={styles.note} aria-label={t('import_note')} aria-live="polite" tabIndex={0}>
      {row ? <Lines row={row} result={result ?? null} /> : <p class={styles.soft}>{t('import_note_none')}</p>}
    </section>
  );
}

function Lines({ row, result }: { readonly row: ImportRow; readonly result: ChangeResult | null }) {
  const { now } = usePanel();
  const { cookie, before } = row;
  const reason = reasonOf(row);
  return (
    <>
      <p>
        <b>
          <Text text={row.name === '' ? row.where : row.name} limit={80} />
        </b>{' '}
        <span class={styles.soft}>
          <Text text={row.where} limit={80} />
        </span>
      </p>
      {result?.error && (
        <p>
          <Text text={result.outcome === 'kept' ? notTaken(result.error) : t('import_error', result.error)} />
        </p>
      )}
      {reason !== null && <p>{reason}</p>}
      {row.again && <p>{t('import_again')}</p>}
      {cookie && before && row.differs.length > 0 && (
        <Changes from={before} to={cookie} fields={row.differs} />
      )}
      {cookie && result?.stored && <Stored asked={cookie} stored={result.stored} />}
      {cookie && isClamped(cookie, now.peek()) && <p>{t('import_clamped')}</p>}
      {row.assumed.length > 0 && <p class={styles.soft}>{t('import_row_assumed', fieldList(row.assumed))}</p>}
    </>
  );
}

interface ChangesProps {
  readonly from: BrowserCookie;
  readonly to: BrowserCookie;
  readonly fields: readonly CookieField[];
}

function Changes({ from, to, fields }: ChangesProps) {
  const { showValues } = usePanel().store;
  return (
    <>
      {fields.map((field) => (
        <p key={field}>
          <Text
            text={t(
              'import_change',
              fieldWord(field),
              fieldText(from, field, showValues.value),
              fieldText(to, field, showValues.value),
            )}
          />
        </p>
      ))}
    </>
  );
}

/** What the browser made of it. */
function Stored({ asked, stored }: { readonly asked: BrowserCookie; readonly stored: BrowserCookie }) {
  const fields = differences(asked, stored);
  if (fields.length === 0) return null;
  return (
    <>
      <p>{t('import_stored', fieldList(fields))}</p>
      <Changes from={asked} to={stored} fields={fields} />
    </>
  );
}
