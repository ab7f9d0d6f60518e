import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import english from '../../../public/_locales/en/messages.json' with { type: 'json' };
import { maskedNote, notesOf } from '../../../src/panel/search/notes.ts';
import { parseQuery } from '../../../src/panel/search/parse.ts';
import type { SearchScope } from '../../../src/panel/search/scope.ts';
import { setTranslator } from '../../../src/platform/i18n.ts';

const scope: SearchScope = {
  facets: ['name', 'role', 'value', 'expires'],
  values: () => [],
  count: () => 0,
  valueWord: (_, value) => value,
};

beforeEach(() => {
  const messages: Readonly<Record<string, { message: string }>> = english;
  setTranslator((key, values) =>
    (messages[key]?.message ?? '').replace(/\$(\d)/g, (_, place) => values[Number(place) - 1] ?? ''),
  );
});
afterEach(() => setTranslator(() => ''));

const notes = (text: string, state = { gaveUp: false, showValues: true }) =>
  notesOf(parseQuery(text), scope, state);

describe('the box says', () => {
  it.each([
    ['sid role:session', []],
    ['rol:session', ['There is no “rol:” – did you mean “role:”?']],
    ['colour:red', ['There is no “colour:” – looked for as a word.']],
    ['verdict:stored -verdict:changed', ['This list has no “verdict:” – left out.']],
    ['role:boss', [expect.stringContaining('“role:” is never “boss”. It is one of: session, auth')]],
    ['expires<5', ['“5” is no amount. Write it as in expires<1d']],
    ['role>1', ['“role:” has no more or less.']],
    ['/(/', [expect.stringMatching(/^This pattern is not complete: \S/)]],
    ['/a(?!b)/', ['Patterns here cannot have (?!…) – left out.']],
    ['/(?:a{999}){9}/', ['This pattern is too long – left out.']],
  ])('%s: %o', (text, expected) => {
    expect(notes(text)).toEqual(expected);
  });

  it('when a pattern was given up', () => {
    expect(notes('/a/', { gaveUp: true, showValues: true })).toEqual([
      'This pattern takes too long and was stopped. Make it simpler.',
    ]);
  });

  it('at most three things', () => {
    expect(notes('a:1x b:x c:x d:x e:x')).toHaveLength(3);
  });

  it('what is masked is not searched', () => {
    const masked = { gaveUp: false, showValues: false };
    expect(notes('value:x', masked)).toEqual([
      'Values are masked: “value:” finds nothing until you show them.',
    ]);
    expect(notes('role:session', masked)).toEqual([]);
    expect(maskedNote(parseQuery('sid'), false)).toBe('Values are masked, so the search leaves them out.');
    expect(maskedNote(parseQuery('/sid/'), false)).not.toBeNull();
    expect(maskedNote(parseQuery('sid'), true)).toBeNull();
    expect(maskedNote(parseQuery('role:session'), false)).toBeNull();
    expect(maskedNote(parseQuery(''), false)).toBeNull();
  });
});
