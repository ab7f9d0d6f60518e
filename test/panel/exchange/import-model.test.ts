import { describe, expect, it } from 'vitest';
import type { ReadResult } from '../../../src/core/exchange/types.ts';
import type { BrowserCookie } from '../../../src/core/recording/fact.ts';
import { keyOf } from '../../../src/core/recording/keys.ts';
import { fileText, MOST_BYTES } from '../../../src/panel/exchange/import/file-text.ts';
import { createImport, type ImportWays } from '../../../src/panel/exchange/import/model.ts';
import type { ChangeResult, CookieChange } from '../../../src/protocol/workbench.ts';
import { cookieOf } from '../../helpers/panel-store.ts';

function resultOf(cookies: readonly BrowserCookie[], over: Partial<ReadResult> = {}): ReadResult {
  const rows = cookies.map((cookie, index) => ({
    where: String(index + 1),
    name: cookie.name,
    cookie,
    problem: null,
    assumed: [],
  }));
  return { format: 'json', rows, problem: null, leftOut: [], ...over };
}

function setUp(read: ReadResult | ((text: string) => ReadResult), over: Partial<ImportWays> = {}) {
  const orders: (readonly CookieChange[])[] = [];
  const model = createImport({
    read: (text) => (typeof read === 'function' ? read(text) : read),
    stored: async () => new Map(),
    problems: () => [],
    run: async (changes) => {
      orders.push(changes);
      return changes.map((): ChangeResult => ({ outcome: 'done' }));
    },
    steps: () => ['older'],
    pause: async () => {},
    ...over,
  });
  return { model, orders };
}

const names = (changes: readonly CookieChange[] | undefined) => changes?.map(({ after }) => after?.name);

describe('an import', () => {
  it('shows rows first, sends those taken as one order, and tells what became of each', async () => {
    const old = cookieOf('b', { value: 'old' });
    const { model, orders } = setUp(resultOf(['a', 'b', 'c'].map((name) => cookieOf(name))), {
      stored: async () => new Map([old, cookieOf('c')].map((cookie) => [keyOf(cookie), cookie])),
    });
    await model.readText('text');
    expect(model.stage.value).toBe('review');
    expect(model.counts.value).toMatchObject({ new: 1, changes: 1, same: 1 });
    expect(model.taken.value).toBe(2);
    await model.run();
    expect(orders.map(names)).toEqual([['a', 'b']]);
    expect(orders[0]?.map(({ before }) => before)).toEqual([null, old]);
    expect(model.stage.value).toBe('done');
    expect(model.counts.value).toMatchObject({ done: 2, same: 1, new: 0 });
  });

  it('leaves out what a person leaves out, one by one or all that is shown', async () => {
    const { model, orders } = setUp(resultOf(['qa', 'qab', 'c'].map((name) => cookieOf(name))));
    await model.readText('text');
    const [first] = model.rows.value;
    if (first) model.toggle(first);
    expect(model.counts.value).toMatchObject({ new: 2, left: 1 });
    model.search.value = 'qa';
    expect(model.shown.value.map(({ name }) => name)).toEqual(['qa', 'qab']);
    model.takeShown(true);
    expect(model.taken.value).toBe(3);
    model.takeShown(false);
    expect(model.taken.value).toBe(1);
    model.search.value = '';
    model.category.value = 'left';
    expect(model.shown.value.map(({ name }) => name)).toEqual(['qa', 'qab']);
    await model.run();
    expect(orders.map(names)).toEqual([['c']]);
  });

  it('knows its own step from older ones', async () => {
    const { model } = setUp(resultOf([cookieOf('a')]));
    await model.readText('text');
    await model.run();
    const step = { at: 0, cookies: 1, name: null };
    expect(model.isOwn({ ...step, id: 'older', step: 'import' })).toBe(false);
    expect(model.isOwn({ ...step, id: 'newer', step: 'edit' })).toBe(false);
    expect(model.isOwn({ ...step, id: 'newer', step: 'import' })).toBe(true);
  });

  it('finds nothing by what stands in a value', async () => {
    const { model } = setUp(resultOf([cookieOf('a', { value: 'secret' })]));
    await model.readText('text');
    model.search.value = 'secret';
    expect(model.shown.value).toEqual([]);
  });

  it('is not begun with more than one order holds', async () => {
    const { model, orders } = setUp(
      resultOf(Array.from({ length: 10_001 }, (_, index) => cookieOf(`c${index}`))),
    );
    await model.readText('text');
    expect(model.tooMany.value).toBe(true);
    await model.run();
    expect(orders).toEqual([]);
  });

  it('follows the newest text, whatever an older one is still read for', async () => {
    const { model } = setUp((text) => resultOf([cookieOf(text)]));
    await Promise.all([model.readText('older'), model.readText('newer')]);
    expect(model.rows.value.map(({ name }) => name)).toEqual(['newer']);
  });

  it('reads the text again in the format that a person names', async () => {
    const formats: unknown[] = [];
    const { model } = setUp(resultOf([cookieOf('a')]), {
      read: (_, format) => {
        formats.push(format);
        return resultOf([cookieOf('a')]);
      },
    });
    await model.readText('text');
    await model.choose('har');
    expect(formats).toEqual([null, 'har']);
    expect(model.chosen.value).toBe('har');
  });

  it('forgets what it read', async () => {
    const { model } = setUp(resultOf([cookieOf('a')]));
    await model.readText('text');
    model.again();
    expect([model.stage.value, model.rows.value]).toEqual(['source', []]);
  });
});

describe('what cannot be read', () => {
  it.each<[string, ReadResult, unknown]>([
    [
      'is no format',
      resultOf([], { format: null, problem: 'unknown-format' }),
      { kind: 'file', problem: 'unknown-format' },
    ],
    ['has no cookies', resultOf([]), { kind: 'empty' }],
  ])('%s', async (_, read, problem) => {
    const { model } = setUp(read);
    await model.readText('text');
    expect([model.stage.value, model.problem.value]).toEqual(['source', problem]);
  });

  it('is too big, and not even read', async () => {
    const { model } = setUp(resultOf([cookieOf('a')]));
    await model.readFile({ size: MOST_BYTES + 1 } as Blob);
    expect(model.problem.value).toEqual({ kind: 'huge', bytes: MOST_BYTES + 1 });
  });

  it('is a file that the browser gives no bytes of', async () => {
    const { model } = setUp(resultOf([cookieOf('a')]));
    await model.readFile({
      size: 1,
      arrayBuffer: () => Promise.reject(new Error('gone')),
    } as unknown as Blob);
    expect(model.problem.value).toEqual({ kind: 'unreadable' });
  });

  it('is a store that does not answer', async () => {
    const { model } = setUp(resultOf([cookieOf('a')]), { stored: () => Promise.reject(new Error('no')) });
    await model.readText('text');
    expect([model.stage.value, model.problem.value]).toEqual(['source', { kind: 'failed' }]);
  });

  it('keeps what could be read beside it', async () => {
    const { model } = setUp(resultOf([cookieOf('a')], { problem: 'too-many' }));
    await model.readText('text');
    expect([model.stage.value, model.problem.value]).toEqual([
      'review',
      { kind: 'file', problem: 'too-many' },
    ]);
  });
});

describe('the text of a file', () => {
  it.each<[string, readonly number[]]>([
    ['UTF-8', [0x73, 0xc3, 0xbc]],
    ['UTF-8 with a mark', [0xef, 0xbb, 0xbf, 0x73, 0xc3, 0xbc]],
    ['UTF-16, little end first', [0xff, 0xfe, 0x73, 0, 0xfc, 0]],
    ['UTF-16, big end first', [0xfe, 0xff, 0, 0x73, 0, 0xfc]],
  ])('is read as %s', async (_, bytes) => {
    expect(await fileText(new Blob([new Uint8Array(bytes)]))).toBe('sü');
  });
});
