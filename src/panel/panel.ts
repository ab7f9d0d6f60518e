import type { ReadonlySignal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Call, CallResult } from '../protocol/port.ts';
import type { Audited } from './audit-recording.ts';
import type { Endings } from './endings/model.ts';
import type { OpenSource } from './host.ts';
import type { Store } from './store.ts';

/** What every view of the panel has at hand. */
export interface Panel {
  readonly store: Store;
  /** Epoch milliseconds, moving on once a second while the page is seen. */
  readonly now: ReadonlySignal<number>;
  /** The audit of what is shown, kept fresh while somebody reads it; null: on its way. */
  readonly audited: ReadonlySignal<Audited | null>;
  /** What ends during the test. */
  readonly endings: Endings;
  call(call: Call): Promise<CallResult>;
  reloadPage(): void;
  reloadPanel(): void;
  openSettings(): void;
  requestAccess(origins: readonly string[]): Promise<boolean>;
  requestScripting(): Promise<boolean>;
  readonly openSource: OpenSource | null;
}

const PanelContext = createContext<Panel | null>(null);

export const PanelProvider = PanelContext.Provider;

export function usePanel(): Panel {
  const panel = useContext(PanelContext);
  if (!panel) throw new Error('No panel around this view');
  return panel;
}
