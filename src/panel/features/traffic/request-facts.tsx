import type { ComponentChildren } from 'preact';
import type { SameSiteContext } from '../../../core/cookie/types.ts';
import type { RequestEntry } from '../../../core/recording/recording.ts';
import { type MessageKey, t } from '../../../platform/i18n.ts';
import { Text } from '../../../ui/text.tsx';
import { clockTime, exactTime } from '../../../ui/time.ts';
import { Section } from '../../parts/section.tsx';
import { Url } from '../../parts/url.tsx';
import styles from './traffic.module.css';
import { typeWord } from './words.ts';

const CONTEXTS = {
  'cross-site': 'context_cross_site',
  'same-site-lax-method-unsafe': 'context_lax_unsafe',
  'same-site-lax': 'context_lax',
  'same-site-strict': 'context_strict',
} as const satisfies Readonly<Record<SameSiteContext, MessageKey>>;

/** What the request was, and as what the browser counts it for SameSite. */
export function RequestFacts({ request }: { readonly request: RequestEntry }) {
  return (
    <Section title={t('section_request')}>
      <dl class={styles.facts}>
        <Fact label={t('fact_url')}>
          <Url url={request.url} />
        </Fact>
        <Fact label={t('column_time')}>
          <time title={exactTime(request.at)}>{clockTime(request.at)}</time>
        </Fact>
        <Fact label={t('column_status')}>
          {request.error ? <Text text={request.error} /> : (request.status ?? t('status_waiting'))}
          {request.fromCache ? ` · ${t('from_cache')}` : ''}
        </Fact>
        <Fact label={t('fact_type')}>
          {typeWord(request.type)} · {t(request.party === 'first' ? 'party_first_long' : 'party_third_long')}
          {request.lifecycle === 'prerender' && ` · ${t('request_prerendered')}`}
          {request.frameId < 0 ? ` · ${t('no_frame')}` : ''}
        </Fact>
        {request.initiator !== null && (
          <Fact label={t('fact_initiator')}>
            <Url url={request.initiator} />
          </Fact>
        )}
        {request.topLevelUrl !== request.url && (
          <Fact label={t('fact_page')}>
            <Url url={request.topLevelUrl} />
          </Fact>
        )}
        <Fact label={t('fact_same_site')}>{t(CONTEXTS[request.requestContext.schemeful])}</Fact>
      </dl>
    </Section>
  );
}

function Fact({ label, children }: { readonly label: string; readonly children: ComponentChildren }) {
  return (
    <div class={styles.fact}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
