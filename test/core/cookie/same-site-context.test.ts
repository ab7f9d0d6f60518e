import { describe, expect, it } from 'vitest';
import { type CookieAccess, sameSiteContext } from '../../../src/core/cookie/same-site-context.ts';

const shop = 'https://a.shop.example/';
const sister = 'https://b.shop.example/';
const insecure = 'http://a.shop.example/';
const other = 'https://other.example/';

function access(over: Partial<CookieAccess>): CookieAccess {
  return {
    kind: 'request',
    url: shop,
    siteForCookies: shop,
    initiator: shop,
    method: 'GET',
    isMainFrameNavigation: false,
    ...over,
  };
}

describe('sameSiteContext', () => {
  it.each([
    [{}, 'same-site-strict', 'same-site-strict', 'a request of its own page'],
    [{ initiator: sister }, 'same-site-strict', 'same-site-strict', 'asked by a sister'],
    [{ initiator: null }, 'same-site-strict', 'same-site-strict', 'typed by the person'],
    [{ siteForCookies: null }, 'cross-site', 'cross-site', 'a frame with a foreign one above'],
    [{ siteForCookies: other, initiator: other }, 'cross-site', 'cross-site', 'embedded elsewhere'],
    [{ initiator: other }, 'cross-site', 'cross-site', 'asked by a foreign frame'],
    [{ initiator: 'opaque' }, 'cross-site', 'cross-site', 'asked by a sandboxed frame'],
    [
      { initiator: other, isMainFrameNavigation: true },
      'same-site-lax',
      'same-site-lax',
      'a link from elsewhere',
    ],
    [
      { initiator: other, isMainFrameNavigation: true, method: 'post' },
      'same-site-lax-method-unsafe',
      'same-site-lax-method-unsafe',
      'a form from elsewhere',
    ],
    [
      { initiator: other, isMainFrameNavigation: true, method: 'HEAD' },
      'same-site-lax',
      'same-site-lax',
      'HEAD is safe',
    ],
    [
      { initiator: 'opaque', isMainFrameNavigation: true },
      'same-site-lax',
      'same-site-lax',
      'a link in a sandbox',
    ],
    [
      { siteForCookies: insecure, initiator: insecure },
      'same-site-strict',
      'cross-site',
      'embedded over HTTP',
    ],
    [
      { initiator: insecure, isMainFrameNavigation: true },
      'same-site-strict',
      'same-site-lax',
      'a link over HTTP',
    ],
    [
      { initiator: insecure, isMainFrameNavigation: true, method: 'POST' },
      'same-site-strict',
      'same-site-lax-method-unsafe',
      'a form over HTTP',
    ],
    [
      { url: 'wss://a.shop.example/' },
      'same-site-strict',
      'same-site-strict',
      'a socket counts as its scheme',
    ],
    [{ kind: 'response' }, 'same-site-lax', 'same-site-lax', 'for writing, lax is the closest'],
    [{ kind: 'response', initiator: other }, 'cross-site', 'cross-site', 'a foreign subresource'],
    [
      { kind: 'response', initiator: other, isMainFrameNavigation: true, method: 'POST' },
      'same-site-lax',
      'same-site-lax',
      'the answer to a navigation may set anything',
    ],
    [
      { kind: 'response', siteForCookies: null, isMainFrameNavigation: true },
      'cross-site',
      'cross-site',
      'a sandboxed page',
    ],
    [{ kind: 'scriptGet' }, 'same-site-strict', 'same-site-strict', 'its own script reads'],
    [
      { kind: 'scriptGet', initiator: other },
      'same-site-lax',
      'same-site-lax',
      'a script of a page that came by a link',
    ],
    [{ kind: 'scriptSet', initiator: other }, 'same-site-lax', 'same-site-lax', 'its own script writes'],
    [
      { kind: 'scriptSet', siteForCookies: other },
      'cross-site',
      'cross-site',
      'the script of a foreign frame',
    ],
    [{ url: 'no url' }, 'cross-site', 'cross-site', 'an unreadable URL'],
  ] as const)('%j: %s, with the scheme %s (%s)', (over, context, schemeful, _why) => {
    expect(sameSiteContext(access(over))).toEqual({ context, schemeful });
  });
});
