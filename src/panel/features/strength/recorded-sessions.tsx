import { formatNumber, t, tn } from '../../../platform/i18n.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Text } from '../../../ui/text.tsx';
import { Gauge } from './gauge.tsx';
import type { StrengthModel } from './model.ts';
import type { Recorded } from './recorded.ts';
import styles from './strength.module.css';
import { TestState } from './test-state.tsx';

/** Each session cookie of the recording, with what its few IDs can tell. */
export function RecordedSessions({ model }: { readonly model: StrengthModel }) {
  const sessions = model.sessions.value;
  return (
    <section class={styles.box} aria-label={t('strength_recorded')}>
      <h2>{t('strength_recorded')}</h2>
      {sessions.length === 0 ? (
        <p class={styles.soft}>{t('strength_no_session')}</p>
      ) : (
        <ul class={styles.cards}>
          {sessions.map((session) => (
            <Card key={session.id} model={model} session={session} />
          ))}
        </ul>
      )}
    </section>
  );
}

const TOLD = ['strength', 'structure', 'sequence', 'repeats'] as const;

function Card({ model, session }: { readonly model: StrengthModel; readonly session: Recorded }) {
  const { id, name, domain, values } = session;
  const report = model.analyses.value.get(id)?.strength.report ?? null;
  const isShown = model.shown.value === 'recording' && model.session.value?.id === id;
  return (
    <li class={styles.card} data-shown={isShown || undefined}>
      <button
        type="button"
        class={styles.choose}
        aria-pressed={isShown}
        onClick={() => model.chooseSession(id)}
      >
        <b>
          <Text text={name} limit={80} />
        </b>
        <span class={styles.soft}>
          <Text text={domain} limit={80} />
        </span>
        <span class={styles.count}>{tn('strength_ids', values.length)}</span>
      </button>
      {report === null ? (
        <p class={styles.soft}>{t('strength_analysing')}</p>
      ) : (
        <>
          {report.findings.every(({ test }) => test !== 'strength') && (
            <>
              <p>{t('strength_at_most', formatNumber(report.upperBoundBits))}</p>
              <Gauge report={report} small />
            </>
          )}
          <ul class={styles.told}>
            {report.findings
              .filter(({ test }) => TOLD.some((each) => each === test))
              .map((finding) => (
                <li key={finding.test}>
                  <TestState passed={finding.passed} short />
                  <span lang="en">{finding.note}</span>
                </li>
              ))}
          </ul>
          {report.kind !== 'opaque' && <Badge>{t(`strength_kind_${report.kind}`)}</Badge>}
        </>
      )}
    </li>
  );
}
