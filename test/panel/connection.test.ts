import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Entry } from '../../src/core/recording/fact.ts';
import type { Recording } from '../../src/core/recording/recording.ts';
import { CALL_TIMEOUT, type ConnectionStatus, createConnection } from '../../src/panel/connection.ts';
import { FIRST_DELAY } from '../../src/platform/reconnecting-port.ts';
import type { TabState, WorkerMessage } from '../../src/protocol/port.ts';
import { PROTOCOL_VERSION } from '../../src/protocol/version.ts';
import { fakePorts } from '../helpers/fake-port.ts';
import { manualScheduler } from '../helpers/manual-scheduler.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const mark = (seq: number): Entry => ({
  seq,
  fact: { kind: 'mark', at: seq * 1_000, mark: 'note', text: `${seq}` },
});
const marks = (recording: Recording | null) =>
  (recording?.moments ?? []).map((moment) => (moment.kind === 'mark' ? moment.text : ''));

const STATE: TabState = {
  tabId: 7,
  url: 'https://shop.example/',
  page: 'inspectable',
  access: 'granted',
  askFor: [],
  recording: true,
  keep: true,
  scripts: false,
  incognito: false,
};

type Unversioned<T> = T extends unknown ? Omit<T, 'version'> : never;

function connect() {
  const ports = fakePorts();
  const scheduler = manualScheduler();
  const seen = {
    statuses: [] as ConnectionStatus[],
    recording: null as Recording | null,
    changes: 0,
    states: 0,
    workbench: [] as unknown[],
  };
  const connection = createConnection({
    tabId: 7,
    connect: ports.connect,
    scheduler,
    sink: {
      status: (status) => seen.statuses.push(status),
      state: () => {
        seen.states += 1;
      },
      replace: (recording) => {
        seen.recording = recording;
      },
      replay: () => undefined,
      workbench: (state) => seen.workbench.push(state),
      work: (progress) => seen.workbench.push(progress),
      changed: () => {
        seen.changes += 1;
      },
    },
  });
  const say = (message: Unversioned<WorkerMessage>) =>
    ports.last().say({ version: PROTOCOL_VERSION, ...message });
  const snapshot = (epoch: string, entries: readonly Entry[], part = 0, last = true) =>
    say({ kind: 'snapshot', epoch, part, last, entries });
  const delta = (epoch: string, entries: readonly Entry[], journaled = 0) =>
    say({ kind: 'delta', epoch, entries, journaled });
  return { ports, scheduler, seen, connection, say, snapshot, delta };
}

const attach = (have: unknown) => ({ version: PROTOCOL_VERSION, kind: 'attach', tabId: 7, have });

describe('attaching', () => {
  it('asks for everything first', () => {
    expect(connect().ports.last().sent).toEqual([attach(null)]);
  });

  it('is live as soon as the worker tells of the tab', () => {
    const { say, seen } = connect();
    say({ kind: 'state', state: STATE });
    expect(seen.statuses).toEqual(['live']);
    expect(seen.states).toBe(1);
  });

  it('shows a snapshot only when all its parts are in', () => {
    const { snapshot, scheduler, seen } = connect();
    snapshot('e', [mark(1), mark(2)], 0, false);
    scheduler.runAll();
    expect(seen.recording).toBeNull();
    snapshot('e', [mark(3)], 1, true);
    scheduler.runAll();
    expect(marks(seen.recording)).toEqual(['1', '2', '3']);
  });

  it('shows an empty snapshot too: then it is known that there is nothing', () => {
    const { snapshot, scheduler, seen } = connect();
    snapshot('e', []);
    scheduler.runAll();
    expect(seen.recording?.moments).toEqual([]);
  });

  it('builds a long snapshot in slices', () => {
    const { snapshot, scheduler, seen } = connect();
    scheduler.costPerLook(5);
    snapshot(
      'e',
      Array.from({ length: 1_000 }, (_, index) => mark(index + 1)),
    );
    expect(scheduler.runAll()).toBeGreaterThan(10);
    expect(seen.recording?.moments).toHaveLength(1_000);
  });
});

describe('the workbench', () => {
  it('tells of its store and of what is under way', () => {
    const { say, seen } = connect();
    const running = { id: 'a', step: 'import', done: 3, total: 9, results: null } as const;
    say({ kind: 'workbench', state: { undo: [], redo: [], guards: [], running } });
    say({ kind: 'work', progress: running });
    expect(seen.workbench).toEqual([{ undo: [], redo: [], guards: [], running }, running]);
  });
});

describe('deltas', () => {
  it('of one frame become one change', () => {
    const { snapshot, delta, scheduler, seen } = connect();
    snapshot('e', [mark(1)]);
    scheduler.runAll();
    for (const seq of [2, 3, 4]) delta('e', [mark(seq)]);
    expect(seen.changes).toBe(0);
    scheduler.runAll();
    expect(seen.changes).toBe(1);
    expect(marks(seen.recording)).toEqual(['1', '2', '3', '4']);
  });

  it('that repeat what is there change nothing', () => {
    const { snapshot, delta, scheduler, seen } = connect();
    snapshot('e', [mark(1), mark(2)]);
    delta('e', [mark(2), mark(3)]);
    delta('e', [mark(3)]);
    scheduler.runAll();
    expect(marks(seen.recording)).toEqual(['1', '2', '3']);
  });

  it('of a journal that is not known make it begin anew', () => {
    const { ports, snapshot, delta, scheduler, seen } = connect();
    snapshot('old', [mark(1)]);
    delta('new', [mark(9)]);
    expect(ports.last().sent.at(-1)).toEqual(attach(null));
    snapshot('new', [mark(8), mark(9)]);
    scheduler.runAll();
    expect(marks(seen.recording)).toEqual(['8', '9']);
  });
});

describe('when the worker goes and comes back', () => {
  it('says how far it has come, applied or not, and goes on from there', () => {
    const { ports, snapshot, delta, scheduler, seen } = connect();
    snapshot('e', [mark(1)]);
    delta('e', [mark(2)]);
    ports.last().break();
    vi.advanceTimersByTime(FIRST_DELAY);
    expect(ports.last().sent).toEqual([attach({ epoch: 'e', seq: 2 })]);
    delta('e', [mark(5)]);
    scheduler.runAll();
    expect(marks(seen.recording)).toEqual(['1', '2', '5']);
  });

  it('asks for everything again where a snapshot had broken off', () => {
    const { ports, snapshot, scheduler, seen } = connect();
    snapshot('e', [mark(1)], 0, false);
    scheduler.runAll();
    ports.last().break();
    vi.advanceTimersByTime(FIRST_DELAY);
    expect(ports.last().sent).toEqual([attach(null)]);
    snapshot('e', [mark(1), mark(2)]);
    scheduler.runAll();
    expect(marks(seen.recording)).toEqual(['1', '2']);
  });

  it('keeps the old recording on show until the new one is whole', () => {
    const { snapshot, scheduler, seen } = connect();
    snapshot('e', [mark(1)]);
    scheduler.runAll();
    const shown = seen.recording;
    snapshot('f', [mark(1)], 0, false);
    scheduler.runAll();
    expect(seen.recording).toBe(shown);
  });

  it('gives back what was not written down', () => {
    const { ports, snapshot, delta, say } = connect();
    snapshot('e', [mark(1)]);
    delta('e', [mark(2), mark(3)], 1);
    delta('e', [mark(4)], 2);
    ports.last().break();
    vi.advanceTimersByTime(FIRST_DELAY);
    say({ kind: 'ask-return', journaled: 2 });
    expect(ports.last().sent.at(-1)).toEqual({
      version: PROTOCOL_VERSION,
      kind: 'return',
      epoch: 'e',
      entries: [mark(3), mark(4)],
    });
  });

  it('says so, and says when it is live again', () => {
    const { ports, say, seen } = connect();
    say({ kind: 'state', state: STATE });
    ports.last().break();
    vi.advanceTimersByTime(FIRST_DELAY);
    say({ kind: 'state', state: STATE });
    expect(seen.statuses).toEqual(['live', 'reconnecting', 'live']);
  });
});

describe('a worker of another version', () => {
  it.each([
    ['says so', { version: PROTOCOL_VERSION, kind: 'mismatch' }],
    ['speaks otherwise', { version: PROTOCOL_VERSION + 1, kind: 'state', state: STATE }],
  ])('%s: no more is asked of it', (_, message) => {
    const { ports, seen } = connect();
    ports.last().say(message);
    ports.last().break();
    vi.advanceTimersByTime(60_000);
    expect(seen.statuses).toEqual(['mismatch']);
    expect(ports.all).toHaveLength(1);
  });

  it.each([[null], ['text'], [{}], [{ version: PROTOCOL_VERSION, kind: 'other' }]])(
    'what is no message, %o, is not heard',
    (message) => {
      const { ports, seen } = connect();
      ports.last().say(message);
      expect(seen.statuses).toEqual([]);
    },
  );
});

describe('calls', () => {
  it('resolve to the reply', async () => {
    const { connection, ports, say } = connect();
    const result = connection.call({ method: 'clear' });
    expect(ports.last().sent.at(-1)).toMatchObject({ kind: 'call', id: 1, call: { method: 'clear' } });
    say({ kind: 'reply', id: 1, result: { ok: true } });
    await expect(result).resolves.toEqual({ ok: true });
  });

  it('fail after 5 s without one', async () => {
    const { connection } = connect();
    const result = connection.call({ method: 'refresh' });
    vi.advanceTimersByTime(CALL_TIMEOUT);
    await expect(result).resolves.toEqual({ ok: false, error: 'timeout' });
  });

  it('made while the worker is away go with the next connection', async () => {
    const { connection, ports, say } = connect();
    ports.last().break();
    const result = connection.call({ method: 'keep', on: true });
    vi.advanceTimersByTime(FIRST_DELAY);
    expect(ports.last().sent.map((message) => (message as { kind: string }).kind)).toEqual([
      'attach',
      'call',
    ]);
    say({ kind: 'reply', id: 1, result: { ok: true } });
    await expect(result).resolves.toEqual({ ok: true });
  });
});
