import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bodyFields } from '../../../src/background/sources/body-fields.ts';

const raw = (text: string) => ({ raw: [{ bytes: new TextEncoder().encode(text).buffer as ArrayBuffer }] });
const multipart = (...names: string[]) =>
  `${names.map((name) => `--B\r\nContent-Disposition: form-data; name="${name}"\r\n\r\nSECRET\r\n`).join('')}--B--\r\n`;

describe('bodyFields', () => {
  it.each<[string, Parameters<typeof bodyFields>[0], ReturnType<typeof bodyFields>]>([
    [
      'a form the browser parsed',
      { formData: { user: ['u'], password: ['SECRET'] } },
      { format: 'form', names: ['user', 'password'] },
    ],
    [
      'a raw form',
      raw('user=u&password=SECRET&empty='),
      { format: 'form', names: ['user', 'password', 'empty'] },
    ],
    ['an encoded name', raw('user%5Bname%5D=u'), { format: 'form', names: ['user[name]'] }],
    ['one field without value beside another', raw('a=&b='), { format: 'form', names: ['a', 'b'] }],
    ['multipart', raw(multipart('user', 'password')), { format: 'multipart', names: ['user', 'password'] }],
    ['JSON', raw('{"user":"u","password":"SECRET"}'), { format: 'json', names: ['user', 'password'] }],
    ['JSON after space', raw(' \n{"a":1}'), { format: 'json', names: ['a'] }],
    [
      'nested JSON',
      raw('{"a":{"b":{"c":1}},"d":[{"e":1},{"e":2,"f":3}]}'),
      { format: 'json', names: ['a.b.c', 'd.e', 'd.f'] },
    ],
    [
      'a list before what matters',
      raw(`{"ids":[${'1,'.repeat(500)}1],"password":"x"}`),
      { format: 'json', names: ['ids', 'password'] },
    ],
    ['a search, which is no GraphQL', raw('{"query":"shoes"}'), { format: 'json', names: ['query'] }],
    [
      'GraphQL',
      raw(
        '{"operationName":"L","query":"mutation L($p: String!) { login(p: $p) }","variables":{"email":"u","password":"SECRET"}}',
      ),
      { format: 'graphql', names: ['operationName', 'query', 'variables.email', 'variables.password'] },
    ],
    ['a short GraphQL query', raw('{"query":"{ me { id } }"}'), { format: 'graphql', names: ['query'] }],
    [
      'names of the language’s own',
      raw('{"__proto__":{"admin":1},"constructor":2}'),
      { format: 'json', names: ['__proto__.admin', 'constructor'] },
    ],
    ['nothing', null, null],
    ['no body', {}, null],
    ['a file', { raw: [{}] }, null],
    ['broken JSON', raw('{"user":'), null],
    ['plain text', raw('hello world'), null],
    ['a token that ends in =', raw('c2VjcmV0='), null],
    ['a token that ends in ==', raw('c2VjcmV0=='), null],
    ['octets', { raw: [{ bytes: new Uint8Array([0xff, 0xfe, 0, 1]).buffer }] }, null],
    ['multipart without names', raw('--B\r\n\r\nSECRET'), null],
    ['more than a login needs', raw(`a=${'x'.repeat(65_536)}`), null],
  ])('of %s', (_, body, expected) => {
    expect(bodyFields(body)).toEqual(expected);
  });

  it('leaves the prototype of everything alone', () => {
    bodyFields(raw('{"__proto__":{"polluted":true}}'));
    expect({}).not.toHaveProperty('polluted');
  });

  it.each([
    ['many names', `{${Array.from({ length: 5000 }, (_, index) => `"n${index}":1`).join(',')}}`],
    ['long names', `{"${'x'.repeat(50_000)}":1}`],
    ['deep nesting', `${'{"a":'.repeat(6000)}1${'}'.repeat(6000)}`],
    ['deep lists', `${'['.repeat(30_000)}${']'.repeat(30_000)}`],
  ])('is bounded for %s', (_, text) => {
    const { names } = bodyFields(raw(text)) ?? { names: [] };
    expect(names.length).toBeLessThanOrEqual(100);
    for (const name of names) expect(name.length).toBeLessThanOrEqual(100);
  });

  it('never throws, and never tells a value', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        bodyFields(raw(text));
      }),
    );
    fc.assert(
      fc.property(fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.constant('SECRET')), (data) => {
        for (const text of [JSON.stringify(data), new URLSearchParams(data).toString()]) {
          expect(JSON.stringify(bodyFields(raw(text)))).not.toContain('SECRET');
        }
      }),
    );
  });
});
