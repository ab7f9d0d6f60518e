import { describe, expect, it } from 'vitest';
import { A, B, C, gone, line, type Visit, visit } from './browse.ts';

const user = ['username', 'password'];
const signedIn = () =>
  visit()
    .ask('GET /account', { to: '/login' })
    .ask('POST /login', { fields: user, set: [line('sid', A)], to: '/account' })
    .ask('GET /orders');

describe('a logout is seen', () => {
  it.each<[string, Visit]>([
    ['by path', signedIn().ask('POST /logout', { set: [gone('sid')], to: '/' })],
    ['by GET', signedIn().ask('GET /user/sign_out', { set: [gone('sid')], to: '/' })],
    [
      'by an action',
      signedIn().ask('GET /wp-login.php?action=logout&_wpnonce=1', { set: [gone('sid')], to: '/' }),
    ],
    ['in German', signedIn().ask('POST /abmelden', { set: [gone('sid')], to: '/' })],
    ['in French', signedIn().ask('GET /d%C3%A9connexion', { set: [gone('sid')], to: '/' })],
    [
      'in Japanese',
      signedIn().ask('GET /%E3%83%AD%E3%82%B0%E3%82%A2%E3%82%A6%E3%83%88', { set: [gone('sid')], to: '/' }),
    ],
    ['by DELETE', signedIn().xhr('DELETE /api/session', { status: 204, set: [gone('sid')] })],
    [
      'by a field',
      signedIn().ask('POST /account', { fields: ['logout', '_csrf'], set: [gone('sid')], to: '/' }),
    ],
    ['by what it deletes', signedIn().xhr('POST /api/x', { set: [gone('sid')] })],
    [
      'by Clear-Site-Data',
      signedIn().xhr('POST /api/x', { headers: { 'clear-site-data': '"cache", "cookies"' } }),
    ],
    ['by hand', signedIn().wait(20_000).script('sid=').mark('logout')],
  ])('%s', (_, visited) => {
    expect(visited.story(['logout'])).toEqual(['sid: logout cleared']);
  });

  it.each<[string, Visit]>([
    ['the page after it', signedIn().ask('GET /logged-out')],
    [
      'the page that asks whether to',
      signedIn()
        .ask('GET /logout')
        .ask('POST /logout', { set: [gone('sid')], to: '/' }),
    ],
    ['its picture', signedIn().ask('GET /img/logout.png', { type: 'image' })],
    [
      'a session that the server ended before',
      signedIn().ask('GET /orders', { set: [gone('sid')], to: '/login' }),
    ],
    ['another cookie deleted', signedIn().ask('GET /orders', { set: [gone('flash')] })],
  ])('%s is none', (_, visited) => {
    expect(visited.story(['logout']).filter((event) => event !== 'sid: logout cleared')).toEqual([]);
    expect(visited.story(['logout']).length).toBeLessThanOrEqual(1);
  });
});

describe('what a logout did in the browser', () => {
  it.each<[string, Visit, string[]]>([
    ['the cookie is gone', signedIn().ask('POST /logout', { set: [gone('sid')], to: '/' }), ['cleared']],
    ['emptied', signedIn().ask('POST /logout', { set: [line('sid', '')], to: '/' }), ['cleared']],
    [
      'replaced by a new anonymous ID',
      signedIn().ask('POST /logout', { set: [line('sid', B)], to: '/' }),
      ['cleared'],
    ],
    [
      'replaced by the page it leads to',
      signedIn().ask('POST /logout', { to: '/', lands: { set: [line('sid', B)] } }),
      ['cleared'],
    ],
    ['nothing', signedIn().ask('POST /logout', { to: '/' }), ['not-cleared']],
    [
      'the same ID again',
      signedIn().ask('POST /logout', { set: [line('sid', A)], to: '/' }),
      ['not-cleared'],
    ],
    [
      'a deletion for another path',
      signedIn().ask('POST /logout', { set: ['sid=; Path=/account; Max-Age=0'], to: '/' }),
      ['not-cleared'],
    ],
    [
      'Clear-Site-Data: lines of that response do not count',
      signedIn().ask('POST /logout', {
        headers: { 'clear-site-data': '"cookies"' },
        set: [line('sid', A)],
        to: '/',
        lands: { cookie: null },
      }),
      ['cleared'],
    ],
    [
      'by script, and the page goes on',
      signedIn().xhr('POST /api/logout', {}).script('sid=').ask('GET /'),
      ['cleared'],
    ],
    ['the answer was lost', signedIn().ask('POST /logout', { lost: true }), ['unobserved']],
  ])('%s', (_, visited, verdicts) => {
    expect(visited.story(['logout'])).toEqual(verdicts.map((verdict) => `sid: logout ${verdict}`));
  });

  it('a request in flight that brings it back is an event of its own, and the cookie is not cleared', () => {
    const visited = signedIn()
      .ask('POST /logout', { set: [gone('sid')], to: '/' })
      .wait(-900)
      .xhr('GET /api/poll', { set: [line('sid', A)] })
      .pageDone('/');
    expect(visited.story(['logout', 'issued'])).toEqual(['sid: logout not-cleared', 'sid: issued']);
  });

  it('brought back later, it was cleared and came again', () => {
    const visited = signedIn()
      .ask('POST /logout', { set: [gone('sid')], to: '/' })
      .pageDone('/')
      .wait(60_000)
      .xhr('GET /api/poll', { set: [line('sid', A)] });
    expect(visited.story(['logout', 'issued'])).toEqual(['sid: logout cleared', 'sid: issued']);
    expect(visited.analysis().sessions[0]?.anomalies.map(({ kind }) => kind)).toEqual(['old-id-again']);
  });
});

describe('what a logout did on the server, by an old ID that was sent again', () => {
  const notCleared = () => signedIn().ask('POST /logout', { to: '/' });
  it.each<[string, Visit, string[]]>([
    [
      'a page that was closed is open',
      notCleared().ask('GET /account'),
      ['sid: logout not-cleared', 'sid: logout alive-after-logout'],
    ],
    [
      'it is closed',
      notCleared().ask('GET /account', { to: '/login' }),
      ['sid: logout not-cleared', 'sid: logout dead-after-logout'],
    ],
    [
      'data is refused',
      notCleared().xhr('GET /orders', { status: 401 }),
      ['sid: logout not-cleared', 'sid: logout dead-after-logout'],
    ],
    ['an open page proves nothing', notCleared().ask('GET /'), ['sid: logout not-cleared']],
    [
      'what comes after the next login proves nothing',
      notCleared().ask('POST /login', { fields: user, to: '/account' }).ask('GET /account'),
      ['sid: logout not-cleared'],
    ],
    [
      'a new ID is not the old one',
      signedIn()
        .ask('POST /logout', { set: [line('sid', B)], to: '/' })
        .ask('GET /account', { to: '/login' }),
      ['sid: logout cleared'],
    ],
    [
      'sent by hand although it was cleared',
      signedIn()
        .ask('POST /logout', { set: [gone('sid')], to: '/' })
        .ask('GET /account', { cookie: `sid=${A}` }),
      ['sid: logout cleared', 'sid: logout alive-after-logout'],
    ],
  ])('%s', (_, visited, story) => {
    expect(visited.story(['logout'])).toEqual(story);
  });
});

describe('other events', () => {
  it('rotation, issue, removal and expiry outside of logins are told', () => {
    const visited = visit()
      .ask('GET /', { set: [line('sid', A)] })
      .ask('GET /a', { set: [line('sid', B)] })
      .script('sid=')
      .ask('GET /b', { set: [line('sid', C)] });
    expect(visited.story(['rotation', 'issued', 'cleared'])).toEqual([
      'sid: issued',
      'sid: rotation',
      'sid: cleared',
      'sid: issued',
    ]);
    expect(visited.analysis().sessions[0]?.anomalies.map(({ kind }) => kind)).toEqual([
      'changed-without-login',
      'cleared-by-script',
    ]);
  });

  it('what a person edits by hand is no event and no anomaly, and an ID that comes back by it neither', () => {
    const visited = visit()
      .ask('GET /', { set: [line('sid', A)] })
      .person(`sid=${B}`)
      .ask('GET /a')
      .person(`sid=${A}`)
      .ask('GET /b')
      .person('sid=')
      .ask('GET /c');
    expect(visited.story(['issued', 'rotation', 'cleared'])).toEqual(['sid: issued']);
    expect(visited.analysis().sessions[0]?.anomalies).toEqual([]);
    // By a script the very same is.
    const scripted = visit()
      .ask('GET /', { set: [line('sid', A)] })
      .script(`sid=${B}`)
      .ask('GET /a')
      .script(`sid=${A}`)
      .ask('GET /b')
      .script('sid=');
    expect(scripted.analysis().sessions[0]?.anomalies.map(({ kind }) => kind)).toEqual([
      'changed-without-login',
      'old-id-again',
      'cleared-by-script',
    ]);
  });

  it('a session that a person wrote is not said to be written by script', () => {
    const visited = visit()
      .ask('GET /', { set: [line('sid', A)] })
      .person(`sid=${B}`);
    expect(visited.rules()).not.toContain('script-written-session');
  });

  it('a note stands among them', () => {
    expect(
      visit()
        .ask('GET /', { set: [line('sid', A)] })
        .mark('note', 'here')
        .story(['mark']),
    ).toEqual(['sid: mark']);
  });
});

describe('the lanes of a chart', () => {
  it('are runs of one ID with the requests that sent it', () => {
    const [session] = signedIn()
      .ask('POST /logout', { set: [line('sid', B)], to: '/' })
      .ask('GET /')
      .analysis().sessions;
    expect(session?.runs.map(({ to, requests }) => [to === null, requests.length])).toEqual([
      [false, 3],
      [true, 2],
    ]);
    expect(session?.runs[0]?.fingerprint).toBe(session?.ids[0]?.fingerprint);
    expect(session?.runs[0]?.to).toBe(session?.runs[1]?.from);
  });
});
