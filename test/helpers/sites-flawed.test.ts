import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  ADJUSTED,
  REJECTED_ANYWHERE,
  REJECTED_IN_FRAME,
  REJECTED_OVER_HTTP,
} from '../sites/flawed/rejected-lines.ts';
import { type Sites, startSites } from '../sites/start.ts';
import { DEMO_PASSWORD, DEMO_USER } from '../sites/users.ts';
import { createVisitor, type Visitor } from './visitor.ts';

let sites: Sites;
beforeAll(async () => {
  sites = await startSites();
});
afterAll(() => sites.close());

const SESSION = 'connect.sid';
const login = (visitor: Visitor, fields: Readonly<Record<string, string>> = {}) =>
  visitor.post(`${sites.flawed.https}/login`, { username: DEMO_USER, password: DEMO_PASSWORD, ...fields });

describe('the flawed site', () => {
  it('gives every visitor a session cookie for a year, every subdomain, any scheme and every script', async () => {
    const line = (await createVisitor().get(`${sites.flawed.http}/`)).setCookie.find((l) =>
      l.startsWith(SESSION),
    );
    expect(line).toMatch(/; Domain=flawed\.test;/);
    expect(line).not.toMatch(/HttpOnly|Secure|SameSite/);
    const expires = Date.parse(/Expires=([^;]+)/.exec(line ?? '')?.[1] ?? '');
    expect(Math.round((expires - Date.now()) / 86_400_000)).toBe(365);
  });

  it('sends a SameSite=None cookie without Secure', async () => {
    const { setCookie } = await createVisitor().get(`${sites.flawed.https}/`);
    expect(setCookie).toContain('promo=spring; Path=/; SameSite=None');
  });

  it('keeps the session ID at login, and puts an e-mail address and a role into cookies', async () => {
    const visitor = createVisitor();
    await visitor.get(`${sites.flawed.https}/`);
    const before = visitor.cookies.get(SESSION);
    const answer = await login(visitor, { remember: '1' });
    expect(answer.status).toBe(303);
    expect(visitor.cookies.get(SESSION)).toBe(before);
    expect(visitor.cookies.get('email')).toBe('demo%40example.com');
    expect(visitor.cookies.get('role')).toBe('customer');
    expect(visitor.cookies.get('remember_me')).toMatch(/^[0-9a-f]{32}$/);
  });

  it('refuses a wrong password', async () => {
    const visitor = createVisitor();
    const answer = await login(visitor, { password: 'wrong' });
    expect(answer.status).toBe(401);
    expect(answer.body).toContain('role="alert"');
    expect((await visitor.get(`${sites.flawed.https}/account`)).header('location')).toBe('/login');
  });

  it('lets shared caches keep the account page', async () => {
    const visitor = createVisitor();
    await login(visitor);
    const account = await visitor.get(`${sites.flawed.https}/account`);
    expect(account.status).toBe(200);
    expect(account.header('cache-control')).toBe('public, max-age=600');
  });

  it('changes the e-mail address without token or password', async () => {
    const visitor = createVisitor();
    await login(visitor);
    await visitor.post(`${sites.flawed.https}/account/email`, { email: 'other@example.com' });
    expect((await visitor.get(`${sites.flawed.https}/account`)).body).toContain('<b>other@example.com</b>');
    await visitor.post(`${sites.flawed.https}/account/email`, { email: 'demo@example.com' });
  });

  it('carries the session ID in the address of the orders', async () => {
    const visitor = createVisitor();
    await login(visitor);
    const target = (await visitor.get(`${sites.flawed.https}/orders`)).header('location') ?? '';
    const id = new URLSearchParams(target.split('?')[1]).get('sid') ?? '';
    expect(id.length).toBeGreaterThan(20);
    expect(decodeURIComponent(visitor.cookies.get(SESSION) ?? '')).toContain(id);
  });

  it.each([
    ['/logout', undefined],
    ['/logout/wrong-path', `${SESSION}=; Path=/account; Expires=Thu, 01 Jan 1970 00:00:00 GMT`],
  ])('leaves the session alive on the server after %s', async (path, deletion) => {
    const visitor = createVisitor();
    await login(visitor);
    const id = visitor.cookies.get(SESSION) ?? '';
    const answer = await visitor.post(sites.flawed.https + path, {});
    expect(answer.setCookie.find((line) => line.startsWith(`${SESSION}=;`))).toBe(deletion);
    visitor.cookies.set(SESSION, id);
    expect((await visitor.get(`${sites.flawed.https}/account`)).status).toBe(200);
  });

  it('keeps price, basket and last visit in cookies: plain, signed pair, signed', async () => {
    const visitor = createVisitor();
    await visitor.get(`${sites.flawed.https}/cart`);
    await visitor.post(`${sites.flawed.https}/basket`, {});
    expect(decodeURIComponent(visitor.cookies.get('cart') ?? '')).toContain('"price":4.2');
    expect(visitor.cookies.get('last_seen')).toMatch(/^s%3A\d+\./);
    expect(Buffer.from(visitor.cookies.get('basket') ?? '', 'base64').toString()).toContain(
      '"step":"delivery"',
    );
    expect(visitor.cookies.has('basket.sig')).toBe(true);
  });

  it.each([
    ['https', REJECTED_ANYWHERE],
    ['http', [...REJECTED_ANYWHERE, ...REJECTED_OVER_HTTP]],
  ] as const)('sends every line that is refused over %s as it stands', async (scheme, lines) => {
    const { setCookie, body } = await createVisitor().get(`${sites.flawed[scheme]}/rejected`);
    expect(setCookie).toEqual(expect.arrayContaining(lines.map(({ line }) => line)));
    expect(body).toContain(scheme === 'https' ? sites.tracker.https : sites.flawedWww.https);
  });

  it('sends every line that is adjusted as it stands', async () => {
    const { setCookie } = await createVisitor().get(`${sites.flawed.https}/adjusted`);
    expect(setCookie).toEqual(expect.arrayContaining(ADJUSTED.map(({ line }) => line.trim())));
  });

  it('has a third party that sets tracking and partitioned cookies, and ones its frame may not set', async () => {
    const frame = await createVisitor().get(`${sites.tracker.https}/frame`);
    expect(frame.setCookie.map((line) => line.split('=')[0])).toEqual(['uid', '__Host-chip', '_ga']);
    expect(frame.setCookie[1]).toContain('; Partitioned');
    const refused = await createVisitor().get(`${sites.tracker.https}/rejected-frame`);
    expect(refused.setCookie).toEqual(REJECTED_IN_FRAME.map(({ line }) => line));
  });

  it('sets a cookie on each hop of a redirect over two hosts', async () => {
    const first = await createVisitor().get(`${sites.flawed.http}/hop/1`);
    expect(first.header('location')).toBe(`${sites.flawedWww.http}/hop/2`);
    const second = await createVisitor().get(`${sites.flawedWww.http}/hop/2`);
    const third = await createVisitor().get(second.header('location') ?? '');
    const names = [first, second, third].flatMap((hop) => hop.setCookie.map((line) => line.split('=')[0]));
    expect(names.filter((name) => name !== SESSION)).toEqual(['hop_1', 'hop_2', 'hop_3']);
    expect(third.header('location')).toBe('/landed');
  });

  it.each([
    [
      'an image',
      () => `${sites.flawedCdn.https}/dot.gif`,
      'cdn_node=eu-1; Domain=flawed.test; Path=/; SameSite=Lax',
    ],
    [
      "a service worker's fetch",
      () => `${sites.flawed.https}/worker/cookie?name=sw_own`,
      'sw_own=by-service-worker; Path=/; SameSite=Lax',
    ],
  ])('sets a cookie by %s', async (_what, url, line) => {
    expect((await createVisitor().get(url())).setCookie).toContain(line);
  });

  it('writes a token by script into a cookie and into web storage', async () => {
    const { body } = await createVisitor().get(`${sites.flawed.https}/token.js`);
    for (const call of ['document.cookie =', 'localStorage.setItem', 'cookieStore'])
      expect(body).toContain(call);
  });

  it('has none of the headers that protect', async () => {
    const { header } = await createVisitor().get(`${sites.flawed.https}/`);
    const protective = ['strict-transport-security', 'content-security-policy', 'x-content-type-options'];
    expect(protective.map(header)).toEqual([undefined, undefined, undefined]);
  });
});
