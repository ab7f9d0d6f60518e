import { CircleCheck, CircleHelp, CircleX } from 'lucide';
import type { ComponentChildren } from 'preact';
import type { ReplayAnswer, ReplayCookies } from '../../../../core/recording/fact.ts';
import type { JudgedReplay } from '../../../../core/session/replay/judged.ts';
import { t } from '../../../../platform/i18n.ts';
import { formatBytes } from '../../../../ui/bytes.ts';
import { Icon } from '../../../../ui/icon.tsx';
import { ClockTime } from '../../../parts/time.tsx';
import { Url } from '../../../parts/url.tsx';
import { contentsOf } from './model.ts';
import styles from './replay.module.css';
import { COLUMNS, offersOf, PROBLEMS, REASONS, VERDICTS } from './words.ts';

const ORDER = ['none', 'current', 'old'] as const satisfies readonly ReplayCookies[];
const LOOKS = {
  alive: { icon: CircleX, tone: 'bad' },
  dead: { icon: CircleCheck, tone: 'good' },
  undecided: { icon: CircleHelp, tone: 'neutral' },
} as const;

/** The newest of several askings in full, earlier ones in a line each. */
export function ReplayResult({ replays }: { readonly replays: readonly JudgedReplay[] }) {
  const newest = replays.at(-1);
  if (newest === undefined) return null;
  const { what, judgement, at, url } = newest;
  const { icon, tone } = LOOKS[judgement.result];
  return (
    <div class={styles.result}>
      <div class={styles.verdict} data-tone={tone} role="status">
        <Icon node={icon} size={16} />
        <span>
          <b>{t(VERDICTS[what][judgement.result])}</b> {t(REASONS[judgement.because])}
        </span>
      </div>
      <p class={styles.soft}>
        GET <Url url={url} /> · <ClockTime at={at} />
      </p>
      <Answers replay={newest} />
      {replays.length > 1 && (
        <ul class={styles.earlier} aria-label={t('replay_earlier')}>
          {replays.slice(0, -1).map((replay) => (
            <li key={replay.at}>
              <ClockTime at={replay.at} />: {t(VERDICTS[what][replay.judgement.result])}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Answers({ replay }: { readonly replay: JudgedReplay }) {
  const { answers } = replay;
  const contents = contentsOf(replay);
  return (
    <table class={styles.answers}>
      <caption class="visually-hidden">{t('replay_answers')}</caption>
      <thead>
        <tr>
          <td />
          {ORDER.map((cookies) => (
            <th key={cookies} scope="col">
              {t(COLUMNS[cookies])}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <Row label={t('replay_row_answer')} cell={(cookies) => <Status answer={answers[cookies]} />} />
        <Row label={t('replay_row_size')} cell={(cookies) => formatBytes(answers[cookies].length)} />
        <Row
          label={t('replay_row_content')}
          why={t('replay_row_content_why')}
          cell={(cookies) => contents[cookies] || '–'}
        />
        <Row
          label={t('replay_row_offers')}
          cell={(cookies) =>
            offersOf(answers[cookies])
              .map((key) => t(key))
              .join(', ') || '–'
          }
        />
      </tbody>
    </table>
  );
}

interface RowProps {
  readonly label: string;
  readonly why?: string;
  readonly cell: (cookies: ReplayCookies) => ComponentChildren;
}

function Row({ label, why, cell }: RowProps) {
  return (
    <tr>
      <th scope="row" title={why}>
        {label}
      </th>
      {ORDER.map((cookies) => (
        <td key={cookies}>{cell(cookies)}</td>
      ))}
    </tr>
  );
}

function Status({ answer }: { readonly answer: ReplayAnswer }) {
  const { status, to, problem } = answer;
  if (status === null) return <>{t(PROBLEMS[problem ?? 'network'])}</>;
  if (to === null) return <>{status}</>;
  return (
    <>
      {status} → <Url url={to} short />
    </>
  );
}
