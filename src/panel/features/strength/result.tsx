import { TriangleAlert } from 'lucide';
import type { TokenReport } from '../../../core/session/strength/token-report.ts';
import { formatNumber, t, tn } from '../../../platform/i18n.ts';
import { Icon } from '../../../ui/icon.tsx';
import { Text } from '../../../ui/text.tsx';
import { Url } from '../../parts/url.tsx';
import type { AnalysisAnswer } from './analysis-messages.ts';
import { Gauge } from './gauge.tsx';
import { IdList } from './id-list.tsx';
import type { StrengthModel } from './model.ts';
import { PositionChart } from './position-chart.tsx';
import styles from './strength.module.css';
import { TestState } from './test-state.tsx';
import { TestsTable } from './tests-table.tsx';

/** The report on what was chosen: the recording's IDs, a sample, a text. */
export function Result({ model }: { readonly model: StrengthModel }) {
  const about = aboutOf(model);
  return (
    <section class={styles.result} aria-label={t('strength_report')} aria-busy={about.isBusy}>
      <h2>{about.title}</h2>
      {about.analysis === null ? (
        <p class={styles.soft} role="status">
          {t(about.isBusy ? 'strength_analysing' : 'strength_nothing')}
        </p>
      ) : (
        <Report analysis={about.analysis} />
      )}
      {about.ids.length > 0 && <IdList ids={about.ids} count={about.ids.length} />}
    </section>
  );
}

interface About {
  readonly title: preact.ComponentChildren;
  readonly ids: readonly string[];
  readonly analysis: AnalysisAnswer | null;
  readonly isBusy: boolean;
}

function aboutOf(model: StrengthModel): About {
  const { sample, given, shown, session } = model;
  const collected = sample.sample.value;
  if (shown.value === 'sample' && collected !== null) {
    const analysis = sample.analysis.value;
    return {
      title: (
        <>
          {tn('strength_sample_of', collected.ids.length)} <Url url={collected.order.url} />
        </>
      ),
      ids: collected.ids,
      analysis,
      isBusy: sample.isAnalysing.value || collected.end === null,
    };
  }
  const text = given.value;
  if (shown.value === 'text' && text !== null) {
    const analysis = model.givenAnalysis.value;
    return {
      title: text.name === null ? t('strength_pasted') : <Text text={text.name} limit={120} />,
      ids: text.tokens,
      analysis,
      isBusy: analysis === null,
    };
  }
  const recorded = session.value;
  const analysis = recorded === null ? null : (model.analyses.value.get(recorded.id) ?? null);
  return {
    title:
      recorded === null ? (
        t('strength_report')
      ) : (
        <>
          <Text text={recorded.name} limit={80} /> · {t('strength_recorded')}
        </>
      ),
    ids: recorded?.values ?? [],
    analysis,
    isBusy: recorded !== null && analysis === null,
  };
}

function Report({ analysis: { strength, took } }: { readonly analysis: AnalysisAnswer }) {
  const { report, positions } = strength;
  const { sampleSize, length, alphabet, findings } = report;
  const lengths =
    length.min === length.max ? String(length.min) : t('strength_from_to', length.min, length.max);
  const inapplicable = findings.find(({ test }) => test === 'strength');
  const size = findings.find(({ test }) => test === 'sample-size');
  return (
    <>
      <p class={styles.soft}>
        {tn('strength_ids', sampleSize)} · {t('strength_shape', lengths, alphabet)} ·{' '}
        {t(`strength_kind_${report.kind}`)}
      </p>
      {inapplicable !== undefined ? (
        <p class={styles.callout} role="status">
          <Icon node={TriangleAlert} /> <span lang="en">{inapplicable.note}</span>
        </p>
      ) : (
        <>
          <Bits report={report} />
          {size !== undefined && (
            <p class={styles.callout}>
              <Icon node={TriangleAlert} />
              <span lang="en">{size.note}</span>
            </p>
          )}
          <PositionChart positions={positions} longest={length.max} />
          <div class={styles.tests}>
            <TestsTable findings={findings} />
          </div>
          <p class={styles.soft}>{t('strength_took', formatNumber(Math.round(took)))}</p>
        </>
      )}
    </>
  );
}

function Bits({ report }: { readonly report: TokenReport }) {
  const { upperBoundBits, effectiveBits, findings } = report;
  return (
    <div class={styles.bits}>
      <p class={styles.figureLine} role="status">
        {effectiveBits === null ? (
          <>
            <b class={styles.big}>{t('strength_at_most', formatNumber(upperBoundBits))}</b>{' '}
            {t('strength_unknown')}
          </>
        ) : (
          <>
            <b class={styles.big}>{t('strength_effective', formatNumber(effectiveBits))}</b>{' '}
            {t('strength_of_most', formatNumber(upperBoundBits))}
          </>
        )}
      </p>
      <Gauge report={report} />
      <ul class={styles.marks}>
        {findings
          .filter(({ test }) => test.startsWith('mark-'))
          .map(({ test, passed, note }) => (
            <li key={test}>
              <TestState passed={passed} /> <span lang="en">{note}</span>
            </li>
          ))}
      </ul>
    </div>
  );
}
