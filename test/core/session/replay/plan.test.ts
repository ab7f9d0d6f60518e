import { describe, expect, it } from 'vitest';
import { buildSubjects } from '../../../../src/core/audit/build-subject.ts';
import { replayOffers, replayPlan } from '../../../../src/core/session/replay/plan.ts';
import { A, B, C, gone, line, START, type Visit, visit } from '../browse.ts';

const NOW = START + 3_600_000;
const user = ['username', 'password'];

function subjectOf(visited: Visit) {
  const subject = buildSubjects(visited.recording()).find(({ site }) => site === 'shop.example');
  if (subject === undefined) throw new Error('no site');
  return subject;
}

const offers = (visited: Visit) => replayOffers(subjectOf(visited), NOW);

/** What the newest offer would send: path, and the three Cookie headers. */
function planned(visited: Visit) {
  const offer = offers(visited).at(-1);
  if (offer === undefined) return 'nothing to ask';
  if (offer.plan === null) return offer.whyNot;
  const { request, headers } = offer.plan;
  return [offer.what, new URL(request.url).pathname, headers.none, headers.current, headers.old];
}

const visitor = () =>
  visit()
    .ask('GET /', { set: [line('sid', A)] })
    .ask('GET /account', { to: '/login' });
const signedIn = () =>
  visitor()
    .ask('POST /login', { fields: user, set: [line('sid', B)], to: '/account' })
    .ask('GET /news');
const signedOut = () => signedIn().ask('POST /logout', { set: [gone('sid')], to: '/' });

describe('what is asked', () => {
  it('after a login: whether the ID from before opens what is closed without', () => {
    expect(planned(signedIn())).toEqual(['pre-login', '/account', null, `sid=${B}`, `sid=${A}`]);
  });

  it('after a logout: whether the ID from before still does', () => {
    expect(planned(signedOut())).toEqual(['pre-logout', '/account', null, null, `sid=${B}`]);
  });

  it('after a logout that gives a new visitor’s ID: that one is current', () => {
    const visited = signedIn().ask('POST /logout', { set: [line('sid', C)], to: '/' });
    expect(planned(visited)).toEqual(['pre-logout', '/account', null, `sid=${C}`, `sid=${B}`]);
  });

  it('after a logout that clears nothing', () => {
    expect(planned(signedIn().ask('POST /logout', { to: '/' }))).toEqual([
      'pre-logout',
      '/account',
      null,
      `sid=${B}`,
      `sid=${B}`,
    ]);
  });

  it('with the other cookies as the request had them, but not with a remember-me cookie, which logs in by itself', () => {
    const visited = visit()
      .had('theme=dark')
      .ask('POST /login', {
        fields: user,
        set: [line('sid', B), line('remember_me', C, '; Max-Age=999999')],
        to: '/account',
      })
      .ask('POST /logout', { set: [gone('sid')], to: '/' });
    expect(planned(visited)).toEqual([
      'pre-logout',
      '/account',
      null,
      `theme=dark; remember_me=${C}`,
      `theme=dark; sid=${B}`,
    ]);
  });

  it('without the cookie that the login issued beside the old one', () => {
    const visited = visitor()
      .ask('POST /login', { fields: user, set: [line('auth_token', B)], to: '/account' })
      .ask('GET /account');
    expect(planned(visited)).toEqual([
      'pre-login',
      '/account',
      null,
      `sid=${A}; auth_token=${B}`,
      `sid=${A}`,
    ]);
  });

  it('with the signature that belongs to the old ID', () => {
    const visited = visit()
      .ask('GET /', { set: [line('koa.sess', A), line('koa.sess.sig', 'abcdefghijklmnopqrstuvwxyz1')] })
      .ask('POST /login', {
        fields: user,
        set: [line('koa.sess', B), line('koa.sess.sig', 'zyxwvutsrqponmlkjihgfedcba2')],
        to: '/account',
      });
    expect(planned(visited)).toEqual([
      'pre-login',
      '/account',
      null,
      `koa.sess=${B}; koa.sess.sig=zyxwvutsrqponmlkjihgfedcba2`,
      `koa.sess=${A}; koa.sess.sig=abcdefghijklmnopqrstuvwxyz1`,
    ]);
  });

  it('with the newest value where it changes with every answer', () => {
    const visited = visit()
      .ask('GET /account', { to: '/login' })
      .ask('POST /login', {
        fields: user,
        set: [line('sid', `${A}1`)],
        to: '/account',
        lands: { set: [line('sid', `${A}2`)] },
      })
      .ask('GET /account', { set: [line('sid', `${A}3`)] })
      .ask('POST /logout', { set: [gone('sid')], to: '/' });
    expect(planned(visited)).toEqual(['pre-logout', '/account', null, null, `sid=${A}3`]);
  });

  it('of a session that began before the recording', () => {
    const visited = visit()
      .had(`sid=${A}`)
      .ask('GET /account')
      .ask('POST /logout', { set: [gone('sid')], to: '/' });
    expect(planned(visited)).toEqual(['pre-logout', '/account', null, null, `sid=${A}`]);
  });

  it('of a logout that was marked by hand', () => {
    const visited = visit().had(`sid=${A}`).ask('GET /account').wait(30_000).script('sid=').mark('logout');
    expect(planned(visited)).toEqual(['pre-logout', '/account', null, null, `sid=${A}`]);
  });

  it('whatever the clock of a page in the background says', () => {
    const [offer] = replayOffers(subjectOf(signedIn()), START - 1000);
    expect(offer?.plan?.headers.old).toBe(`sid=${A}`);
  });

  it('names the IDs by their fingerprints, as the report does', () => {
    const visited = signedOut();
    const plan = offers(visited).at(-1)?.plan;
    const logout = visited.report().sessions[0]?.events.find(({ kind }) => kind === 'logout');
    expect(plan?.ids).toEqual([
      { name: 'sid', cookie: expect.stringContaining('sid'), fingerprint: logout?.before },
    ]);
    expect(plan?.now).toEqual([]);
    expect(JSON.stringify([plan?.ids, plan?.now])).not.toContain(B);
  });
});

describe('what is not asked', () => {
  it.each<[string, Visit]>([
    ['nobody logged in', visitor()],
    [
      'there was no session before the login',
      visit().ask('POST /login', { fields: user, set: [line('sid', B)], to: '/account' }),
    ],
    [
      'the ID was kept: that is fixation by itself',
      visitor().ask('POST /login', { fields: user, to: '/account' }),
    ],
    ['the login failed', visitor().ask('POST /login', { fields: user, status: 401 })],
  ])('where %s', (_, visited) => {
    expect(planned(visited)).toBe('nothing to ask');
  });

  it('of a login, where somebody logged out since', () => {
    const login = offers(signedOut()).find(({ what }) => what === 'pre-login');
    expect(login).toMatchObject({ plan: null, whyNot: 'logged-out' });
  });

  it.each<[string, Visit]>([
    ['POST', signedIn0().xhr('POST /api/me')],
    ['an error', signedIn0().ask('GET /account', { status: 500 })],
    ['a picture', signedIn0().ask('GET /account/photo', { type: 'image' })],
    [
      'a download',
      signedIn0().ask('GET /account/report', { headers: { 'content-type': 'application/pdf' } }),
    ],
    [
      'a stream of events',
      signedIn0().xhr('GET /api/me', { headers: { 'content-type': 'text/event-stream' } }),
    ],
    [
      'an answer to a header of script',
      signedIn0().xhr('GET /api/me', { sends: { authorization: 'Bearer' } }),
    ],
    ['another site', signedIn0().xhr('GET https://other.example/account', { cookie: `sid=${B}` })],
    ['a page without the session', signedIn0().ask('GET /account', { cookie: null })],
    ['a step of a second factor', signedIn0().ask('GET /login/verify')],
    ['what deletes', signedIn0().ask('GET /account/delete')],
    ['what an action says', signedIn0().ask('GET /account?action=unsubscribe')],
    ['a page nobody watched', signedIn0().ask('GET /account', { unwatched: true })],
  ])('with what was only %s', (_, visited) => {
    expect(planned(visited.ask('POST /logout', { set: [gone('sid')], to: '/' }))).toBe('no-request');
  });

  it('with what was answered before the login, or after the logout', () => {
    const visited = visit()
      .ask('GET /news', { set: [line('sid', A)] })
      .ask('GET /news')
      .xhr('POST /login', { fields: user, set: [line('sid', B)] })
      .xhr('POST /logout', { set: [gone('sid')] })
      .ask('GET /news', { cookie: `sid=${B}` });
    expect(planned(visited)).toBe('no-request');
  });
});

/** Signed in, and no page seen since. */
function signedIn0(): Visit {
  return visit().xhr('POST /login', { fields: user, set: [line('sid', B)] });
}

describe('which request is repeated', () => {
  const path = (visited: Visit) => planned(visited.ask('POST /logout', { set: [gone('sid')], to: '/' }))?.[1];

  it.each<[string, Visit, string]>([
    [
      'one that was closed to visitors',
      visit()
        .ask('GET /x', { to: '/login' })
        .xhr('POST /login', { fields: user, set: [line('sid', B)] })
        .ask('GET /x')
        .ask('GET /account'),
      '/x',
    ],
    ['a private one by name', signedIn0().ask('GET /account').ask('GET /news'), '/account'],
    [
      'one that must not be cached',
      signedIn0()
        .ask('GET /a', { headers: { 'cache-control': 'no-store' } })
        .ask('GET /b'),
      '/a',
    ],
    ['a page before data', signedIn0().ask('GET /a').xhr('GET /b'), '/a'],
    ['the newest of equals', signedIn0().ask('GET /a').ask('GET /b'), '/b'],
    ['data with a body', signedIn0().xhr('GET /a').xhr('GET /b', { status: 204 }), '/a'],
  ])('%s', (_, visited, expected) => {
    expect(path(visited)).toBe(expected);
  });
});

describe('the plan for a URL', () => {
  const subject = subjectOf(signedOut().ask('GET /'));
  const offer = replayOffers(subject, NOW).find(({ what }) => what === 'pre-logout');
  const asked = { what: 'pre-logout', flow: offer?.flow ?? 0, url: 'https://shop.example/account' } as const;

  it('is the one that was offered', () => {
    expect(replayPlan(subject, asked, NOW)).toEqual(offer?.plan);
  });

  it('may be of another that could be offered', () => {
    const url = 'https://shop.example/news';
    expect(replayPlan(subject, { ...asked, url }, NOW)?.request.url).toBe(url);
  });

  it.each([
    ['the login', { url: 'https://shop.example/login' }],
    ['the logout', { url: 'https://shop.example/logout' }],
    ['what was answered to a visitor only', { url: 'https://shop.example/' }],
    ['another site', { url: 'https://other.example/account' }],
    ['nonsense', { url: 'nonsense' }],
    ['another time', { flow: asked.flow + 1 }],
    ['another question', { what: 'pre-login' as const }],
  ])('is none for %s', (_, other) => {
    expect(replayPlan(subject, { ...asked, ...other }, NOW)).toBeNull();
  });
});

describe('hundreds of logins and logouts', () => {
  const many = (count: number) => {
    const visited = visitor();
    for (let n = 0; n < count; n++) {
      const id = `${n}`.padStart(24, 'a1b2');
      visited
        .ask('POST /login', { fields: user, set: [line('sid', id)], to: '/account' })
        .ask('GET /news')
        .ask('POST /logout', { set: [line('sid', `${id}x`)], to: '/' });
    }
    return subjectOf(visited);
  };

  it('are asked about as far as the newest twenty', () => {
    const subject = many(30);
    const newest = replayOffers(subject, NOW);
    expect(newest).toHaveLength(20);
    expect(newest.at(-1)).toMatchObject({ what: 'pre-logout', plan: { what: 'pre-logout' } });
    expect(newest.map(({ flow }) => flow)).toEqual(newest.map(({ flow }) => flow).toSorted((a, b) => a - b));
  });
});
