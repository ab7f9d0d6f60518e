import { describe, expect, it } from 'vitest';
import { redactUrl } from '../../../src/core/report/redact-url.ts';

describe('a URL in a report', () => {
  it.each([
    ['https://shop.example/a/b', 'https://shop.example/a/b', 'is as it was without anything secret'],
    ['https://shop.example:8443/', 'https://shop.example:8443/', 'keeps its port'],
    ['https://ann:pw@shop.example/', 'https://shop.example/', 'loses user and password'],
    [
      'https://shop.example/?code=abc&state=x%20y',
      'https://shop.example/?code=&state=',
      'loses the values of its query',
    ],
    ['https://shop.example/?abcdef0123456789', 'https://shop.example/', 'loses a query that is no field'],
    ['https://shop.example/?a=1&a=2', 'https://shop.example/?a=&a=', 'keeps fields that come twice'],
    ['https://shop.example/a;jsessionid=ABC/b;x', 'https://shop.example/a/b', 'loses path parameters'],
    ['https://shop.example/#access_token=abc', 'https://shop.example/', 'loses its fragment'],
    [
      'https://shop.example/verify/eyJhbGciOiJIUzI1NiJ9.e30.x',
      'https://shop.example/verify/…',
      'loses a JWT in its path',
    ],
    [
      'https://shop.example/?eyJhbGciOiJIUzI1NiJ9.e30.x=1',
      'https://shop.example/',
      'loses a JWT as a field’s name',
    ],
    ['data:text/html,secret', 'data:', 'is only its scheme where it is not of the web'],
    ['not a url', '', 'is nothing where it is none'],
  ])('%s → %s: it %s', (url, expected) => {
    expect(redactUrl(url)).toBe(expected);
  });

  it('loses a path segment that is known to be secret, encoded or not', () => {
    const isSecret = (segment: string) => segment === 's3cr3t/id';
    expect(redactUrl('https://shop.example/s/s3cr3t%2Fid/x', isSecret)).toBe('https://shop.example/s/…/x');
  });

  it('takes a path that cannot be decoded', () => {
    expect(redactUrl('https://shop.example/%E0%A4%A')).toBe('https://shop.example/%E0%A4%A');
  });
});
