import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { createCookieAccess } from '../../../src/background/workbench/cookie-access.ts';
import { createGuards } from '../../../src/background/workbench/guards.ts';
import { SLICE } from '../../../src/background/workbench/run.ts';
import { MOST_STEPS } from '../../../src/background/workbench/step.ts';
import { createWorkbench, type Workbench } from '../../../src/background/workbench/workbench.ts';
import type { BrowserCookie, EditKind } from '../../../src/core/recording/fact.ts';
import type {
  ChangeResult,
  CookieChange,
  WorkbenchCall,
  WorkbenchState,
  WorkProgress,
} from '../../../src/protocol/workbench.ts';
import { type MemoryStorage, memoryStorage } from '../memory-storage.ts';
import { cookieOf, NOW } from './cookie.ts';
import { type FakeCookies, fakeCookies } from './cookies-fake.ts';

let now: number;
let storage: MemoryStorage;
let cookies: FakeCookies;
let bench: Workbench;
let state: WorkbenchState | null;
let progress: WorkProgress[];
let announced: string[];

/** A worker that begins, with what an earlier one left behind. */
function start(): void {
  let id = 0;
  const prefix = `s${storage.writes.length}`;
  const accessTo = (storeId: string) => createCookieAccess(cookies, { storeId, isFirefox: false });
  const announce = (
    _: string,
    by: EditKind,
    groups: readonly (readonly { cookie: BrowserCookie; isThere: boolean }[])[],
  ) =>
    announced.push(
      ...groups.flat().map(({ cookie, isThere }) => `${by} ${cookie.name}=${isThere ? cookie.value : ''}`),
    );
  const guards = createGuards({
    events: cookies.events,
    storage,
    accessTo,
    announce,
    changed: () => undefined,
    now: () => now,
    isFirst: false,
  });
  state = null;
  progress = [];
  announced = [];
  bench = createWorkbench({
    storage,
    accessTo,
    storeOf: async (tabId) => (tabId === 1 ? '0' : null),
    tell(_, message) {
      if (message.kind === 'work') progress.push(message.progress);
      else state = message.state;
    },
    announce,
    guards,
    now: () => now,
    newId: () => `${prefix}.${++id}`,
  });
}

beforeEach(() => {
  now = NOW;
  storage = memoryStorage();
  cookies = fakeCookies(() => now);
  start();
});

const settle = async () => {
  for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};

async function ask(call: WorkbenchCall): Promise<readonly ChangeResult[]> {
  const before = progress.length;
  expect(await bench.call(1, call)).toEqual({ ok: true });
  for (let turn = 0; turn < 2000; turn += 1) {
    await new Promise((resolve) => setImmediate(resolve));
    const end = progress.slice(before).find(({ results }) => results !== null);
    if (end?.results && state?.running === null) return end.results;
  }
  throw new Error('It never ended');
}

const work = (step: 'add' | 'edit' | 'delete' | 'import', ...changes: readonly CookieChange[]) =>
  ({ method: 'work', order: { id: 'order', step, changes } }) as const;
const add = (...some: readonly BrowserCookie[]) =>
  work('add', ...some.map((after) => ({ before: null, after })));
const remove = (...some: readonly BrowserCookie[]) =>
  work('delete', ...some.map((before) => ({ before, after: null })));
const named = (count: number, value = 'v') =>
  Array.from({ length: count }, (_, index) => cookieOf({ name: `n${index}`, value: `${value}${index}` }));
const shown = () =>
  cookies
    .all()
    .map(({ name, value }) => `${name}=${value}`)
    .sort();
const steps = async () => {
  const { undo, redo } = (await bench.state(1)) ?? { undo: [], redo: [] };
  const of = (list: typeof undo) => list.map(({ step, cookies: count, name }) => `${step} ${name ?? count}`);
  return [of(undo), of(redo)];
};

describe('an order', () => {
  it('is done, told, and can be taken back and again', async () => {
    const old = cookieOf();
    cookies.write(old);
    const results = await ask(work('edit', { before: old, after: cookieOf({ value: 'v2' }) }));
    expect(results).toEqual([{ outcome: 'done' }]);
    expect(await steps()).toEqual([['edit sid'], []]);
    expect(announced).toEqual(['edit sid=v2']);
    await ask({ method: 'undo' });
    expect([shown(), await steps()]).toEqual([['sid=v1'], [[], ['edit sid']]]);
    await ask({ method: 'redo' });
    expect([shown(), await steps()]).toEqual([['sid=v2'], [['edit sid'], []]]);
  });

  it('of many is one step, with a result for each in its order', async () => {
    const many = named(SLICE + 20);
    cookies.write(many[5] ?? cookieOf());
    const changes = many.map((after, index) => ({
      before: null,
      after: index === 7 ? { ...after, name: '__Host-x', path: '/x' } : after,
    }));
    const results = await ask(work('import', ...changes));
    expect(results.map(({ outcome }) => outcome)).toEqual(
      many.map((_, index) => (index === 5 ? 'same' : index === 7 ? 'refused' : 'done')),
    );
    expect(await steps()).toEqual([[`import ${many.length - 2}`], []]);
    await ask({ method: 'undo' });
    expect(shown()).toEqual(['n5=v5']);
  });

  it('that changes nothing leaves no step, and those that can be taken again', async () => {
    await ask(add(cookieOf()));
    await ask({ method: 'undo' });
    await ask(remove(cookieOf()));
    await ask(add(cookieOf({ name: '__Host-a', path: '/x' })));
    expect(await steps()).toEqual([[], ['add sid']]);
    await ask(add(cookieOf({ name: 'other' })));
    expect(await steps()).toEqual([['add other'], []]);
  });

  it('of two cookies that change names loses neither', async () => {
    const [a, b] = [cookieOf({ name: 'a', value: '1' }), cookieOf({ name: 'b', value: '2' })];
    cookies.write(a, b);
    await ask(
      work('edit', { before: a, after: { ...a, name: 'b' } }, { before: b, after: { ...b, name: 'a' } }),
    );
    expect(shown()).toEqual(['a=2', 'b=1']);
    await ask({ method: 'undo' });
    expect(shown()).toEqual(['a=1', 'b=2']);
  });

  it('of the same cookie twice ends with the last, and goes back to the first', async () => {
    cookies.write(cookieOf());
    await ask(add(cookieOf({ value: 'v2' }), cookieOf({ value: 'v3' })));
    expect(shown()).toEqual(['sid=v3']);
    await ask({ method: 'undo' });
    expect(shown()).toEqual(['sid=v1']);
  });

  it('that pushes others out of a full store says what did not stay, and brings the others back', async () => {
    const before = named(140, 'old');
    cookies.write(...before);
    cookies.room = 150;
    const results = await ask(
      work(
        'import',
        ...named(160, 'new').map((each) => ({ before: null, after: { ...each, path: '/new' } })),
      ),
    );
    expect(results.filter(({ outcome }) => outcome === 'done').length).toBe(150);
    expect(results.filter(({ outcome }) => outcome === 'refused').length).toBe(10);
    cookies.room = 500;
    await ask({ method: 'undo' });
    expect(
      cookies
        .all()
        .filter(({ path }) => path === '/')
        .map(({ value }) => value)
        .sort(),
    ).toEqual(before.map(({ value }) => value).sort());
  });

  it('of one cookie more than there is room for brings back whom it pushed out', async () => {
    const before = named(150);
    cookies.write(...before);
    cookies.room = 150;
    await ask(add(cookieOf({ name: 'more' })));
    expect(cookies.all().some(({ name }) => name === 'n0')).toBe(false);
    await ask({ method: 'undo' });
    expect(shown()).toEqual(before.map(({ name, value }) => `${name}=${value}`).sort());
  });

  it('waits for nobody: another one meanwhile is not taken', async () => {
    await bench.call(1, add(...named(10)));
    expect(await bench.call(1, add(cookieOf()))).toEqual({ ok: false, error: 'busy' });
    expect(await bench.call(1, { method: 'undo' })).toEqual({ ok: false, error: 'busy' });
    await settle();
  });

  it('of no tab, and a step that is not there, are refused', async () => {
    expect(await bench.call(2, add(cookieOf()))).toEqual({ ok: false, error: 'no-store' });
    expect(await bench.call(1, { method: 'undo' })).toEqual({ ok: false, error: 'nothing' });
    expect(await bench.call(1, { method: 'redo' })).toEqual({ ok: false, error: 'nothing' });
    expect(await bench.state(2)).toBeNull();
  });

  it('that is stopped leaves the rest as it is, and what was done can be taken back', async () => {
    let puts = 0;
    cookies.before = ({ method }) => {
      if (method === 'set' && ++puts === 100) void bench.call(1, { method: 'stop-work' });
    };
    const results = await ask(add(...named(900)));
    const done = results.filter(({ outcome }) => outcome === 'done').length;
    expect(done).toBeLessThan(300);
    expect(results.filter(({ outcome }) => outcome === 'kept').length).toBe(900 - done);
    expect(cookies.all().length).toBe(done);
    expect(await steps()).toEqual([[`add ${done}`], []]);
    await ask({ method: 'undo' });
    expect(shown()).toEqual([]);
  });

  it('taken back, and stopped in the middle: both halves can be taken', async () => {
    await ask(add(...named(900)));
    let ends = 0;
    cookies.before = ({ method }) => {
      if (method === 'set' && ++ends === 100) void bench.call(1, { method: 'stop-work' });
    };
    const results = await ask({ method: 'undo' });
    const done = results.filter(({ outcome }) => outcome === 'done').length;
    expect(await steps()).toEqual([[`add ${900 - done}`], [`add ${done}`]]);
    await ask({ method: 'undo' });
    expect([shown(), await steps()]).toEqual([[], [[], [`add ${done}`, `add ${900 - done}`]]]);
    await ask({ method: 'redo' });
    await ask({ method: 'redo' });
    expect(cookies.all().length).toBe(900);
  });

  it('is told of ten times a second at most', async () => {
    cookies.before = () => {
      now += 1;
    };
    await ask(add(...named(500)));
    expect(progress.length).toBeLessThan((now - NOW) / 100 + 2);
    expect(progress.at(-1)).toMatchObject({ id: 'order', step: 'add', done: 500, total: 500 });
  });

  it('is not lost with a store that does not answer', async () => {
    cookies.before = () => {
      throw new Error('No such store');
    };
    expect(await ask(add(cookieOf()))).toEqual([{ outcome: 'refused', error: 'No such store' }]);
  });
});

describe('taking back', () => {
  it('puts back what the person had, and keeps what a page wrote since', async () => {
    cookies.write(cookieOf());
    await ask(work('edit', { before: cookieOf(), after: cookieOf({ value: 'v2' }) }));
    cookies.write(cookieOf({ value: 'of the page' }));
    await ask({ method: 'undo' });
    expect(shown()).toEqual(['sid=v1']);
    await ask({ method: 'redo' });
    expect(shown()).toEqual(['sid=of the page']);
  });

  it('brings nothing back that has run out since', async () => {
    cookies.write(cookieOf({ expires: NOW + 1000 }));
    await ask(remove(cookieOf()));
    now += 2000;
    expect(await ask({ method: 'undo' })).toEqual([{ outcome: 'same' }]);
    expect(await steps()).toEqual([[], []]);
  });

  it('goes many steps, and keeps so many', async () => {
    for (let step = 0; step <= MOST_STEPS; step += 1) await ask(add(cookieOf({ value: `${step}` })));
    expect((await steps())[0]?.length).toBe(MOST_STEPS);
    for (let step = MOST_STEPS; step > 0; step -= 1) await ask({ method: 'undo' });
    expect(shown()).toEqual(['sid=0']);
  });

  it('leaves nothing in the storage of steps that are gone', async () => {
    for (let step = 0; step < 5; step += 1) await ask(add(cookieOf({ value: `secret ${step}` })));
    for (let step = 0; step < 5; step += 1) await ask({ method: 'undo' });
    await ask(remove(cookieOf({ name: 'none' })));
    await ask(add(cookieOf({ value: 'last' })));
    await ask({ method: 'undo' });
    expect([...storage.data.keys()].filter((key) => key.startsWith('workbench/')).length).toBe(2);
  });

  it('makes room by what is oldest, and changes nothing where there is none at all', async () => {
    const many = (name: string) =>
      Array.from({ length: 20 }, (_, index) =>
        cookieOf({ name: `${name}${index}`, value: 'x'.repeat(1000) }),
      );
    cookies.write(...many('a'), ...many('b'));
    await ask(remove(...many('a')));
    storage.quota = storage.octets() + 5000;
    await ask(remove(...many('b')));
    expect(await steps()).toEqual([['delete 20'], []]);
    storage.quota = 100;
    const results = await ask(add(cookieOf()));
    expect(results).toEqual([{ outcome: 'kept' }]);
    expect(shown()).toEqual([]);
  });
});

describe('any steps', () => {
  it('taken back one and all leave what was there, and taken again what was made', async () => {
    const name = fc.constantFrom('a', 'b', 'c', 'd');
    const some = fc.record({
      name,
      value: fc.constantFrom('1', '2', '3'),
      path: fc.constantFrom('/', '/x', '/a b'),
    });
    const change = fc.tuple(fc.option(some, { nil: null }), fc.option(some, { nil: null }));
    const orders = fc.array(fc.array(change, { minLength: 1, maxLength: 4 }), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(fc.array(some, { maxLength: 4 }), orders, async (before, all) => {
        storage = memoryStorage();
        cookies = fakeCookies(() => now);
        start();
        cookies.write(...before.map((each) => cookieOf(each)));
        const first = shown();
        const of = (each: object | null) => (each === null ? null : cookieOf(each));
        for (const changes of all)
          await ask(work('edit', ...changes.map(([from, to]) => ({ before: of(from), after: of(to) }))));
        const last = shown();
        const count = (await bench.state(1))?.undo.length ?? 0;
        for (let step = 0; step < count; step += 1) await ask({ method: 'undo' });
        expect(shown()).toEqual(first);
        for (let step = 0; step < count; step += 1) await ask({ method: 'redo' });
        expect(shown()).toEqual(last);
        start();
        for (let step = 0; step < count; step += 1) await ask({ method: 'undo' });
        expect(shown()).toEqual(first);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a worker that is killed', () => {
  /** The worker is gone in the middle of a call: nothing it asked for after that happens, and nothing is written. */
  async function killedAt(when: number, call: WorkbenchCall): Promise<void> {
    let count = 0;
    const never = new Promise<void>(() => undefined);
    cookies.before = () => (++count >= when ? never : undefined);
    await bench.call(1, call);
    await settle();
    cookies.before = null;
    start();
  }

  it.each([1, 2, 3, 5, 20, 60, 121])(
    'at call %i of a long order leaves what can be taken back',
    async (when) => {
      const many = named(120);
      cookies.write(...many);
      await killedAt(when, remove(...many));
      expect((await bench.state(1))?.running).toBeNull();
      const [undo] = await steps();
      if (cookies.all().length < many.length) expect(undo?.length).toBe(1);
      if (undo?.length === 1) await ask({ method: 'undo' });
      expect(shown()).toEqual(many.map(({ name, value }) => `${name}=${value}`).sort());
    },
  );

  it.each([3, 30, 80])('at call %i of taking back leaves both ways open', async (when) => {
    const many = named(90);
    cookies.write(...many);
    await ask(remove(...many));
    await killedAt(when, { method: 'undo' });
    expect((await steps())[0]).toEqual(['delete 90']);
    await ask({ method: 'undo' });
    expect(cookies.all().length).toBe(90);
    while (((await bench.state(1))?.redo.length ?? 0) > 0) await ask({ method: 'redo' });
    expect(cookies.all().length).toBe(0);
  });

  it.each([1, 2, 3, 4, 5, 6])(
    'at call %i of a new name leaves the cookie under one of both',
    async (when) => {
      cookies.write(cookieOf());
      await killedAt(when, work('edit', { before: cookieOf(), after: cookieOf({ name: 'renamed' }) }));
      expect(cookies.all().length).toBeGreaterThan(0);
      if ((await steps())[0]?.length === 1) await ask({ method: 'undo' });
      expect(shown()).toEqual(['sid=v1']);
    },
  );

  it('is followed by one that makes nothing of a damaged journal', async () => {
    storage.data.set('workbench/0', '{"undo":[');
    start();
    expect(await steps()).toEqual([[], []]);
    await ask(add(cookieOf()));
    expect(await steps()).toEqual([['add sid'], []]);
  });
});

describe('a store that is gone', () => {
  it('leaves nothing behind', async () => {
    cookies.write(cookieOf());
    await bench.call(1, { method: 'guard', kind: 'protect', cookies: [cookieOf()] });
    await ask(add(...named(3, 'secret')));
    await ask(add(cookieOf({ name: 'more', value: 'secret' })));
    await ask({ method: 'undo' });
    await bench.forget('0');
    expect(JSON.stringify([...storage.data])).not.toMatch(/secret|v1/);
    expect(cookies.listeners()).toBe(0);
    expect(await steps()).toEqual([[], []]);
  });
});

describe('guards', () => {
  const guard = (kind: 'protect' | 'block', ...some: readonly BrowserCookie[]) =>
    ({ method: 'guard', kind, cookies: some }) as const;
  const told = async () =>
    (await bench.state(1))?.guards.map(({ kind, cookie, times, gaveUp }) =>
      [kind, `${cookie.name}=${cookie.value}`, times, gaveUp].join(' '),
    );
  const mine = cookieOf();

  it.each<[string, () => void]>([
    ['changes it', () => cookies.write(cookieOf({ value: 'theirs' }))],
    ['changes an attribute', () => cookies.write(cookieOf({ httpOnly: false }))],
    ['makes it last longer', () => cookies.write(cookieOf({ expires: NOW + 9_000_000 }))],
    ['deletes it', () => cookies.delete(mine)],
  ])('put it back when a page %s', async (_, act) => {
    cookies.write(mine);
    await bench.call(1, guard('protect', mine));
    act();
    await settle();
    expect(cookies.all()).toEqual([mine]);
    expect(await told()).toEqual(['protect sid=v1 1 false']);
    expect(announced).toEqual(['protect sid=v1']);
  });

  it('leave others of its name alone, and what is written as it is', async () => {
    cookies.write(mine);
    await bench.call(1, guard('protect', mine));
    cookies.write(cookieOf({ path: '/cart', value: 'deep' }), mine);
    await settle();
    expect(await told()).toEqual(['protect sid=v1 0 false']);
    expect(cookies.all().length).toBe(2);
  });

  it('put it back at once where it has gone', async () => {
    await bench.call(1, guard('protect', mine));
    await settle();
    expect(shown()).toEqual(['sid=v1']);
  });

  it('delete what is blocked, as a step that can be taken back, and keep deleting', async () => {
    cookies.write(mine);
    await ask(guard('block', mine));
    expect([shown(), await steps()]).toEqual([[], [['delete sid'], []]]);
    cookies.write(cookieOf({ value: 'again', httpOnly: false }));
    await settle();
    expect([shown(), await told()]).toEqual([[], ['block sid= 1 false']]);
    // The person wants it: the block is over.
    await ask({ method: 'undo' });
    expect([shown(), await told()]).toEqual([['sid=v1'], []]);
    expect(cookies.listeners()).toBe(0);
  });

  it('give a page that does not stop its way, and say so', async () => {
    cookies.write(mine);
    await bench.call(1, guard('protect', mine));
    for (let round = 0; round < 40; round += 1) {
      cookies.write(cookieOf({ value: `storm ${round}` }));
      now += 10;
      await settle();
    }
    expect([shown(), await told()]).toEqual([['sid=storm 39'], ['protect sid=v1 20 true']]);
    // Told anew, it begins anew.
    await bench.call(1, guard('protect', mine));
    await settle();
    expect([shown(), await told()]).toEqual([['sid=v1'], ['protect sid=v1 1 false']]);
  });

  it('hold out against a page that writes now and then', async () => {
    cookies.write(mine);
    await bench.call(1, guard('protect', mine));
    for (let round = 0; round < 40; round += 1) {
      cookies.write(cookieOf({ value: `${round}` }));
      now += 150;
      await settle();
    }
    expect([shown(), await told()]).toEqual([['sid=v1'], ['protect sid=v1 40 false']]);
  });

  it('follow what the person changes, to another name too, and end with what is deleted', async () => {
    cookies.write(mine);
    await bench.call(1, guard('protect', mine));
    const far = cookieOf({ name: 'renamed', expires: NOW + 900 * 86_400_000 });
    await ask(work('edit', { before: mine, after: far }));
    await settle();
    expect([shown(), await told()]).toEqual([['renamed=v1'], ['protect renamed=v1 0 false']]);
    cookies.write(cookieOf({ name: 'renamed', value: 'theirs' }));
    await settle();
    expect([shown(), await told()]).toEqual([['renamed=v1'], ['protect renamed=v1 1 false']]);
    await ask(remove(cookieOf({ name: 'renamed' })));
    expect([shown(), await told()]).toEqual([[], []]);
  });

  it('are there again after the worker was killed, and hear the change that woke it', async () => {
    cookies.write(mine);
    await bench.call(1, guard('protect', mine));
    start();
    cookies.write(cookieOf({ value: 'theirs' }));
    await settle();
    expect([shown(), await told()]).toEqual([['sid=v1'], ['protect sid=v1 1 false']]);
  });

  it('listen to nothing while there is none', async () => {
    await bench.state(1);
    expect(cookies.listeners()).toBe(0);
    await bench.call(1, guard('protect', mine));
    expect(cookies.listeners()).toBe(1);
    await bench.call(1, { method: 'unguard', cookies: [mine] });
    expect(cookies.listeners()).toBe(0);
    cookies.write(cookieOf({ value: 'theirs' }));
    await settle();
    expect(shown()).toEqual(['sid=theirs']);
  });

  it('are no more than can be watched', async () => {
    const many = named(150);
    expect(await bench.call(1, guard('protect', ...many))).toEqual({ ok: true });
    const others = many.map((each) => ({ ...each, path: '/x' }));
    expect(await bench.call(1, guard('protect', ...others))).toEqual({ ok: false, error: 'too-many' });
    expect((await bench.state(1))?.guards.length).toBe(150);
  });
});
