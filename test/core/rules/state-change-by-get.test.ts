import { describe, expect, it } from 'vitest';
import type { ExampleEvent } from '../../../src/core/rules/example.ts';
import { LOGOUT, SESSION_GONE, SESSION_LINE } from '../../../src/core/rules/examples/logins.ts';
import { page, SIGN_IN } from '../../../src/core/rules/examples/pages.ts';
import rule from '../../../src/core/rules/state-change-by-get.ts';
import { namesAction } from '../../../src/core/session/action-words.ts';
import { findingsOf, verdictsOf } from '../../helpers/rule-findings.ts';

const BY_GET = { ...LOGOUT, method: 'GET' };
const link = (url: string, line: string): ExampleEvent => ({
  url: `https://shop.example${url}`,
  status: 302,
  responseHeaders: { location: '/' },
  setCookie: [line],
});

describe('state-change-by-get', () => {
  it.each<[string, ExampleEvent[], string[]]>([
    ['a logout that clears', [SIGN_IN, { ...BY_GET, setCookie: [SESSION_GONE] }], ['low certain']],
    ['a logout of which only the redirect is seen', [SIGN_IN, BY_GET], ['low tentative']],
    [
      'a logout by query',
      [SIGN_IN, { ...BY_GET, url: 'https://shop.example/?action=logout', setCookie: [SESSION_GONE] }],
      ['low certain'],
    ],
    [
      'several logouts are one finding',
      [SIGN_IN, { ...BY_GET, setCookie: [SESSION_GONE] }, SIGN_IN, { ...BY_GET, setCookie: [SESSION_GONE] }],
      ['low certain'],
    ],
    [
      'login and logout are two',
      [
        { ...SIGN_IN, method: 'GET', url: 'https://shop.example/login?user=ann&password=x', fields: [] },
        { ...BY_GET, setCookie: [SESSION_GONE] },
      ],
      ['low certain', 'low certain'],
    ],
    ['something added', [link('/cart/add/7', 'cart=1')], ['low tentative']],
    ['something added, by query', [link('/?add-to-cart=7', 'cart=1')], ['low tentative']],
    [
      'another value for what was there',
      ['list=4711; Path=/', link('/wishes/remove?id=3', 'list=4712; Path=/')],
      ['low tentative'],
    ],
  ])('%s', (_, events, verdicts) => {
    expect(verdictsOf(rule, ...events)).toEqual(verdicts);
  });

  it.each<[string, ExampleEvent[]]>([
    ['a login by POST', [SIGN_IN]],
    [
      'a link from a mail',
      [
        {
          url: 'https://shop.example/login/verify?token=4f9b21c0',
          status: 302,
          setCookie: [SESSION_LINE],
          responseHeaders: { location: '/account' },
        },
      ],
    ],
    [
      'a CAS ticket',
      [
        {
          url: 'https://shop.example/login?ticket=ST-1',
          status: 302,
          setCookie: [SESSION_LINE],
          responseHeaders: { location: '/account' },
        },
      ],
    ],
    [
      'an identity provider’s logout of this site, in a frame',
      [SIGN_IN, { ...BY_GET, type: 'sub_frame', setCookie: [SESSION_GONE] }],
    ],
    ['the page after a logout', [SIGN_IN, { ...LOGOUT, setCookie: [SESSION_GONE] }, page('/logout/success')]],
    ['a page that asks and deletes nothing', [SIGN_IN, page('/logout')]],
    [
      'a logout with an ID token',
      [SIGN_IN, { ...BY_GET, url: 'https://shop.example/logout?id_token_hint=x', setCookie: [SESSION_GONE] }],
    ],
    ['a session that is renewed while something is added', [link('/cart/add/7', SESSION_LINE)]],
    ['the same cart again', ['cart=1; Path=/', link('/cart/add/7', 'cart=1; Path=/')]],
    ['a language', [link('/change-language?to=de', 'lang=de')]],
    ['a title that begins with a verb', [link('/blog/add-a-little-salt-to-it', 'cart=1')]],
    ['a counter of visits', [link('/like/7', '_ga=GA1.1.1.2')]],
    ['an error', [{ url: 'https://shop.example/cart/add', status: 404, setCookie: ['cart=1'] }]],
    [
      'a form',
      [{ url: 'https://shop.example/cart/add', method: 'POST', status: 302, setCookie: ['cart=1'] }],
    ],
  ])('says nothing of %s', (_, events) => {
    expect(verdictsOf(rule, ...events)).toEqual([]);
  });

  it('shows the line that changed, without its value', () => {
    const [finding] = findingsOf(rule, link('/cart/add/7', 'cart=oatmeal-cookies; Path=/'));
    expect(finding?.evidence[0]).toMatch(
      /^GET https:\/\/shop\.example\/cart\/add\/7 → 302, Set-Cookie: cart=<15 bytes/,
    );
  });
});

describe('namesAction', () => {
  it.each<[string, boolean]>([
    ['/cart/add/7', true],
    ['/addToCart/7', true],
    ['/items/7/delete', true],
    ['/?action=delete', true],
    ['/?add-to-cart=7', true],
    ['/cart', false],
    ['/address', false],
    ['/updates', false],
    ['/a/add/b/c/d', false],
    ['/?q=delete', false],
    ['/?sort=add', false],
  ])('%s: %s', (path, is) => {
    expect(namesAction(`https://shop.example${path}`)).toBe(is);
  });

  it('of what is no URL is false', () => {
    expect(namesAction('add')).toBe(false);
  });
});
