/** The panel's side of the port: attaches, keeps in step, returns what a killed worker lost, makes calls. */
import type { Entry } from '../core/recording/fact.ts';
import type { Recording } from '../core/recording/recording.ts';
import { createReconnectingPort, type PortLike } from '../platform/reconnecting-port.ts';
import type { Call, CallResult, PageMessage, TabState, WorkerMessage } from '../protocol/port.ts';
import type { ReplayProgress } from '../protocol/replay.ts';
import { PROTOCOL_VERSION } from '../protocol/version.ts';
import type { WorkbenchState, WorkProgress } from '../protocol/workbench.ts';
import { createApplier } from './applier.ts';
import { createKept } from './kept.ts';
import { readWorkerMessage } from './read-message.ts';
import type { Scheduler } from './scheduler.ts';

export type ConnectionStatus = 'connecting' | 'live' | 'reconnecting' | 'mismatch';

export interface ConnectionSink {
  status(status: ConnectionStatus): void;
  state(state: TabState): void;
  replace(recording: Recording): void;
  changed(): void;
  replay(progress: ReplayProgress): void;
  workbench(state: WorkbenchState): void;
  work(progress: WorkProgress): void;
}

export interface ConnectionOptions {
  readonly tabId: number;
  /** Opens a port to the worker. */
  readonly connect: () => PortLike;
  /** Whether an error of `connect` means that the extension was replaced. */
  readonly isFinal?: (error: unknown) => boolean;
  readonly scheduler: Scheduler;
  readonly sink: ConnectionSink;
}

export interface Connection {
  /** Asks the worker for something; resolves to `{ ok: false }` after 5 s without an answer, never rejects. */
  call(call: Call): Promise<CallResult>;
  close(): void;
}

export const CALL_TIMEOUT = 5_000;

export function createConnection(options: ConnectionOptions): Connection {
  const { tabId, sink } = options;
  const applier = createApplier(options.scheduler, sink);
  const kept = createKept();
  const calls = new Map<number, (result: CallResult) => void>();
  /** How far we are: what was received, applied or not yet. null while a snapshot is incomplete. */
  let have: { epoch: string; seq: number } | null = null;
  let nextCall = 1;
  let everLive = false;

  const port = createReconnectingPort({
    connect: options.connect,
    announce: (): PageMessage => ({ version: PROTOCOL_VERSION, kind: 'attach', tabId, have }),
    onMessage: receive,
    onStatus(status) {
      if (status === 'gone') sink.status('mismatch');
      else if (status === 'waiting') sink.status(everLive ? 'reconnecting' : 'connecting');
    },
    ...(options.isFinal ? { isFinal: options.isFinal } : {}),
  });

  function receive(message: unknown): void {
    const read = readWorkerMessage(message);
    if (read === 'mismatch') {
      sink.status('mismatch');
      port.close();
    } else if (read) handle(read);
  }

  function handle(message: WorkerMessage): void {
    switch (message.kind) {
      case 'state':
        everLive = true;
        sink.status('live');
        sink.state(message.state);
        break;
      case 'snapshot':
        snapshot(message);
        break;
      case 'delta':
        delta(message);
        break;
      case 'ask-return':
        giveBack(message.journaled);
        break;
      case 'reply':
        calls.get(message.id)?.(message.result);
        break;
      case 'replay':
        sink.replay(message.progress);
        break;
      case 'workbench':
        sink.workbench(message.state);
        break;
      case 'work':
        sink.work(message.progress);
        break;
      case 'mismatch':
        sink.status('mismatch');
        port.close();
    }
  }

  function snapshot(message: Extract<WorkerMessage, { kind: 'snapshot' }>): void {
    const { epoch, part, last, entries } = message;
    if (part === 0) {
      have = null;
      kept.begin(epoch);
    }
    kept.add(entries);
    applier.add({ kind: 'snapshot', first: part === 0, last, entries });
    if (last) have = { epoch, seq: kept.newest() };
  }

  function delta(message: Extract<WorkerMessage, { kind: 'delta' }>): void {
    if (have?.epoch !== message.epoch) {
      // A journal we do not know: begin anew with a snapshot.
      have = null;
      port.announce();
      return;
    }
    const entries = message.entries.filter((entry: Entry) => entry.seq > kept.newest());
    kept.add(entries);
    kept.written(message.journaled);
    have = { epoch: message.epoch, seq: kept.newest() };
    if (entries.length > 0) applier.add({ kind: 'delta', first: false, last: true, entries });
  }

  function giveBack(journaled: number): void {
    const entries = kept.after(journaled);
    const epoch = kept.epoch();
    if (epoch === null || entries.length === 0) return;
    port.send({ version: PROTOCOL_VERSION, kind: 'return', epoch, entries } satisfies PageMessage);
  }

  function call(asked: Call): Promise<CallResult> {
    const id = nextCall++;
    return new Promise((resolve) => {
      const done = (result: CallResult) => {
        clearTimeout(timer);
        calls.delete(id);
        resolve(result);
      };
      const timer = setTimeout(() => done({ ok: false, error: 'timeout' }), CALL_TIMEOUT);
      calls.set(id, done);
      port.send({ version: PROTOCOL_VERSION, kind: 'call', id, call: asked } satisfies PageMessage);
    });
  }

  return { call, close: () => port.close() };
}
