import { describe, expect, it } from 'vitest';
import { createBudget } from '../../../src/background/scripts/budget.ts';
import { createScriptReports, type Sender } from '../../../src/background/scripts/script-reports.ts';
import type { Fact } from '../../../src/core/recording/fact.ts';

const NOW = 1_767_225_600_000;
const OWN = { id: 'ours', root: 'chrome-extension://ours/' };
const SENDER: Sender = {
  id: 'ours',
  url: 'https://u:p@shop.example/a',
  frameId: 3,
  documentId: 'd',
  tab: { id: 7 },
};
const STACK = `Error\n    at apply (${OWN.root}instrument/page.js:1:1)\n    at save (https://shop.example/app.js:2:3)`;
const write = (line = 'a=1') => ({ api: 'document.cookie', line, stack: STACK });
const message = (writes: readonly unknown[], over: object = {}) => ({
  kind: 'script-writes',
  at: NOW - 5,
  writes,
  lost: 0,
  ...over,
});

function heard(options: { readonly active?: boolean } = {}) {
  const facts: [number, Fact][] = [];
  const clock = { now: NOW };
  const reports = createScriptReports({
    own: OWN,
    isActive: () => options.active ?? true,
    record: (tabId, fact) => facts.push([tabId, fact]),
    now: () => clock.now,
  });
  return { facts, reports, clock };
}

describe('what instruments report', () => {
  it('becomes facts, with what the browser says of the sender', () => {
    const { facts, reports } = heard();
    expect(reports.hear(message([write()]), SENDER)).toBe(true);
    expect(facts).toEqual([
      [
        7,
        {
          kind: 'script-write',
          at: NOW - 5,
          api: 'document.cookie',
          line: 'a=1',
          url: 'https://shop.example/a',
          frameId: 3,
          documentId: 'd',
          stack: [{ url: 'https://shop.example/app.js', line: 2, column: 3, function: 'save' }],
        },
      ],
    ]);
  });

  it.each<[string, unknown, Sender]>([
    ['another extension', message([write()]), { ...SENDER, id: 'other' }],
    ['a page of ours', message([write()]), { ...SENDER, url: `${OWN.root}src/panel/panel.html` }],
    ['no tab', message([write()]), { id: 'ours', url: 'https://shop.example/' }],
    ['another kind', { kind: 'report', tabId: 1 }, SENDER],
    ['no object', 'script-writes', SENDER],
    ['too many', message(Array.from({ length: 201 }, () => write())), SENDER],
    ['no list', message([], { writes: { length: 1 } }), SENDER],
    ['a negative loss', message([], { lost: -1 }), SENDER],
  ])('is not heard from %s', (_, data, sender) => {
    const { facts, reports } = heard();
    expect(reports.hear(data, sender)).toBeNull();
    expect(facts).toEqual([]);
  });

  it('is told to stop where nobody watches', () => {
    const { facts, reports } = heard({ active: false });
    expect(reports.hear(message([write()]), SENDER)).toBe(false);
    expect(facts).toEqual([]);
  });

  it.each<[string, unknown]>([
    ['null', null],
    ['another API', { ...write(), api: 'eval' }],
    ['a line that is too long', write('a'.repeat(8193))],
    ['a line that is none', { ...write(), line: { toString: 'a' } }],
    ['a stack that is too long', { ...write(), stack: 'x'.repeat(4001) }],
    ['a stack that is none', { ...write(), stack: undefined }],
  ])('counts %s as lost', (_, forged) => {
    const { facts, reports } = heard();
    reports.hear(message([write(), forged, write('b=2')]), SENDER);
    expect(facts.map(([, fact]) => (fact.kind === 'script-loss' ? fact.count : fact.kind))).toEqual([
      'script-write',
      'script-write',
      1,
    ]);
  });

  it('is bounded in rate, and counts the rest', () => {
    const { facts, reports, clock } = heard();
    for (let index = 0; index < 100; index += 1)
      reports.hear(
        message(
          Array.from({ length: 150 }, () => write()),
          { lost: 10 },
        ),
        SENDER,
      );
    expect(facts.length).toBeLessThanOrEqual(300);
    clock.now += 1000;
    facts.length = 0;
    reports.hear(message(Array.from({ length: 150 }, () => write())), SENDER);
    expect(facts.length).toBeGreaterThan(30);
    expect(facts.length).toBeLessThanOrEqual(40);
  });

  it.each([
    ['to come', NOW + 60_000, NOW],
    ['long ago', 0, NOW - 10_000],
  ])('has no time that is %s', (_, at, told) => {
    const { facts, reports } = heard();
    reports.hear(message([write()], { at }), SENDER);
    expect(facts[0]?.[1].at).toBe(told);
  });

  it('of web storage names the origin that the browser says', () => {
    const { facts, reports } = heard();
    const items = [
      { area: 'local', key: 'token', look: 'jwt', value: 'secret', origin: 'https://other.example' },
    ];
    reports.hear({ kind: 'stored-items', at: NOW, items }, SENDER);
    expect(facts).toEqual([
      [
        7,
        {
          kind: 'web-storage',
          at: NOW,
          origin: 'https://shop.example',
          area: 'local',
          key: 'token',
          look: 'jwt',
        },
      ],
    ]);
    reports.hear({ kind: 'stored-items', at: NOW, items }, { ...SENDER, url: 'about:srcdoc' });
    expect(facts).toHaveLength(1);
  });
});

describe('a budget', () => {
  it('fills up again, never beyond its burst, and not with a clock set back', () => {
    const clock = { now: NOW };
    const budget = createBudget(10, 2, () => clock.now);
    expect([budget.take(4), budget.take(9), budget.take(1)]).toEqual([4, 6, 0]);
    clock.now += 1500;
    expect(budget.take(9)).toBe(3);
    clock.now -= 100_000;
    expect(budget.take(9)).toBe(0);
    clock.now += 1_000_000;
    expect(budget.take(99)).toBe(10);
  });
});
