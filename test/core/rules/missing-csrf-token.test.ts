import { describe, expect, it } from 'vitest';
import type { ExampleEvent } from '../../../src/core/rules/example.ts';
import { LOGOUT } from '../../../src/core/rules/examples/logins.ts';
import { SESSION_COOKIE, SIGN_IN } from '../../../src/core/rules/examples/pages.ts';
import rule from '../../../src/core/rules/missing-csrf-token.ts';
import { findingsOf, verdictsOf } from '../../helpers/rule-findings.ts';

const LINE = 'sid=31d4d96e407aad42a7c1; Path=/; HttpOnly; Secure';
const signIn = (sameSite: string) => ({ ...SIGN_IN, setCookie: [LINE + sameSite] });
const POST = {
  url: 'https://shop.example/account/email',
  method: 'POST',
  cookie: SESSION_COOKIE,
  initiator: 'https://shop.example',
  fields: ['email'],
  status: 303,
  responseHeaders: { location: '/account' },
} as const;

describe('missing-csrf-token', () => {
  it.each<[string, string, string[]]>([
    ['None', '; SameSite=None', ['high firm']],
    ['no SameSite', '', ['medium firm']],
    ['a word browsers do not know', '; SameSite=Never', ['medium firm']],
    ['Lax', '; SameSite=Lax', ['info firm']],
    ['Strict', '; SameSite=Strict', ['info firm']],
  ])('%s', (_, sameSite, verdicts) => {
    expect(verdictsOf(rule, signIn(sameSite), POST)).toEqual(verdicts);
  });

  it.each<[string, ExampleEvent[], string[]]>([
    [
      'by script: servers often look at Origin there',
      [{ ...POST, type: 'xmlhttprequest' }],
      ['high tentative'],
    ],
    ['a form without any field', [{ ...POST, fields: [] }], ['high firm']],
    [
      'no body at all',
      [{ url: POST.url, method: 'POST', cookie: SESSION_COOKIE, status: 204 }],
      ['high firm'],
    ],
    [
      'a form in parts',
      [{ ...POST, requestHeaders: { 'content-type': 'multipart/form-data; boundary=x' } }],
      ['high firm'],
    ],
    [
      'text, which needs no preflight',
      [{ ...POST, requestHeaders: { 'content-type': 'text/plain' } }],
      ['high firm'],
    ],
    ['a logout alone is a nuisance', [{ ...LOGOUT, cookie: SESSION_COOKIE, fields: [] }], ['info firm']],
    [
      'a logout beside it does not make it less',
      [POST, { ...LOGOUT, cookie: SESSION_COOKIE, fields: [] }],
      ['high firm'],
    ],
    [
      'a new password, the old one not asked for',
      [{ ...POST, fields: ['new_password', 'new_password_confirm'] }],
      ['high firm'],
    ],
    ['many forms are one finding', [POST, POST, { ...POST, url: 'https://shop.example/pay' }], ['high firm']],
  ])('%s', (_, events, verdicts) => {
    expect(verdictsOf(rule, signIn('; SameSite=None'), ...events)).toEqual(verdicts);
  });

  it('is tentative where the session may be a mere visit', () => {
    expect(verdictsOf(rule, LINE, POST)).toEqual(['medium tentative']);
  });

  it.each([
    'csrf_token',
    '_csrf',
    'csrfmiddlewaretoken',
    'authenticity_token',
    '__RequestVerificationToken',
    '_token',
    'XSRF-TOKEN',
    'form_key',
    'form_build_id',
    'sesskey',
    '_wpnonce',
    'fb_dtsg',
    'atl_token',
    'wpEditToken',
    '__VIEWSTATE',
    'javax.faces.ViewState',
    'user[csrf]',
    'securitytoken',
    '4f9b21c07de1a3664f9b21c07de1a366',
  ])('knows the field %s', (field) => {
    expect(verdictsOf(rule, signIn('; SameSite=None'), { ...POST, fields: ['email', field] })).toEqual([]);
  });

  it.each([
    'x-csrf-token',
    'x-xsrf-token',
    'x-requested-with',
    'authorization',
    'hx-request',
    'next-action',
    'requestverificationtoken',
    'jenkins-crumb',
  ])('knows the header %s', (name) => {
    const requestHeaders = { [name]: '' };
    expect(verdictsOf(rule, signIn('; SameSite=None'), { ...POST, requestHeaders })).toEqual([]);
  });

  it.each<[string, ExampleEvent]>([
    ['JSON', { ...POST, requestHeaders: { 'content-type': 'application/json; charset=utf-8' } }],
    ['a type of its own', { ...POST, requestHeaders: { 'content-type': 'application/grpc-web+proto' } }],
    ['another site’s request', { ...POST, requestHeaders: { 'sec-fetch-site': 'cross-site' } }],
    ['a sandboxed frame’s', { ...POST, initiator: 'null' }],
    ['an identity provider’s answer', { ...POST, fields: ['SAMLResponse', 'RelayState'] }],
    ['a second factor', { ...POST, url: 'https://shop.example/login/verify', fields: ['otp'] }],
    [
      'a registration',
      { ...POST, url: 'https://shop.example/register', fields: ['email', 'password', 'confirm'] },
    ],
    ['asked to log in', { ...POST, status: 302, responseHeaders: { location: '/login' } }],
    ['out of date', { ...POST, status: 419 }],
    ['a theme', { ...POST, url: 'https://shop.example/theme', fields: [] }],
    ['a count', { ...POST, url: 'https://shop.example/api/events', type: 'xmlhttprequest', fields: ['e'] }],
    ['a picture', { ...POST, type: 'image' }],
    ['another site', { ...POST, url: 'https://other.example/email', type: 'xmlhttprequest' }],
  ])('says nothing of %s', (_, event) => {
    expect(verdictsOf(rule, signIn('; SameSite=None'), event)).toEqual([]);
  });

  it('takes the login’s cookie, not the remember-me cookie beside it', () => {
    const remember =
      'remember_me=5b0c77a1e2d94f3806aa; Path=/; HttpOnly; Secure; SameSite=None; Max-Age=2592000';
    const both = `${SESSION_COOKIE}; remember_me=5b0c77a1e2d94f3806aa`;
    const login = { ...SIGN_IN, setCookie: [`${LINE}; SameSite=Lax`, remember] };
    expect(verdictsOf(rule, login, { ...POST, cookie: both })).toEqual(['info firm']);
  });

  it('names the cookie, the request and what it lacks, and how many more there are', () => {
    const [finding] = findingsOf(rule, signIn(''), POST, { ...POST, url: 'https://shop.example/pay?id=1' });
    expect(finding).toMatchObject({
      cookie: { name: 'sid' },
      url: 'https://shop.example/account/email',
      evidence: [
        'POST https://shop.example/account/email → 303, no token in its one field, address or headers',
        'and 1 more address',
      ],
    });
  });
});
