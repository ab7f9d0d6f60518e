/** Changing cookies: what a page asks the worker to do in the store of its tab, and what became of it. */
import type { BrowserCookie } from '../core/recording/fact.ts';

/**
 * One cookie's change. `before` is what the person saw, `after` what shall be there instead; null: nothing. Where their identities
 * differ the new one must exist before the old one goes, else nothing changes.
 */
export interface CookieChange {
  readonly before: BrowserCookie | null;
  readonly after: BrowserCookie | null;
}

/** What kind of step it was, for its words. */
export type StepKind = 'add' | 'edit' | 'delete' | 'import' | 'undo' | 'redo';

export interface WorkOrder {
  /** Given by the page, unique; progress and result are told by it. */
  readonly id: string;
  readonly step: Exclude<StepKind, 'undo' | 'redo'>;
  readonly changes: readonly CookieChange[];
}

export type ChangeOutcome =
  /** The store holds what was asked for. */
  | 'done'
  /** It was so already. */
  | 'same'
  /** The browser refused; nothing of this change took place. */
  | 'refused'
  /** Not tried: the person stopped, or what was `before` is another by now (undo of what a page changed since). */
  | 'kept';

export interface ChangeResult {
  readonly outcome: ChangeOutcome;
  /** The browser's own words, for `refused`; may be empty. */
  readonly error?: string;
  /** What the store holds now where it differs from what was asked (an expiry that was cut). */
  readonly stored?: BrowserCookie;
}

/** How far an order is. `results` come with the end, in the order's own order. */
export interface WorkProgress {
  readonly id: string;
  readonly step: StepKind;
  readonly done: number;
  readonly total: number;
  readonly results: readonly ChangeResult[] | null;
}

/** A step that can be taken back, or taken again. */
export interface StepSummary {
  readonly id: string;
  readonly at: number;
  readonly step: StepKind;
  readonly cookies: number;
  /** Where it is one cookie's: its name. */
  readonly name: string | null;
}

/** A cookie that is watched over: put back when a page changes it, or removed whenever it appears. */
export interface Guarded {
  readonly kind: 'protect' | 'block';
  /** For `block`, value and attributes besides the identity are of no account. */
  readonly cookie: BrowserCookie;
  /** How often it was put back or removed. */
  readonly times: number;
  /** The page writes it faster than it can be put back: left alone. */
  readonly gaveUp: boolean;
}

/** What the workbench of the tab's store holds; told on attach and after each change. */
export interface WorkbenchState {
  /** Newest last. */
  readonly undo: readonly StepSummary[];
  readonly redo: readonly StepSummary[];
  readonly guards: readonly Guarded[];
  /** An order that is under way. */
  readonly running: WorkProgress | null;
}

/** Why a call is not taken. */
export type WorkbenchError =
  /** The store's one order, or step, is still under way. */
  | 'busy'
  /** No step is left to take. */
  | 'nothing'
  /** The tab is gone. */
  | 'no-store'
  /** More cookies than are watched over at once. */
  | 'too-many';

/**
 * Calls of the workbench; `work`, `undo`, `redo` and `guard` with `block` are answered when they begin, their end comes as progress
 * (of a step that is taken: with its id). An order whose worker was stopped has no end: `WorkbenchState.running` is null then, and
 * the step stands in `undo` as far as it came.
 */
export type WorkbenchCall =
  | { readonly method: 'work'; readonly order: WorkOrder }
  | { readonly method: 'stop-work' }
  | { readonly method: 'undo' }
  | { readonly method: 'redo' }
  | {
      readonly method: 'guard';
      readonly kind: 'protect' | 'block';
      readonly cookies: readonly BrowserCookie[];
    }
  | { readonly method: 'unguard'; readonly cookies: readonly BrowserCookie[] };

/** So many cookies are watched over at once. */
export const MOST_GUARDS = 200;

/** The longest order that is taken at once: the most cookies a browser keeps, and room. */
export const MOST_CHANGES = 10_000;
