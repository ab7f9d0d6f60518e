/** What real session libraries do that made-up visits did not show; the apps themselves are in test/sites/frameworks. */
import { describe, expect, it } from 'vitest';
import type { Fact } from '../../../src/core/recording/fact.ts';
import { withoutUserinfo } from '../../../src/core/recording/url.ts';
import { lookOfValue } from '../../../src/core/session/value-look.ts';
import { A, B, C, gone, HOST, line, type Visit, visit } from './browse.ts';

const user = ['username', 'password'];
const login = (...set: readonly string[]) => ({ fields: user, set, to: '/account' });
const logout = (...set: readonly string[]) => ({ set, to: '/' });
const at = (name: string, value: string, path: string, more = '') =>
  `${name}=${value}; Path=${path}; Secure; HttpOnly; SameSite=Lax${more}`;

describe('a token that is sent to one path only', () => {
  const signedIn = (before: Visit = visit().had('other=1')) =>
    before
      .ask('GET /')
      .ask('POST /login', login(line('access_token', A), at('refresh_token', B, '/refresh')))
      .ask('GET /account');

  it('is issued by the login that sets it, and cleared by the logout that deletes it', () => {
    const visited = signedIn().ask(
      'POST /logout',
      logout(gone('access_token'), at('refresh_token', '', '/refresh', '; Max-Age=0')),
    );
    expect(visited.story()).toEqual([
      'access_token: login issued',
      'refresh_token: login issued',
      'access_token: logout cleared',
      'refresh_token: logout cleared',
    ]);
  });

  it('is not cleared by the logout that forgets it', () => {
    const visited = signedIn().ask('POST /logout', logout(gone('access_token')));
    expect(visited.story(['logout'])).toEqual([
      'access_token: logout cleared',
      'refresh_token: logout not-cleared',
    ]);
  });

  it('may have been there before, where nobody asked the cookie store', () => {
    expect(signedIn(visit()).story(['login'])).toContain('refresh_token: login unobserved');
  });

  it('of another application on the same host is no part of this one’s logout', () => {
    const visited = visit()
      .ask('GET /forum/', { set: [at('forum_session', C, '/forum')] })
      .ask('GET /')
      .ask('POST /login', login(line('sid', A)))
      .ask('POST /logout', logout(gone('sid')));
    expect(visited.story(['logout'])).toEqual(['sid: logout cleared']);
  });
});

describe('a logout after which somebody is still let in', () => {
  const signedIn = () =>
    visit()
      .ask('GET /account', { to: '/login' })
      .ask('POST /login', login(line('sid', A)));

  it.each<[string, Visit, readonly string[]]>([
    [
      'under another ID',
      signedIn()
        .ask('POST /logout', logout(line('sid', B)))
        .ask('GET /account'),
      ['sid: logout cleared', 'sid: logout alive-after-logout'],
    ],
    [
      'under an ID that came with a later page',
      signedIn()
        .ask('POST /logout', logout(gone('sid')))
        .ask('GET /', { set: [line('sid', B)] })
        .ask('GET /account'),
      ['sid: logout cleared', 'sid: logout alive-after-logout'],
    ],
    [
      'not, for the page is closed',
      signedIn()
        .ask('POST /logout', logout(line('sid', B)))
        .ask('GET /account', { to: '/login' }),
      ['sid: logout cleared'],
    ],
    [
      'after something was sent that may have been a login',
      signedIn()
        .ask('POST /logout', logout(line('sid', B)))
        .ask('POST /anything', { to: '/' })
        .ask('GET /account'),
      ['sid: logout cleared'],
    ],
    [
      'after a login',
      signedIn()
        .ask('POST /logout', logout(line('sid', B)))
        .ask('POST /login', login(line('sid', C)))
        .ask('GET /account'),
      ['sid: logout cleared'],
    ],
    [
      'by a page that is open to all',
      signedIn()
        .ask('GET /news')
        .ask('POST /logout', logout(line('sid', B)))
        .ask('GET /news'),
      ['sid: logout cleared'],
    ],
    [
      'by the one cookie that was left, which is what let in',
      visit()
        .ask('GET /account', { to: '/login' })
        .ask('POST /login', login(line('sid', A), line('auth_token', C)))
        .ask('POST /logout', logout(line('sid', B)))
        .ask('GET /account'),
      ['sid: logout cleared', 'auth_token: logout not-cleared', 'auth_token: logout alive-after-logout'],
    ],
  ])('%s', (_, visited, story) => {
    expect(visited.story(['logout'])).toEqual(story);
  });

  it('is found, and said to be under another ID', () => {
    const visited = signedIn()
      .ask('POST /logout', logout(line('sid', B)))
      .ask('GET /account');
    const finding = visited.report().findings.find(({ rule }) => rule === 'session-alive-after-logout');
    expect(finding?.message).toMatch(/^Without a login, the next ID of `sid`/);
    const [session] = visited.report().sessions;
    const [before, after] = session?.ids.map(({ fingerprint }) => fingerprint) ?? [];
    expect(session?.events.at(-1)).toMatchObject({ verdict: 'alive-after-logout', before, after });
  });
});

describe('a value that changes with every response', () => {
  const rolling = (n: number) => line('session', `${A}${n}${B}`);
  const signedIn = () => {
    let page = 0;
    const next = () => rolling(++page);
    const visited = visit()
      .ask('GET /', { set: [next()] })
      .ask('GET /news', { set: [next()] })
      .ask('POST /login', { ...login(next()), lands: { set: [next()] } })
      .ask('GET /news', { set: [next()] })
      .ask('GET /', { set: [next()] });
    return { visited, next };
  };

  it('is not known to be cleared because it changed at the logout, too', () => {
    const { visited, next } = signedIn();
    visited.ask('POST /logout', { ...logout(next()), lands: { set: [next()] } });
    expect(visited.story()).toEqual(['session: login rolling', 'session: logout unobserved']);
  });

  it('is cleared where it is gone, or what was open is closed', () => {
    const deleted = signedIn();
    deleted.visited.ask('POST /logout', logout(gone('session')));
    expect(deleted.visited.story(['logout'])).toEqual(['session: logout cleared']);
    const closed = signedIn();
    closed.visited
      .ask('GET /account', { set: [closed.next()] })
      .ask('POST /logout', { ...logout(closed.next()), lands: { set: [closed.next()] } })
      .ask('GET /account', { to: '/login' });
    expect(closed.visited.story(['logout'])).toEqual(['session: logout cleared']);
  });
});

describe('HTTP credentials that the browser shows nobody', () => {
  const CHALLENGE = { status: 401, headers: { 'www-authenticate': 'Basic realm="x"' } } as const;
  const anonymous = () => visit().ask('GET /', { set: [line('sid', A)] });
  /** The same request once more, as after a person filled in the browser's box. */
  const retried =
    (status: number, challenge: string | null, more = '') =>
    (now: number) =>
      ({
        kind: 'response',
        at: now + 20,
        requestId: 'retried',
        url: `${HOST}/admin${more}`,
        method: 'GET',
        type: 'main_frame',
        frameId: 0,
        status,
        setCookies: [],
        headers: challenge === null ? [] : [{ name: 'www-authenticate', value: challenge }],
      }) satisfies Fact;
  const box = (challenge: string, ...answers: readonly (readonly [number, string | null])[]) =>
    answers.reduce(
      (visited, [status, again]) => visited.wait(1000).fact(retried(status, again)),
      anonymous().fact(retried(401, challenge)),
    );

  it.each<[string, Visit, readonly string[]]>([
    [
      'a page that was challenged and is open',
      anonymous().ask('GET /admin', CHALLENGE).ask('GET /admin'),
      ['unobserved'],
    ],
    ['the request itself again', box('Basic realm="x"', [200, null]), ['unobserved']],
    ['the request itself again, refused', box('Basic realm="x"', [401, 'Basic realm="x"']), ['failed']],
    [
      'refused, then let in',
      box('Basic realm="x"', [401, 'Basic realm="x"'], [200, null]),
      ['failed', 'unobserved'],
    ],
    [
      'an old nonce is no refusal',
      box('Digest realm="x"', [401, 'Digest realm="x", stale=true'], [200, null]),
      ['unobserved'],
    ],
    ['several legs are no refusal', box('NTLM', [401, 'NTLM abc'], [200, null]), ['unobserved']],
    ['nobody answered', anonymous().ask('GET /admin', CHALLENGE).ask('GET /news'), []],
    [
      'a form was filled in in between',
      anonymous()
        .ask('GET /admin', CHALLENGE)
        .ask('POST /login', login(line('sid', B)))
        .ask('GET /admin'),
      ['rotated'],
    ],
    [
      'data that script asks for again with a fresh token',
      anonymous().xhr('GET /api/orders', CHALLENGE).xhr('POST /refresh').xhr('GET /api/orders'),
      [],
    ],
  ])('%s', (_, visited, verdicts) => {
    expect(visited.verdicts()).toEqual(verdicts);
  });

  it.each([
    ['https://ada:secret@shop.example/a?b=c@d', 'https://shop.example/a?b=c@d'],
    ['https://ada@shop.example/', 'https://shop.example/'],
    ['https://shop.example/@ada', 'https://shop.example/@ada'],
    ['no@url', 'no@url'],
  ])('leave the URL %s', (url, without) => {
    expect(withoutUserinfo(url)).toBe(without);
  });
});

describe('content in a cookie that is named after the ID', () => {
  const signed = (id: string) =>
    `s:${Buffer.from(JSON.stringify({ message: id, purpose: 'session' })).toString('base64url')}.${A}${B}`;

  it('is a part of the session that has the ID', () => {
    const visited = visit()
      .ask('GET /', { set: [line('adonis_session', signed(A)), line(A, `e:${C}${B}`)] })
      .ask('POST /login', login(line('adonis_session', signed(B)), gone(A), line(B, `e:${B}${C}`)));
    expect(visited.report().sessions).toMatchObject([
      { cookie: { name: 'adonis_session' }, members: [A, B] },
    ]);
    expect(visited.story()).toEqual(['adonis_session: login rotated']);
  });

  it('is none where the name is in no other value', () => {
    const visited = visit().ask('GET /', { set: [line('sid', A), line(C, B)] });
    expect(visited.report().sessions.map(({ members }) => members)).toEqual([[], []]);
  });
});

describe('a cookie for the device, read by the server alone', () => {
  const year = '; Max-Age=31536000';
  it('was sent when the door was closed, too: it opened nothing', () => {
    const visited = visit()
      .ask('GET /', { set: [line('device', C, year)] })
      .xhr('GET /api/me', { status: 401 })
      .xhr('POST /api/login', { fields: user, set: [line('qz', A)] })
      .xhr('GET /api/me');
    const roles = Object.fromEntries(visited.report().cookies.map(({ name, role }) => [name, role]));
    expect(roles).toEqual({ device: 'unknown', qz: 'session' });
    expect(visited.story()).toEqual(['qz: login issued']);
  });
});

describe('an end that moves by whole seconds', () => {
  const inSeconds = (visited: Visit, seconds: number) => {
    let date = '';
    visited.fact((now) => {
      date = new Date(now + seconds * 1000).toUTCString();
      return { kind: 'mark', at: now, mark: 'note', text: '' };
    });
    return `; Expires=${date}`;
  };
  const ask = (visited: Visit, id: string, pause: number) =>
    visited.wait(pause - 1000).ask('GET /', { set: [line('sid', id, inSeconds(visited, 1200))] });

  it('slides, though a few lines within a moment have the same', () => {
    const visited = visit();
    for (const pause of [1010, 300, 300]) ask(visited, A, pause);
    expect(visited.report().sessions[0]?.lifetime.kind).toBe('sliding');
  });

  it('is told by the ID that was there longest, not by the anonymous one after the logout', () => {
    const visited = visit();
    for (const pause of [1010, 4000, 4000]) ask(visited, A, pause);
    for (const pause of [1010, 20]) ask(visited, B, pause);
    expect(visited.report().sessions[0]?.lifetime.kind).toBe('sliding');
  });
});

describe('looks', () => {
  it.each([
    ['https%3A%2F%2Fshop.example%3A8443%2Faccount', 'text'],
    ['https://shop.example/a0b1c2d3e4f5', 'text'],
    [`eyJhbGciOiJkaXIifQ..${A}.${B}`, 'jwt'],
    [`eyJhbGciOiJkaXIifQ..${A}.${B}.${C}`, 'jwt'],
    [A, 'opaque'],
  ])('%s is %s', (value, look) => {
    expect(lookOfValue(value)).toBe(look);
  });
});
