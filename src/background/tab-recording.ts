/** A tab's recording from its first moment: begun where there is none, with its frames, and started over by a new page. */
import type { Journal } from './journal/journal.ts';
import type { Live } from './live.ts';
import type { Recorder } from './recorder.ts';
import { presentFrames } from './sources/web-navigation.ts';
import type { Tabs } from './tabs.ts';

export interface TabRecording {
  /** Makes sure that there is a recording of the tab that knows its frames. */
  begin(tabId: number): Promise<void>;
  recordFrames(tabId: number): Promise<void>;
  /** Everything before the page's newest load goes. */
  startOver(tabId: number): Promise<void>;
}

export interface TabRecordingOptions {
  readonly journal: Journal;
  readonly live: Live;
  readonly tabs: Tabs;
  readonly recorder: Recorder;
  readonly now: () => number;
}

export function createTabRecording({
  journal,
  live,
  tabs,
  recorder,
  now,
}: TabRecordingOptions): TabRecording {
  const recordFrames = async (tabId: number) => {
    if (tabId < 0) return;
    for (const fact of await presentFrames(tabId, now()).catch(() => [])) recorder.record(tabId, fact);
  };

  return {
    recordFrames,
    async begin(tabId) {
      await journal.ready;
      if ((await tabs.describe(tabId)) === null && journal.tab(tabId) === undefined) return;
      recorder.begin(tabId);
      const recording = await live.get(tabId);
      if (recording !== null && !recording.frames.has(0)) await recordFrames(tabId);
    },
    async startOver(tabId) {
      const recording = await live.get(tabId);
      const tab = journal.tab(tabId);
      if (recording === null || tab === undefined) return;
      const load = [...recording.requests.values()].findLast(
        ({ type, hop }) => type === 'main_frame' && hop === 0,
      );
      if (load !== undefined) await journal.clear(tab, load.seq - 1, 'navigation');
    },
  };
}
