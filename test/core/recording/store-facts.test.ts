import { describe, expect, it } from 'vitest';
import type { BrowserCookie, Fact } from '../../../src/core/recording/fact.ts';
import { keyOf } from '../../../src/core/recording/keys.ts';
import { diffJar } from '../../../src/core/recording/store-facts.ts';
import {
  cookie,
  jar,
  kinds,
  lines,
  nav,
  recordingOf,
  removed,
  response,
  stored,
  subresource,
  T0,
  theCookie,
} from './facts.ts';

const PAGE = 'https://shop.example/';
const set = (line: string, more: object = {}) => response(PAGE, [line], more);
const key = (more = {}) => keyOf(cookie(more)) as string;
const verdicts = (recording: ReturnType<typeof recordingOf>) =>
  lines(recording).map(({ confirmed }) => confirmed);
const writers = (recording: ReturnType<typeof recordingOf>) =>
  theCookie(recording).history.map((event) => ('by' in event ? event.by.kind : event.kind));

describe('a change of the cookie store', () => {
  it.each([
    ['confirms a line', [set('sid=one'), stored()], [true]],
    [
      'confirms a deletion',
      [set('sid=one'), set('sid=; Max-Age=0'), removed('expired_overwrite')],
      [null, true],
    ],
    ['contradicts a deletion', [set('sid=x; Max-Age=0'), stored({ value: 'x' })], [false]],
    ['contradicts a refusal', [set('sid=one; SameSite=None'), stored()], [false]],
    ['says nothing of a line with another value', [set('sid=other'), stored()], [null]],
    ['says nothing after half a minute', [set('sid=one'), stored({}, { at: T0 + 20 + 30_000 })], [null]],
    [
      'says nothing of a refusal on another site',
      [set('sid=one; SameSite=None'), stored({ domain: 'other.example' })],
      [null],
    ],
    ['says nothing of the same name on another path', [set('sid=one'), stored({ path: '/deep' })], [null]],
    ['settles the older of two lines first', [set('sid=one'), set('sid=two'), stored()], [true, null]],
    [
      'takes the line that stores before a deletion that missed',
      [set('sid=one; Max-Age=0'), set('sid=one'), stored()],
      [null, true],
    ],
    [
      'settles one refusal and leaves another site’s waiting',
      [
        response('https://other.example/', ['sid=one; SameSite=None'], { requestId: 'r2' }),
        set('sid=one; SameSite=None'),
        stored(),
        stored({ domain: 'other.example' }),
      ],
      [false, false],
    ],
  ])('%s', (_, facts, expected) => {
    expect(verdicts(recordingOf(...facts))).toEqual(expected);
  });

  it('that a line explains is not told twice', () => {
    const recording = recordingOf(set('sid=one'), stored());
    expect(kinds(theCookie(recording))).toEqual(['created']);
    expect(writers(recording)).toEqual(['response']);
  });

  it.each([
    [1999, ['created']],
    [2000, ['created', 'renewed']],
  ])('takes an expiry %d ms off as it takes a clock', (off, expected) => {
    const expires = T0 + 20 + 60_000 + off;
    expect(kinds(theCookie(recordingOf(set('sid=one; Max-Age=60'), stored({ expires }))))).toEqual(expected);
  });

  it.each([
    ['script or extension', [stored()], ['created'], ['script-or-extension']],
    [
      'a script in between',
      [set('sid=one'), stored(), stored({ value: 'js' })],
      ['created', 'changed'],
      ['response', 'script-or-extension'],
    ],
    [
      'the browser, at expiry',
      [stored(), removed('expired')],
      ['created', 'gone'],
      ['script-or-extension', 'browser'],
    ],
    [
      'the browser, for room',
      [stored(), removed('evicted')],
      ['created', 'gone'],
      ['script-or-extension', 'browser'],
    ],
    [
      'a script that deletes',
      [stored(), removed('explicit')],
      ['created', 'gone'],
      ['script-or-extension', 'script-or-extension'],
    ],
  ])('is by %s', (_, facts, history, by) => {
    const recording = recordingOf(...facts);
    expect(kinds(theCookie(recording))).toEqual(history);
    expect(writers(recording)).toEqual(by);
  });

  it.each(['explicit', 'expired', 'evicted', 'expired_overwrite', 'unknown'] as const)(
    'that removes (%s) what nobody knew is no story',
    (cause) => {
      expect(recordingOf(removed(cause)).cookies.size).toBe(0);
    },
  );

  it('ends a cookie but keeps its last state', () => {
    const recording = recordingOf(stored(), removed('explicit'));
    expect(theCookie(recording)).toMatchObject({ present: false, cookie: { value: 'one' } });
  });
});

describe('an update in two halves', () => {
  it('is one change', () => {
    const recording = recordingOf(stored(), removed('overwrite'), stored({ value: 'two' }));
    expect(kinds(theCookie(recording))).toEqual(['created', 'changed']);
  });

  it('shows what was there before, of a cookie nobody knew', () => {
    const recording = recordingOf(removed('overwrite'), stored({ value: 'two' }));
    expect(theCookie(recording).history).toMatchObject([
      { kind: 'seen', after: { value: 'one' }, by: { kind: 'before' } },
      { kind: 'changed', before: { value: 'one' }, after: { value: 'two' } },
    ]);
  });

  it('is paired by identity where others come between', () => {
    const recording = recordingOf(
      removed('overwrite'),
      removed('overwrite', { path: '/a' }),
      removed('overwrite', { name: 'theme', value: 'dark' }),
      stored({ path: '/a', value: 'A' }),
      stored({ name: 'theme', value: 'light' }),
      stored({ value: 'two' }),
    );
    const told = [...recording.cookies.values()].map((entry) => [
      entry.cookie.name,
      entry.cookie.path,
      ...kinds(entry),
    ]);
    expect(told).toEqual([
      ['sid', '/a', 'seen', 'changed'],
      ['theme', '/', 'seen', 'changed'],
      ['sid', '/', 'seen', 'changed'],
    ]);
    expect(recording.index.overwriting.size).toBe(0);
  });

  it('keeps the cookie there while the second half is on its way', () => {
    expect(theCookie(recordingOf(stored(), removed('overwrite'))).present).toBe(true);
  });

  it('of partitions apart stays apart', () => {
    const a = { partitionKey: 'https://a.example', hasCrossSiteAncestor: true };
    const b = { partitionKey: 'https://a.example', hasCrossSiteAncestor: false };
    expect(recordingOf(stored(a), stored(b), stored()).cookies.size).toBe(3);
  });
});

describe('a reading of the store', () => {
  it.each([
    ['confirms what it agrees with', [set('sid=one'), jar()], [true]],
    ['contradicts what it does not hold', [set('sid=one'), jar({ gone: [key()] })], [false]],
    ['confirms a deletion', [set('sid=one'), set('sid=; Max-Age=0'), jar()], [null, true]],
    ['contradicts a deletion', [set('sid=; Max-Age=0'), jar({ cookies: [cookie()] })], [false]],
    ['confirms a refusal', [set('sid=one; SameSite=None'), jar()], [true]],
    ['contradicts a refusal', [set('sid=one; SameSite=None'), jar({ cookies: [cookie()] })], [false]],
    ['says nothing of another site', [set('sid=one'), jar({ sites: ['other.example'] })], [null]],
    [
      'says nothing of another site’s refusal',
      [set('sid=one; SameSite=None'), jar({ sites: ['other.example'] })],
      [null],
    ],
    [
      'is no word on a refusal if another site has such a cookie',
      [set('sid=one; SameSite=None'), jar({ cookies: [cookie({ domain: 'other.example' })] })],
      [true],
    ],
    ['older than the line says nothing', [set('sid=one'), jar({ at: T0 + 19 })], [null]],
    ['of the line’s own moment says nothing', [set('sid=one'), jar({ at: T0 + 20 })], [null]],
    ['of a refusal’s own moment says nothing', [set('sid=one; SameSite=None'), jar({ at: T0 + 20 })], [null]],
    ['says nothing of a line that another overwrote', [set('sid=one'), set('sid=two'), jar()], [null, true]],
    [
      'says nothing of a line that a script overwrote',
      [set('sid=one'), stored({ value: 'js' }), jar()],
      [null],
    ],
    [
      'says nothing of a deletion after which a script wrote',
      [set('sid=; Max-Age=0'), stored(), jar()],
      [null],
    ],
    [
      'says nothing of a cookie that ran out before',
      [set('sid=one; Max-Age=2'), jar({ gone: [key({})] })],
      [null],
    ],
    [
      'cannot tell a refusal from the same cookie that was there',
      [stored(), set('sid=one; SameSite=None'), jar()],
      [null],
    ],
    [
      'shows another value than the line’s',
      [set('sid=one'), jar({ cookies: [cookie({ value: 'js' })] })],
      [null],
    ],
  ])('%s', (_, facts, expected) => {
    expect(verdicts(recordingOf(...facts))).toEqual(expected);
  });

  it('settles once', () => {
    const recording = recordingOf(set('sid=one'), jar(), jar({ at: T0 + 9000, gone: [key()] }));
    expect(verdicts(recording)).toEqual([true]);
    expect(recording.index.unconfirmed.size).toBe(0);
    expect(recording.jarReadAt).toBe(T0 + 9000);
  });

  it.each([
    ['was there before', [jar({ cookies: [cookie()] })], ['seen'], ['before']],
    [
      'is new since the last reading',
      [jar(), jar({ cookies: [cookie()] })],
      ['created'],
      ['script-or-extension'],
    ],
    [
      'is another now',
      [stored(), jar({ cookies: [cookie({ value: 'x' })] })],
      ['created', 'changed'],
      ['script-or-extension', 'script-or-extension'],
    ],
    [
      'went unseen',
      [stored(), jar({ gone: [key()] })],
      ['created', 'gone'],
      ['script-or-extension', 'browser'],
    ],
  ])('finds a cookie that %s', (_, facts, history, by) => {
    const recording = recordingOf(...facts);
    expect(kinds(theCookie(recording))).toEqual(history);
    expect(writers(recording)).toEqual(by);
  });
});

describe('diffJar', () => {
  const at = T0 + 10_000;
  const diff = (facts: readonly Fact[], read = [cookie()], sites = ['shop.example']) =>
    diffJar(recordingOf(...facts), sites, read, at);

  it.each<[string, Fact[], BrowserCookie[], string[], string[]]>([
    ['nothing where store and recording agree', [stored()], [cookie()], [], []],
    ['a cookie that is new', [], [cookie()], ['one'], []],
    ['a cookie that is other', [stored({ value: 'old' })], [cookie()], ['one'], []],
    ['a cookie that is back', [stored(), removed('explicit')], [cookie()], ['one'], []],
    ['a cookie that is gone', [stored()], [], [], [key()]],
    ['not what changed a moment ago', [stored({ value: 'new' }, { at: at - 250 })], [cookie()], [], []],
    ['not what was set a moment ago', [stored({}, { at: at - 250 })], [], [], []],
    [
      'what changed before that moment',
      [stored({ value: 'old' }, { at: at - 251 })],
      [cookie()],
      ['one'],
      [],
    ],
    ['nothing of sites that were not read', [stored({ domain: 'other.example' })], [cookie()], ['one'], []],
    ['not an expiry a second off', [stored({ expires: at })], [cookie({ expires: at + 1000 })], [], []],
  ])('lists %s', (_, facts, read, cookies, gone) => {
    const fact = diff(facts, read);
    expect(fact.cookies.map(({ value }) => value)).toEqual(cookies);
    expect(fact.gone).toEqual(gone);
    expect(fact.at).toBe(at - 250);
  });

  it('leaves nothing to list once it is recorded', () => {
    const facts = [
      nav(PAGE),
      set('sid=one'),
      stored({ name: 'theme' }),
      response(PAGE, ['x=1'], { ...subresource, requestId: 'r2' }),
    ];
    const read = [cookie(), cookie({ name: 'js', value: 'z' })];
    const first = diff(facts, read);
    const second = diff([...facts, first], read);
    expect([second.cookies, second.gone]).toEqual([[], []]);
  });
});
