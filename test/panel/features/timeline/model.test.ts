import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import type { BrowserCookie, Fact } from '../../../../src/core/recording/fact.ts';
import { createTimelineModel } from '../../../../src/panel/features/timeline/model.ts';
import type { TimelineRow } from '../../../../src/panel/features/timeline/rows.ts';
import { auditedPanel } from '../../../helpers/audited-panel.ts';
import { cookieOf, jarOf, responseWith, START, testStore } from '../../../helpers/panel-store.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

function modelOf(facts: readonly Fact[], preferences: Record<string, unknown> = {}) {
  const test = testStore([jarOf(), ...facts], preferences);
  const now = signal(START + 10_000);
  const panel = { ...auditedPanel(test.store.recording.value).panel, store: test.store, now };
  return { ...test, now, model: createTimelineModel(panel) };
}

const stored = (name: string, over: Partial<BrowserCookie> = {}, at = START + 1000): Fact => ({
  kind: 'cookie',
  at,
  removed: false,
  cause: 'explicit',
  cookie: cookieOf(name, over),
});
const gone = (name: string, at: number): Fact => ({
  kind: 'cookie',
  at,
  removed: true,
  cause: 'explicit',
  cookie: cookieOf(name),
});

const names = (rows: readonly TimelineRow[]) =>
  rows.map((row) => (row.kind === 'group' ? `${row.label} (${row.count})` : row.row.cookie.name));

describe('rows', () => {
  const facts = [
    stored('theme', { expires: START + DAY }),
    stored('sid', {}, START + 2000),
    stored('cart', { expires: START + MINUTE, domain: 'www.shop.example' }, START + 3000),
    stored('gone', {}, START + 500),
    gone('gone', START + 4000),
    stored('over', { expires: START + 9000 }),
    stored('_ga', { domain: 'ads.example', expires: START + 400 * DAY }),
  ];

  it.each([
    ['expiry', ['cart', 'theme', '_ga', 'sid', 'over', 'gone']],
    ['set', ['cart', 'sid', 'theme', 'over', '_ga', 'gone']],
    ['domain', ['_ga', 'gone', 'over', 'sid', 'theme', 'cart']],
    ['name', ['_ga', 'cart', 'gone', 'over', 'sid', 'theme']],
  ] as const)('by %s', (sort, expected) => {
    const { model } = modelOf(facts);
    model.sort.value = sort;
    // Of the same moment, in any order.
    const found = names(model.rows.value);
    if (sort === 'set') expect(found.slice(0, 2)).toEqual(expected.slice(0, 2));
    else expect(found).toEqual(expected);
  });

  it('stand last once their time is up', () => {
    const { model, now } = modelOf(facts);
    expect(names(model.rows.value)[0]).toBe('cart');
    now.value = START + 2 * MINUTE;
    expect(names(model.rows.value)).toEqual(['theme', '_ga', 'sid', 'cart', 'over', 'gone']);
  });

  it('are grouped by site, in the order of the first of each', () => {
    const { model } = modelOf(facts);
    model.grouping.value = 'site';
    expect(names(model.rows.value)).toEqual([
      'shop.example (5)',
      'cart',
      'theme',
      'sid',
      'over',
      'gone',
      'ads.example (1)',
      '_ga',
    ]);
  });

  it('are grouped by role', () => {
    const { model } = modelOf(facts);
    model.grouping.value = 'role';
    expect(names(model.rows.value)).toContain('role_session (1)');
  });

  it('come and change with deltas, and the others stay the same objects', () => {
    const { model, add } = modelOf(facts);
    const before = model.rows.value;
    add(stored('sid', {}, START + 8000), stored('new', { expires: START + 5000_000 }));
    const after = model.rows.value;
    expect(names(after)).toContain('new');
    const changed = after.filter((row) => !before.includes(row));
    expect(names(changed)).toEqual(['new', 'sid']);
  });

  it('are none for a cookie that was only refused', () => {
    const { model, add } = modelOf([]);
    add(responseWith(['__Host-x=1; Path=/sub']));
    expect(model.all.value).toEqual([]);
  });

  it('follow the search and the filters of the Cookies tab', () => {
    const { model, store } = modelOf(facts);
    store.search.value = 'ads';
    expect(names(model.rows.value)).toEqual(['_ga']);
    store.search.value = '';
    store.cookieFacets.value = { lifetime: ['session'] };
    expect(names(model.rows.value)).toEqual(['sid', 'gone']);
    expect(model.all.value).toHaveLength(6);
  });
});

describe('what is on show', () => {
  const facts = [stored('sid', { expires: START + 30 * MINUTE })];

  it('is what was chosen last time', () => {
    const { model } = modelOf(facts, { 'timeline.scale': 'linear', 'timeline.preset': '1h' });
    expect([model.scale.value, model.preset.value]).toEqual(['linear', '1h']);
  });

  it('is all on the overview where nothing, or nonsense, was kept', () => {
    const { model } = modelOf(facts, { 'timeline.scale': 'cubic', 'timeline.preset': 5 });
    expect([model.scale.value, model.preset.value]).toEqual(['log', 'all']);
  });

  it('is no preset once it was zoomed, and one again by its button', () => {
    const { model } = modelOf(facts, { 'timeline.scale': 'linear' });
    const { range } = model.zoom.value;
    model.zoom.value.show({ from: range.from + 1000, to: range.to });
    expect(model.preset.value).toBeNull();
    expect(model.zoom.value.range.from).toBe(range.from + 1000);
    model.setPreset('15m');
    expect(model.preset.value).toBe('15m');
    model.zoom.value.all();
    expect(model.preset.value).toBe('all');
  });

  it('is the same stretch on the other scale', () => {
    const { model, now } = modelOf(facts, { 'timeline.scale': 'linear' });
    const range = { from: now.value + 5 * MINUTE, to: now.value + 15 * MINUTE };
    model.zoom.value.show(range);
    model.setScale('log');
    model.setScale('linear');
    expect(model.zoom.value.range.from).toBeCloseTo(range.from, -2);
    expect(model.zoom.value.range.to).toBeCloseTo(range.to, -2);
  });

  it('stays where a person zoomed to while now moves on', () => {
    const { model, now } = modelOf(facts, { 'timeline.scale': 'linear' });
    const range = { from: now.value, to: now.value + MINUTE };
    model.zoom.value.show(range);
    now.value += 30_000;
    expect(model.zoom.value.range).toEqual(range);
  });
});

describe('beside the bars', () => {
  it('there are navigations, marks, logins, and gaps', () => {
    const { model } = modelOf([
      { kind: 'mark', at: START + 5000, mark: 'note', text: 'here' },
      { kind: 'gap', at: START + 8000, since: START + 6000, reason: 'paused' },
    ]);
    expect(model.moments.value.map(({ kind, text }) => `${kind}${text}`)).toEqual(['navigation', 'markhere']);
    expect(model.gaps.value).toEqual([{ from: START + 6000, to: START + 8000 }]);
  });
});
