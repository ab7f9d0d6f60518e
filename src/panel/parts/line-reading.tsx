import type { Adjustment, Attribute, SetResult } from '../../core/cookie/types.ts';
import { t } from '../../platform/i18n.ts';
import { CodeText } from '../../ui/code-text.tsx';
import { Text } from '../../ui/text.tsx';
import { adjustmentText, type RefusedLine, reasonText } from '../reasons.ts';
import styles from './line-reading.module.css';

interface LineReadingProps {
  readonly line: RefusedLine;
  readonly result: SetResult;
}

/** What the browser makes of a Set-Cookie line: why not, its attributes, what is stored otherwise than sent. */
export function LineReading({ line, result }: LineReadingProps) {
  const { parsed } = line;
  return (
    <>
      {!result.stored && (
        <ul class={styles.reasons}>
          {result.reasons.map((reason) => (
            <li key={reason}>
              <code class={styles.reason}>{reason}</code> <CodeText text={reasonText(reason, line)} />
            </li>
          ))}
        </ul>
      )}
      {parsed.ok && <Attributes attributes={parsed.cookie.attributes} ignored={ignoredOf(result)} />}
      {result.stored && <Adjustments adjustments={result.adjustments} />}
    </>
  );
}

function ignoredOf(result: SetResult): readonly Adjustment[] {
  return result.stored ? result.adjustments.filter(({ kind }) => kind === 'attribute-ignored') : [];
}

/** A page may send thousands; nobody reads more than these. */
const MOST = 40;

interface AttributesProps {
  readonly attributes: readonly Attribute[];
  readonly ignored: readonly Adjustment[];
}

function Attributes({ attributes, ignored }: AttributesProps) {
  if (attributes.length === 0) return null;
  return (
    <ul class={styles.chips}>
      {attributes.slice(0, MOST).map(({ name, value }, index) => {
        const dropped = ignored.some((each) => each.attribute === name && (each.from ?? '') === value);
        return (
          <li key={index} class={styles.chip} data-ignored={dropped || undefined}>
            <Text text={value === '' ? name : `${name}=${value}`} limit={200} />
          </li>
        );
      })}
    </ul>
  );
}

/** Sent → stored. */
function Adjustments({ adjustments }: { readonly adjustments: readonly Adjustment[] }) {
  if (adjustments.length === 0) return null;
  return (
    <ul class={styles.adjustments}>
      {adjustments.slice(0, MOST).map((adjustment, index) => (
        <li key={index}>
          <CodeText text={adjustmentText(adjustment)} />
          {(adjustment.from !== undefined || adjustment.to !== undefined) && (
            <span class={styles.change}>
              {' '}
              <Text text={adjustment.from ?? t('not_sent')} limit={120} />
              {' → '}
              <Text text={adjustment.to ?? t('not_stored')} limit={120} />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
