import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createJournal, type Journal, type TabJournal } from '../../src/background/journal/journal.ts';
import type { Entry, Fact } from '../../src/core/recording/fact.ts';
import { replay } from '../../src/core/recording/replay.ts';
import { DEFAULT_LIMITS, type Limits } from '../../src/protocol/limits.ts';
import { response, sent, T0, tabFact } from '../core/recording/facts.ts';
import { type MemoryStorage, memoryStorage } from './memory-storage.ts';

const MANY = DEFAULT_LIMITS;
let storage: MemoryStorage;
let cuts: number[];
let epochs: number;
const complaints = vi.spyOn(console, 'error').mockImplementation(() => {});

beforeEach(() => {
  vi.useFakeTimers({ now: T0 });
  storage = memoryStorage();
  cuts = [];
  epochs = 0;
  complaints.mockClear();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A worker begins; the one before it is as good as killed. */
async function worker(limits = MANY): Promise<Journal> {
  const journal = createJournal({
    storage,
    now: () => Date.now(),
    newEpoch: () => {
      epochs += 1;
      return `e${epochs}`;
    },
    limits,
    onCut: (tabId) => cuts.push(tabId),
  });
  await journal.ready;
  return journal;
}

const note = (text: string): Fact => ({ kind: 'mark', at: T0, mark: 'note', text });
const read = (journal: Journal, tabId = 1) => journal.read(tabId, (entries) => [...entries]);
const texts = (entries: readonly Entry[]) =>
  entries.flatMap(({ fact }) => (fact.kind === 'mark' ? [fact.text] : []));
const tabOf = (journal: Journal, tabId = 1): TabJournal => {
  const tab = journal.tab(tabId);
  if (tab === undefined) throw new Error('no tab');
  return tab;
};
const chunkWrites = () => storage.writes.filter((keys) => keys.some((key) => key.startsWith('facts/')));
const flush = () => vi.advanceTimersByTimeAsync(0);

describe('appending', () => {
  it('gives numbers in order and reads them back', async () => {
    const journal = await worker();
    const tab = journal.open(1);
    const given = ['a', 'b', 'c'].map((text) => journal.append(tab, note(text)).seq);
    expect(given).toEqual([1, 2, 3]);
    expect(texts(await read(journal))).toEqual(['a', 'b', 'c']);
    expect(journal.written(1)).toBe(3);
  });

  it('reads what is not written yet, and what comes while it reads, each once', async () => {
    const journal = await worker();
    const tab = journal.open(1);
    journal.append(tab, note('a'));
    storage.during(() => journal.append(tab, note('b')));
    expect(texts(await read(journal))).toEqual(['a', 'b']);
    expect(texts(await read(journal))).toEqual(['a', 'b']);
  });

  it('writes the first fact at once and those after it together', async () => {
    const journal = await worker();
    const tab = journal.open(1);
    journal.append(tab, note('a'));
    await flush();
    expect(chunkWrites()).toHaveLength(1);
    for (const text of ['b', 'c', 'd']) {
      journal.append(tab, note(text));
      await vi.advanceTimersByTimeAsync(10);
    }
    expect(chunkWrites()).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(20);
    expect(chunkWrites()).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(1000);
    expect(chunkWrites()).toHaveLength(2);
    journal.append(tab, note('e'));
    await flush();
    expect(chunkWrites()).toHaveLength(3);
  });

  it('writes less often what a page has, too: it gives back what a killed worker had not written', async () => {
    const journal = await worker();
    const tab = journal.open(1);
    tab.watched = true;
    journal.append(tab, note('a'));
    await flush();
    journal.append(tab, note('b'));
    await vi.advanceTimersByTimeAsync(200);
    journal.append(tab, note('c'));
    expect(chunkWrites()).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(50);
    expect(chunkWrites()).toHaveLength(2);
    expect(journal.written(1)).toBe(3);
  });

  it('does not wait for a clock that was set back', async () => {
    const journal = await worker();
    const tab = journal.open(1);
    journal.append(tab, note('a'));
    await flush();
    vi.setSystemTime(T0 - 3_600_000);
    journal.append(tab, note('b'));
    await vi.advanceTimersByTimeAsync(50);
    expect(journal.written(1)).toBe(2);
  });

  it('keeps tabs apart', async () => {
    const journal = await worker();
    const [one, two] = [journal.open(1), journal.open(2)];
    journal.append(one, note('one'));
    journal.append(two, note('two'));
    expect(texts(await read(journal, 1))).toEqual(['one']);
    expect(texts(await read(journal, 2))).toEqual(['two']);
    expect(await read(journal, 3)).toEqual([]);
  });

  it.each(['\ud800 alone', '\0', '\u2028', '😀', '"', 'é'])('stores %j as it was', async (text) => {
    const journal = await worker();
    journal.append(journal.open(1), note(text));
    await journal.settled();
    expect(texts(await read(await worker()))).toEqual([text]);
  });
});

describe('a killed worker', () => {
  it('leaves everything that was written, and settings', async () => {
    const first = await worker();
    const tab = first.open(1);
    for (const text of ['a', 'b', 'c']) first.append(tab, note(text));
    await first.settled();
    tab.keep = false;
    first.touch(tab);
    await first.settled();
    const second = await worker();
    expect(texts(await read(second))).toEqual(['a', 'b', 'c']);
    expect(tabOf(second)).toMatchObject({ keep: false, epoch: 'e1', facts: 3 });
  });

  it('never gives a number twice, however often and early it is killed', async () => {
    const given = new Set<number>();
    const first = await worker();
    const tab = first.open(1);
    for (const text of ['a', 'b']) given.add(first.append(tab, note(text)).seq);
    await first.settled();
    given.add(first.append(tab, note('unwritten')).seq);
    for (let round = 0; round < 5; round += 1) {
      storage.failing = null;
      const next = await worker();
      storage.failing = 'killed before it could write';
      for (let index = 0; index < 3; index += 1) {
        const { seq } = next.append(tabOf(next), note('lost'));
        expect(given.has(seq)).toBe(false);
        given.add(seq);
      }
      await flush();
    }
  });

  it('says from where facts may be missing', async () => {
    const first = await worker();
    const tab = first.open(1);
    first.append(tab, note('a'));
    await first.settled();
    first.append(tab, note('lost'));
    const second = await worker();
    expect([first.inherited(1), second.inherited(1), second.inherited(2)]).toEqual([undefined, 1, undefined]);
  });

  it('in the middle of a cut leaves the whole journal or the cut one', async () => {
    for (const killAt of [1, 2]) {
      storage = memoryStorage();
      const first = await worker();
      const tab = first.open(1);
      for (const text of ['a', 'b', 'c']) first.append(tab, note(text));
      await first.settled();
      const { set, remove } = storage;
      if (killAt === 1) storage.set = () => new Promise(() => {});
      else storage.remove = () => new Promise(() => {});
      void first.clear(tab, 2, 'cleared');
      await flush();
      Object.assign(storage, { set, remove });
      const second = await worker();
      expect(texts(await read(second))).toEqual(killAt === 1 ? ['a', 'b', 'c'] : ['c']);
      await flush();
      expect([...storage.data.keys()].filter((key) => key.startsWith('facts/'))).toHaveLength(1);
    }
  });

  it('leaves a storage that another program broke: nothing is thrown', async () => {
    storage.data.set('tabs', [1, 2, 'x', null]);
    storage.data.set('tab/1', '{not json');
    storage.data.set('tab/2', 42);
    const journal = await worker();
    expect([...journal.tabs()]).toEqual([]);
    journal.append(journal.open(1), note('a'));
    expect(texts(await read(journal))).toEqual(['a']);
  });
});

describe('taking back', () => {
  /** One fact is written, two are only in a page, the worker is killed, and the next records one more. */
  async function killed() {
    const first = await worker();
    const tab = first.open(1);
    first.append(tab, note('a'));
    await first.settled();
    const page = [first.append(tab, note('b')), first.append(tab, note('c'))];
    const second = await worker();
    second.append(tabOf(second), note('d'));
    return { journal: second, page };
  }

  it('puts what was missing into its place', async () => {
    const { journal, page } = await killed();
    expect(await journal.takeBack(tabOf(journal), page)).toBe(true);
    expect(texts(await read(journal))).toEqual(['a', 'b', 'c', 'd']);
    expect(tabOf(journal).facts).toBe(4);
    expect(texts(await read(await worker()))).toEqual(['a', 'b', 'c', 'd']);
  });

  it('takes each once, from however many pages', async () => {
    const { journal, page } = await killed();
    const tab = tabOf(journal);
    const taken = await Promise.all([journal.takeBack(tab, page), journal.takeBack(tab, [...page, ...page])]);
    expect(taken).toEqual([true, false]);
    expect(texts(await read(journal))).toEqual(['a', 'b', 'c', 'd']);
  });

  it.each([
    ['written before', 1],
    ['given by this worker', 100_002],
    ['never given', 999_999_999],
    ['zero', 0],
    ['negative', -5],
  ])('takes no number that was %s', async (_, seq) => {
    const { journal } = await killed();
    expect(await journal.takeBack(tabOf(journal), [{ seq, fact: note('forged') }])).toBe(false);
    expect(texts(await read(journal))).toEqual(['a', 'd']);
  });

  it('after two kills takes what either lost', async () => {
    const { journal, page } = await killed();
    await journal.settled();
    const lost = journal.append(tabOf(journal), note('e'));
    const third = await worker();
    third.append(tabOf(third), note('f'));
    expect(third.inherited(1)).toBe(1);
    expect(await third.takeBack(tabOf(third), [...page, lost])).toBe(true);
    expect(texts(await read(third))).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
  });

  it('brings nothing back that was cleared', async () => {
    const { journal, page } = await killed();
    const tab = tabOf(journal);
    await journal.clear(tab, tab.seq, 'cleared');
    expect(await journal.takeBack(tab, page)).toBe(false);
    expect(texts(await read(journal))).toEqual([]);
  });

  it('still knows what is missing when workers die before they write anything', async () => {
    const first = await worker();
    first.append(first.open(1), note('a'));
    await first.settled();
    const kill = storage.set;
    storage.set = () => new Promise(() => {});
    const page = [first.append(tabOf(first), note('b')), first.append(tabOf(first), note('c'))];
    await flush();
    storage.set = kill;
    await worker();
    await worker();
    const last = await worker();
    expect(last.inherited(1)).toBe(1);
    expect(await last.takeBack(tabOf(last), page)).toBe(true);
    expect(texts(await read(last))).toEqual(['a', 'b', 'c']);
  });

  it('brings nothing back from before a cut among what was missing', async () => {
    const { journal, page } = await killed();
    const tab = tabOf(journal);
    const [b, c] = page;
    await journal.takeBack(tab, c === undefined ? [] : [c]);
    await journal.clear(tab, 3, 'navigation');
    expect(await journal.takeBack(tab, b === undefined ? [] : [b])).toBe(false);
    expect(texts(await read(journal))).toEqual(['d']);
  });

  it('keeps them in memory where the storage fails', async () => {
    const { journal, page } = await killed();
    storage.failing = 'unavailable';
    expect(await journal.takeBack(tabOf(journal), page)).toBe(true);
    storage.failing = null;
    await vi.advanceTimersByTimeAsync(1000);
    expect(texts(await read(await worker()))).toEqual(['a', 'b', 'c', 'd']);
  });
});

describe('limits', () => {
  const request = (index: number): Fact[] => {
    const requestId = `r${index}`;
    const url = 'https://shop.example/';
    return [sent(url, null, { requestId }), response(url, [`sid=${index}; Path=/`], { requestId })];
  };

  async function fill(limits: Limits, requests: number, tabId = 1, journal?: Journal) {
    const its = journal ?? (await worker(limits));
    const tab = its.open(tabId);
    its.append(tab, tabFact);
    for (let index = 0; index < requests; index += 1) {
      for (const fact of request(index)) its.append(tab, fact);
      await its.settled();
    }
    return { journal: its, tab };
  }

  it('that a person lowers hold at once, and raised ones from then on', async () => {
    const limits = { ...MANY };
    const { journal, tab } = await fill(limits, 100);
    expect(tab.facts).toBeGreaterThan(40);
    expect(cuts).toEqual([]);
    Object.assign(limits, { factsPerTab: 40 });
    journal.limitsChanged();
    await journal.settled();
    expect(cuts).toEqual([1]);
    expect(tab.facts).toBeLessThanOrEqual(40);
    Object.assign(limits, MANY);
    journal.limitsChanged();
    await fill(limits, 100, 1, journal);
    expect(cuts).toEqual([1]);
  });

  it('are known before anything is kept or cut', async () => {
    let known = () => {};
    const limitsReady = new Promise<void>((resolve) => {
      known = resolve;
    });
    let isReady = false;
    const options = { storage, now: () => T0, newEpoch: () => 'e', onCut: () => {} };
    void createJournal({ ...options, limitsReady }).ready.then(() => {
      isReady = true;
    });
    await flush();
    expect(isReady).toBe(false);
    known();
    await flush();
    expect(isReady).toBe(true);
  });

  it.each<[string, Limits]>([
    ['facts', { ...MANY, factsPerTab: 40 }],
    ['octets', { ...MANY, bytesPerTab: 12_000 }],
    ['octets of all tabs', { ...MANY, bytesInAll: 12_000 }],
  ])('of %s: the oldest whole requests go, and the baseline says how many', async (_, limits) => {
    const { journal, tab } = await fill(limits, 100);
    const entries = await read(journal);
    expect(tab.facts).toBe(entries.length);
    expect(tab.facts).toBeLessThanOrEqual(limits.factsPerTab);
    expect(tab.bytes).toBeLessThanOrEqual(Math.min(limits.bytesPerTab, limits.bytesInAll));
    const recording = replay(entries);
    const kept = [...recording.requests.values()];
    expect(kept.length).toBeGreaterThan(3);
    expect(kept.every(({ headersSeen, status }) => headersSeen && status === 200)).toBe(true);
    expect(kept.at(-1)?.requestId).toBe('r99');
    expect(recording.dropped.requests).toBe(100 - kept.length);
    expect(recording.dropped.facts).toBe(200 - 2 * kept.length);
    expect(recording.fingerprintKey).toBe(tabFact.fingerprintKey);
    expect(cuts.length).toBeGreaterThan(0);
    expect([...storage.data.keys()].filter((key) => key.startsWith('facts/'))).toHaveLength(
      tab.nextChunk - tab.firstChunk,
    );
  });

  it('cut seldom: a cut for each half of the room', async () => {
    await fill({ ...MANY, factsPerTab: 40 }, 200);
    expect(cuts.length).toBeLessThan(400 / 12);
  });

  it('of all tabs fall on the one nobody looks at', async () => {
    const limits = { ...MANY, bytesInAll: 12_000 };
    const { journal, tab: watched } = await fill(limits, 12);
    watched.watched = true;
    await fill(limits, 40, 2, journal);
    expect(new Set(cuts)).toEqual(new Set([2]));
    expect(replay(await read(journal, 1)).dropped.requests).toBe(0);
  });

  it('hold for one fact larger than all of them', async () => {
    const { journal, tab } = await fill({ ...MANY, bytesPerTab: 5000 }, 3);
    journal.append(tab, note('x'.repeat(20_000)));
    await journal.settled();
    expect(tab.bytes).toBeLessThan(5000);
    expect(replay(await read(journal)).cookies.size).toBe(1);
  });

  it('hold for a page that sets cookies of new names for ever', async () => {
    const journal = await worker({ ...MANY, bytesPerTab: 30_000 });
    const tab = journal.open(1);
    journal.append(tab, tabFact);
    for (let index = 0; index < 400; index += 1) {
      const fact = response('https://shop.example/', [`n${index}=${'x'.repeat(200)}`], {
        requestId: `r${index}`,
      });
      journal.append(tab, fact);
      await journal.settled();
    }
    expect(tab.bytes).toBeLessThanOrEqual(30_000);
    expect(cuts.length).toBeLessThan(60);
    expect(storage.octets()).toBeLessThan(45_000);
  });

  it('count what is still to be written', async () => {
    const { journal, tab } = await fill({ ...MANY, factsPerTab: 40 }, 10);
    storage.during(() => {
      for (let index = 100; index < 103; index += 1)
        for (const fact of request(index)) journal.append(tab, fact);
    });
    await journal.clear(tab, tab.seq, 'cleared');
    expect(tab.facts).toBe(8);
    expect((await read(journal)).length).toBe(8);
  });
});

describe('clearing', () => {
  it('leaves what is true, and says so', async () => {
    const journal = await worker();
    const tab = journal.open(1);
    journal.append(tab, tabFact);
    journal.append(tab, response('https://shop.example/', ['sid=1']));
    await journal.clear(tab, tab.seq, 'cleared');
    const recording = replay(await read(journal));
    expect(recording.requests.size).toBe(0);
    expect([...recording.cookies.values()].map((entry) => entry.cookie.value)).toEqual(['1']);
    expect(recording.moments).toMatchObject([{ kind: 'cut', reason: 'cleared' }]);
    expect(cuts).toEqual([1]);
    expect(tab.cuts).toBe(1);
    expect(texts(await read(await worker()))).toEqual([]);
  });

  it('up to a place before an earlier cut does nothing', async () => {
    const journal = await worker();
    const tab = journal.open(1);
    for (const text of ['a', 'b', 'c']) journal.append(tab, note(text));
    await journal.clear(tab, 2, 'cleared');
    await journal.clear(tab, 1, 'navigation');
    expect(cuts).toEqual([1]);
    expect(texts(await read(journal))).toEqual(['c']);
  });
});

describe('closing', () => {
  it('frees every key of the tab', async () => {
    const journal = await worker();
    const tab = journal.open(1);
    const other = journal.open(2);
    for (const text of ['a', 'b']) {
      journal.append(tab, note(text));
      journal.append(other, note(text));
      await journal.settled();
    }
    await journal.clear(tab, 1, 'cleared');
    journal.append(tab, note('c'));
    journal.close(1);
    await journal.settled();
    expect([...storage.data.keys()].filter((key) => /\/1\b/.test(key) && !key.startsWith('facts/2'))).toEqual(
      [],
    );
    expect(storage.data.get('tabs')).toEqual([2]);
    expect([...(await worker()).tabs()].map(({ tabId }) => tabId)).toEqual([2]);
  });

  it('during a write or a cut leaves nothing behind', async () => {
    const journal = await worker();
    for (const act of ['append', 'clear'] as const) {
      const tab = journal.open(1);
      journal.append(tab, note('a'));
      await journal.settled();
      journal.append(tab, note('b'));
      storage.during(() => journal.close(1));
      if (act === 'clear') await journal.clear(tab, 1, 'cleared');
      await vi.advanceTimersByTimeAsync(1000);
      expect([...storage.data.keys()]).toEqual(['tabs']);
    }
  });

  it('forgets what is told of the tab afterwards', async () => {
    const journal = await worker();
    const tab = journal.open(1);
    journal.close(1);
    journal.append(tab, note('late'));
    await vi.advanceTimersByTimeAsync(1000);
    expect([...storage.data.keys()]).toEqual(['tabs']);
  });

  it('begins a new epoch where the tab is opened again', async () => {
    const journal = await worker();
    const before = journal.open(1).epoch;
    journal.close(1);
    expect(journal.open(1).epoch).not.toBe(before);
  });
});

describe('a storage that fails', () => {
  it('loses nothing in memory, and recovers by itself', async () => {
    const journal = await worker();
    const tab = journal.open(1);
    journal.append(tab, note('a'));
    await journal.settled();
    storage.failing = 'unavailable';
    for (const text of ['b', 'c']) {
      journal.append(tab, note(text));
      await vi.advanceTimersByTimeAsync(500);
    }
    expect(journal.written(1)).toBe(1);
    expect(texts(await read(journal))).toEqual(['a', 'b', 'c']);
    storage.failing = null;
    await vi.advanceTimersByTimeAsync(5000);
    expect(journal.written(1)).toBe(3);
    expect(texts(await read(await worker()))).toEqual(['a', 'b', 'c']);
    expect(complaints).toHaveBeenCalledTimes(1);
  });

  it('keeps the order of what failed and what came since', async () => {
    const journal = await worker();
    const tab = journal.open(1);
    storage.failing = 'unavailable';
    storage.during(() => journal.append(tab, note('b')));
    journal.append(tab, note('a'));
    await flush();
    journal.append(tab, note('c'));
    storage.failing = null;
    await vi.advanceTimersByTimeAsync(5000);
    expect((await read(journal)).map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect(texts(await read(journal))).toEqual(['a', 'b', 'c']);
  });

  it('is tried ever less often, at least every five seconds', async () => {
    const journal = await worker();
    storage.failing = 'unavailable';
    const set = vi.spyOn(storage, 'set');
    journal.append(journal.open(1), note('a'));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(set.mock.calls.length).toBeGreaterThan(10);
    expect(set.mock.calls.length).toBeLessThan(25);
  });

  it('keeps memory bounded however long it fails', async () => {
    const journal = await worker({ ...MANY, factsPerTab: 50 });
    const tab = journal.open(1);
    storage.failing = 'unavailable';
    for (let index = 0; index < 500; index += 1) {
      journal.append(tab, note(String(index)));
      await journal.settled();
    }
    expect(tab.facts).toBeLessThanOrEqual(50);
    const entries = await read(journal);
    expect(entries.length).toBe(tab.facts);
    expect(texts(entries).at(-1)).toBe('499');
  });

  it('at its quota makes room by the oldest facts, and goes on', async () => {
    storage.quota = 20_000;
    const journal = await worker();
    const tab = journal.open(1);
    journal.append(tab, tabFact);
    for (let index = 0; index < 300; index += 1) {
      journal.append(tab, note(`${index} ${'x'.repeat(200)}`));
      await vi.advanceTimersByTimeAsync(100);
    }
    await vi.advanceTimersByTimeAsync(10_000);
    expect(journal.written(1)).toBe(tab.seq);
    const after = await read(await worker());
    expect(texts(after).at(-1)).toMatch(/^299 /);
    expect(replay(after).dropped.facts).toBeGreaterThan(200);
    expect(storage.octets()).toBeLessThanOrEqual(20_000);
  });

  it('that cannot be read at the start begins anew', async () => {
    storage.get = () => Promise.reject(new Error('broken'));
    const journal = await worker();
    expect([...journal.tabs()]).toEqual([]);
    expect(complaints).toHaveBeenCalled();
  });
});
