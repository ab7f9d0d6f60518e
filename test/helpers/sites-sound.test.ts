import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Sites, startSites } from '../sites/start.ts';
import { DEMO_PASSWORD, DEMO_USER } from '../sites/users.ts';
import { createVisitor, type Visitor } from './visitor.ts';

const MINUTE = 60_000;
const SESSION = '__Host-sid';
let sites: Sites;
let now = Date.UTC(2026, 0, 1);

beforeAll(async () => {
  sites = await startSites({ idleTimeout: 15 * MINUTE, absoluteTimeout: 60 * MINUTE, now: () => now });
});
afterAll(() => sites.close());

const url = (path: string) => sites.sound.https + path;
const isSignedIn = async (visitor: Visitor) => (await visitor.get(url('/account'))).status === 200;

async function signedIn(): Promise<Visitor> {
  const visitor = createVisitor();
  const form = await visitor.get(url('/login'));
  const answer = await visitor.post(url('/login'), { username: DEMO_USER, password: DEMO_PASSWORD }, form);
  expect(answer.header('location')).toBe('/account');
  return visitor;
}

describe('the sound site', () => {
  it('only leads to HTTPS over HTTP, also for what follows the host', async () => {
    const answer = await createVisitor().get(`${sites.sound.http}/account?a=1`);
    expect([answer.status, answer.header('location')]).toEqual([308, url('/account?a=1')]);
    expect(answer.setCookie).toEqual([]);
  });

  it('takes TLS on the HTTP port too, for browsers that upgrade by Strict-Transport-Security', async () => {
    const { http, host } = sites.sound;
    const answer = await createVisitor().get(http.replace('http:', 'https:'));
    expect([answer.status, host]).toEqual([200, 'sound.test']);
  });

  it('sets no cookie before one is needed', async () => {
    expect((await createVisitor().get(url('/'))).setCookie).toEqual([]);
  });

  it('has a __Host- session cookie of 256 random bits, HttpOnly, Secure, SameSite=Lax, without an expiry', async () => {
    const [line = ''] = (await createVisitor().get(url('/login'))).setCookie;
    expect(line.replace(/=[^;]+/, '')).toBe(`${SESSION}; Path=/; HttpOnly; Secure; SameSite=Lax`);
    const id = /=s%3A([\w-]+)\./.exec(line)?.[1] ?? '';
    expect(Buffer.from(id, 'base64url')).toHaveLength(32);
  });

  it('makes a new session ID at login, and forgets the one before', async () => {
    const visitor = createVisitor();
    const form = await visitor.get(url('/login'));
    const before = visitor.cookies.get(SESSION) ?? '';
    await visitor.post(url('/login'), { username: DEMO_USER, password: DEMO_PASSWORD }, form);
    expect(visitor.cookies.get(SESSION)).not.toBe(before);
    const old = createVisitor();
    old.cookies.set(SESSION, before);
    expect(await isSignedIn(old)).toBe(false);
    expect(await isSignedIn(visitor)).toBe(true);
  });

  it('refuses a wrong password', async () => {
    const visitor = createVisitor();
    const form = await visitor.get(url('/login'));
    const answer = await visitor.post(url('/login'), { username: DEMO_USER, password: 'wrong' }, form);
    expect(answer.status).toBe(401);
    expect(await isSignedIn(visitor)).toBe(false);
  });

  it.each(['/login', '/logout', '/account/email'])('refuses POST %s without the CSRF token', async (path) => {
    const visitor = await signedIn();
    const answer = await visitor.post(url(path), {
      username: DEMO_USER,
      password: DEMO_PASSWORD,
      _csrf: 'x',
    });
    expect(answer.status).toBe(403);
    expect(await isSignedIn(visitor)).toBe(true);
  });

  it.each([
    ['the right', DEMO_PASSWORD, 'new@example.com'],
    ['a wrong', 'wrong', 'demo@example.com'],
  ])('changes the e-mail address only with %s password', async (_which, password, expected) => {
    const visitor = await signedIn();
    const change = async (email: string, current_password: string) =>
      visitor.post(url('/account/email'), { email, current_password }, await visitor.get(url('/account')));
    await change('demo@example.com', DEMO_PASSWORD);
    await change('new@example.com', password);
    expect((await visitor.get(url('/account'))).body).toContain(`<b>${expected}</b>`);
  });

  it('ends the session at logout: cookie deleted as it was set, site data cleared, ID dead on the server', async () => {
    const visitor = await signedIn();
    const id = visitor.cookies.get(SESSION) ?? '';
    const answer = await visitor.post(url('/logout'), {}, await visitor.get(url('/account')));
    expect(answer.setCookie).toEqual([
      `${SESSION}=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; Secure; SameSite=Lax`,
    ]);
    expect(answer.header('clear-site-data')).toBe('"cookies", "storage"');
    visitor.cookies.set(SESSION, id);
    expect(await isSignedIn(visitor)).toBe(false);
  });

  it.each([
    ['goes on while it is used', [14, 14, 14], true],
    ['ends when it was idle too long', [16], false],
    ['ends when it is too old, however busy', [14, 14, 14, 14, 14], false],
  ])('%s', async (_behaviour, pauses, expected) => {
    const visitor = await signedIn();
    let alive = true;
    for (const minutes of pauses) {
      now += minutes * MINUTE;
      alive = await isSignedIn(visitor);
    }
    expect(alive).toBe(expected);
  });

  it('says in its headers what protects it', async () => {
    const { header } = await (await signedIn()).get(url('/account'));
    expect(header('cache-control')).toBe('no-store');
    expect(header('strict-transport-security')).toBe('max-age=63072000; includeSubDomains');
    expect(header('x-content-type-options')).toBe('nosniff');
    expect(header('referrer-policy')).toBe('same-origin');
    const policy = (header('content-security-policy') ?? '').split(';');
    expect(policy).toEqual(
      expect.arrayContaining(["default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'"]),
    );
  });

  it('has a theme cookie that script may read, and nothing more to it', async () => {
    const [line] = (await createVisitor().post(url('/theme'), {})).setCookie;
    expect(line).toMatch(/^theme=dark; Max-Age=\d+; Path=\/; Expires=[^;]+; Secure; SameSite=Lax$/);
  });
});
