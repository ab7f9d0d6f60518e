import { describe, expect, it } from 'vitest';
import { decodeValue } from '../../../src/core/value/decode-value.ts';
import { formatsOf, inmostOf } from './read.ts';

describe('IDs and times', () => {
  it.each([
    ['UUID v1', 'c232ab00-9414-11ec-b3c8-9f6bdeced846', 'uuid', { version: 1, at: 1_645_557_742_000 }],
    ['UUID v4', '919108f7-52d1-4320-9bac-f847db4148a8', 'uuid', { version: 4 }],
    ['UUID v5', '2ed6657d-e927-568b-95e1-2665a8aea6a2', 'uuid', { version: 5 }],
    ['UUID v6', '1ec9414c-232a-6b00-b3c8-9f6bdeced846', 'uuid', { version: 6, at: 1_645_557_742_000 }],
    ['UUID v7', '017f22e2-79b0-7cc3-98c4-dc0c0c07398f', 'uuid', { version: 7, at: 1_645_557_742_000 }],
    ['UUID in braces, upper case', '{919108F7-52D1-4320-9BAC-F847DB4148A8}', 'uuid', { version: 4 }],
    ['UUID v7 with no believable time', 'ffffffff-ffff-7cc3-98c4-dc0c0c07398f', 'uuid', { version: 7 }],
    ['ULID', '01HF7YAT00ABCDEFGHJKMNPQRS', 'ulid', { at: 1_700_000_000_000 }],
    ['seconds', '1700000000', 'timestamp', 1_700_000_000_000],
    ['milliseconds', '1700000000123', 'timestamp', 1_700_000_000_123],
    [
      '_ga',
      'GA1.1.1804289383.1767225600',
      'google-analytics',
      { clientId: '1804289383.1767225600', firstVisit: 1_767_225_600_000 },
    ],
    [
      '_ga of a subdomain',
      'GA1.1-2.1804289383.1767225600',
      'google-analytics',
      { clientId: '1804289383.1767225600', firstVisit: 1_767_225_600_000 },
    ],
    [
      '_ga_X',
      'GS1.1.1747323152.28.1.1747323160.60.0.0',
      'google-analytics',
      { sessionStart: 1_747_323_152_000, sessionNumber: 28, engaged: true, lastEvent: 1_747_323_160_000 },
    ],
    [
      '_ga_X of 2025',
      'GS2.1.s1747323152$o28$g0$t1747323160$j60$l0$h0',
      'google-analytics',
      { sessionStart: 1_747_323_152_000, sessionNumber: 28, engaged: false, lastEvent: 1_747_323_160_000 },
    ],
  ])('%s', (_, value, format, data) => {
    expect(formatsOf(value)).toEqual([format]);
    expect(inmostOf(value).data).toEqual(data);
    expect(inmostOf(value).notes).not.toEqual([]);
  });

  it.each([
    ['UUID of no version', '919108f7-52d1-0320-9bac-f847db4148a8'],
    ['UUID of another variant', '919108f7-52d1-4320-cbac-f847db4148a8'],
    ['UUID, a digit short', '919108f7-52d1-4320-9bac-f847db4148a'],
    ['ULID with a letter that Crockford leaves out', '01HF7YAT00ABCDEFGHIJKLMNOP'],
    ['ULID with a time far off', '7ZZZZZZZZZABCDEFGHJKMNPQRS'],
    ['ten digits far off', '9999999999'],
    ['eleven digits', '17000000001'],
    ['a phone number', '4915112345678'],
    ['_ga with a time of 1970', 'GA1.1.1804289383.000000001'],
    ['_ga of another version', 'GA9.1.1804289383.1767225600'],
    ['GS1 cut short', 'GS1.1.1747323152'],
    ['GS2 without a start', 'GS2.1.o28$g0'],
    ['GS2 with letters for numbers', 'GS2.1.sabc$oxyz'],
  ])('near miss: %s', (_, value) => {
    expect(decodeValue(value).layers).toEqual([]);
  });

  it.each([
    ['c232ab00-9414-11ec-b3c8-9f6bdeced846', 'can be guessed'],
    ['919108f7-52d1-4320-9bac-f847db4148a8', '122 bits'],
    ['1700000000', 'another number could look the same'],
  ])('%s says what it does not prove', (value, note) => {
    expect(inmostOf(value).notes.join(' ')).toContain(note);
  });
});
