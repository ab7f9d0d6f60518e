import { describe, expect, it } from 'vitest';
import type { BrowserCookie, Fact } from '../../../src/core/recording/fact.ts';
import type { CookieEvent, Recording } from '../../../src/core/recording/recording.ts';
import { cookieOf } from '../../helpers/panel-store.ts';
import { recordingOf } from '../../helpers/recording.ts';

const START = Date.UTC(2026, 0, 15, 12, 0, 0);
const URL_ = 'https://shop.example/account/';
const STACK = [{ url: 'https://shop.example/app.js', line: 12, column: 5, function: 'save' }];

const page = (url = URL_): Fact => ({
  kind: 'navigation',
  at: START,
  frameId: 0,
  parentFrameId: -1,
  documentId: 'd',
  url,
});
const readJar = (...cookies: BrowserCookie[]): Fact => ({
  kind: 'jar',
  at: START + 1,
  sites: ['shop.example'],
  cookies,
  gone: [],
});
const writes = (line: string, at: number, over: Partial<Fact & { kind: 'script-write' }> = {}): Fact => ({
  kind: 'script-write',
  at: START + at,
  api: 'document.cookie',
  line,
  url: URL_,
  frameId: 0,
  documentId: 'd',
  stack: STACK,
  ...over,
});
const stores = (cookie: BrowserCookie, at: number): Fact => ({
  kind: 'cookie',
  at: START + at,
  removed: false,
  cause: 'explicit',
  cookie,
});
const removes = (
  cookie: BrowserCookie,
  at: number,
  cause: 'explicit' | 'expired_overwrite' = 'explicit',
): Fact => ({
  kind: 'cookie',
  at: START + at,
  removed: true,
  cause,
  cookie,
});
const plain = (name: string, value: string, over: Partial<BrowserCookie> = {}) =>
  cookieOf(name, { value, httpOnly: false, secure: false, sameSite: 'unspecified', ...over });

function eventsOf(recording: Recording, name: string): readonly CookieEvent[] {
  return [...recording.cookies.values()].find(({ cookie }) => cookie.name === name)?.history ?? [];
}

function told(recording: Recording, name: string): string[] {
  return eventsOf(recording, name).map((event) =>
    event.kind === 'rejected'
      ? 'script' in event
        ? `rejected ×${event.times}`
        : 'rejected'
      : `${event.kind} ${event.by.kind}`,
  );
}

const record = (...facts: readonly Fact[]) => recordingOf([page(), readJar(), ...facts]);

describe('a script that writes a cookie', () => {
  it.each<[string, readonly Fact[], readonly string[]]>([
    [
      'is its writer where the store shows it',
      [writes('a=1; Path=/', 100), stores(plain('a', '1'), 105)],
      ['created script'],
    ],
    [
      'is its writer where the store was quicker than the report',
      [stores(plain('a', '1'), 105), writes('a=1; Path=/', 100)],
      ['created script'],
    ],
    [
      'is its writer where the store is read',
      [writes('a=1; Path=/', 100), { ...readJar(plain('a', '1')), at: START + 900 } as Fact],
      ['created script'],
    ],
    [
      'changes it, then deletes it',
      [
        writes('a=1; Path=/', 100),
        stores(plain('a', '1'), 105),
        writes('a=2; Path=/', 200),
        removes(plain('a', '1'), 205),
        stores(plain('a', '2'), 206),
        writes('a=; Path=/; Max-Age=0', 300),
        removes(plain('a', '2'), 305, 'expired_overwrite'),
      ].map((fact) =>
        fact.kind === 'cookie' && fact.cookie.value === '1' && fact.removed
          ? { ...fact, cause: 'overwrite' }
          : fact,
      ) as Fact[],
      ['created script', 'changed script', 'gone script'],
    ],
    [
      'is not, where the value is another',
      [writes('a=1; Path=/', 100), stores(plain('a', '2'), 105)],
      ['created script-or-extension'],
    ],
    [
      'is not, where the path is another',
      [writes('a=1', 100), stores(plain('a', '1'), 105)],
      ['created script-or-extension'],
    ],
    [
      'is not, where the store tells of it half a minute later',
      [writes('a=1; Path=/', 100), stores(plain('a', '1'), 30_200)],
      ['created script-or-extension'],
    ],
    [
      'is not, where the store told of it long before',
      [stores(plain('a', '1'), 105), writes('a=1; Path=/', 400)],
      ['created script-or-extension'],
    ],
    ['changes nothing by itself', [writes('a=1; Path=/', 100)], []],
    [
      'names itself once',
      [
        writes('a=1; Path=/', 100),
        stores(plain('a', '1'), 105),
        removes(plain('a', '1'), 150),
        stores(plain('a', '1'), 200),
      ],
      ['created script', 'gone script-or-extension', 'created script-or-extension'],
    ],
  ])('%s', (_, facts, events) => {
    expect(told(record(...facts), 'a')).toEqual(events);
  });

  it('is its writer, too, where our rules refuse what the store shows', () => {
    const recording = record(writes('__Host-a=1', 100), stores(plain('__Host-a', '1'), 105));
    expect(told(recording, '__Host-a')).toEqual(['created script']);
    expect([...recording.scriptWrites.values()].map(({ confirmed }) => confirmed)).toEqual([false]);
  });

  it('of a response that says the same is not the writer', () => {
    const response: Fact = {
      kind: 'response',
      at: START + 50,
      requestId: 'r',
      url: URL_,
      method: 'GET',
      type: 'main_frame',
      frameId: 0,
      status: 200,
      setCookies: ['a=1; Path=/'],
      headers: [],
    };
    expect(told(record(response, writes('a=1; Path=/', 100), stores(plain('a', '1'), 105)), 'a')).toEqual([
      'created response',
    ]);
  });

  it('says where it stood', () => {
    const recording = record(writes('a=1; Path=/', 100), stores(plain('a', '1'), 105));
    const [event] = eventsOf(recording, 'a');
    const by = event !== undefined && 'by' in event ? event.by : null;
    const write = by?.kind === 'script' ? recording.scriptWrites.get(by.write) : undefined;
    expect(write).toMatchObject({ line: 'a=1; Path=/', stack: STACK, confirmed: true, party: 'first' });
  });
});

describe('a write that is refused', () => {
  const session = cookieOf('sid', { value: 'secret' });
  const sid = (...facts: readonly Fact[]) => recordingOf([page(), readJar(session), ...facts]);

  it.each<[string, Recording, readonly string[]]>([
    ['over an HttpOnly cookie', sid(writes('sid=mine; Path=/', 100)), ['OverwriteHttpOnly']],
    ['with HttpOnly', sid(writes('sid=mine; Path=/x; HttpOnly', 100)), ['HttpOnlyFromScript']],
    [
      'over a Secure cookie, from http',
      recordingOf([
        page('http://shop.example/'),
        readJar(session),
        writes('sid=mine; Path=/', 100, { url: 'http://shop.example/' }),
      ]),
      ['OverwriteSecure', 'OverwriteHttpOnly'],
    ],
  ])('%s is told in the history of the cookie, with why', (_, recording, reasons) => {
    expect(told(recording, 'sid')).toEqual(['seen before', 'rejected ×1']);
    const [write] = recording.scriptWrites.values();
    expect(write?.predicted).toEqual({ stored: false, reasons });
  });

  it('again and again from one place stands there once', () => {
    const many = Array.from({ length: 500 }, (_, index) => writes('sid=mine; Path=/', 100 + index));
    const recording = sid(...many, writes('sid=mine; Path=/', 700, { stack: [] }));
    expect(told(recording, 'sid')).toEqual(['seen before', 'rejected ×500', 'rejected ×1']);
  });

  it('is judged by what was there when it was written', () => {
    const later = { ...session, value: 'later' };
    const recording = recordingOf([page(), readJar(), stores(later, 200), writes('sid=mine; Path=/', 100)]);
    expect(told(recording, 'sid')).toEqual(['created script-or-extension']);
  });
});

describe('frames', () => {
  const frame = (frameId: number, url: string, parentFrameId = 0): Fact => ({
    kind: 'navigation',
    at: START + 10,
    frameId,
    parentFrameId,
    url,
  });

  it('without an address write the cookies of their maker', () => {
    const recording = record(
      frame(3, 'https://shop.example/inner/x'),
      frame(4, 'about:srcdoc', 3),
      writes('a=1', 100, { url: 'about:srcdoc', frameId: 4, documentId: 'e' }),
      stores(plain('a', '1', { path: '/inner' }), 105),
    );
    expect(told(recording, 'a')).toEqual(['created script']);
  });

  it('of another site are partitioned by Firefox, whatever the line says', () => {
    const url = 'https://ads.example/';
    const cookie = plain('a', '1', {
      domain: 'ads.example',
      partitionKey: 'https://shop.example',
      hasCrossSiteAncestor: true,
      sameSite: 'none',
      secure: true,
    });
    const write = writes('a=1; Path=/; SameSite=None; Secure', 100, { url, frameId: 3, documentId: 'e' });
    expect(told(recordingOf([page(), frame(3, url), write, stores(cookie, 105)]), 'a')).toEqual([
      'created script',
    ]);
    expect(told(recordingOf([page(), frame(3, url), stores(cookie, 105), write]), 'a')).toEqual([
      'created script',
    ]);
  });

  it('of another site may write SameSite=None only', () => {
    const url = 'https://ads.example/';
    const recording = recordingOf([
      page(),
      frame(3, url),
      writes('a=1; Path=/', 100, { url, frameId: 3, documentId: 'e' }),
      writes('b=1; Path=/; SameSite=None; Secure', 101, { url, frameId: 3, documentId: 'e' }),
    ]);
    expect(
      [...recording.scriptWrites.values()].map(({ predicted, party }) => [predicted.stored, party]),
    ).toEqual([
      [false, 'third'],
      [true, 'third'],
    ]);
  });
});

describe('bounds', () => {
  it('keeps a thousand writes, and counts those that were not reported', () => {
    const many = Array.from({ length: 3000 }, (_, index) => writes(`c${index}=1`, index));
    const recording = record(
      ...many,
      { kind: 'script-loss', at: START, count: 7 },
      { kind: 'script-loss', at: START, count: 5 },
    );
    expect(recording.scriptWrites.size).toBe(1000);
    expect(recording.index.scriptClaims.size).toBeLessThanOrEqual(2000);
    expect(recording.scriptWritesLost).toBe(12);
  });

  it.each(['', '=', ';;;', '\u0000', `a=${'x'.repeat(9000)}`, 'a=1; Domain=com', 'a=1; Path=\ud800'])(
    'takes any line: %j',
    (line) => {
      expect(() => record(writes(line, 1), writes(line, 2, { url: 'nonsense', frameId: 99 }))).not.toThrow();
    },
  );
});
