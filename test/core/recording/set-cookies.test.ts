import { describe, expect, it } from 'vitest';
import {
  cookie,
  kinds,
  lines,
  nav,
  recordingOf,
  response,
  sent,
  stored,
  subresource,
  T0,
  theCookie,
} from './facts.ts';

const PAGE = 'https://shop.example/account/';
const set = (line: string, more: object = {}) => response(PAGE, [line], more);

describe('a Set-Cookie line', () => {
  it.each([
    ['creates', [set('sid=1')], ['created']],
    ['changes a value', [set('sid=1'), set('sid=2')], ['created', 'changed']],
    ['changes an attribute', [set('sid=1'), set('sid=1; Secure')], ['created', 'changed']],
    ['renews an expiry', [set('sid=1; Max-Age=60'), set('sid=1; Max-Age=600')], ['created', 'renewed']],
    ['ends a browser session', [set('sid=1'), set('sid=1; Max-Age=600')], ['created', 'changed']],
    ['deletes', [set('sid=1'), set('sid=; Max-Age=0')], ['created', 'gone']],
    ['comes back', [set('sid=1'), set('sid=; Max-Age=0'), set('sid=1')], ['created', 'gone', 'created']],
    ['is refused', [set('sid=1'), set('sid=2; SameSite=None')], ['created', 'rejected']],
  ])('%s', (_, facts, expected) => {
    expect(kinds(theCookie(recordingOf(...facts)))).toEqual(expected);
  });

  it('says who wrote and what the browser will hold', () => {
    const recording = recordingOf(set('sid=1; Max-Age=60; HttpOnly'));
    const [line] = lines(recording);
    expect(line).toMatchObject({ key: 'r1/0#0', index: 0, at: T0 + 20, confirmed: null });
    expect(line?.cookie).toBe(theCookie(recording).key);
    expect(theCookie(recording)).toMatchObject({
      present: true,
      setBy: ['r1/0#0'],
      cookie: cookie({ value: '1', httpOnly: true, path: '/account', expires: T0 + 20 + 60_000 }),
    });
  });

  it('is numbered within its response, and each is its own', () => {
    const recording = recordingOf(response(PAGE, ['a=1', 'b=2', 'a=3']));
    expect(lines(recording).map(({ key }) => key)).toEqual(['r1/0#0', 'r1/0#1', 'r1/0#2']);
    expect(kinds(theCookie(recording, 'a'))).toEqual(['created', 'changed']);
    expect([...recording.requests.values()][0]?.setCookies).toHaveLength(3);
  });

  it('that deletes what is not there changes nothing and waits for a word', () => {
    const recording = recordingOf(set('sid=; Max-Age=0'));
    expect(recording.cookies.size).toBe(0);
    expect(recording.index.unconfirmed.size).toBe(1);
  });

  it('from a third party is judged in its context', () => {
    const recording = recordingOf(
      nav('https://news.example/'),
      response(
        PAGE,
        ['lax=1', 'none=1; SameSite=None; Secure', 'chip=1; SameSite=None; Secure; Partitioned'],
        {
          ...subresource,
          initiator: 'https://news.example',
        },
      ),
    );
    expect(lines(recording).map(({ predicted }) => predicted.stored)).toEqual([false, true, true]);
    expect(theCookie(recording, 'none').parties).toEqual(new Set(['third']));
    expect(theCookie(recording, 'chip').cookie).toMatchObject({
      partitionKey: 'https://news.example',
      hasCrossSiteAncestor: true,
    });
  });

  it('refused is told only to cookies of its own site', () => {
    const other = response('https://other.example/', ['sid=2; SameSite=None'], { requestId: 'r2' });
    const recording = recordingOf(set('sid=1; Path=/'), other);
    expect(kinds(theCookie(recording))).toEqual(['created']);
  });

  it('that cannot be parsed names no cookie', () => {
    const recording = recordingOf(set('sid=\u0001'));
    expect(lines(recording)).toMatchObject([{ parsed: { ok: false }, cookie: null }]);
    expect(recording.cookies.size).toBe(0);
  });

  it('is judged by the rules of the recording’s browser', () => {
    const line = 'sid=a\tb';
    const firefox = {
      kind: 'tab',
      at: T0,
      browser: 'firefox',
      storeId: '0',
      incognito: false,
      fingerprintKey: '',
    } as const;
    expect(lines(recordingOf(set(line)))[0]?.predicted.stored).toBe(false);
    expect(lines(recordingOf(firefox, set(line)))[0]?.predicted.stored).toBe(true);
  });

  it('leaves a secure cookie alone from http', () => {
    const recording = recordingOf(
      set('sid=1; Secure; Path=/'),
      response('http://shop.example/', ['sid=2'], { requestId: 'r2' }),
    );
    expect(lines(recording)[1]?.predicted).toMatchObject({ stored: false, reasons: ['OverwriteSecure'] });
  });
});

describe('histories and links are bounded', () => {
  it('history to 100, and the rest is counted', () => {
    const facts = Array.from({ length: 260 }, (_, index) => set(`sid=${index}`));
    const entry = theCookie(recordingOf(...facts));
    expect(entry.history).toHaveLength(100);
    expect(entry.forgotten).toBe(160);
    expect(entry.history.at(-1)).toMatchObject({ kind: 'changed', after: { value: '259' } });
    expect(entry.setBy).toHaveLength(50);
    expect(entry.setBy.at(-1)).toBe('r1/259#0');
  });

  it('cookies found by one name to 200, and known by identity all the same', () => {
    const many = Array.from({ length: 500 }, (_, index) => `sid=1; Path=/p${index}`);
    const recording = recordingOf(response('https://shop.example/', many));
    expect(recording.cookies.size).toBe(500);
    expect(recording.index.cookiesByName.get('sid')?.size).toBe(200);
    const again = recordingOf(
      response('https://shop.example/', many),
      response('https://shop.example/', ['sid=2; Path=/p0']),
    );
    const first = [...again.cookies.values()][0];
    expect(first).toMatchObject({ cookie: { value: '2' } });
    expect(again.index.cookiesByName.get('sid')?.has(first as never)).toBe(true);
  });
});

describe('of more cookies of one name than any browser keeps', () => {
  it('those written last are found', () => {
    const line = (index: number) => `sid=1; Path=/p${index}`;
    const many = Array.from({ length: 200 }, (_, index) => line(index));
    const recording = recordingOf(response('https://shop.example/', [...many, line(0), line(200)]));
    const paths = [...(recording.index.cookiesByName.get('sid') ?? [])].map((entry) => entry.cookie.path);
    expect(paths).toContain('/p0');
    expect(paths).not.toContain('/p1');
  });
});

describe('sent cookies', () => {
  const two = response('https://shop.example/', [
    'sid=1; Path=/',
    'sid=1; Path=/account',
    'theme=dark; Path=/',
  ]);
  it.each([
    ['the only one it can be', 'theme=dark', ['theme']],
    ['nobody knows which of two', 'sid=1', [null]],
    ['unknown', 'other=1', [null]],
    ['another value than the one known', 'theme=light', [null]],
    ['several, each on its own', 'theme=dark; other=1', ['theme', null]],
  ])('%s', (_, header, names) => {
    const recording = recordingOf(two, sent(PAGE, header, { requestId: 'r2' }));
    const request = [...recording.requests.values()].at(-1);
    expect(
      request?.sent.map(({ cookie: key }) => (key === null ? null : recording.cookies.get(key)?.cookie.name)),
    ).toEqual(names);
  });

  it.each([
    ['another path', 'https://shop.example/elsewhere', 'deep=1'],
    ['another host', 'https://www.shop.example/account', 'host=1'],
  ])('are not of %s', (_, url, header) => {
    const recording = recordingOf(
      response(PAGE, ['deep=1; Path=/account', 'host=1; Path=/']),
      sent(url, header, { requestId: 'r2' }),
    );
    expect([...recording.requests.values()].at(-1)?.sent).toMatchObject([{ cookie: null }]);
  });

  it('are of a parent domain', () => {
    const recording = recordingOf(
      response(PAGE, ['wide=1; Path=/; Domain=shop.example']),
      sent('https://www.shop.example/', 'wide=1', { requestId: 'r2' }),
    );
    expect([...recording.requests.values()].at(-1)?.sent[0]?.cookie).toBe(theCookie(recording, 'wide').key);
  });

  it('are counted, with the last time and fifty requests', () => {
    const facts = Array.from({ length: 60 }, (_, index) =>
      sent(PAGE, 'theme=dark', { requestId: `q${index}`, at: T0 + 100 + index }),
    );
    const entry = theCookie(recordingOf(two, ...facts), 'theme');
    expect(entry).toMatchObject({ requests: 60, lastSent: T0 + 159 });
    expect(entry.sentBy).toHaveLength(50);
    expect(entry.sentBy.at(-1)).toBe('q59/0');
  });

  it('that are gone may have left before they went', () => {
    const recording = recordingOf(
      stored(),
      stored({}, { removed: true, cause: 'explicit' }),
      sent('https://shop.example/', 'sid=one'),
    );
    expect([...recording.requests.values()][0]?.sent[0]?.cookie).toBe(theCookie(recording).key);
  });
});
