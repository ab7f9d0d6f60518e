import { describe, expect, it } from 'vitest';
import type { ReplayAnswer } from '../../../../src/core/recording/fact.ts';
import { judgeReplay } from '../../../../src/core/session/replay/judge.ts';

const url = 'https://shop.example/account';
const base: ReplayAnswer = {
  status: 200,
  to: null,
  length: 900,
  hash: '',
  asksPassword: false,
  offersLogin: false,
  offersLogout: false,
};
const page = (hash: string, more: Partial<ReplayAnswer> = {}): ReplayAnswer => ({ ...base, hash, ...more });
const status = (code: number): ReplayAnswer => ({ ...base, status: code });
const to = (target: string): ReplayAnswer => ({
  ...base,
  status: 302,
  to: `https://shop.example${target}`,
  length: 0,
});
const absent: ReplayAnswer = { ...base, status: null, problem: 'timeout' };

const account = page('account', { offersLogout: true });
const account2 = page('account, another time', { offersLogout: true });
const loginPage = page('login', { asksPassword: true });
const login = to('/login?next=%2Faccount');
const home = page('home', { offersLogin: true });
const data = page('data of a person');
const nobody = page('data of nobody');

type Case = [what: string, none: ReplayAnswer, current: ReplayAnswer, old: ReplayAnswer, expected: string];

describe('after a logout', () => {
  it.each<Case>([
    ['a closed page opens', login, login, account, 'alive, certain'],
    ['401 without, 200 with it', status(401), status(401), data, 'alive, certain'],
    ['404 without, 200 with it', status(404), status(404), data, 'alive, certain'],
    ['a login page without, the account with it', loginPage, loginPage, account, 'alive, certain'],
    ['an open page that offers the logout with it only', home, home, account, 'alive, certain'],
    [
      'an account page that asks for a password too',
      login,
      login,
      { ...account, asksPassword: true },
      'alive, certain',
    ],
    ['sent to the login', login, login, login, 'dead, certain'],
    ['sent to the login with another way back', login, login, to('/login'), 'dead, certain'],
    [
      'sent to a provider',
      { ...login, to: 'https://id.example/oauth2/authorize' },
      login,
      { ...login, to: 'https://id.example/oauth2/authorize?x=1' },
      'dead, certain',
    ],
    ['401', status(401), status(401), status(401), 'dead, certain'],
    ['expired (419)', login, login, status(419), 'dead, certain'],
    ['the login page in place', loginPage, loginPage, loginPage, 'dead, certain'],
    ['an open page that offers the login as before', home, home, home, 'dead, certain'],
    ['an open page, but refused with it', home, home, status(403), 'dead, certain'],
    [
      'both sent to the same page that is no login',
      to('/welcome?a'),
      to('/welcome'),
      to('/welcome?b'),
      'dead, certain',
    ],
    ['sent to another page', login, login, to('/expired'), 'undecided'],
    ['an open page that tells nothing', nobody, nobody, nobody, 'undecided'],
    ['an open page that is other with it', nobody, nobody, data, 'undecided'],
    ['a visitor’s session changes the page', nobody, data, data, 'undecided'],
    ['missing for all', status(404), status(404), status(404), 'undecided'],
    ['a page that asks to log in again, though closed without', login, login, home, 'undecided'],
    ['a login page that only the old ID gets', login, login, loginPage, 'undecided'],
    ['no answer', login, login, absent, 'undecided'],
    ['no answer without', absent, login, account, 'undecided'],
    ['too many requests', login, login, status(429), 'undecided'],
    ['an error', status(500), login, account, 'undecided'],
    ['a redirect to nowhere', { ...base, status: 302 }, login, account, 'undecided'],
  ])('%s', (_, none, current, old, expected) => {
    const { result, certain } = judgeReplay({ what: 'pre-logout', url, answers: { none, current, old } });
    expect(`${result}${certain ? ', certain' : ''}`).toBe(expected);
  });
});

describe('after a login', () => {
  it.each<Case>([
    ['the old ID opens the account', login, account, account2, 'alive, certain'],
    ['the old ID is sent to the login', login, account, login, 'dead, certain'],
    ['404 for all but the current session', status(404), account, status(404), 'dead, certain'],
    ['the old ID gets the login page in place', login, account, loginPage, 'dead, certain'],
    ['an open page offers the logout to the old ID', home, account, account2, 'alive, certain'],
    ['an open page offers none to the old ID', home, account, home, 'dead, certain'],
    [
      'an open page offers none, and is dynamic',
      home,
      account,
      page('home, another time', { offersLogin: true }),
      'dead, certain',
    ],
    ['data of the same person', nobody, data, data, 'alive'],
    ['data of nobody', nobody, data, nobody, 'dead'],
    ['data of somebody else', nobody, data, page('data of a third'), 'undecided'],
    ['the same data for everybody', data, data, data, 'undecided'],
    ['a page that looks like a login to its owner, too', login, loginPage, loginPage, 'undecided'],
    ['the current session is refused', login, login, account, 'undecided'],
    ['the current session got no answer', login, absent, account, 'undecided'],
  ])('%s', (_, none, current, old, expected) => {
    const { result, certain } = judgeReplay({ what: 'pre-login', url, answers: { none, current, old } });
    expect(`${result}${certain ? ', certain' : ''}`).toBe(expected);
  });
});
