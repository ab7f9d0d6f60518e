import { describe, expect, it } from 'vitest';
import { mainPartOf } from '../../../src/core/session/members.ts';
import { suggestedRole, wellKnownName, withoutPrefix } from '../../../src/core/session/names.ts';

describe('a well-known name', () => {
  it.each([
    ['phpsessid', 'session', 'PHPSESSID', true],
    ['ASPSESSIONIDABCDEF', 'session', 'ASPSESSIONID*', false],
    ['shop_session', 'session', '*_session', false],
    ['user_session', 'auth', 'user_session', true],
    ['sb-abc-auth-token.0', 'auth', 'sb-*-auth-token*', false],
    ['sb-auth-token', 'auth', '*Token', false],
    ['wp-settings-1', 'preference', 'wp-settings-*', false],
    ['__Secure-next-auth.session-token.1', 'session', 'next-auth.session-token*', false],
  ])('%s is %s by %s', (name, role, pattern, exact) => {
    expect(wellKnownName(name)).toEqual({ role, pattern, exact });
  });

  it.each(['', 'x', 'my_csrf_token'])('%j is none', (name) => {
    expect(wellKnownName(name)).toBeNull();
  });
});

it.each([
  ['__Host-sid', 'sid'],
  ['__secure-sid', 'sid'],
  ['__Host-Http-sid', 'sid'],
  ['_Host-sid', '_Host-sid'],
])('%s without its prefix is %s', (name, bare) => {
  expect(withoutPrefix(name)).toBe(bare);
});

it.each([
  ['shopSessionId', 'session'],
  ['x-auth', 'auth'],
  ['site.theme', 'preference'],
  ['obsession', undefined],
  ['tokenizer', undefined],
])('the words of %s suggest %s', (name, role) => {
  expect(suggestedRole(name)?.role).toBe(role);
});

describe('a part of a split session', () => {
  it.each([
    ['sid.sig', ['sid', 'sid.sig'], 'sid'],
    ['sid.sig', ['sid.sig'], null],
    ['auth.1', ['auth.0', 'auth.1'], 'auth.0'],
    ['auth.0', ['auth.0', 'auth.1'], null],
    ['.AspNetCore.CookiesC2', ['.AspNetCore.CookiesC1', '.AspNetCore.CookiesC2'], '.AspNetCore.CookiesC1'],
    ['.AspNetCore.CookiesC1', ['.AspNetCore.Cookies', '.AspNetCore.CookiesC1'], '.AspNetCore.Cookies'],
    ['sid', ['sid', 'sid.sig'], null],
    ['user2', ['user', 'user2'], null],
  ])('%s among %j belongs to %s', (name, names, main) => {
    expect(mainPartOf(name, new Set(names))).toBe(main);
  });
});
