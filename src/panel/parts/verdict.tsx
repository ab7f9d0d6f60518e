import {
  CheckCheck,
  CircleAlert,
  CircleCheck,
  CircleDashed,
  CircleX,
  Eraser,
  type IconNode,
  TriangleAlert,
} from 'lucide';
import type { SetCookieEntry } from '../../core/recording/recording.ts';
import { type MessageKey, t } from '../../platform/i18n.ts';
import type { Tone } from '../../ui/badge.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Text } from '../../ui/text.tsx';
import { adjustmentText } from '../reasons.ts';
import {
  type Certainty,
  certainty,
  isMistake,
  mainChange,
  type VerdictKind,
  verdictKind,
} from '../verdict.ts';
import styles from './parts.module.css';

const LOOK: Readonly<Record<VerdictKind, readonly [IconNode, Tone, MessageKey]>> = {
  stored: [CircleCheck, 'good', 'verdict_stored'],
  changed: [CircleCheck, 'good', 'verdict_stored'],
  rejected: [CircleX, 'bad', 'verdict_rejected'],
  deleted: [Eraser, 'neutral', 'verdict_deleted'],
};

const CERTAINTY: Readonly<Record<Certainty, readonly [MessageKey, MessageKey]>> = {
  predicted: ['certainty_predicted', 'certainty_predicted_why'],
  confirmed: ['certainty_confirmed', 'certainty_confirmed_why'],
  contradicted: ['certainty_contradicted', 'certainty_contradicted_why'],
};

interface VerdictProps {
  readonly entry: SetCookieEntry;
  /** `line`: in a row of a list, with the main reason or change; `full`: reasons stand beside it. */
  readonly form: 'line' | 'full';
}

/** What the browser did with a line: icon and word, and how sure that is. */
export function Verdict({ entry, form }: VerdictProps) {
  const kind = verdictKind(entry);
  const change = kind === 'changed' ? mainChange(entry) : null;
  const mistake = change !== null && isMistake(change);
  const [icon, tone, word] = LOOK[kind];
  const note = form === 'full' ? null : noteOf(entry, kind);
  return (
    <span class={styles.verdict} data-tone={mistake ? 'warn' : tone}>
      <Icon node={mistake ? CircleAlert : icon} size={13} />
      <span class={styles.word}>
        {t(wordOf(entry, form) ?? word)}
        {note !== null && (
          <>
            {': '}
            <Text text={note} limit={80} />
          </>
        )}
      </span>
      <Sureness sure={certainty(entry)} form={form} />
    </span>
  );
}

/** Another word than the verdict's own, where that would say too much or too little. */
function wordOf(entry: SetCookieEntry, form: VerdictProps['form']): MessageKey | null {
  const { predicted } = entry;
  if (verdictKind(entry) === 'changed') return form === 'full' ? 'verdict_changed' : null;
  return predicted.stored && predicted.expired && predicted.replaced === undefined
    ? 'verdict_deletes_nothing'
    : null;
}

function noteOf(entry: SetCookieEntry, kind: VerdictKind): string | null {
  if (!entry.predicted.stored) return entry.predicted.reasons[0] ?? null;
  const change = kind === 'changed' ? mainChange(entry) : null;
  return change && adjustmentText(change);
}

/** In a list the two usual ones are an icon; a contradiction always is a word. */
const SURE_ICONS = { predicted: CircleDashed, confirmed: CheckCheck } as const;

function Sureness({ sure, form }: { readonly sure: Certainty; readonly form: VerdictProps['form'] }) {
  const [word, why] = CERTAINTY[sure];
  return (
    <span class={styles.certainty} data-certainty={sure} title={`${t(word)}. ${t(why)}`}>
      {sure !== 'contradicted' && form === 'line' ? (
        <Icon node={SURE_ICONS[sure]} size={12} label={t(word)} />
      ) : (
        <>
          {sure === 'contradicted' && <Icon node={TriangleAlert} size={12} />}
          {t(word)}
        </>
      )}
    </span>
  );
}
