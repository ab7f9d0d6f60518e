import { Check, Hourglass, TriangleAlert } from 'lucide';
import { endsWithin } from '../../../core/timeline/ends.ts';
import { t } from '../../../platform/i18n.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Text } from '../../../ui/text.tsx';
import { duration, exactTime, relativeTime } from '../../../ui/time.ts';
import type { CookieRow } from '../../cookie-row.ts';
import { usePanel } from '../../panel.ts';
import { Section } from '../../parts/section.tsx';
import { type AttributeMeaning, attributeMeanings } from './attributes.ts';
import styles from './cookies.module.css';
import { priorityOf } from './priority.ts';

/** Each attribute with what it means here and now. */
export function AttributeList({ row }: { readonly row: CookieRow }) {
  const { store } = usePanel();
  const recording = store.recording.value;
  const [domain, path, ...rest] = attributeMeanings(row, recording.browser, priorityOf(row.entry, recording));
  return (
    <Section title={t('section_attributes')}>
      <dl class={styles.attributes}>
        {domain && <Attribute {...domain} />}
        {path && <Attribute {...path} />}
        <Lifetime row={row} />
        {rest.map((each) => (
          <Attribute key={each.label} {...each} />
        ))}
      </dl>
    </Section>
  );
}

function Attribute({ label, value, word, meaning, substitutions, tone }: AttributeMeaning) {
  return (
    <div class={styles.attribute}>
      <dt>{t(label)}</dt>
      <dd>
        <span class={styles.attributeValue} data-tone={tone}>
          {tone === 'good' && <Icon node={Check} size={12} />}
          {tone === 'warn' && <Icon node={TriangleAlert} size={12} />}
          <Text text={word ? t(word) : value} limit={1_100} />
        </span>
        <span class={styles.meaning}>
          <Text text={t(meaning, ...substitutions)} limit={1_500} />
        </span>
      </dd>
    </div>
  );
}

/** How long it lives: relative, exact on hover, and the whole length where its beginning was seen. */
function Lifetime({ row }: { readonly row: CookieRow }) {
  const { store, now } = usePanel();
  const { expires } = row.cookie;
  const soon = row.state === 'present' && endsWithin(expires, now.value, store.horizon.value * 60_000);
  const written = row.entry.history.findLast((event) => event.kind !== 'seen' && 'after' in event);
  return (
    <div class={styles.attribute}>
      <dt>{t('attr_expires')}</dt>
      <dd>
        {expires === null ? (
          <>
            <span class={styles.attributeValue}>{t('lifetime_session')}</span>
            <span class={styles.meaning}>{t('mean_session')}</span>
          </>
        ) : (
          <>
            <time
              class={styles.attributeValue}
              data-tone={soon ? 'warn' : undefined}
              title={exactTime(expires)}
            >
              {soon && <Icon node={Hourglass} size={12} />}
              {relativeTime(expires, now.value)}
            </time>
            {soon && <Badge tone="warn">{t('ends_flag')}</Badge>}{' '}
            <span class={styles.meaning}>
              {exactTime(expires).split('\n', 1)[0]}
              {' · '}
              {written ? t('mean_persistent_for', duration(expires - written.at)) : t('mean_persistent')}
            </span>
          </>
        )}
      </dd>
    </div>
  );
}
