/** What the Sessions tab shows: a site's session cookies, their lives and verdicts, and what a person says of them. No DOM. */
import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { SubjectCookie } from '../../../core/audit/subject.ts';
import { analyseSessions, type SessionAnalysis } from '../../../core/session/analysis.ts';
import { replayOffers } from '../../../core/session/replay/plan.ts';
import { boundsOfLanes } from '../../../core/timeline/lane.ts';
import type { TimeRange } from '../../../core/timeline/time-range.ts';
import { saidIn, withWord } from '../../../protocol/choices.ts';
import type { Audited } from '../../audit-recording.ts';
import type { FacetChoice } from '../../facets.ts';
import type { Panel } from '../../panel.ts';
import { siteIndex } from '../../site-index.ts';
import type { Store } from '../../store.ts';
import { type Activity, activityOf } from './activity.ts';
import { blocksOf, candidatesOf, type SessionBlock } from './block.ts';
import { createReplayModel, type ReplayModel } from './replay/model.ts';

export interface SessionsModel {
  readonly store: Store;
  readonly audited: ReadonlySignal<Audited | null>;
  /** Sites of the recording, in the report's order. */
  readonly sites: ReadonlySignal<readonly string[]>;
  /** Which one a person chose; null: the page's own. */
  readonly chosen: Signal<string | null>;
  /** null: no site at all, or not judged yet. */
  readonly shown: ReadonlySignal<ShownSessions | null>;
  /** What of the time axis is on show, the same in all charts; null: all of it. */
  readonly zoom: Signal<TimeRange | null>;
  /** Filters of the activity log. */
  readonly facets: Signal<FacetChoice>;
  readonly replay: ReplayModel;
  /** The last mark that was made, or that could not be. */
  readonly marked: ReadonlySignal<Marked | null>;
  /** @param isSession null: forget what was said. */
  say(name: string, isSession: boolean | null): void;
  mark(mark: 'login' | 'logout' | 'note', text?: string): Promise<void>;
}

export interface ShownSessions {
  /** Registrable domain. */
  readonly site: string;
  /** With its scheme, as the report names it. */
  readonly origin: string;
  readonly subject: Audited['subjects'][number];
  readonly analysis: SessionAnalysis;
  readonly blocks: readonly SessionBlock[];
  readonly candidates: readonly SubjectCookie[];
  readonly activity: readonly Activity[];
  /** The time axis; null: nothing has happened. */
  readonly bounds: TimeRange | null;
}

export interface Marked {
  readonly mark: 'login' | 'logout' | 'note';
  readonly ok: boolean;
}

export function createSessionsModel(panel: Panel): SessionsModel {
  const { store, audited } = panel;
  const chosen = signal<string | null>(null);
  const marked = signal<Marked | null>(null);
  const shown = computed(() => {
    const current = audited.value;
    if (current === null) return null;
    return shownOf(current, siteIndex(current, chosen.value, store.tab.value?.url ?? null), store);
  });
  return {
    store,
    audited,
    sites: computed(() => audited.value?.report.sites.map(({ site }) => site) ?? []),
    chosen,
    shown,
    zoom: signal(null),
    facets: signal({}),
    replay: createReplayModel(panel),
    marked,
    say(name, isSession) {
      const site = shown.peek()?.site;
      if (site !== undefined) store.saidOf.value = withWord(store.saidOf.peek(), site, name, isSession);
    },
    async mark(mark, text = '') {
      const { ok } = await panel.call({ method: 'mark', mark, text });
      marked.value = { mark, ok };
    },
  };
}

function shownOf({ report, subjects }: Audited, index: number, store: Store): ShownSessions | null {
  const subject = subjects[index];
  if (subject === undefined) return null;
  const said = (name: string) => saidIn(store.saidOf.peek(), subject.site, name);
  const analysis = subject.shared(analyseSessions);
  const blocks = blocksOf(analysis, replayOffers(subject, report.generatedAt), said);
  return {
    site: subject.site,
    origin: subject.origin,
    subject,
    analysis,
    blocks,
    candidates: candidatesOf(subject.cookies, analysis, said),
    activity: activityOf(analysis.sessions, subject.recording.moments),
    bounds: boundsOfLanes(
      blocks.map(({ lane }) => lane),
      subject.recording.lastAt,
    ),
  };
}
