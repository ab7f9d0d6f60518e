import { describe, expect, it } from 'vitest';
import type { ExampleEvent } from '../../../src/core/rules/example.ts';
import { SESSION_LINE } from '../../../src/core/rules/examples/logins.ts';
import { ownPage, page, SIGN_IN } from '../../../src/core/rules/examples/pages.ts';
import rule from '../../../src/core/rules/missing-csp.ts';
import { findingsOf, verdictsOf } from '../../helpers/rule-findings.ts';

const CSP = { 'content-security-policy': "default-src 'self'" };

describe('missing-csp', () => {
  it.each<[string, ExampleEvent[], string[]]>([
    ['a signed-in page', [SIGN_IN, ownPage('/account')], ['medium tentative']],
    [
      'an empty policy',
      [SIGN_IN, ownPage('/account', { 'content-security-policy': ' , ' })],
      ['medium tentative'],
    ],
    ['some pages have one', [SIGN_IN, ownPage('/account', CSP), ownPage('/orders')], ['medium tentative']],
    ['a session of before', [SESSION_LINE, ownPage('/')], ['medium tentative']],
    ['many pages are one finding', [SIGN_IN, ownPage('/a'), ownPage('/b')], ['medium tentative']],
    ['a policy', [SIGN_IN, ownPage('/account', CSP)], []],
    [
      'a weak policy is another rule’s',
      [SIGN_IN, ownPage('/account', { 'content-security-policy': 'script-src *' })],
      [],
    ],
    ['a visitor without cookies', [page('/')], []],
    ['a visitor with a theme', [{ ...page('/'), cookie: 'theme=dark' }], []],
    ['the login page, with a session', [SESSION_LINE, ownPage('/login')], []],
    ['a download', [SIGN_IN, ownPage('/account/data.pdf', { 'content-type': 'application/pdf' })], []],
    ['a redirect', [SIGN_IN, { ...ownPage('/account'), status: 303 }], []],
    [
      'another site’s frame',
      [SIGN_IN, { ...ownPage('/'), url: 'https://widget.example/', type: 'sub_frame' }],
      [],
    ],
  ])('%s', (_, events, verdicts) => {
    expect(verdictsOf(rule, ...events)).toEqual(verdicts);
  });

  it('begins with the page that is surely signed in', () => {
    const [finding] = findingsOf(rule, SESSION_LINE, ownPage('/start'), ownPage('/account'));
    expect(finding?.evidence).toEqual([
      'GET https://shop.example/account → 200, no Content-Security-Policy header',
      'and 1 more page',
    ]);
  });
});
