/** What the whole panel shares: small signals, and the recording they stand beside. */
import { batch, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { createRecording } from '../core/recording/create.ts';
import type { CookieKey, Recording, RequestKey, SetCookieKey } from '../core/recording/recording.ts';
import { isString, type Preferences } from '../platform/preferences.ts';
import { settingIn } from '../platform/settings.ts';
import type { Muted, SaidOf } from '../protocol/choices.ts';
import type { TabState } from '../protocol/port.ts';
import type { ReplayProgress } from '../protocol/replay.ts';
import { SETTINGS, type Setting } from '../protocol/settings.ts';
import type { Theme } from '../protocol/theme.ts';
import type { WorkbenchState, WorkProgress } from '../protocol/workbench.ts';
import { sharedSignal } from '../ui/shared-signal.ts';
import type { ConnectionSink, ConnectionStatus } from './connection.ts';
import type { FacetChoice } from './facets.ts';
import type { VerdictKind } from './verdict.ts';
import type { Editor } from './workbench/editor.ts';
import type { News } from './workbench/news.ts';

/** What a jump leads to; each feature shows what it knows and others add kinds of their own. */
export type Target =
  | { readonly kind: 'cookie'; readonly cookie: CookieKey }
  | { readonly kind: 'request'; readonly request: RequestKey; readonly setCookie: SetCookieKey | null }
  /** All Set-Cookie lines of one verdict. */
  | { readonly kind: 'verdict'; readonly verdict: VerdictKind }
  /** The IDs of a session cookie, by its identity in the Strength tab. */
  | { readonly kind: 'strength'; readonly session: string }
  /** A line to try changes on. */
  | { readonly kind: 'what-if'; readonly line: string; readonly url: string; readonly page: string };

export type TargetOf<Kind extends Target['kind']> = Extract<Target, { kind: Kind }>;

export interface Store {
  readonly preferences: Preferences;
  /**
   * The recording and how often it changed. It is changed in place, so whatever is derived from it must read
   * `version` too; `recording.value` alone changes only with a new snapshot.
   */
  readonly recording: ReadonlySignal<Recording>;
  readonly version: ReadonlySignal<number>;
  /** A first snapshot has come. */
  readonly loaded: ReadonlySignal<boolean>;
  readonly status: ReadonlySignal<ConnectionStatus>;
  /** The tab itself; null until the worker has said. */
  readonly tab: ReadonlySignal<TabState | null>;
  readonly showValues: Signal<boolean>;
  /** What a person decided; the worker reads it, too. */
  readonly saidOf: Signal<SaidOf>;
  readonly muted: Signal<Muted>;
  /** Minutes: what ends within them ends during the test. */
  readonly horizon: Signal<number>;
  readonly theme: Signal<Theme>;
  /** Keys act without Ctrl or Alt. */
  readonly singleKeys: Signal<boolean>;
  readonly search: Signal<string>;
  /** Of every list of cookies. */
  readonly cookieFacets: Signal<FacetChoice>;
  /** Id of the feature on show. */
  readonly feature: Signal<string>;
  /** What each kind of details shows; null: closed. */
  readonly cookie: Signal<CookieKey | null>;
  readonly request: Signal<TargetOf<'request'> | null>;
  /** A verdict that a jump asked for; taken by the list that shows it. */
  readonly verdict: Signal<VerdictKind | null>;
  /** A line that a jump brought; taken by the box it is tried in. */
  readonly whatIf: Signal<TargetOf<'what-if'> | null>;
  /** A session cookie that a jump asked for; taken by the list that has it. */
  readonly strength: Signal<string | null>;
  /** How far a replay is, of whichever page of the tab asked for it; null: none since the page opened. */
  readonly replay: ReadonlySignal<ReplayProgress | null>;
  /** Steps that can be taken back or again in the tab's store, and the cookies that are watched over there. */
  readonly workbench: ReadonlySignal<WorkbenchState>;
  /** What was last told of an order, of whichever page of the store; null: nothing since the page opened. */
  readonly work: ReadonlySignal<WorkProgress | null>;
  /** The cookie that is being changed; null: none. */
  readonly editor: Signal<Editor | null>;
  /** What the last action came to, until it is put away. */
  readonly news: Signal<News | null>;
  /** Where the connection puts what it hears. */
  readonly sink: ConnectionSink;
}

export function createStore(preferences: Preferences, firstFeature: string): Store {
  const recording = signal<Recording>(createRecording());
  const version = signal(0);
  const loaded = signal(false);
  const status = signal<ConnectionStatus>('connecting');
  const tab = signal<TabState | null>(null);
  const replay = signal<ReplayProgress | null>(null);
  const workbench = signal<WorkbenchState>({ undo: [], redo: [], guards: [], running: null });
  const work = signal<WorkProgress | null>(null);
  return {
    preferences,
    recording,
    version,
    loaded,
    status,
    tab,
    replay,
    workbench,
    work,
    showValues: shared(preferences, SETTINGS.showValues),
    saidOf: shared(preferences, SETTINGS.saidOf),
    muted: shared(preferences, SETTINGS.muted),
    horizon: shared(preferences, SETTINGS.horizon),
    theme: shared(preferences, SETTINGS.theme),
    singleKeys: shared(preferences, SETTINGS.singleKeys),
    search: signal(''),
    cookieFacets: signal({}),
    feature: remembered(preferences, 'feature', isString, firstFeature),
    cookie: signal(null),
    request: signal(null),
    verdict: signal(null),
    whatIf: signal(null),
    strength: signal(null),
    editor: signal(null),
    news: signal(null),
    sink: {
      status: (next) => {
        status.value = next;
      },
      state: (next) => {
        tab.value = next;
      },
      replace: (next) =>
        batch(() => {
          recording.value = next;
          version.value += 1;
          loaded.value = true;
        }),
      changed: () => {
        version.value += 1;
      },
      replay: (progress) => {
        replay.value = progress;
      },
      workbench: (state) => {
        workbench.value = state;
      },
      work: (progress) => {
        work.value = progress;
      },
    },
  };
}

/** A setting: the settings page and every other panel show the same. */
export function shared<T>(preferences: Preferences, setting: Setting<T>): Signal<T> {
  return sharedSignal(settingIn(preferences, setting));
}

/** A signal that begins with a preference and writes every change back. */
export function remembered<T>(
  preferences: Preferences,
  key: string,
  guard: (value: unknown) => value is T,
  fallback: T,
): Signal<T> {
  const held = signal(preferences.read(key, guard, fallback));
  let first = true;
  held.subscribe((value) => {
    if (first) first = false;
    else preferences.write(key, value);
  });
  return held;
}

/** Shows a target: its feature, with the target open. */
export function jump(store: Store, target: Target): void {
  batch(() => {
    switch (target.kind) {
      case 'cookie':
        store.cookie.value = target.cookie;
        store.feature.value = 'cookies';
        return;
      case 'request':
        store.request.value = target;
        store.feature.value = 'traffic';
        return;
      case 'verdict':
        store.verdict.value = target.verdict;
        store.feature.value = 'traffic';
        return;
      case 'strength':
        store.strength.value = target.session;
        store.feature.value = 'strength';
        return;
      case 'what-if':
        store.whatIf.value = target;
        store.feature.value = 'what-if';
        return;
    }
  });
}
