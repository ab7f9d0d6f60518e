import { type MessageKey, t } from '../../../platform/i18n.ts';
import { minutesWord } from '../../../ui/time.ts';
import { usePanel } from '../../panel.ts';
import bar from './bar.module.css';
import { GLYPHS } from './bar-svg.tsx';
import styles from './reading.module.css';

interface Sign {
  readonly word: MessageKey;
  readonly isSecret?: true;
  readonly left?: { readonly from: number; readonly to: number };
  readonly past?: { readonly from: number; readonly to: number };
  readonly write?: string;
  readonly end?: string;
  readonly gone?: string;
  readonly open?: true;
}

const SIGNS: readonly Sign[] = [
  { word: 'timeline_sign_secret', isSecret: true, past: { from: 2, to: 26 } },
  { word: 'timeline_sign_other', past: { from: 2, to: 26 } },
  { word: 'timeline_sign_left', past: { from: 2, to: 10 }, left: { from: 10, to: 25 }, end: 'M25 3v16' },
  { word: 'timeline_sign_open', past: { from: 2, to: 10 }, left: { from: 10, to: 28 }, open: true },
  { word: 'timeline_sign_write', past: { from: 2, to: 26 }, write: 'M8 3h1.5v16h-1.5zM17 3h1.5v16h-1.5z' },
  { word: 'timeline_sign_clamped', past: { from: 2, to: 14 }, end: 'M18 3v16M22 3v16M18 3h4M18 19h4' },
  { word: 'gone_expired', gone: GLYPHS.expired },
  { word: 'timeline_sign_deleted', gone: GLYPHS.explicit },
  { word: 'timeline_sign_evicted', gone: GLYPHS.evicted },
];

/** What the signs of a bar mean. */
export function Legend() {
  return (
    <div class={styles.legend}>
      {SIGNS.map((sign) => (
        <span key={sign.word} class={styles.sign}>
          <svg class={bar.svg} width={28} height={22} aria-hidden="true" data-secret={sign.isSecret}>
            {sign.left && (
              <rect
                class={bar.left}
                x={sign.left.from}
                y={6}
                width={sign.left.to - sign.left.from}
                height={10}
                data-open={sign.open}
              />
            )}
            {sign.past && (
              <rect
                class={bar.past}
                x={sign.past.from}
                y={6}
                width={sign.past.to - sign.past.from}
                height={10}
                rx={2}
              />
            )}
            {sign.open && <path class={bar.open} d="M19 7l4 4-4 4m4-8l4 4-4 4" />}
            {sign.write && <path class={bar.write} d={sign.write} />}
            {sign.end && <path class={bar.end} d={sign.end} />}
            {sign.gone && <path class={bar.gone} d={`M14 11${sign.gone}`} />}
          </svg>
          {t(sign.word)}
        </span>
      ))}
      <span class={styles.sign}>
        <span class={styles.horizon} />
        {t('timeline_sign_horizon', minutesWord(usePanel().store.horizon.value))}
      </span>
    </div>
  );
}
