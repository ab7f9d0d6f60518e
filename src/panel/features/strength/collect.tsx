import { Send, Square } from 'lucide';
import { formatNumber, t, tn } from '../../../platform/i18n.ts';
import { FASTEST, MOST_IDS } from '../../../protocol/sample.ts';
import { Button } from '../../../ui/button.tsx';
import { Text } from '../../../ui/text.tsx';
import { Url } from '../../parts/url.tsx';
import { Progress } from './collect-progress.tsx';
import type { StrengthModel } from './model.ts';
import styles from './strength.module.css';
import { durationText } from './words.ts';

/** New IDs from the site itself: what will be sent and where, before anything is. */
export function Collect({ model }: { readonly model: StrengthModel }) {
  const session = model.session.value;
  const order = model.order.value;
  const sample = model.sample.sample.value;
  const isRunning = sample !== null && sample.end === null;
  return (
    <section class={styles.box} aria-label={t('strength_collect')}>
      <h2>
        {t('strength_collect')}
        {session !== null && (
          <>
            {' · '}
            <Text text={session.name} limit={80} />
          </>
        )}
      </h2>
      {session === null ? (
        <p class={styles.soft}>{t('strength_collect_no_session')}</p>
      ) : order === null ? (
        <p class={styles.soft}>
          {t('strength_collect_no_url')} <Text text={session.name} limit={80} />
        </p>
      ) : isRunning ? null : (
        <Choices model={model} />
      )}
      {sample !== null && <Progress sample={sample} model={model} />}
      {isRunning ? (
        <p>
          <Button icon={Square} onPress={model.sample.stop}>
            {t('strength_stop')}
          </Button>
        </p>
      ) : (
        order !== null && (
          <p>
            <Button icon={Send} kind="primary" onPress={() => void model.collect()}>
              {tn('strength_send', order.count)}
            </Button>
          </p>
        )
      )}
    </section>
  );
}

function Choices({ model }: { readonly model: StrengthModel }) {
  const { session, sources, source, order } = model;
  const from = source.value;
  const sent = order.value;
  if (from === null || sent === null) return null;
  return (
    <>
      <label class={styles.field}>
        {t('strength_url')}
        <select value={from.url} onChange={(event) => model.chooseSource(event.currentTarget.value)}>
          {sources.value.map(({ url, sets }) => (
            <option key={url} value={url}>
              {`${pathOf(url)}${sets ? ` (${t('strength_sets')})` : ''}`}
            </option>
          ))}
        </select>
      </label>
      <div class={styles.pair}>
        <label class={styles.field}>
          {t('strength_count')}
          <input
            type="number"
            min={1}
            max={MOST_IDS}
            value={model.count.value}
            onInput={(event) => (model.count.value = event.currentTarget.valueAsNumber)}
          />
        </label>
        <label class={styles.field}>
          {t('strength_rate')}
          <input
            type="number"
            min={1}
            max={FASTEST}
            value={model.perSecond.value}
            onInput={(event) => (model.perSecond.value = event.currentTarget.valueAsNumber)}
          />
        </label>
      </div>
      <div class={styles.preview}>
        <p>
          <b>GET</b> <Url url={from.url} />
        </p>
        <p>
          {t(
            'strength_will_send',
            formatNumber(sent.count),
            formatNumber(sent.perSecond),
            durationText(sent.count / sent.perSecond),
          )}
        </p>
        <p class={styles.soft}>{t('strength_untouched')}</p>
        {!from.sets && (
          <p class={styles.soft}>
            {t('strength_may_not_set')} <Text text={session.value?.name ?? ''} limit={80} />
          </p>
        )}
      </div>
    </>
  );
}

/** Queries may hold secrets: the address in full is shown below, masked where values are. */
function pathOf(url: string): string {
  const { pathname, search } = new URL(url);
  const path = (pathname.split(';')[0] ?? '').slice(0, 100);
  return search === '' ? path : `${path}?…`;
}
