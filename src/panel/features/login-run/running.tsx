import { ArrowRight, Circle, CircleCheck, Flag, Square } from 'lucide';
import { t } from '../../../platform/i18n.ts';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { CheckList } from './check-list.tsx';
import styles from './login-run.module.css';
import type { LoginRunModel } from './model.ts';
import { STEPS, type Step } from './steps.ts';

/** The steps, as they are seen; the checks, as they are known. */
export function Running({ model }: { readonly model: LoginRunModel }) {
  const { done, next, checks } = model.progress.value;
  const name = model.running.value?.name;
  return (
    <>
      <h2>{name === undefined || name === '' ? t('run_recording') : t('run_recording_named', name)}</h2>
      <ol class={styles.steps} aria-live="polite">
        {STEPS.map((step) => (
          <li
            key={step}
            data-state={done.has(step) ? 'done' : step === next ? 'next' : 'later'}
            aria-current={step === next ? 'step' : undefined}
          >
            <StepIcon isDone={done.has(step)} isNext={step === next} />
            <span>
              <b>{t(`run_step_${step}`)}</b>
              {step === next && <span class={styles.hint}>{t(`run_step_${step}_hint`)}</span>}
            </span>
          </li>
        ))}
      </ol>
      <Marks model={model} next={next} />
      <p class={styles.actions}>
        <Button icon={Square} kind="primary" onPress={model.finish}>
          {t('run_finish')}
        </Button>
        <Button onPress={model.cancel}>{t('run_cancel')}</Button>
      </p>
      {checks.length > 0 && <CheckList checks={checks} />}
    </>
  );
}

function StepIcon({ isDone, isNext }: { readonly isDone: boolean; readonly isNext: boolean }) {
  if (isDone) return <Icon node={CircleCheck} size={16} label={t('run_step_done')} />;
  return <Icon node={isNext ? ArrowRight : Circle} size={16} />;
}

/** For a login or logout that is not seen by itself. */
function Marks({ model, next }: { readonly model: LoginRunModel; readonly next: Step | null }) {
  if (next !== 'login' && next !== 'logout') return null;
  return (
    <p class={styles.actions}>
      <Button kind="link" icon={Flag} onPress={() => model.mark(next)}>
        {t(next === 'login' ? 'run_mark_login' : 'run_mark_logout')}
      </Button>
    </p>
  );
}
