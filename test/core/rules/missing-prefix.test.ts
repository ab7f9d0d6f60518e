import { describe, expect, it } from 'vitest';
import type { ExampleEvent } from '../../../src/core/rules/example.ts';
import { embedded, findingsOf, ID, OTHER_ID, page, SOUND, verdictsOf } from '../../helpers/rule-table.ts';

describe('missing-prefix', () => {
  it.each<[what: string, events: readonly ExampleEvent[], verdicts: readonly string[]]>([
    ['a session that meets __Host- already', [`sid=${ID}; ${SOUND}; Path=/`], ['low certain']],
    [
      'a session with a Domain',
      [page('www.shop.example', `sid=${ID}; ${SOUND}; Domain=shop.example`)],
      ['low certain'],
    ],
    ['remember-me', [`remember_me=${ID}; ${SOUND}; Path=/; Max-Age=2592000`], ['low certain']],
    [
      'there before',
      [page('shop.example'), { before: { name: 'sid', value: ID, secure: true, httpOnly: true } }],
      ['low firm'],
    ],
    [
      'known from a request alone',
      [
        page('shop.example'),
        { before: { name: 'sid', value: ID, secure: true, httpOnly: true, assumed: true } },
      ],
      [],
    ],
    ['__Host-', [`__Host-sid=${ID}; ${SOUND}; Path=/`], []],
    ['__Secure- and host-only', [`__Secure-sid=${ID}; ${SOUND}; Path=/`], []],
    ['__Http-', [`__Http-sid=${ID}; ${SOUND}; Path=/`], []],
    ['not Secure: missing-secure tells', [`sid=${ID}; HttpOnly; Path=/`], []],
    ['a CSRF token', [`XSRF-TOKEN=${ID}; Secure; Path=/`], []],
    [
      'a signature goes with its session',
      [`koa.sess=${ID}; ${SOUND}`, `koa.sess.sig=${OTHER_ID}; ${SOUND}`],
      ['low certain'],
    ],
    ['plain HTTP', [{ url: 'http://shop.example/', setCookie: [`sid=${ID}; HttpOnly`] }], []],
    ['loopback', [{ url: 'http://localhost/', setCookie: [`sid=${ID}; ${SOUND}`] }], []],
    [
      'an embedded site’s',
      [page('shop.example'), embedded(`sid=${ID}; HttpOnly; Secure; SameSite=None`)],
      [],
    ],
    ['only ever refused', [`sid=${ID}; Secure; Domain=other.example`], []],
  ])('%s', (_, events, verdicts) => {
    expect(verdictsOf('missing-prefix', events)).toEqual(verdicts);
  });

  it.each([
    ['host-only', [`sid=${ID}; ${SOUND}; Path=/`], '`__Host-sid`'],
    ['its own path', [`sid=${ID}; ${SOUND}; Path=/admin`], '`__Secure-sid`'],
    [
      'one host, though with a Domain',
      [page('www.shop.example', `sid=${ID}; ${SOUND}; Domain=shop.example`)],
      '`__Host-sid`',
    ],
    [
      'two hosts',
      [
        page('www.shop.example', `sid=${ID}; ${SOUND}; Domain=shop.example`),
        { url: 'https://pay.shop.example/', cookie: `sid=${ID}` },
      ],
      '`__Secure-sid`',
    ],
  ])('says which prefix: %s', (_, events, name) => {
    expect(findingsOf('missing-prefix', events)[0]?.message).toContain(name);
  });
});
