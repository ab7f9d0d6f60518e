import { describe, expect, it } from 'vitest';
import { parseCookieDate } from '../../../src/core/cookie/cookie-date.ts';

const at = (...parts: [number, number, number, number, number, number]): number => Date.UTC(...parts);

describe('dates that all browsers read alike', () => {
  it.each([
    ['Sun, 06 Nov 1994 08:49:37 GMT', at(1994, 10, 6, 8, 49, 37), 'IMF-fixdate'],
    ['Sunday, 06-Nov-94 08:49:37 GMT', at(1994, 10, 6, 8, 49, 37), 'RFC 850, two-digit year'],
    ['Sun Nov  6 08:49:37 1994', at(1994, 10, 6, 8, 49, 37), 'asctime'],
    ['Sun, 06-Nov-1994 08:49:37 GMT', at(1994, 10, 6, 8, 49, 37), 'dashes and a full year'],
    ['1 jan 70 0:0:0', 0, '70 is 1970'],
    ['1 JAN 69 0:0:0', at(2069, 0, 1, 0, 0, 0), '69 is 2069'],
    ['1 January 00 0:0:0', at(2000, 0, 1, 0, 0, 0), '00 is 2000'],
    ['29 Feb 2028 01:02:03', at(2028, 1, 29, 1, 2, 3), 'a leap day'],
    ['08:49:37 06 Nov 1994', at(1994, 10, 6, 8, 49, 37), 'any order'],
    ['06 Nov 1994 08:49:37 +0200', at(1994, 10, 6, 8, 49, 37), 'time zones count for nothing'],
    ['29 Feb 2027 01:02:03', undefined, 'a day that does not exist'],
    ['31 Apr 2027 01:02:03', undefined, 'a day that does not exist'],
    ['00 Jan 2027 01:02:03', undefined, 'day 0'],
    ['32 Jan 2027 01:02:03', undefined, 'day 32'],
    ['01 Jan 2027 24:00:00', undefined, 'hour 24'],
    ['01 Jan 2027 23:60:00', undefined, 'minute 60'],
    ['01 Jan 2027 23:59:60', undefined, 'second 60'],
    ['01 Foo 2027 01:02:03', undefined, 'no month'],
    ['01 Jan 2027', undefined, 'no time'],
    ['01 Jan 01:02:03', undefined, 'no year'],
    ['2027-01-01T01:02:03Z', undefined, 'ISO 8601'],
    ['', undefined, 'nothing'],
  ] as const)('%s: %3$s', (text, time, _why) => {
    for (const browser of ['chromium', 'firefox', 'rfc6265bis'] as const) {
      expect(parseCookieDate(text, { browser })).toBe(time);
    }
  });
});

describe('dates that Chromium reads its own way', () => {
  // The first column of figures is what Chromium 156 stored.
  it.each([
    ['01 Jan 20300 01:02:03', at(20300, 0, 1, 1, 2, 3), undefined, 'five digits of year'],
    ['01 Jan 1500 01:02:03', at(1500, 0, 1, 1, 2, 3), undefined, 'a year before 1601 is just long ago'],
    ['5th Jan 2027 01:02:03', undefined, at(2027, 0, 5, 1, 2, 3), 'a number is digits alone'],
    ['05 Jan 2027 01:02:03x', undefined, at(2027, 0, 5, 1, 2, 3), 'a time is numbers alone'],
    ['05 Jan 2027 001:0002:00003', at(2027, 0, 5, 1, 2, 3), undefined, 'any number of zeros'],
    ['05 Jan 5 01:02:03', at(2005, 0, 5, 1, 2, 3), undefined, 'one digit of year'],
  ] as const)('%s: %4$s', (text, chromium, rfc, _why) => {
    expect(parseCookieDate(text)).toBe(chromium);
    expect(parseCookieDate(text, { browser: 'rfc6265bis' })).toBe(rfc);
  });
});
