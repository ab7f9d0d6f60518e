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
    ['32 Jan 2027 01:02:03', undefined, 'day 32'],
    ['01 Foo 2027 01:02:03', undefined, 'no month'],
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

describe('dates that Firefox reads its own way', () => {
  // What Firefox ESR 153 stored, or refused, is in the second column of figures.
  it.each([
    [
      '06 Nov 1994 08:49:37 +0200',
      at(1994, 10, 6, 8, 49, 37),
      at(1994, 10, 6, 6, 49, 37),
      'a time zone in figures',
    ],
    [
      '06 Nov 1994 08:49:37 GMT-3',
      at(1994, 10, 6, 8, 49, 37),
      at(1994, 10, 6, 11, 49, 37),
      'from GMT on, in hours',
    ],
    [
      '06 Nov 1994 08:49:37 PST',
      at(1994, 10, 6, 8, 49, 37),
      at(1994, 10, 6, 16, 49, 37),
      'a time zone by name',
    ],
    [
      '06 Nov 1994 08:49:37 PST-3',
      at(1994, 10, 6, 8, 49, 37),
      at(1994, 10, 6, 16, 49, 37),
      'a name goes before figures',
    ],
    ['06 Nov 1994 08:49:37 EDT', at(1994, 10, 6, 8, 49, 37), at(1994, 10, 6, 12, 49, 37), 'summer time'],
    ['06 Nov 1994 08:49:37 UT PST', at(1994, 10, 6, 8, 49, 37), at(1994, 10, 6, 8, 49, 37), 'UT is a zone'],
    ['06 Nov 1994 08:49:37 UTC PST', at(1994, 10, 6, 8, 49, 37), at(1994, 10, 6, 16, 49, 37), 'UTC is none'],
    [
      '06 Nov 1994 08:49:37 -0001',
      at(1994, 10, 6, 8, 49, 37),
      at(1994, 10, 6, 8, 49, 37),
      'a minute west is none',
    ],
    ['29 Feb 2027 01:02:03', undefined, at(2027, 2, 1, 1, 2, 3), 'a day past the end of its month'],
    ['31 Apr 2027 01:02:03', undefined, at(2027, 4, 1, 1, 2, 3), 'a day past the end of its month'],
    ['00 Jan 2027 01:02:03', undefined, at(2026, 11, 31, 1, 2, 3), 'day 0'],
    ['01 Jan 2027 24:00:00', undefined, at(2027, 0, 2, 0, 0, 0), 'hour 24'],
    ['01 Jan 2027 23:60:00', undefined, at(2027, 0, 2, 0, 0, 0), 'minute 60'],
    ['01 Jan 2027 23:59:60', undefined, at(2027, 0, 2, 0, 0, 0), 'second 60'],
    ['01 Jan 2027', undefined, at(2027, 0, 1, 0, 0, 0), 'no time'],
    ['01 Jan 2027 01:02', undefined, at(2027, 0, 1, 1, 1, 12), 'no seconds, at the end: 48 seconds short'],
    [
      '01 Jan 2027 01:02 GMT',
      undefined,
      at(2027, 0, 1, 1, 1, 44),
      'no seconds, before a space: 16 seconds short',
    ],
    ['01:02/01 Jan 2027', undefined, at(2027, 0, 1, 1, 2, 0), 'no seconds, before a slash: none short'],
    ['01 Jan 2027 01:02:03 PM', at(2027, 0, 1, 1, 2, 3), at(2027, 0, 1, 13, 2, 3), 'after noon'],
    ['01 Jan 2027 12:02:03pm', undefined, at(2027, 0, 1, 12, 2, 3), 'noon'],
    ['01 Jan 2027 12:02:03 am', at(2027, 0, 1, 12, 2, 3), at(2027, 0, 1, 0, 2, 3), 'midnight'],
    ['05/01/2027 01:02:03', undefined, at(2027, 4, 1, 1, 2, 3), 'month first'],
    ['13/1/2027 01:02:03', undefined, at(2027, 0, 13, 1, 2, 3), 'day first where the month would be over 12'],
    ['13/13/2027 01:02:03', undefined, undefined, 'neither'],
    ['95-06-08 01:02:03', undefined, at(1995, 5, 8, 1, 2, 3), 'year first where it is over 31'],
    ['27/00/30 01:02:03', undefined, at(2029, 11, 27, 1, 2, 3), 'month 0 is the December before'],
    ['2027-06-08 01:02:03', undefined, undefined, 'no year of four digits first'],
    ['32 Jan 27 01:02:03', undefined, at(2032, 0, 27, 1, 2, 3), 'day 32 is a year'],
    ['06 Nov*1994*08:49:37', at(1994, 10, 6, 8, 49, 37), undefined, 'few characters separate'],
    ['01 Jan 1500 01:02:03', at(1500, 0, 1, 1, 2, 3), at(1500, 0, 1, 1, 2, 3), 'a year before 1601'],
    ['01 Jan 32768 01:02:03', at(32768, 0, 1, 1, 2, 3), undefined, 'a year past 15 bits'],
    ['1 '.repeat(1001), undefined, undefined, 'more tokens than are read'],
  ] as const)('%s: %4$s', (text, chromium, firefox, _why) => {
    expect(parseCookieDate(text, { browser: 'chromium' })).toBe(chromium);
    expect(parseCookieDate(text, { browser: 'firefox' })).toBe(firefox);
  });
});
