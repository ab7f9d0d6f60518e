import { Lock, Signature } from 'lucide';
import { useMemo, useState } from 'preact/hooks';
import { t } from '../../../platform/i18n.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { CodeText } from '../../../ui/code-text.tsx';
import { LongValue } from '../long-value.tsx';
import { formatName } from './format-names.ts';
import { freshReading, type ShownLayer } from './reading.ts';
import { LayerTimes } from './times.tsx';
import { Tree } from './tree.tsx';
import styles from './value-layers.module.css';

interface StackProps {
  readonly layers: readonly ShownLayer[];
  readonly label: string;
  /** Values are: what is inside may stand in the page. */
  readonly shown: boolean;
}

/** Layers, the outermost first. */
export function Stack({ layers, label, shown }: StackProps) {
  return (
    <ol class={styles.stack} aria-label={label}>
      {layers.map((layer, index) => (
        <Layer key={`${index} ${layer.format}`} layer={layer} shown={shown} />
      ))}
    </ol>
  );
}

/** A shorter text tells nothing that is worth a layer. */
const SHORTEST = 12;

/** Text within data that is encoded itself, such as a token in JSON: read when asked for. */
function Nested({ text }: { readonly text: string }) {
  const [open, setOpen] = useState(false);
  const layers = useMemo(() => (text.length < SHORTEST ? [] : freshReading(text).layers), [text]);
  if (layers.length === 0) return null;
  const label = layers.map(({ format }) => formatName(format)).join(' › ');
  return (
    <>
      <button type="button" class={styles.nested} aria-expanded={open} onClick={() => setOpen(!open)}>
        {label}
      </button>
      {open && (
        <div class={styles.within}>
          <Stack layers={layers} label={label} shown={true} />
        </div>
      )}
    </>
  );
}

interface LayerProps {
  readonly layer: ShownLayer;
  readonly shown: boolean;
}

function Layer({ layer, shown }: LayerProps) {
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
      {shown && data !== null && (
        <Tree data={data} label={formatName(format)} inside={(each) => <Nested text={each} />} />
      )}
      {hasText && (isAll || asked) && <LongValue value={text} />}
    </li>
  );
}
