import { Lock, Signature } from 'lucide';
import { useState } from 'preact/hooks';
import { t } from '../../../platform/i18n.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { CodeText } from '../../../ui/code-text.tsx';
import { LongValue } from '../long-value.tsx';
import { formatName } from './format-names.ts';
import type { ShownLayer } from './reading.ts';
import { LayerTimes } from './times.tsx';
import { Tree } from './tree.tsx';
import styles from './value-layers.module.css';

interface LayerProps {
  readonly layer: ShownLayer;
  /** Values are: what is inside may stand in the page. */
  readonly shown: boolean;
}

export function Layer({ layer, shown }: LayerProps) {
  const [asked, setAsked] = useState(false);
  const { format, state, notes, times, data, text, innermost } = layer;
  // A time is told above; text without structure is all that there is, what the next layer shows again waits.
  const hasText = shown && text !== null && !times.some(({ kind }) => kind === 'time');
  const isAll = innermost && data === null;
  return (
    <li class={styles.layer}>
      <div class={styles.head}>
        <span class={styles.format}>{formatName(format)}</span>
        {state === 'signed' && (
          <Badge icon={Signature} title={t('layer_signed_why')}>
            {t('layer_signed')}
          </Badge>
        )}
        {state === 'sealed' && (
          <Badge icon={Lock} title={t('layer_sealed_why')}>
            {t('layer_sealed')}
          </Badge>
        )}
        {hasText && !isAll && (
          <span class={styles.ask}>
            <Button kind="link" onPress={() => setAsked(!asked)}>
              {t(asked ? 'layer_text_hide' : 'layer_text_show')}
            </Button>
          </span>
        )}
      </div>
      <LayerTimes times={times} shown={shown} />
      {shown &&
        notes.map((note) => (
          <p key={note} class={styles.faint}>
            <CodeText text={note} />
          </p>
        ))}
      {shown && data !== null && <Tree data={data} label={formatName(format)} />}
      {hasText && (isAll || asked) && <LongValue value={text} />}
    </li>
  );
}
