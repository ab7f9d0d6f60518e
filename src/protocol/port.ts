/** What worker and pages say to each other over a long-lived port. */
import type { Entry } from '../core/recording/fact.ts';
import type { ReplayProgress, ReplayQuestion } from './replay.ts';
import type { WorkbenchCall, WorkbenchState, WorkProgress } from './workbench.ts';

export const PORT_NAME = 'crumbtrail/tab';

/** What is true of the tab now, beside its recording. */
export interface TabState {
  readonly tabId: number;
  /** The page's URL; null: unknown, or not for us to see. */
  readonly url: string | null;
  readonly page: 'inspectable' | 'browser-page' | 'unknown';
  readonly access: 'granted' | 'missing';
  /** Origins to ask the person for, where access is missing. */
  readonly askFor: readonly string[];
  readonly recording: boolean;
  /** Keep the recording when the page navigates. */
  readonly keep: boolean;
  /** Its scripts are watched as long as it is recorded. */
  readonly scripts: boolean;
  readonly incognito: boolean;
}

/** From a page. */
export type PageMessage =
  | {
      readonly version: number;
      readonly kind: 'attach';
      readonly tabId: number;
      /** The journal the page has, and how far; null: nothing yet. */
      readonly have: { readonly epoch: string; readonly seq: number } | null;
    }
  /** Facts the page saw that a killed worker had not written down yet. */
  | {
      readonly version: number;
      readonly kind: 'return';
      readonly epoch: string;
      readonly entries: readonly Entry[];
    }
  | { readonly version: number; readonly kind: 'call'; readonly id: number; readonly call: Call };

export type Call =
  | { readonly method: 'record'; readonly on: boolean }
  | { readonly method: 'keep'; readonly on: boolean }
  /** Watch what scripts write; `{ ok: false, error: 'no-permission' }` where that is missing. */
  | { readonly method: 'scripts'; readonly on: boolean }
  | { readonly method: 'clear' }
  /** Read the cookie store again. */
  | { readonly method: 'refresh' }
  /** Three requests with other cookies; answered when they begin. */
  | ({ readonly method: 'replay' } & ReplayQuestion)
  | { readonly method: 'stop-replay' }
  | { readonly method: 'mark'; readonly mark: 'login' | 'logout' | 'note'; readonly text: string }
  | WorkbenchCall;

/** From the worker. */
export type WorkerMessage =
  | { readonly version: number; readonly kind: 'state'; readonly state: TabState }
  /** All facts of the tab; a long journal comes in parts, `last` with the final one. */
  | {
      readonly version: number;
      readonly kind: 'snapshot';
      readonly epoch: string;
      readonly part: number;
      readonly last: boolean;
      readonly entries: readonly Entry[];
    }
  /** Newer facts. `journaled`: everything up to this number is written down. */
  | {
      readonly version: number;
      readonly kind: 'delta';
      readonly epoch: string;
      readonly entries: readonly Entry[];
      readonly journaled: number;
    }
  /** The worker's journal ends at `journaled`, the page has more: please return it. */
  | { readonly version: number; readonly kind: 'ask-return'; readonly journaled: number }
  | { readonly version: number; readonly kind: 'reply'; readonly id: number; readonly result: CallResult }
  | { readonly version: number; readonly kind: 'replay'; readonly progress: ReplayProgress }
  /** What the workbench of the tab's store holds. */
  | { readonly version: number; readonly kind: 'workbench'; readonly state: WorkbenchState }
  | { readonly version: number; readonly kind: 'work'; readonly progress: WorkProgress }
  /** The two sides are of different versions: DevTools must be reloaded. */
  | { readonly version: number; readonly kind: 'mismatch' };

export type CallResult = { readonly ok: true } | { readonly ok: false; readonly error: string };
