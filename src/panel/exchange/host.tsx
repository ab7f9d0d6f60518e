import type { ComponentType } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { usePanel } from '../panel.ts';
import { FileDrop } from './file-drop.tsx';
import { type Exchange, exchangeIn, openImport } from './shown.ts';

type Dialog = ComponentType<{ readonly exchange: Exchange; readonly onClose: () => void }>;

/** Where the dialogs stand, and where a file can be dropped. */
export function ExchangeHost() {
  const { store } = usePanel();
  const shown = exchangeIn(store);
  const [loaded, setLoaded] = useState<{ readonly Dialog: Dialog } | null>(null);
  const exchange = shown.value;
  const isAsked = exchange !== null;
  // Each opening is a dialog of its own, also where the one before is not gone yet.
  const opening = useRef({ exchange, times: 0 });
  if (opening.current.exchange !== exchange) opening.current = { exchange, times: opening.current.times + 1 };
  useEffect(() => {
    if (!isAsked || loaded !== null) return;
    import('./dialogs.tsx').then(
      ({ ExchangeDialog }) => setLoaded({ Dialog: ExchangeDialog }),
      (error) => console.error('Crumbtrail: dialogs', String(error)),
    );
  }, [isAsked]);
  return (
    <>
      <FileDrop onFile={(file) => openImport(store, file)} />
      {exchange !== null && loaded !== null && (
        <loaded.Dialog
          key={opening.current.times}
          exchange={exchange}
          onClose={() => {
            // A key may have opened the next one already: browsers tell of a closed dialog a moment later.
            if (shown.peek() === exchange) shown.value = null;
          }}
        />
      )}
    </>
  );
}
