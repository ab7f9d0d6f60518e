import { describe, expect, it } from 'vitest';
import { buildSubjects } from '../../../../src/core/audit/build-subject.ts';
import type { Fact, ReplayAnswer } from '../../../../src/core/recording/fact.ts';
import { replayOffers } from '../../../../src/core/session/replay/plan.ts';
import { A, B, gone, line, type Visit, visit } from '../browse.ts';

const user = ['username', 'password'];
const opened: ReplayAnswer = {
  status: 200,
  to: null,
  length: 900,
  hash: 'ab',
  asksPassword: false,
  offersLogin: false,
  offersLogout: true,
};
const closed: ReplayAnswer = {
  ...opened,
  status: 302,
  to: 'https://shop.example/login',
  hash: '',
  offersLogout: false,
};
const lost: ReplayAnswer = { ...closed, status: null, to: null, problem: 'timeout' };

type Result = 'alive' | 'dead' | 'undecided';

/** The answers of the newest offer, so many milliseconds after the last request. */
function answered(visited: Visit, result: Result, after: number): Visit {
  const [subject] = buildSubjects(visited.recording());
  const offer = subject === undefined ? undefined : replayOffers(subject, Number.POSITIVE_INFINITY).at(-1);
  if (offer?.plan == null) throw new Error('nothing to ask');
  const { what, flow, ids, request } = offer.plan;
  const old = { alive: opened, dead: closed, undecided: lost }[result];
  const current = what === 'pre-login' ? opened : closed;
  return visited.fact(
    (now): Fact => ({
      kind: 'replay',
      at: now + after,
      what,
      flow,
      url: request.url,
      ids,
      answers: { none: closed, current, old },
    }),
  );
}

const signedIn = () =>
  visit()
    .ask('GET /', { set: [line('sid', A)] })
    .ask('POST /login', { fields: user, set: [line('sid', B)], to: '/account' });
const signedOut = () => signedIn().ask('POST /logout', { set: [gone('sid')], to: '/' });

describe('what counts after a logout', () => {
  it.each<[string, readonly (readonly [Result, number])[], string[]]>([
    ['one answer', [['alive', 2000]], ['sid: logout cleared', 'sid: logout alive-after-logout']],
    ['dead', [['dead', 2000]], ['sid: logout cleared', 'sid: logout dead-after-logout']],
    ['undecided: nothing', [['undecided', 2000]], ['sid: logout cleared']],
    [
      'dead after some seconds: a server may take them',
      [
        ['alive', 2000],
        ['dead', 8000],
      ],
      ['sid: logout cleared', 'sid: logout dead-after-logout'],
    ],
    [
      'alive after more than that stays, whatever ends it later',
      [
        ['alive', 60_000],
        ['dead', 3_600_000],
      ],
      ['sid: logout cleared', 'sid: logout alive-after-logout'],
    ],
    [
      'undecided says nothing against an answer',
      [
        ['alive', 2000],
        ['undecided', 3000],
      ],
      ['sid: logout cleared', 'sid: logout alive-after-logout'],
    ],
  ])('%s', (_, replays, events) => {
    const visited = replays.reduce((before, [result, after]) => answered(before, result, after), signedOut());
    expect(visited.story(['logout'])).toEqual(events);
    const isAlive = events.some((event) => event.includes('alive'));
    expect(visited.rules().includes('session-alive-after-logout')).toBe(isAlive);
  });

  it('is observed, and says who told it', () => {
    const { coverage, findings } = answered(signedOut(), 'alive', 2000).report();
    expect(coverage.find(({ check }) => check === 'logout-invalidation')?.state).toBe('observed');
    const finding = findings.find(({ rule }) => rule === 'session-alive-after-logout');
    expect(finding).toMatchObject({ confidence: 'certain', url: 'https://shop.example/account' });
    expect(finding?.evidence.slice(-4)).toEqual([
      'GET https://shop.example/account without cookies → 302 to https://shop.example/login, 900 bytes',
      'GET https://shop.example/account with the current cookies → 302 to https://shop.example/login, 900 bytes',
      'GET https://shop.example/account with the old ID → 200, 900 bytes',
      'Asked again by a person: the old ID opened a page that is closed without it',
    ]);
    expect(JSON.stringify(findings)).not.toContain(B);
  });

  it('of another logout says nothing of this one', () => {
    const visited = answered(signedOut(), 'alive', 500)
      .ask('POST /login', { fields: user, set: [line('sid', `${B}2`)], to: '/account' })
      .ask('POST /logout', { set: [gone('sid')], to: '/' });
    expect(visited.story(['logout'])).toEqual([
      'sid: logout cleared',
      'sid: logout alive-after-logout',
      'sid: logout cleared',
    ]);
  });
});

describe('what counts after a login', () => {
  it('an old ID that opens the account is fixation, although it changed', () => {
    const visited = answered(signedIn(), 'alive', 2000);
    expect(visited.story(['login'])).toEqual(['sid: login rotated']);
    expect(visited.report().findings.find(({ rule }) => rule === 'session-fixation')).toMatchObject({
      confidence: 'certain',
      cookie: { name: 'sid' },
    });
  });

  it.each<Result>(['dead', 'undecided'])('an old ID that is %s is none', (result) => {
    expect(answered(signedIn(), result, 2000).rules()).not.toContain('session-fixation');
  });

  it('is no word on the logout', () => {
    const { coverage } = answered(signedIn(), 'dead', 2000).report();
    expect(coverage.find(({ check }) => check === 'logout-invalidation')?.state).toBe('not-observed');
  });
});
