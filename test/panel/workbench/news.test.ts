import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newsOf, newsOfEnd } from '../../../src/panel/workbench/news.ts';
import { newsWords, stepWords } from '../../../src/panel/workbench/words.ts';
import { setTranslator } from '../../../src/platform/i18n.ts';
import type { ChangeResult, StepSummary } from '../../../src/protocol/workbench.ts';
import { messagesOf } from '../../contract/languages.ts';
import { cookieOf } from '../../helpers/panel-store.ts';

const english = messagesOf('en');
beforeEach(() =>
  setTranslator((key, parts) =>
    (english[key] ?? '').replace(/\$(\d)/g, (_, place: string) => parts[Number(place) - 1] ?? ''),
  ),
);
afterEach(() => setTranslator(() => ''));

const done: ChangeResult = { outcome: 'done' };
const refused = (error: string): ChangeResult => ({ outcome: 'refused', error });
const summary = (over: Partial<StepSummary>): StepSummary => ({
  id: '1',
  at: 0,
  step: 'delete',
  cookies: 1,
  name: null,
  ...over,
});

describe('news of a step', () => {
  it.each([
    ['delete', [done, done, done], '3 cookies deleted'],
    ['delete', [done, refused('no such store')], '1 cookie deleted · 1 refused: no such store'],
    ['edit', [refused('')], '1 refused'],
    ['import', [done, done, { outcome: 'same' }], '2 cookies imported · 1 was so already'],
    ['undo', [done, { outcome: 'kept' }], 'Undone: 1 cookie is as it was before · 1 left as it is'],
    [
      'edit',
      [{ outcome: 'done', stored: cookieOf('a') }],
      '1 cookie changed · 1 stored otherwise than asked for',
    ],
    ['edit', [refused('a'), refused('b'), refused('b'), refused('c')], '4 refused: b, a'],
    ['redo', [{ outcome: 'kept' }, { outcome: 'kept' }], '2 left as they are'],
    ['delete', [], '0 cookies deleted'],
  ] as const)('%s of %o: %s', (step, results, words) => {
    expect(newsWords(newsOf(step, results), undefined).join(' · ')).toBe(words);
  });

  it('names the one cookie it was about', () => {
    expect(newsWords(newsOf('delete', [done]), summary({ name: 'sid' }))).toEqual(['sid deleted']);
    // The step before it, of the same kind.
    expect(newsWords(newsOf('delete', [done], '1'), summary({ name: 'other' }))).toEqual([
      '1 cookie deleted',
    ]);
    expect(newsWords(newsOf('delete', [done]), summary({ name: 'sid', step: 'add' }))).toEqual([
      '1 cookie deleted',
    ]);
  });

  it('comes with its end', () => {
    const progress = { id: '1', step: 'delete', done: 1, total: 2, results: null } as const;
    expect(newsOfEnd(null)).toBeNull();
    expect(newsOfEnd(progress)).toBeNull();
    expect(newsOfEnd({ ...progress, results: [done, done] })).toMatchObject({ done: 2 });
  });
});

describe('a step by its name', () => {
  it.each([
    [{ name: 'sid' }, 'sid deleted'],
    [{ name: 'sid', step: 'edit' }, 'sid changed'],
    [{ cookies: 12, step: 'import' }, '12 cookies imported'],
    [{ name: '' }, '1 cookie deleted'],
    [{ name: 'n'.repeat(60), step: 'add' }, `${'n'.repeat(40)}… added`],
  ] as const)('%o: %s', (over, words) => {
    expect(stepWords(summary(over))).toBe(words);
  });

  it('shows no control characters that a name has', () => {
    expect(stepWords(summary({ name: 'a\u202eb' }))).not.toContain('\u202e');
  });
});

describe('what the worker did not take', () => {
  it.each([
    ['busy', /under way/],
    ['timeout', /No answer/],
    ['lost', /No answer/],
    ['no-store', /tab is gone/],
    ['nothing', /no such step/],
    ['too-many', /Too many/],
    ['a word of later', /a word of later/],
  ])('%s', (error, words) => {
    expect(newsWords({ kind: 'not-taken', error }, undefined)[0]).toMatch(words);
  });
});
