import { CircleAlert } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { CookieField, Problem, ProblemKind } from '../../../../core/edit/problems.ts';
import { type MessageKey, t } from '../../../../platform/i18n.ts';
import { Icon } from '../../../../ui/icon.tsx';
import styles from './edit.module.css';

/** What ties a control to its label and to what is wrong with it. */
export interface FieldAttributes {
  readonly id: string;
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby': string | undefined;
}

interface FieldProps {
  readonly of: MessageKey;
  readonly field: CookieField;
  readonly problems: readonly Problem[];
  readonly children: (attributes: FieldAttributes) => ComponentChildren;
}

/** A label, its control, and below it whatever the browser would refuse about it. */
export function Field({ of, field, problems, children }: FieldProps) {
  const id = useId();
  const own = problems.filter((problem) => problem.field === field);
  const why = `${id}-why`;
  return (
    <>
      <label class={styles.label} for={id}>
        {t(of)}
      </label>
      <div class={styles.control}>
        {children({
          id,
          'aria-invalid': own.length > 0,
          'aria-describedby': own.length > 0 ? why : undefined,
        })}
        <Problems id={why} problems={own} />
      </div>
    </>
  );
}

interface ProblemsProps {
  readonly id: string;
  readonly problems: readonly Problem[];
}

export function Problems({ id, problems }: ProblemsProps) {
  if (problems.length === 0) return null;
  return (
    <ul id={id} class={styles.problems}>
      {problems.map(({ kind }) => (
        <li key={kind}>
          <Icon node={CircleAlert} size={12} />
          {problemWords(kind)}
        </li>
      ))}
    </ul>
  );
}

function problemWords(kind: ProblemKind): string {
  return t(`problem_${kind.replaceAll('-', '_')}` as MessageKey);
}
