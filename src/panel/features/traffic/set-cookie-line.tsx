import { FlaskConical } from 'lucide';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { SetCookieEntry } from '../../../core/recording/recording.ts';
import { t } from '../../../platform/i18n.ts';
import { IconButton } from '../../../ui/button.tsx';
import { Text } from '../../../ui/text.tsx';
import { maskLine, urlParts } from '../../mask.ts';
import { usePanel } from '../../panel.ts';
import { LineReading } from '../../parts/line-reading.tsx';
import { CookieLink } from '../../parts/links.tsx';
import { Verdict } from '../../parts/verdict.tsx';
import { jump, type TargetOf } from '../../store.ts';
import { certainty, nameOf } from '../../verdict.ts';
import { MissedDeletion } from './missed-deletion.tsx';
import styles from './traffic.module.css';

interface SetCookieLineProps {
  readonly entry: SetCookieEntry;
  /** The one that led here. */
  readonly current: boolean;
}

/** A Set-Cookie line: verdict with its reasons, attributes apart, what was stored otherwise than sent. */
export function SetCookieLine({ entry, current }: SetCookieLineProps) {
  const { store } = usePanel();
  const { showValues } = store;
  const line = useRef<HTMLElement>(null);
  // Of many lines of one response, the one that was asked for is in sight.
  useLayoutEffect(() => {
    if (current) line.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <article ref={line} class={styles.line} data-current={current || undefined}>
      <header class={styles.lineHead}>
        <CookieLink cookie={entry.cookie} name={nameOf(entry)} />
        <Verdict form="full" entry={entry} />
      </header>
      {certainty(entry) === 'contradicted' && (
        <p class={styles.contradicted}>{t('certainty_contradicted_why')}</p>
      )}
      <LineReading line={{ parsed: entry.parsed, url: entry.request.url }} result={entry.predicted} />
      <MissedDeletion entry={entry} />
      <footer class={styles.lineFoot}>
        <code class={styles.raw}>
          <Text
            text={showValues.value ? entry.line : maskLine(entry.line)}
            limit={showValues.value ? 9_000 : 2_000}
          />
        </code>
        <IconButton
          icon={FlaskConical}
          label={t('what_if_open')}
          onPress={() => jump(store, tryOut(entry, showValues.peek()))}
        />
      </footer>
    </article>
  );
}

/** Without "show values" the value goes over as a stand-in of the same length. */
function tryOut({ line, parsed, request }: SetCookieEntry, showValue: boolean): TargetOf<'what-if'> {
  const value = parsed.ok ? parsed.cookie.value : '';
  const shown = showValue
    ? line
    : value === ''
      ? maskLine(line)
      : line.replace(value, () => 'x'.repeat(value.length));
  const address = (url: string) => {
    const { origin, path } = urlParts(url, showValue);
    return origin + path.replace(/[;?]….*$/, '');
  };
  return { kind: 'what-if', line: shown, url: address(request.url), page: address(request.topLevelUrl) };
}
