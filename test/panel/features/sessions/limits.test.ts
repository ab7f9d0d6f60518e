import { describe, expect, it } from 'vitest';
import { limitRows } from '../../../../src/panel/features/sessions/limits.ts';
import { SOURCE_URLS } from '../../../../src/panel/features/sessions/sources.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const NOTHING = { idleAtLeast: null, absoluteAtLeast: null, endedAfter: null };
const states = (bounds: Parameters<typeof limitRows>[0], which: 'idle' | 'absolute') =>
  limitRows(bounds).map((row) => row[which].state);

// Rows: NIST AAL1, AAL2, AAL3, OWASP, OWASP high value.
describe('limits', () => {
  it.each([
    ['nothing seen', NOTHING, ['none', 'unseen', 'unseen', 'unseen', 'unseen']],
    [
      'a pause of 20 minutes was fine: over 15 and 5 minutes',
      { ...NOTHING, idleAtLeast: 20 * MINUTE },
      ['none', 'unseen', 'over', 'unseen', 'over'],
    ],
    [
      'ended after 30 minutes unused: in time for all that allow so much',
      { ...NOTHING, endedAfter: { idle: 30 * MINUTE, age: HOUR } },
      ['none', 'kept', 'unseen', 'kept', 'unseen'],
    ],
    [
      'it lasted longer before it ended sooner',
      { idleAtLeast: 40 * MINUTE, absoluteAtLeast: null, endedAfter: { idle: 4 * MINUTE, age: HOUR } },
      ['none', 'kept', 'over', 'over', 'over'],
    ],
    [
      'exactly the limit is not over it',
      { ...NOTHING, idleAtLeast: HOUR },
      ['none', 'unseen', 'over', 'over', 'over'],
    ],
  ] as const)('idle: %s', (_, bounds, expected) => {
    expect(states(bounds, 'idle')).toEqual(expected);
  });

  it.each([
    ['nothing seen', NOTHING, ['unseen', 'unseen', 'unseen', 'unseen', 'unseen']],
    [
      'used for nine hours',
      { ...NOTHING, absoluteAtLeast: 9 * HOUR },
      ['unseen', 'unseen', 'unseen', 'over', 'over'],
    ],
    [
      'ended at eight hours',
      { ...NOTHING, absoluteAtLeast: 7 * HOUR, endedAfter: { idle: MINUTE, age: 8 * HOUR } },
      ['kept', 'kept', 'kept', 'kept', 'over'],
    ],
  ] as const)('absolute: %s', (_, bounds, expected) => {
    expect(states(bounds, 'absolute')).toEqual(expected);
  });

  it('each has a source to read', () => {
    for (const { source } of limitRows(NOTHING))
      expect(SOURCE_URLS[source]).toMatch(/^https:\/\/(pages\.nist\.gov|cheatsheetseries\.owasp\.org)\//);
  });
});
