import { computed, effect } from '@preact/signals';
import { describe, expect, it, vi } from 'vitest';
import { audit } from '../../../src/core/audit/audit.ts';
import { buildSubjects } from '../../../src/core/audit/build-subject.ts';
import { createStrengthModel } from '../../../src/panel/features/strength/model.ts';
import { responseWith, START, type TestStore, testStore } from '../../helpers/panel-store.ts';
import { answerFor, heldAnalyst, SamplePort } from './fakes.ts';

const A = 'a3f19c04d2b87e6510fe92ab44c7d081';
const B = '5be07712cc9a40f3812d6ea0937fb45c';
const first = responseWith([`sid=${A}; Path=/; HttpOnly`], { url: 'https://shop.example/start' });

function setUp(on: TestStore) {
  const { store } = on;
  const { analyst, asked } = heldAnalyst();
  const ports: SamplePort[] = [];
  const audited = computed(() => {
    void store.version.value;
    const recording = store.recording.value;
    return {
      report: audit(recording, { now: START, source: 'browser' }),
      subjects: buildSubjects(recording),
      texts: {},
    };
  });
  const model = createStrengthModel(
    { store, audited, requestAccess: async () => true },
    {
      analyst,
      now: () => START,
      connect() {
        const port = new SamplePort();
        ports.push(port);
        return port;
      },
    },
  );
  store.sink.state({
    tabId: 7,
    url: 'https://shop.example/start',
    page: 'inspectable',
    access: 'granted',
    askFor: [],
    recording: true,
    keep: true,
    scripts: false,
    incognito: false,
  });
  return { ...on, model, asked, ports };
}

describe('the recording’s IDs', () => {
  it('are those of its session cookies', () => {
    const { model } = setUp(testStore([first]));
    expect(model.sessions.value).toMatchObject([{ site: 'shop.example', name: 'sid', values: [A] }]);
    expect(model.session.value?.name).toBe('sid');
  });

  it('are judged once, and again when there are more', async () => {
    const { model, add, asked } = setUp(testStore([first]));
    effect(() => model.judgeRecorded());
    expect(asked.map(({ values }) => values)).toEqual([[A]]);
    add({ kind: 'mark', at: START + 2000, mark: 'note', text: '' });
    expect(asked).toHaveLength(1);
    add(responseWith([`sid=${B}; Path=/; HttpOnly`], { id: 'r2', at: START + 3000 }));
    expect(asked.map(({ values }) => values)).toEqual([[A], [A, B]]);
    asked[1]?.answer();
    asked[0]?.answer();
    const id = model.session.value?.id ?? '';
    await vi.waitFor(() => expect(model.analyses.value.get(id)?.strength.report.sampleSize).toBe(2));
  });

  it('leave nothing to ask where there are none', async () => {
    const { model, ports } = setUp(testStore());
    expect(model.sessions.value).toEqual([]);
    expect(model.session.value).toBeNull();
    expect(model.order.value).toBeNull();
    await model.collect();
    expect(ports).toEqual([]);
  });
});

describe('what would be sent', () => {
  it('is 500 requests, five a second, to the page that sets the cookie', () => {
    const { model } = setUp(testStore([first]));
    expect(model.order.value).toEqual({
      tabId: 7,
      site: 'shop.example',
      name: 'sid',
      url: 'https://shop.example/start',
      count: 500,
      perSecond: 5,
    });
  });

  it.each([
    [0, 0, 1, 1],
    [1e9, 1e9, 20_000, 20],
    [Number.NaN, Number.NaN, 1, 1],
    [12.6, 2.4, 13, 2],
  ])('keeps %d requests and %d a second within bounds', (count, perSecond, sent, pace) => {
    const { model } = setUp(testStore([first]));
    model.count.value = count;
    model.perSecond.value = perSecond;
    expect(model.order.value).toMatchObject({ count: sent, perSecond: pace });
  });

  it('is sent as shown, and its report comes on show', async () => {
    const { model, ports } = setUp(testStore([first]));
    const shown = model.order.value;
    await model.collect();
    expect(ports[0]?.said).toMatchObject([{ kind: 'start', order: shown }]);
    expect(model.shown.value).toBe('sample');
  });

  it('goes to another recorded page where a person chooses it, and to no other', () => {
    const other = responseWith([], { id: 'r2', url: 'https://shop.example/news' });
    const { model } = setUp(testStore([first, other]));
    model.chooseSource('https://shop.example/news');
    expect(model.order.value?.url).toBe('https://shop.example/news');
    model.chooseSource('https://evil.example/');
    expect(model.order.value?.url).toBe('https://shop.example/start');
  });
});

describe('a text', () => {
  it('is judged, and leaves the box', async () => {
    const { model, asked } = setUp(testStore());
    model.text.value = 'one\ntwo\n';
    const given = model.give(model.text.value, null);
    expect(asked[0]?.values).toEqual(['one', 'two']);
    asked[0]?.answer();
    await given;
    expect(model.text.value).toBe('');
    expect(model.given.value).toMatchObject({ name: null, tokens: ['one', 'two'], leftOut: 0, cut: 0 });
    expect(model.givenAnalysis.value).toEqual(answerFor(['one', 'two']));
    expect(model.shown.value).toBe('text');
  });

  it.each([
    ['nothing', ' \n', 'empty'],
    ['no text', 'a\0b', 'no-text'],
    ['too much', 'a'.repeat(20_000_001), 'too-large'],
  ])('that is %s is refused, with the reason', async (_, text, problem) => {
    const { model, asked } = setUp(testStore());
    await model.give(text, null);
    expect(model.givenProblem.value).toBe(problem);
    expect(model.given.value).toBeNull();
    expect(asked).toEqual([]);
  });

  it('of a file is read; a file that is too large is not opened', async () => {
    const { model, asked } = setUp(testStore());
    const opened = model.open({ name: 'ids.txt', size: 8, text: async () => 'one\ntwo' });
    await vi.waitFor(() => expect(asked).toHaveLength(1));
    asked[0]?.answer();
    await opened;
    expect(model.given.value?.name).toBe('ids.txt');
    const text = vi.fn(async () => 'x');
    await model.open({ name: 'big', size: 20_000_001, text });
    expect(text).not.toHaveBeenCalled();
    expect(model.givenProblem.value).toBe('too-large');
    await model.open({ name: 'gone', size: 1, text: () => Promise.reject(new Error('NotFound')) });
    expect(model.givenProblem.value).toBe('unreadable');
  });

  it('that came before does not answer for a newer one', async () => {
    const { model, asked } = setUp(testStore());
    const one = model.give('one', null);
    const two = model.give('two\nthree', null);
    asked[1]?.answer();
    asked[0]?.answer();
    await Promise.all([one, two]);
    expect(model.givenAnalysis.value?.strength.report.sampleSize).toBe(2);
  });

  it('is in no preference', async () => {
    const written = vi.fn();
    const on = testStore();
    on.store.preferences.write = written;
    const { model } = setUp(on);
    void model.give('secret-token-1\nsecret-token-2', 'ids.txt');
    expect(JSON.stringify(written.mock.calls)).not.toContain('secret');
  });
});
