/** What a page may ask the worker to do with its tab. */
import type { Call, CallResult } from '../protocol/port.ts';
import type { Hub } from './hub.ts';
import type { JarReader } from './jar-reader.ts';
import type { Journal } from './journal/journal.ts';
import type { Recorder } from './recorder.ts';
import type { Replayer } from './replay.ts';
import type { ScriptWatch } from './scripts/script-watch.ts';
import type { TabRecording } from './tab-recording.ts';
import type { Workbench } from './workbench/workbench.ts';

export interface CallOptions {
  readonly journal: Journal;
  readonly recorder: Recorder;
  readonly recordings: Pick<TabRecording, 'recordFrames'>;
  readonly jar: JarReader;
  readonly replayer: Replayer;
  readonly scripts: Pick<ScriptWatch, 'switch' | 'update'>;
  readonly workbench: Pick<Workbench, 'call'>;
  readonly hub: () => Hub;
  readonly now: () => number;
}

export function createCalls(options: CallOptions): (tabId: number, call: Call) => Promise<CallResult> {
  const { journal, recorder, recordings, jar, replayer, scripts, workbench, hub, now } = options;
  return async (tabId, { method, ...rest }) => {
    await journal.ready;
    const tab = recorder.begin(tabId);
    const asked = { method, ...rest } as Call;
    switch (asked.method) {
      case 'record':
        recorder.pause(tab, !asked.on);
        scripts.update(tabId);
        // The page may be another one by now.
        if (asked.on) await recordings.recordFrames(tabId);
        break;
      case 'keep':
        tab.keep = asked.on;
        journal.touch(tab);
        break;
      case 'scripts':
        if (!(await scripts.switch(tab, asked.on))) return { ok: false, error: 'no-permission' };
        break;
      case 'clear':
        await journal.clear(tab, tab.seq, 'cleared');
        break;
      case 'refresh':
        break;
      case 'replay':
        return replayer.start(tabId, asked);
      case 'stop-replay':
        replayer.stop(tabId);
        break;
      case 'work':
      case 'stop-work':
      case 'undo':
      case 'redo':
      case 'guard':
      case 'unguard':
        return workbench.call(tabId, asked);
      case 'mark':
        recorder.record(tabId, { kind: 'mark', at: now(), mark: asked.mark, text: asked.text });
        break;
    }
    if (asked.method === 'refresh' || (asked.method === 'record' && asked.on)) await jar.read(tabId);
    hub().refreshState(tabId);
    return { ok: true };
  };
}
