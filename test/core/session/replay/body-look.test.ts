import { describe, expect, it } from 'vitest';
import { lookOfBody } from '../../../../src/core/session/replay/body-look.ts';

const url = 'https://shop.example/account';
const look = (text: string) => lookOfBody(text, url);

describe('what a page offers', () => {
  it.each<[string, string, string[]]>([
    ['nothing', '<p>Welcome</p>', []],
    ['a field for a password', '<form><input name="p" TYPE=password></form>', ['asksPassword']],
    ['a link to log in', '<a class="x" href="/login?next=/">Anmelden</a>', ['offersLogin']],
    ['a form to log out', "<form method=post action='/users/sign_out'>", ['offersLogout']],
    ['a button that logs out', '<button formaction="/abmelden">', ['offersLogout']],
    ['a relative link', '<a href="logout">', ['offersLogout']],
    ['both', '<a href="/login">a</a><a href="/logout">b</a>', ['offersLogin', 'offersLogout']],
    ['what follows a logout', '<a href="/logout/success">', []],
    ['links in data', '{"href":"/logout"}', []],
    ['nonsense', '<a href="http://[">', []],
  ])('%s', (_, text, expected) => {
    const { lasting: _lasting, ...offers } = look(text);
    expect(Object.entries(offers).flatMap(([name, is]) => (is ? [name] : []))).toEqual(expected);
  });
});

describe('what lasts of a page', () => {
  it.each([
    ['a token', '<meta content="9f3ab2c1d4">Hello', '<meta content="77d0e4aa11">Hello'],
    ['a token of letters', '<p>abcdEfghIjklMnop</p>', '<p>qrstUvwxYzabCdef</p>'],
    ['a nonce in Base64', '<script nonce="rAnd+om/Bytes==">', '<script nonce="oThe/rOn+ess==">'],
    ['a time', 'at 2026-01-15T12:00:00.000Z ok', 'at 2026-01-15T12:00:07.123Z ok'],
    ['a clock', '<b>12:04</b>', '<b>9:30</b>'],
    ['a number of another length', 'took 7 ms', 'took 1234 ms'],
    ['spaces', '<p>a</p>\n\n<p>b</p>', '<p>a</p> <p>b</p>'],
  ])('is the same with another %s', (_, a, b) => {
    expect(look(a).lasting).toBe(look(b).lasting);
  });

  it.each([
    ['a name', 'Signed in as demo', 'Signed in as guest'],
    ['a word', 'You are signed in', 'You are signed out'],
    ['null and an object', '{"user":null}', '{"user":{"name":"demo"}}'],
  ])('is other with %s', (_, a, b) => {
    expect(look(a).lasting).not.toBe(look(b).lasting);
  });
});

it.each([
  ['one long word', 'a'.repeat(500_000)],
  ['inputs without end', '<input '.repeat(70_000)],
  ['one input without end', `<input ${' x'.repeat(250_000)}`],
  ['links', '<a href=/login'.repeat(40_000)],
  ['attributes', ' href = '.repeat(60_000)],
  ['spaces', ` href${' '.repeat(500_000)}`],
])('takes no long time over %s', (_, text) => {
  const begun = performance.now();
  look(text);
  expect(performance.now() - begun).toBeLessThan(1500);
});
