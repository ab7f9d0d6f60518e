import { describe, expect, it } from 'vitest';
import { createTrafficModel, takeVerdict } from '../../src/panel/features/traffic/model.ts';
import { jump } from '../../src/panel/store.ts';
import { cookieOf, responseWith, START, testStore } from '../helpers/panel-store.ts';

const LINES = [
  'sid=1; Path=/; Secure; HttpOnly; SameSite=Lax',
  'x=2; SameSite=Lax; Foo=bar',
  'bad=3; Domain=other.example',
  'old=; Max-Age=0; Path=/; SameSite=Lax',
];

function modelOf(...lines: readonly string[]) {
  const test = testStore([responseWith(lines)]);
  return { ...test, model: createTrafficModel(test.store) };
}

describe('rows', () => {
  it('tell stored, changed, rejected and deleted apart, in order', () => {
    const { model } = modelOf(...LINES);
    expect(model.rows.value.map(({ name, verdict }) => [name, verdict])).toEqual([
      ['sid', 'stored'],
      ['x', 'changed'],
      ['bad', 'rejected'],
      ['old', 'deleted'],
    ]);
    expect(model.summary.value).toMatchObject({ all: 4, rejected: 1, requests: 1 });
  });

  it('become others when the store confirms, and stay the same until then', () => {
    const { model, add } = modelOf(LINES[0] ?? '');
    const [before] = model.rows.value;
    add({ kind: 'page-done', at: START + 1_001, frameId: 0, url: 'https://shop.example/' });
    expect(model.rows.value[0]).toBe(before);
    add({
      kind: 'cookie',
      at: START + 1_002,
      removed: false,
      cause: 'explicit',
      cookie: cookieOf('sid', { value: '1' }),
    });
    expect(before?.certainty).toBe('predicted');
    expect(model.rows.value[0]?.certainty).toBe('confirmed');
  });

  it.each([
    ['Set-Cookie without a name', '=v', ''],
    ['a line that cannot be parsed', `big=${'x'.repeat(5_000)}`, 'big'],
    ['no pair at all', '', ''],
  ])('name %s', (_, line, name) => {
    expect(modelOf(line).model.rows.value[0]?.name).toBe(name);
  });
});

describe('filter', () => {
  it.each([
    ['sid', ['sid']],
    ['rejected', ['bad']],
    ['invaliddomain', ['bad']],
    ['foo', ['x']],
    ['max-age path', ['old']],
  ])('"%s" finds %o', (search, found) => {
    const { model, store } = modelOf(...LINES);
    store.search.value = search;
    expect(model.rows.value.map(({ name }) => name)).toEqual(found);
  });

  it('looks into values and queries only where they are shown', () => {
    const { store, add } = testStore();
    const model = createTrafficModel(store);
    add(responseWith(['sid=hidden; Path=/'], { url: 'https://shop.example/a?token=hush' }));
    for (const search of ['hidden', 'hush']) {
      store.search.value = search;
      store.showValues.value = false;
      expect(model.rows.value).toHaveLength(0);
      store.showValues.value = true;
      expect(model.rows.value).toHaveLength(1);
    }
  });

  it('by verdict', () => {
    const { model } = modelOf(...LINES);
    model.facets.value = { verdict: ['rejected', 'deleted'] };
    expect(model.rows.value.map(({ name }) => name)).toEqual(['bad', 'old']);
  });
});

describe('a jump to a verdict', () => {
  it('shows its lines, whatever was filtered before', () => {
    const { model, store } = modelOf(...LINES);
    store.search.value = 'sid';
    jump(store, { kind: 'verdict', verdict: 'rejected' });
    takeVerdict(model);
    expect(store.feature.value).toBe('traffic');
    expect(model.rows.value.map(({ name }) => name)).toEqual(['bad']);
    model.clearFilters();
    takeVerdict(model);
    expect(model.rows.value).toHaveLength(4);
  });
});

describe('a request', () => {
  it('opens by a jump, with all hops of its chain', () => {
    const { store, add } = testStore();
    const model = createTrafficModel(store);
    add(
      responseWith(['a=1'], { url: 'https://shop.example/login', status: 302 }),
      responseWith(['b=2'], { url: 'https://shop.example/home', at: START + 2_000 }),
    );
    const [, last] = model.rows.value;
    if (!last) throw new Error('two rows expected');
    jump(store, { kind: 'request', request: last.request.key, setCookie: last.key });
    expect(store.feature.value).toBe('traffic');
    expect(model.opened.value?.hop).toBe(last.request);
    expect(model.opened.value?.hops.map(({ url }) => url)).toEqual([
      'https://shop.example/login',
      'https://shop.example/home',
    ]);
  });

  it('that is no longer recorded is closed', () => {
    const { store } = modelOf(...LINES);
    const model = createTrafficModel(store);
    store.request.value = { kind: 'request', request: 'gone/0' as never, setCookie: null };
    expect(model.opened.value).toBeNull();
  });
});
