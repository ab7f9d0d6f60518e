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
  const { format, state, notes, times } = layer;
  return (
    <li class={styles.layer}>
      <p class={styles.format}>
        {formatName(format)}
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
      </p>
      <LayerTimes times={times} shown={shown} />
      {shown &&
        notes.map((note) => (
          <p key={note} class={styles.faint}>
            <CodeText text={note} />
          </p>
        ))}
      {shown && <Inside layer={layer} />}
    </li>
  );
}

/** Structure as a tree, text in a box; what the next layer shows again only when asked for. */
function Inside({ layer }: { readonly layer: ShownLayer }) {
  const [asked, setAsked] = useState(false);
  const { data, text, innermost } = layer;
  const isTold = layer.times.some(({ kind }) => kind === 'time');
  return (
    <>
      {data !== null && <Tree data={data} label={formatName(layer.format)} />}
      {text !== null && !isTold && (innermost && data === null ? <LongValue value={text} /> : null)}
      {text !== null && !isTold && !(innermost && data === null) && (
        <>
          <Button kind="link" onPress={() => setAsked(!asked)}>
            {t(asked ? 'layer_text_hide' : 'layer_text_show')}
          </Button>
          {asked && <LongValue value={text} />}
        </>
      )}
    </>
  );
}
