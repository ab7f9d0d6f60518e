/** Talks to the worker as the panel does, from a page of the extension: JavaScript for `evaluate`, the same in both browsers. */
import { PORT_NAME } from '../../src/protocol/port.ts';
import { PROTOCOL_VERSION } from '../../src/protocol/version.ts';
import type {
  ChangeResult,
  WorkbenchCall,
  WorkbenchState,
  WorkProgress,
} from '../../src/protocol/workbench.ts';

type Evaluate = (expression: string) => Promise<unknown>;

const CLIENT = `(() => {
  const api = globalThis.browser ?? chrome;
  const port = api.runtime.connect({ name: ${JSON.stringify(PORT_NAME)} });
  const bench = { state: null, progress: [], replies: new Map(), next: 1, waiting: [], gone: false };
  const post = (content) => port.postMessage({ version: ${PROTOCOL_VERSION}, ...content });
  port.onDisconnect.addListener(() => { bench.gone = true; });
  port.onMessage.addListener((message) => {
    if (message.kind === 'workbench') bench.state = message.state;
    if (message.kind === 'work') bench.progress.push(message.progress);
    if (message.kind === 'reply') bench.replies.set(message.id, message.result);
    bench.waiting = bench.waiting.filter((again) => !again());
  });
  bench.until = (look) => new Promise((resolve) => {
    const again = () => { const found = look(); if (found) resolve(found); return Boolean(found); };
    if (!again()) bench.waiting.push(again);
  });
  bench.call = (call) => {
    bench.progress = [];
    const id = bench.next++;
    post({ kind: 'call', id, call });
    return bench.until(() => bench.replies.get(id));
  };
  bench.run = async (call) => {
    const began = performance.now();
    const reply = await bench.call(call);
    if (!reply.ok) return { error: reply.error };
    const end = await bench.until(() => bench.progress.find(({ results }) => results !== null));
    await bench.until(() => bench.state.running === null);
    return { step: end.step, results: end.results, told: bench.progress.length, ms: performance.now() - began };
  };
  post({ kind: 'attach', tabId: Number(new URLSearchParams(location.search).get('tabId')), have: null });
  globalThis.bench = bench;
  return bench.until(() => bench.state).then(() => true);
})()`;

export interface Ran {
  readonly error?: string;
  readonly step?: string;
  readonly results: readonly ChangeResult[];
  /** Messages about it. */
  readonly told: number;
  readonly ms: number;
}

export interface WorkbenchClient {
  /** Begins, and waits for the end. */
  run(call: WorkbenchCall): Promise<Ran>;
  /** Waits for the answer alone. */
  call(call: WorkbenchCall): Promise<{ readonly ok: boolean; readonly error?: string }>;
  state(): Promise<WorkbenchState>;
  progress(): Promise<readonly WorkProgress[]>;
}

/** @param evaluate in a page of the extension about the tab. */
export async function workbenchClient(evaluate: Evaluate): Promise<WorkbenchClient> {
  await evaluate(CLIENT);
  return {
    run: async (call) => (await evaluate(`bench.run(${JSON.stringify(call)})`)) as Ran,
    call: async (call) => (await evaluate(`bench.call(${JSON.stringify(call)})`)) as { ok: boolean },
    state: async () => (await evaluate('bench.state')) as WorkbenchState,
    progress: async () => (await evaluate('bench.progress')) as readonly WorkProgress[],
  };
}
