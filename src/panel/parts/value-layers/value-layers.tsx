import { useEffect, useRef, useState } from 'preact/hooks';
import type { BrowserCookie } from '../../../core/recording/fact.ts';
import { t } from '../../../platform/i18n.ts';
import { usePanel } from '../../panel.ts';
import { DecodedEditor } from './editor.tsx';
import { Stack } from './layer.tsx';
import { PartnerNotes } from './partner-notes.tsx';
import { type Partners, partnersOf } from './partners.ts';
import { wholeValue } from './parts.ts';
import { type Reading, readingOf } from './reading.ts';
import { refusal } from './refusal.ts';
import styles from './value-layers.module.css';

export interface ValueLayersProps {
  readonly cookie: BrowserCookie;
  /** It is in the browser now: it can be changed. */
  readonly present: boolean;
}

/**
 * The layers of a cookie's value, outermost first: their formats, what each proves, and where values are shown what is inside. With hidden
 * values nothing that could tell the content is in the page.
 */
export function ValueLayers({ cookie, present }: ValueLayersProps) {
  const { store } = usePanel();
  store.version.value;
  const partners = partnersOf(store.recording.value, cookie);
  const { parts } = partners;
  const reading = readingOf(wholeValue(parts));
  const shown = store.showValues.value;
  return (
    <>
      <PartnerNotes partners={partners} />
      {reading.layers.length > 0 && (
        <>
          {shown && present && <Edit parts={parts} reading={reading} partners={partners} />}
          <Stack layers={reading.layers} label={t('layers_title')} shown={shown} />
        </>
      )}
    </>
  );
}

interface EditProps {
  readonly parts: readonly BrowserCookie[];
  readonly reading: Reading;
  readonly partners: Partners;
}

/** A button that opens the editor, or why there is none. */
function Edit({ parts, reading, partners }: EditProps) {
  const [edited, setEdited] = useState<readonly BrowserCookie[] | null>(null);
  const { editable } = reading;
  const button = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    // Who closes the editor by a key goes on from where it was opened.
    if (edited === null && wasOpen.current) button.current?.focus();
    wasOpen.current = edited !== null;
  }, [edited]);
  if (edited !== null) {
    return (
      <DecodedEditor
        before={edited}
        changed={wholeValue(edited) !== wholeValue(parts)}
        signedBy={partners.signedBy}
        onClose={() => setEdited(null)}
      />
    );
  }
  if (editable === null) return null;
  if (!editable.ok) return <p class={styles.faint}>{refusal(editable.format, editable.why)}</p>;
  return (
    <button ref={button} type="button" class={styles.edit} onClick={() => setEdited(parts)}>
      {t('layers_edit')}
    </button>
  );
}
