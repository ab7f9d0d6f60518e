import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createHub, type Hub } from '../../src/background/hub.ts';
import { createJournal, type Journal, type TabJournal } from '../../src/background/journal/journal.ts';
import type { Entry, Fact } from '../../src/core/recording/fact.ts';
import { PORT_NAME, type TabState, type WorkerMessage } from '../../src/protocol/port.ts';
import { PROTOCOL_VERSION as version } from '../../src/protocol/version.ts';
import { T0 } from '../core/recording/facts.ts';
import { type MemoryStorage, memoryStorage } from './memory-storage.ts';

const browser = vi.hoisted(() => {
  const listeners: ((port: unknown) => void)[] = [];
  return {
    listeners,
    native: {
      runtime: {
        id: 'own-id',
        getURL: (path: string) => `chrome-extension://own-id/${path}`,
        onConnect: { addListener: (listener: (port: unknown) => void) => listeners.push(listener) },
      },
    },
  };
});
vi.mock('../../src/platform/native.ts', () => ({ native: browser.native, browserKind: 'chromium' }));

/** A page's end of a port. */
class Page {
  readonly got: WorkerMessage[] = [];
  disconnected = false;
  broken = false;
  #hear: (data: unknown) => void = () => {};
  #leave: () => void = () => {};

  constructor(
    sender: unknown = { id: 'own-id', url: 'chrome-extension://own-id/panel.html' },
    name = PORT_NAME,
  ) {
    browser.listeners.at(-1)?.({
      name,
      sender,
      postMessage: (message: WorkerMessage) => {
        if (this.broken) throw new Error('Attempting to use a disconnected port object');
        this.got.push(structuredClone(message));
      },
      disconnect: () => {
        this.disconnected = true;
      },
      onMessage: { addListener: (hear: (data: unknown) => void) => (this.#hear = hear) },
      onDisconnect: { addListener: (leave: () => void) => (this.#leave = leave) },
    });
  }

  say(message: object) {
    this.#hear({ version, ...message });
  }
  async attach(have: { epoch: string; seq: number } | null = null, tabId = 1) {
    this.say({ kind: 'attach', tabId, have });
    await vi.advanceTimersByTimeAsync(20);
  }
  leave() {
    this.#leave();
  }
  of<K extends WorkerMessage['kind']>(kind: K) {
    return this.got.filter(
      (message): message is Extract<WorkerMessage, { kind: K }> => message.kind === kind,
    );
  }
  /** All facts it was told, in the order of arrival, since the newest snapshot. */
  facts(): number[] {
    const from = this.got.findLastIndex((message) => message.kind === 'snapshot' && message.part === 0);
    return this.got
      .slice(Math.max(0, from))
      .flatMap((message) => ('entries' in message ? message.entries.map(({ seq }) => seq) : []));
  }
  have() {
    const last = this.got.findLast((message) => message.kind === 'snapshot' || message.kind === 'delta');
    return { epoch: last !== undefined && 'epoch' in last ? last.epoch : '', seq: this.facts().at(-1) ?? -1 };
  }
}

let storage: MemoryStorage;
let journal: Journal;
let hub: Hub;
let tab: TabJournal;
let watched: number[];
let calls: unknown[];
const WORKBENCH = { undo: [], redo: [], guards: [], running: null };
const note = (text: string): Fact => ({ kind: 'mark', at: T0, mark: 'note', text });

async function worker() {
  journal = createJournal({
    storage,
    now: () => Date.now(),
    newEpoch: () => 'epoch',
    onCut: (tabId) => hub.resend(tabId),
  });
  hub = createHub({
    journal,
    now: () => Date.now(),
    begin: async (tabId) => {
      if (journal.tab(tabId) === undefined) journal.open(tabId);
    },
    watchersChanged: (tabId) => watched.push(tabId),
    takeBack: async (tabId, entries) => {
      const its = journal.tab(tabId);
      return its !== undefined && journal.takeBack(its, entries);
    },
    call: async (tabId, call) => {
      calls.push([tabId, call]);
      return { ok: true };
    },
    stateOf: async (tabId) => ({ tabId, recording: true }) as TabState,
    workbenchOf: async () => WORKBENCH,
  });
  await journal.ready;
  tab = journal.tab(1) ?? journal.open(1);
}

function record(text: string): Entry {
  const entry = journal.append(tab, note(text));
  hub.delta(1, entry);
  return entry;
}

beforeEach(async () => {
  vi.useFakeTimers({ now: T0 });
  vi.spyOn(console, 'error').mockImplementation(() => {});
  storage = memoryStorage();
  watched = [];
  calls = [];
  await worker();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('attaching', () => {
  it('gets the state, then a whole snapshot', async () => {
    record('a');
    record('b');
    const page = new Page();
    await page.attach();
    expect(page.got.map(({ kind }) => kind)).toEqual(['state', 'snapshot', 'delta', 'workbench']);
    expect(page.of('snapshot')[0]).toMatchObject({ version, part: 0, last: true });
    expect(page.facts()).toEqual([1, 2]);
    expect(page.of('delta')[0]).toMatchObject({ entries: [], journaled: 2 });
  });

  it('gets a long journal in parts', async () => {
    for (let index = 0; index < 4500; index += 1) journal.append(tab, note('x'));
    const page = new Page();
    await page.attach();
    expect(page.of('snapshot').map(({ part, last, entries }) => [part, last, entries.length])).toEqual([
      [0, false, 2000],
      [1, false, 2000],
      [2, true, 500],
    ]);
  });

  it('to a tab without facts gets an empty snapshot', async () => {
    const page = new Page();
    await page.attach(null, 7);
    expect(page.of('snapshot')).toMatchObject([{ part: 0, last: true, entries: [] }]);
  });

  it.each([
    ['another extension', { id: 'other', url: 'chrome-extension://own-id/panel.html' }, PORT_NAME],
    ['a content script', { id: 'own-id', url: 'https://evil.example/' }, PORT_NAME],
    ['nobody', null, PORT_NAME],
    ['a port of another name', { id: 'own-id', url: 'chrome-extension://own-id/p.html' }, 'other'],
  ])('is refused to %s', async (_, sender, name) => {
    const page = new Page(sender, name);
    await page.attach();
    expect(page.disconnected).toBe(true);
    expect(page.got).toEqual([]);
  });

  it('of another version is told so', () => {
    const page = new Page();
    page.say({ version: version + 1, kind: 'attach', tabId: 1, have: null });
    expect(page.of('mismatch')).toHaveLength(1);
    expect(watched).toEqual([]);
  });

  it.each([{ kind: 'nonsense' }, { kind: 'attach' }, { kind: 'call', id: 1, call: { method: 'eval' } }])(
    'with %j is not answered',
    async (message) => {
      const page = new Page();
      page.say(message);
      await vi.advanceTimersByTimeAsync(20);
      expect(page.got).toEqual([]);
    },
  );
});

describe('deltas', () => {
  it('come at once, so that a worker killed the next moment has lost nothing', async () => {
    const page = new Page();
    await page.attach();
    for (let index = 0; index < 5; index += 1) record(String(index));
    expect(page.facts()).toEqual([1, 2, 3, 4, 5]);
  });

  it('come once each and in order in a storm, those of a frame together', async () => {
    const page = new Page();
    await page.attach();
    const before = page.of('delta').length;
    for (let index = 0; index < 500; index += 1) record(String(index));
    await vi.advanceTimersByTimeAsync(30);
    expect(page.facts()).toEqual(Array.from({ length: 500 }, (_, index) => index + 1));
    expect(page.of('delta').length - before).toBeLessThanOrEqual(61);
  });

  it('come at once again when the storm is over', async () => {
    const page = new Page();
    await page.attach();
    for (let index = 0; index < 500; index += 1) record(String(index));
    await vi.advanceTimersByTimeAsync(1000);
    record('last');
    expect(page.facts().at(-1)).toBe(501);
  });

  it('that come while the snapshot is read are in it or after it, once', async () => {
    record('a');
    const page = new Page();
    page.say({ kind: 'attach', tabId: 1, have: null });
    for (let index = 0; index < 20; index += 1) {
      record(String(index));
      await Promise.resolve();
    }
    await vi.advanceTimersByTimeAsync(50);
    expect(page.facts()).toEqual(Array.from({ length: 21 }, (_, index) => index + 1));
  });

  it('go to pages of that tab only', async () => {
    const [one, two] = [new Page(), new Page()];
    await one.attach();
    await two.attach(null, 2);
    record('a');
    await vi.advanceTimersByTimeAsync(20);
    expect([one.facts(), two.facts()]).toEqual([[1], []]);
  });

  it('do not wait for a clock that was set back', async () => {
    const page = new Page();
    await page.attach();
    record('a');
    await vi.advanceTimersByTimeAsync(20);
    vi.setSystemTime(T0 - 3_600_000);
    record('b');
    await vi.advanceTimersByTimeAsync(20);
    expect(page.facts()).toEqual([1, 2]);
  });

  it('stop for a page that left, and its tab is no longer watched', async () => {
    const page = new Page();
    await page.attach();
    expect(hub.isWatched(1)).toBe(true);
    page.leave();
    expect(hub.isWatched(1)).toBe(false);
    expect(watched).toEqual([1, 1]);
  });

  it('to a broken port are dropped without harm', async () => {
    const [page, other] = [new Page(), new Page()];
    await page.attach();
    await other.attach();
    page.broken = true;
    record('a');
    await vi.advanceTimersByTimeAsync(20);
    expect(other.facts()).toEqual([1]);
  });
});

describe('coming back', () => {
  it('gets only what is newer', async () => {
    for (const text of ['a', 'b', 'c']) record(text);
    const page = new Page();
    await page.attach();
    page.leave();
    record('d');
    const again = new Page();
    await again.attach(page.have());
    expect(again.of('snapshot')).toEqual([]);
    expect(again.facts()).toEqual([4]);
  });

  it.each([
    ['another epoch', { epoch: 'other.0', seq: 1 }],
    ['the time before a cut', { epoch: 'epoch.-1', seq: 1 }],
  ])('from %s gets a snapshot', async (_, have) => {
    record('a');
    const page = new Page();
    await page.attach(have);
    expect(page.of('snapshot')).toHaveLength(1);
  });

  it('after a cut that it did not hear of, with nothing newer, gets a snapshot', async () => {
    for (const text of ['a', 'b']) record(text);
    const page = new Page();
    await page.attach();
    page.leave();
    await journal.clear(tab, tab.seq, 'cleared');
    const again = new Page();
    await again.attach(page.have());
    expect(again.of('snapshot')).toHaveLength(1);
    expect(again.of('snapshot')[0]?.entries.map(({ fact }) => fact.kind)).toEqual(['baseline']);
  });

  it('a cut sends a new snapshot to all who look, then deltas again', async () => {
    for (const text of ['a', 'b', 'c']) record(text);
    const pages = [new Page(), new Page()];
    for (const page of pages) await page.attach();
    void journal.clear(tab, 2, 'cleared');
    await vi.advanceTimersByTimeAsync(20);
    record('d');
    await vi.advanceTimersByTimeAsync(20);
    for (const page of pages) {
      expect(page.of('snapshot')).toHaveLength(2);
      expect(page.facts()).toEqual([2, 3, 4]);
      expect(page.have().epoch).toBe('epoch.1');
    }
  });
});

describe('after the worker was killed', () => {
  /** Two facts are written, a third only in the page; the next worker has just begun. */
  async function kill() {
    const page = new Page();
    await page.attach();
    record('a');
    record('b');
    await journal.settled();
    const lost = record('c');
    await vi.advanceTimersByTimeAsync(16);
    storage.data.delete('facts/1/epoch/1');
    const have = page.have();
    const meta = JSON.parse(String(storage.data.get('tab/1')));
    storage.data.set('tab/1', JSON.stringify({ ...meta, seq: 2, nextChunk: 1 }));
    await worker();
    return { have, lost };
  }

  it('asks for what was not written, takes it, and gives it to the other pages', async () => {
    const { have, lost } = await kill();
    const [page, other] = [new Page(), new Page()];
    await other.attach({ ...have, seq: 2 });
    await page.attach(have);
    expect(page.got[0]).toMatchObject({ kind: 'ask-return', journaled: 2 });
    page.say({ kind: 'return', epoch: have.epoch, entries: [lost] });
    await vi.advanceTimersByTimeAsync(50);
    const entries = await journal.read(1, (all) => all.map(({ seq }) => seq));
    expect(entries).toEqual([1, 2, 3]);
    expect(other.facts()).toEqual([1, 2, 3]);
    expect(page.of('snapshot')).toEqual([]);
  });

  it('takes nothing of another journal', async () => {
    const { have, lost } = await kill();
    const page = new Page();
    await page.attach(have);
    page.say({ kind: 'return', epoch: 'other.0', entries: [lost] });
    await vi.advanceTimersByTimeAsync(50);
    expect(await journal.read(1, (all) => all.length)).toBe(2);
  });

  it('hears a call that comes before its journal is known', async () => {
    record('a');
    await journal.settled();
    const slow = storage.get;
    let open: () => void = () => {};
    const wait = new Promise<void>((resolve) => {
      open = resolve;
    });
    storage.get = async (keys) => {
      await wait;
      return slow(keys);
    };
    const started = worker();
    const page = new Page();
    page.say({ kind: 'attach', tabId: 1, have: null });
    page.say({ kind: 'call', id: 4, call: { method: 'mark', mark: 'login', text: '' } });
    await vi.advanceTimersByTimeAsync(20);
    expect(calls).toEqual([]);
    open();
    await started;
    await vi.advanceTimersByTimeAsync(20);
    expect(calls).toEqual([[1, { method: 'mark', mark: 'login', text: '' }]]);
    expect(page.of('reply')).toMatchObject([{ id: 4, result: { ok: true } }]);
    expect(page.facts()).toEqual([1]);
  });
});

describe('states', () => {
  it('are sent again to pages of the tab when asked', async () => {
    const [one, two] = [new Page(), new Page()];
    await one.attach();
    await two.attach(null, 2);
    hub.refreshState(1);
    await vi.advanceTimersByTimeAsync(5);
    expect([one.of('state').length, two.of('state').length]).toEqual([2, 1]);
    hub.refreshAllStates();
    await vi.advanceTimersByTimeAsync(5);
    expect([one.of('state').length, two.of('state').length]).toEqual([3, 2]);
  });
});

describe('a replay', () => {
  it('is told to pages of its tab, as it goes', async () => {
    const [one, two] = [new Page(), new Page()];
    await one.attach();
    await two.attach(null, 2);
    const question = {
      what: 'pre-logout',
      site: 'shop.example',
      flow: 1,
      url: 'https://shop.example/a',
    } as const;
    hub.replay(1, { question, step: 'none' });
    hub.replay(1, { question, step: 'done' });
    expect(one.of('replay').map(({ progress }) => progress.step)).toEqual(['none', 'done']);
    expect(two.of('replay')).toEqual([]);
  });
});

describe('the workbench', () => {
  it('is told of at once, and to pages of the tab as it goes', async () => {
    const [one, two] = [new Page(), new Page()];
    await one.attach();
    await two.attach(null, 2);
    expect(one.of('workbench').map(({ state }) => state)).toEqual([WORKBENCH]);
    const progress = { id: 'a', step: 'edit', done: 1, total: 2, results: null } as const;
    hub.workbench(1, { kind: 'work', progress });
    hub.workbench(1, { kind: 'workbench', state: { ...WORKBENCH, running: progress } });
    expect(one.of('work').map((message) => message.progress)).toEqual([progress]);
    expect(one.of('workbench').at(-1)?.state.running).toEqual(progress);
    expect([two.of('work').length, two.of('workbench').length]).toEqual([0, 1]);
  });
});
