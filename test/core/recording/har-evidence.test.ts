/** What Cookie headers show of a cookie store that is not in the file. */
import { describe, expect, it } from 'vitest';
import { auditHar } from '../../../src/core/audit/audit-har.ts';
import { recordHar } from '../../../src/core/recording/har/record-har.ts';
import type { CookieEntry } from '../../../src/core/recording/recording.ts';
import { type Dialect, type Exchange, harLog } from '../../helpers/har-log.ts';

const SHOP = 'https://shop.example';
const cookiesOf = (exchanges: readonly Exchange[], dialect: Dialect = 'chrome'): CookieEntry[] => [
  ...recordHar(harLog(dialect, exchanges)).recording.cookies.values(),
];
const kinds = ({ history }: CookieEntry) => history.map((event) => event.kind);
const writers = ({ history }: CookieEntry) => history.map((event) => ('by' in event ? event.by.kind : ''));

describe('a cookie that no recorded response set', () => {
  it('was there before', () => {
    const [cookie, ...more] = cookiesOf([{ url: `${SHOP}/login`, method: 'POST', cookie: 'sid=old' }]);
    expect(more).toEqual([]);
    expect(cookie).toMatchObject({ present: true, requests: 1 });
    expect(cookie?.cookie).toMatchObject({
      name: 'sid',
      value: 'old',
      domain: 'shop.example',
      hostOnly: true,
      assumed: true,
    });
    expect(cookie && [kinds(cookie), writers(cookie)]).toEqual([['seen'], ['before']]);
  });

  it('is the one that a later line writes, wherever that says it belongs', () => {
    const cookies = cookiesOf([
      { url: 'https://www.shop.example/login', cookie: 'sid=old' },
      {
        url: 'https://www.shop.example/login',
        method: 'POST',
        cookie: 'sid=old',
        setCookie: ['sid=new; Domain=shop.example; Path=/; Secure; HttpOnly'],
      },
    ]);
    expect(cookies.map((cookie) => kinds(cookie))).toEqual([['seen', 'changed']]);
    expect(cookies[0]?.cookie).toMatchObject({ value: 'new', domain: 'shop.example', hostOnly: false });
    expect(cookies[0]?.cookie.assumed).toBeUndefined();
  });

  it('goes to a whole domain where several of its hosts get it', () => {
    const cookies = cookiesOf([
      { url: 'https://www.shop.example/', cookie: 'sid=one' },
      { url: 'https://pay.shop.example/', cookie: 'sid=one' },
    ]);
    expect(cookies.map(({ cookie, requests }) => [cookie.domain, cookie.hostOnly, requests])).toEqual([
      ['shop.example', false, 2],
    ]);
  });

  it('is known with all it has, where the file tells (Chrome)', () => {
    const har = harLog('chrome', [{ url: `${SHOP}/`, cookie: 'sid=old' }]);
    const [entry] = har.log.entries as { request: { cookies: unknown[] } }[];
    if (entry !== undefined)
      entry.request.cookies = [
        {
          name: 'sid',
          value: 'old',
          domain: '.shop.example',
          path: '/',
          expires: '2027-01-01T00:00:00.000Z',
          httpOnly: false,
          secure: true,
          sameSite: 'Strict',
        },
      ];
    const [cookie] = recordHar(har).recording.cookies.values();
    expect(cookie?.cookie).toEqual({
      name: 'sid',
      value: 'old',
      domain: 'shop.example',
      hostOnly: false,
      path: '/',
      secure: true,
      httpOnly: false,
      sameSite: 'strict',
      expires: Date.UTC(2027, 0, 1),
      partitionKey: null,
    });
  });

  it('has no flaws that nobody saw, and is not said to have been set so', () => {
    const report = auditHar(
      harLog('firefox', [{ url: `${SHOP}/`, cookie: 'PHPSESSID=q7k2l9x4v8b1n6m3c5z0a8s7d2' }]),
    );
    expect(report.sites[0]?.findings.filter(({ cookie }) => cookie !== undefined)).toEqual([]);
    expect(report.sites[0]?.cookies).toMatchObject([{ name: 'PHPSESSID', role: 'session', assumed: true }]);
  });

  it('that went over plain HTTP is not Secure', () => {
    const [cookie] = cookiesOf([{ url: 'http://shop.example/', cookie: 'sid=old' }]);
    expect(cookie?.cookie.secure).toBe(false);
  });

  it('was written by script, where the same page came without it before', () => {
    const exchanges = [{ url: `${SHOP}/` }, { url: `${SHOP}/`, cookie: 'token=one' }];
    expect(cookiesOf(exchanges).map(writers)).toEqual([['script-or-extension']]);
    // Safari leaves out redirects, and what they set.
    expect(cookiesOf(exchanges, 'safari').map(writers)).toEqual([['before']]);
  });
});

describe('another value', () => {
  it('that no line set is a change by nobody known', () => {
    const [cookie] = cookiesOf([
      { url: `${SHOP}/`, setCookie: ['sid=one; HttpOnly'] },
      { url: `${SHOP}/`, cookie: 'sid=two' },
    ]);
    expect(cookie && [kinds(cookie), writers(cookie)]).toEqual([
      ['created', 'changed'],
      ['response', 'before'],
    ]);
  });

  it('that was the cookie’s before is a request under way, and no change', () => {
    const [cookie] = cookiesOf([
      { url: `${SHOP}/`, setCookie: ['sid=one'] },
      { url: `${SHOP}/login`, method: 'POST', cookie: 'sid=one', setCookie: ['sid=two'] },
      { url: `${SHOP}/api`, type: 'fetch', cookie: 'sid=one' },
      { url: `${SHOP}/api`, type: 'fetch', cookie: 'sid=two' },
    ]);
    expect(cookie && kinds(cookie)).toEqual(['created', 'changed']);
  });

  it('under the same name in one header is another path’s, and does not make the two take turns', () => {
    const both = { url: `${SHOP}/a/b`, cookie: 'sid=deep; sid=top' };
    const cookies = cookiesOf([both, both, both]);
    expect(cookies.map((cookie) => [cookie.cookie.value, kinds(cookie)])).toEqual([['top', ['seen']]]);
  });
});

describe('a line', () => {
  const confirmed = (exchanges: readonly Exchange[]) =>
    [...recordHar(harLog('chrome', exchanges)).recording.setCookies.values()].map((line) => line.confirmed);

  it('is confirmed by its cookie being sent back, and by nothing else', () => {
    expect(
      confirmed([
        { url: `${SHOP}/`, setCookie: ['a=1', 'b=2'] },
        { url: `${SHOP}/`, cookie: 'a=1' },
      ]),
    ).toEqual([true, null]);
  });

  it('that was predicted to be refused is contradicted by its cookie being sent', () => {
    const refused = 'a=1; SameSite=None';
    expect(
      confirmed([
        { url: `${SHOP}/`, setCookie: [refused] },
        { url: `${SHOP}/`, cookie: 'a=1' },
      ]),
    ).toEqual([false]);
    expect(confirmed([{ url: `${SHOP}/`, setCookie: [refused] }, { url: `${SHOP}/` }])).toEqual([null]);
  });

  it('comes before the request that sends its cookie, whatever the file’s times add up to', () => {
    const exchanges: Exchange[] = [
      { url: `${SHOP}/`, at: 0, setCookie: ['sid=one'] },
      { url: `${SHOP}/api`, at: 5, type: 'fetch', cookie: 'sid=one' },
    ];
    const [cookie] = cookiesOf(exchanges);
    expect(cookie && [kinds(cookie), cookie.requests]).toEqual([['created'], 1]);
  });

  it('from a cache sets nothing', () => {
    const cached = {
      url: `${SHOP}/style.css`,
      type: 'stylesheet',
      setCookie: ['a=1'],
      more: { _fromCache: 'disk' },
    };
    expect(confirmed([cached])).toEqual([]);
  });
});
