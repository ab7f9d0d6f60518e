import { describe, expect, it } from 'vitest';
import { readCookies, writeCookies } from '../../../src/core/exchange/index.ts';
import { cookie, NOW } from './cookie.ts';

const read = (data: unknown) => readCookies(JSON.stringify(data), { url: null, now: NOW });
const at = new Date(NOW - 60_000).toISOString();

function entry(host: string, sent: string, ...lines: string[]) {
  return {
    startedDateTime: at,
    time: 1,
    request: {
      method: 'GET',
      url: `https://${host}/`,
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: sent === '' ? [] : [{ name: 'Cookie', value: sent }],
      queryString: [],
      headersSize: -1,
      bodySize: -1,
    },
    response: {
      status: 200,
      statusText: '',
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: lines.map((value) => ({ name: 'set-cookie', value })),
      content: { size: 0, mimeType: 'text/html' },
      redirectURL: '',
      headersSize: -1,
      bodySize: -1,
    },
    cache: {},
    timings: { send: 0, wait: 1, receive: 0 },
  };
}

const log = (...entries: unknown[]) => ({
  log: { version: '1.2', creator: { name: 'x', version: '1' }, entries },
});

describe('a HAR file', () => {
  it('gives the cookies that were there at its end, with the place that named them last', () => {
    const { format, rows } = read(
      log(
        entry('shop.example', '', 'sid=1; Path=/; Secure; HttpOnly', 'gone=1; Path=/'),
        entry('shop.example', 'sid=1; gone=1', 'sid=2; Path=/; Secure; HttpOnly', 'gone=; Path=/; Max-Age=0'),
        entry('other.example', '', 'sid=3; Path=/; Max-Age=3600'),
      ),
    );
    expect(format).toBe('har');
    expect(rows.map(({ where, cookie: read_ }) => [where, read_])).toEqual([
      ['log.entries[1].response', cookie({ value: '2', secure: true, httpOnly: true })],
      [
        'log.entries[2].response',
        cookie({ domain: 'other.example', value: '3', expires: expect.any(Number) }),
      ],
    ]);
  });

  it('says what it only knows of a request', () => {
    const { rows } = read(log(entry('shop.example', 'sid=abc')));
    expect(rows[0]).toMatchObject({ where: 'log.entries[0].request', name: 'sid', problem: null });
    expect(rows[0]?.cookie).toMatchObject({ value: 'abc', domain: 'shop.example' });
    expect(rows[0]?.cookie).not.toHaveProperty('assumed');
    expect(rows[0]?.assumed).toContain('httpOnly');
  });

  it('finds the last place among several hosts', () => {
    const wide = 'sid=1; Path=/; Domain=shop.example';
    const { rows } = read(
      log(
        entry('a.shop.example', '', wide),
        entry('b.shop.example', 'sid=1'),
        entry('a.shop.example', 'sid=1'),
        entry('other.example', 'sid=9'),
      ),
    );
    expect(rows.map(({ where, cookie: one }) => [where, one?.domain])).toEqual([
      ['log.entries[2].request', 'shop.example'],
      ['log.entries[3].request', 'other.example'],
    ]);
  });

  it('goes on after a damaged entry', () => {
    const { rows } = read(log({ request: 1 }, entry('shop.example', '', 'sid=1')));
    expect(rows).toMatchObject([
      { where: 'log.entries[0]', problem: 'not-a-cookie' },
      { name: 'sid', problem: null },
    ]);
  });

  it.each([
    ['empty', log(), 'no-cookies'],
    ['damaged all through', log(1, 'x', null), 'no-cookies'],
  ])('may be %s', (_, data, problem) => {
    expect(read(data)).toMatchObject({ format: 'har', rows: [], problem });
  });

  it('is written with what a browser would take, one cookie for each place', () => {
    const { text, lost } = writeCookies(
      [
        cookie({ secure: true }),
        cookie({ secure: true, value: 'other', partitionKey: 'https://top.example' }),
        cookie({ name: '__Host-x', path: '/a', secure: true }),
        cookie({ name: 'past', expires: NOW - 1 }),
      ],
      'har',
      { url: null, now: NOW },
    );
    expect(readCookies(text, { url: null, now: NOW }).rows.map(({ name }) => name)).toEqual(['sid']);
    expect(lost.map((one) => [one.cookie, one.field, one.why])).toEqual([
      [1, 'partitionKey', 'left-out'],
      [2, 'name', 'left-out'],
      [3, 'name', 'left-out'],
    ]);
  });
});
