import { describe, expect, it } from 'vitest';
import { A, B, C, gone, line, visit } from './browse.ts';

const user = ['username', 'password'];
const login = (set: readonly string[]) => ({ fields: user, set, to: '/account' });
const roleIn = (visited: ReturnType<typeof visit>, name: string) =>
  visited.report().cookies.find((cookie) => cookie.name === name)?.role;

describe('what a cookie did tells whether it is the session', () => {
  it.each<[string, ReturnType<typeof visit>, string]>([
    [
      'an unknown name that script can read, replaced at login',
      visit()
        .ask('GET /', { set: [`x9=${A}; Path=/`] })
        .ask('POST /login', login([`x9=${B}; Path=/`])),
      'session',
    ],
    [
      'the same, not replaced',
      visit()
        .ask('GET /', { set: [`x9=${A}; Path=/`, line('sid', C)] })
        .ask('POST /login', login([line('sid', B)])),
      'unknown',
    ],
    [
      'a user name that login sets and logout removes',
      visit()
        .ask('POST /login', login(['user=ann; Path=/', line('sid', A)]))
        .ask('POST /logout', { set: ['user=; Path=/; Max-Age=0', gone('sid')], to: '/' }),
      'unknown',
    ],
    [
      'an e-mail address that does so',
      visit()
        .ask('POST /login', login(['user=ann%40shop.example; Path=/', line('sid', A)]))
        .ask('POST /logout', { set: ['user=; Path=/; Max-Age=0', gone('sid')], to: '/' }),
      'unknown',
    ],
  ])('%s', (_, visited, role) => {
    expect(
      roleIn(
        visited,
        role === 'session' || !visited.report().cookies.some(({ name }) => name === 'user') ? 'x9' : 'user',
      ),
    ).toBe(role);
  });

  it('a session’s name that only script writes is none beside the session', () => {
    const visited = visit()
      .ask('GET /', { set: [line('sid', A)] })
      .script('px_sid=7f9c24e5-0b1d-4c3a-9e8f-1a2b3c4d5e6f')
      .ask('POST /login', login([line('sid', B)]));
    expect(roleIn(visited, 'px_sid')).toBe('unknown');
  });

  it.each(['csrftoken', 'AWSALB', '_ga', 'theme', 'my_csrf'])(
    '%s is never one, although login replaces and logout removes it',
    (name) => {
      const visited = visit()
        .ask('GET /', { set: [line(name, A)] })
        .ask('POST /login', login([line(name, B), line('sid', C)]))
        .ask('POST /logout', { set: [gone(name), gone('sid')], to: '/' });
      expect(visited.report().sessions.map(({ cookie }) => cookie.name)).toEqual(['sid']);
    },
  );

  it('names what it saw', () => {
    const visited = visit()
      .ask('GET /account', { to: '/login' })
      .ask('GET /', { set: [line('qz', A)] })
      .ask('POST /login', login([line('qz', B)]))
      .ask('GET /account')
      .ask('POST /logout', { set: [gone('qz')], to: '/' });
    expect(visited.report().sessions[0]?.signals).toEqual(
      expect.arrayContaining([
        'replaced at login',
        'cleared at logout',
        'sent with every request that was let in, and refused before',
      ]),
    );
  });
});

describe('the person’s word', () => {
  const visited = visit().ask('GET /', { set: [line('sid', A), `x=${B}; Path=/`] });
  it('makes a session of what looks like none', () => {
    const { sessions } = visited.analysis((_, name) => (name === 'x' ? true : undefined));
    expect(sessions.map(({ cookie }) => [cookie.ref.name, cookie.likelihood])).toContainEqual(['x', 1]);
  });
  it('takes one away', () => {
    expect(visited.analysis((_, name) => (name === 'sid' ? false : undefined)).sessions).toEqual([]);
  });
});

describe('parts of one session', () => {
  it('the same value on another path is one', () => {
    const visited = visit().ask('GET /', { set: [line('sid', A), `sid=${A}; Path=/app; Secure; HttpOnly`] });
    expect(visited.report().sessions.map(({ members }) => members)).toEqual([['sid']]);
  });

  it('a marker of chunks has its ID in the first chunk', () => {
    const chunks = (value: string) => [
      line('.AspNetCore.Cookies', 'chunks-2'),
      line('.AspNetCore.CookiesC1', value),
      line('.AspNetCore.CookiesC2', C),
    ];
    const visited = visit()
      .ask('GET /', { set: chunks(A) })
      .ask('POST /login', login(chunks(B)));
    expect(visited.report().sessions).toMatchObject([
      {
        cookie: { name: '.AspNetCore.Cookies' },
        members: ['.AspNetCore.CookiesC1', '.AspNetCore.CookiesC2'],
      },
    ]);
    expect(visited.story()).toEqual(['.AspNetCore.Cookies: login rotated']);
  });
});

describe('lifetimes', () => {
  const max = '; Max-Age=3600';
  it('a new ID at login does not make a lifetime slide', () => {
    const visited = visit()
      .ask('GET /', { set: [line('sid', A, max)] })
      .wait(60_000)
      .ask('POST /login', login([line('sid', B, max)]));
    expect(visited.report().sessions[0]?.lifetime).toEqual({ kind: 'fixed', expiry: 'fixed', seconds: 3600 });
  });

  it('three IDs, of a visit, a login and a logout, are no rolling value', () => {
    const visited = visit()
      .ask('GET /', { set: [line('sid', A)] })
      .ask('POST /login', login([line('sid', B)]))
      .ask('POST /logout', { set: [line('sid', C)], to: '/' });
    expect(visited.report().sessions[0]?.lifetime.kind).toBe('browser-session');
  });

  it('idle and absolute bounds are what was seen to be let in, and refused', () => {
    const bounds = visit()
      .ask('GET /account', { to: '/login' })
      .ask('POST /login', login([line('sid', A)]))
      .wait(600_000)
      .ask('GET /account')
      .wait(1_800_000)
      .ask('GET /account', { to: '/login' })
      .analysis().sessions[0]?.bounds;
    expect(bounds?.idleAtLeast).toBeGreaterThanOrEqual(600_000);
    expect(bounds?.idleAtLeast).toBeLessThan(700_000);
    expect(bounds?.endedAfter?.idle).toBeGreaterThanOrEqual(1_800_000);
  });
});

describe('anomalies', () => {
  it('tell of an ID over plain HTTP, once', () => {
    const visited = visit()
      .ask('GET http://shop.example/', { set: [`sid=${A}; Path=/; HttpOnly`] })
      .ask('GET http://shop.example/a')
      .ask('GET http://shop.example/b');
    expect(visited.analysis().sessions[0]?.anomalies.map(({ kind }) => kind)).toEqual(['sent-over-http']);
  });
});
