import { describe, expect, it } from 'vitest';
import rule from '../../../src/core/rules/cacheable-private-page.ts';
import type { ExampleEvent } from '../../../src/core/rules/example.ts';
import { LOGOUT, SESSION_GONE, SESSION_LINE } from '../../../src/core/rules/examples/logins.ts';
import { ownPage, SIGN_IN } from '../../../src/core/rules/examples/pages.ts';
import { findingsOf, verdictsOf } from '../../helpers/rule-findings.ts';

const cache = (value: string) => ({ 'cache-control': value });
const CLOSED = {
  url: 'https://shop.example/orders-of-mine',
  status: 302,
  responseHeaders: { location: '/login' },
};

describe('cacheable-private-page', () => {
  it.each<[string, string[]]>([
    ['', ['low certain']],
    ['public, max-age=600', ['low certain']],
    ['max-age=0', ['low certain']],
    ['must-revalidate', ['low certain']],
    ['private', ['info certain']],
    ['no-cache', ['info certain']],
    ['private, max-age=0, must-revalidate', ['info certain']],
    ['no-store', []],
    ['No-Store, max-age=0', []],
    ['private, no-store', []],
  ])('%j after a login', (value, verdicts) => {
    expect(verdictsOf(rule, SIGN_IN, ownPage('/products', cache(value)))).toEqual(verdicts);
  });

  it.each<[string, ExampleEvent[], string[]]>([
    ['a private path with a session of before', [SESSION_LINE, ownPage('/account')], ['low firm']],
    [
      'what was closed without the cookie',
      [SESSION_LINE, CLOSED, ownPage('/orders-of-mine')],
      ['low certain'],
    ],
    ['any page with a session of before', [SESSION_LINE, ownPage('/products')], []],
    ['the login page', [SESSION_LINE, ownPage('/my/login')], []],
    [
      'after the logout',
      [
        SIGN_IN,
        ownPage('/a', cache('no-store')),
        { ...LOGOUT, setCookie: [SESSION_GONE] },
        { ...ownPage('/products'), cookie: 'theme=dark' },
      ],
      [],
    ],
    ['without the cookie', [SIGN_IN, { ...ownPage('/products'), cookie: 'theme=dark' }], []],
    ['an error', [SIGN_IN, { ...ownPage('/account'), status: 404 }], []],
    [
      'a frame',
      [SIGN_IN, ownPage('/a', cache('no-store')), { ...ownPage('/account'), type: 'sub_frame' }],
      [],
    ],
    [
      'some private, some open: the worse',
      [SIGN_IN, ownPage('/a', cache('private')), ownPage('/b')],
      ['low certain'],
    ],
  ])('%s', (_, events, verdicts) => {
    expect(verdictsOf(rule, ...events)).toEqual(verdicts);
  });

  it('takes nobody for signed in after the logout, although the cookie is still sent', () => {
    const kept = ownPage('/account', cache('no-store'));
    expect(verdictsOf(rule, SIGN_IN, kept, ownPage('/products'))).toEqual(['low certain']);
    expect(verdictsOf(rule, SIGN_IN, kept, LOGOUT, ownPage('/products'))).toEqual([]);
  });

  it('names the first page and how many more', () => {
    const pages = ['/a', '/b?x=1', '/b?x=2', '/c'].map((path) => ownPage(path, cache('public, max-age=600')));
    const [finding, ...others] = findingsOf(rule, SIGN_IN, ...pages);
    expect(others).toEqual([]);
    expect(finding?.evidence).toEqual([
      'GET https://shop.example/a → 200, Cache-Control: public, max-age=600',
      'and 2 more pages',
    ]);
  });
});
