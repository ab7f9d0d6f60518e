import { describe, expect, it } from 'vitest';
import { MASK, maskLine, urlParts } from '../../src/panel/mask.ts';

describe('maskLine', () => {
  it.each([
    ['sid=secret; Path=/', `sid=${MASK}; Path=/`],
    ['sid=se=cr=et', `sid=${MASK}`],
    ['secret', MASK],
    ['secret; Secure', `${MASK}; Secure`],
    ['=secret; Secure', `=${MASK}; Secure`],
    ['', MASK],
  ])('%o becomes %o', (line, masked) => {
    expect(maskLine(line)).toBe(masked);
  });
});

describe('urlParts', () => {
  it.each([
    ['https://a.example/x?token=1#f', false, 'https://a.example', '/x?…'],
    ['https://a.example/x?token=1', true, 'https://a.example', '/x?token=1'],
    ['https://a.example/x;jsessionid=1', false, 'https://a.example', '/x;…'],
    ['https://a.example/x;jsessionid=1?b=2', false, 'https://a.example', '/x;…?…'],
    ['https://user:pass@a.example/', true, 'https://a.example', '/'],
    ['data:text/html,secret', false, '', 'data:…'],
    ['null', false, '', MASK],
    ['null', true, '', 'null'],
  ])('of %s, values shown %s', (url, shown, origin, path) => {
    expect(urlParts(url, shown)).toEqual({ origin, path });
  });
});
