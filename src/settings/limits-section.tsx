import type { Signal } from '@preact/signals';
import { useId, useState } from 'preact/hooks';
import { formatNumber, type MessageKey, t } from '../platform/i18n.ts';
import { LIMIT_BOUNDS, type Limits, limitsShape } from '../protocol/limits.ts';
import { Section } from './section.tsx';
import styles from './settings.module.css';

interface Field {
  readonly name: keyof Limits;
  readonly label: MessageKey;
  readonly unit: MessageKey;
  /** What one of the unit is. */
  readonly each: number;
  readonly step: number;
}

const MEGABYTE = 1_000_000;
const FIELDS: readonly Field[] = [
  { name: 'factsPerTab', label: 'limit_facts', unit: 'limit_facts_unit', each: 1, step: 1_000 },
  { name: 'bytesPerTab', label: 'limit_tab', unit: 'limit_megabytes', each: MEGABYTE, step: 0.5 },
  { name: 'bytesInAll', label: 'limit_all', unit: 'limit_megabytes', each: MEGABYTE, step: 0.5 },
];

/** How much of what was recorded is kept. */
export function LimitsSection({ limits }: { readonly limits: Signal<Limits> }) {
  return (
    <Section title={t('settings_limits')} why={t('settings_limits_why')}>
      {FIELDS.map((field) => (
        <LimitField key={field.name} field={field} limits={limits} />
      ))}
    </Section>
  );
}

function LimitField({ field, limits }: { readonly field: Field; readonly limits: Signal<Limits> }) {
  const { name, each } = field;
  const { least, most } = LIMIT_BOUNDS[name];
  const id = useId();
  const [problem, setProblem] = useState<string | null>(null);
  const set = (typed: number) => {
    const next = { ...limits.peek(), [name]: Math.round(typed * each) };
    if (limitsShape(next) !== undefined) {
      limits.value = next;
      setProblem(null);
    } else if (next[name] >= least && next[name] <= most) setProblem(t('limit_tab_above_all'));
    else setProblem(t('limit_out', formatNumber(least / each), formatNumber(most / each)));
  };
  return (
    <div class={styles.limit}>
      <label for={id}>{t(field.label)}</label>
      <span>
        <input
          id={id}
          type="number"
          class={styles.number}
          min={least / each}
          max={most / each}
          step={field.step}
          value={limits.value[name] / each}
          aria-invalid={problem !== null}
          aria-describedby={problem === null ? undefined : `${id}-problem`}
          onInput={(event) => set(event.currentTarget.valueAsNumber)}
          onBlur={(event) => {
            // What does not hold is not left standing.
            if (problem === null) return;
            event.currentTarget.value = String(limits.peek()[name] / each);
            setProblem(null);
          }}
        />{' '}
        {t(field.unit)}
      </span>
      <p id={`${id}-problem`} class={styles.problem} role="alert">
        {problem}
      </p>
    </div>
  );
}
