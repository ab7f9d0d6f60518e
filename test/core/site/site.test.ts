import { describe, expect, it } from 'vitest';
import {
  isLoopback,
  isPublicSuffix,
  isTrustworthy,
  registrableDomain,
  sameSite,
  schemefulSameSite,
  schemefulSite,
  siteOfHost,
} from '../../../src/core/site/site.ts';

describe('registrableDomain and siteOfHost', () => {
  it.each([
    ['a.b.shop.example', 'shop.example', 'shop.example'],
    ['A.SHOP.CO.UK', 'shop.co.uk', 'shop.co.uk'],
    ['me.github.io', 'me.github.io', 'me.github.io'],
    ['github.io', null, 'github.io'],
    ['com', null, 'com'],
    ['localhost', null, 'localhost'],
    ['127.0.0.1', null, '127.0.0.1'],
    ['[::1]', null, '[::1]'],
    ['a.shop.example.', 'shop.example.', 'shop.example.'],
    ['..', null, '..'],
    ['', null, ''],
  ])('%s', (host, domain, site) => {
    expect(registrableDomain(host)).toBe(domain);
    expect(siteOfHost(host)).toBe(site);
  });

  it('answers the same from its memory, and forgets without harm', () => {
    const hosts = Array.from({ length: 2000 }, (_, index) => `h${index}.shop${index % 700}.example`);
    const first = hosts.map(registrableDomain);
    expect(hosts.map(registrableDomain)).toEqual(first);
    expect(first[42]).toBe('shop42.example');
  });
});

describe('isPublicSuffix', () => {
  it.each([
    ['com', true],
    ['co.uk', true],
    ['github.io', true],
    ['shop.example', false],
    ['localhost', true],
    ['127.0.0.1', false],
    ['', false],
  ])('%s: %s', (host, expected) => {
    expect(isPublicSuffix(host)).toBe(expected);
  });
});

describe('schemefulSite', () => {
  it.each([
    ['https://a.shop.example:8443/x?y', 'https://shop.example'],
    ['http://a.shop.example', 'http://shop.example'],
    ['wss://a.shop.example/socket', 'https://shop.example'],
    ['ws://localhost:3000', 'http://localhost'],
    ['http://[::1]:80/', 'http://[::1]'],
    ['ftp://a.shop.example', null],
    ['data:text/html,x', null],
    ['about:blank', null],
    ['no url', null],
    ['', null],
  ])('%s: %s', (url, site) => {
    expect(schemefulSite(url)).toBe(site);
  });
});

it.each([
  ['https://a.shop.example', 'https://b.shop.example', true, true],
  ['https://a.shop.example', 'http://b.shop.example', true, false],
  ['https://a.shop.example', 'wss://b.shop.example', true, true],
  ['https://a.github.io', 'https://b.github.io', false, false],
  ['https://127.0.0.1', 'https://127.0.0.2', false, false],
  ['no url', 'no url', false, false],
])('sameSite(%s, %s): %s, with the scheme %s', (a, b, same, schemeful) => {
  expect(sameSite(a, b)).toBe(same);
  expect(schemefulSameSite(a, b)).toBe(schemeful);
});

it.each([
  ['https://shop.example', true],
  ['wss://shop.example', true],
  ['http://shop.example', false],
  ['http://localhost:3000', true],
  ['http://a.localhost', true],
  ['http://localhost.', true],
  ['http://127.8.9.10', true],
  ['http://[::1]', true],
  ['http://notlocalhost', false],
  ['http://128.0.0.1', false],
  ['file:///etc', false],
])('isTrustworthy(%s): %s', (url, expected) => {
  expect(isTrustworthy(url)).toBe(expected);
});

it.each([
  ['localhost', true],
  ['LOCALHOST', true],
  ['x.localhost', true],
  ['127.0.0.1', true],
  ['127.0.0.1.example', false],
])('isLoopback(%s): %s', (host, expected) => {
  expect(isLoopback(host)).toBe(expected);
});
