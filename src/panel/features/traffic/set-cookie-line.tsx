import type { Adjustment, Attribute, SetResult } from '../../../core/cookie/types.ts';
import type { SetCookieEntry } from '../../../core/recording/recording.ts';
import { t } from '../../../platform/i18n.ts';
import { Text } from '../../../ui/text.tsx';
import { maskLine } from '../../mask.ts';
import { usePanel } from '../../panel.ts';
import { CookieLink } from '../../parts/links.tsx';
import { Verdict } from '../../parts/verdict.tsx';
import { adjustmentText, reasonText } from '../../reasons.ts';
import { certainty, nameOf } from '../../verdict.ts';
import styles from './traffic.module.css';

interface SetCookieLineProps {
  readonly entry: SetCookieEntry;
  /** The one that led here. */
  readonly current: boolean;
}

/** A Set-Cookie line: verdict with its reasons, attributes apart, what was stored otherwise than sent. */
export function SetCookieLine({ entry, current }: SetCookieLineProps) {
  const { showValues } = usePanel().store;
  const { parsed, predicted } = entry;
  const ignored = predicted.stored
    ? predicted.adjustments.filter(({ kind }) => kind === 'attribute-ignored')
    : [];
  return (
    <article class={styles.line} data-current={current || undefined}>
      <header class={styles.lineHead}>
        <CookieLink cookie={entry.cookie} name={nameOf(entry)} />
        <Verdict form="full" entry={entry} />
      </header>
      {certainty(entry) === 'contradicted' && (
        <p class={styles.contradicted}>{t('certainty_contradicted_why')}</p>
      )}
      <Reasons result={predicted} />
      {parsed.ok && <Attributes attributes={parsed.cookie.attributes} ignored={ignored} />}
      {predicted.stored && <Adjustments adjustments={predicted.adjustments} />}
      <code class={styles.raw}>
        <Text
          text={showValues.value ? entry.line : maskLine(entry.line)}
          limit={showValues.value ? 9_000 : 2_000}
        />
      </code>
    </article>
  );
}

function Reasons({ result }: { readonly result: SetResult }) {
  if (result.stored) return null;
  return (
    <ul class={styles.reasons}>
      {result.reasons.map((reason) => (
        <li key={reason}>
          <code>{reason}</code> {reasonText(reason)}
        </li>
      ))}
    </ul>
  );
}

interface AttributesProps {
  readonly attributes: readonly Attribute[];
  readonly ignored: readonly Adjustment[];
}

function Attributes({ attributes, ignored }: AttributesProps) {
  if (attributes.length === 0) return null;
  return (
    <ul class={styles.chips}>
      {attributes.slice(0, 40).map(({ name, value }, index) => {
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
      {adjustments.slice(0, 40).map((adjustment, index) => (
        <li key={index}>
          <Text text={adjustmentText(adjustment)} />
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
