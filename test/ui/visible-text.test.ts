import { describe, expect, it } from 'vitest';
import { cutText, hasHidden, plainText, segments } from '../../src/ui/visible-text.ts';

describe('segments', () => {
  it.each([
    ['a right-to-left override', 'a\u202Eb', 'a\\u{202E}b'],
    ['an isolate', '\u2066x\u2069', '\\u{2066}x\\u{2069}'],
    ['a null', 'a\0b', 'a\\u{00}b'],
    ['an escape', '\x1b[31m', '\\u{1B}[31m'],
    ['a C1 control', '\x85', '\\u{85}'],
    ['line ends and tabs', 'a\r\n\tb', 'a\\r\\n\\tb'],
    ['a zero-width space', 'a\u200bb', 'a\\u{200B}b'],
    ['a lone high surrogate', 'a\ud83d', 'a\\u{D83D}'],
    ['a lone low surrogate', '\ude00b', '\\u{DE00}b'],
    ['a byte-order mark', '\ufeffx', '\\u{FEFF}x'],
    ['a tag character', 'x\u{e0041}', 'x\\u{E0041}'],
    ['a replacement character', '\ufffd', '\\u{FFFD}'],
  ])('makes %s visible', (_, text, shown) => {
    expect(hasHidden(text)).toBe(true);
    expect(plainText(text)).toBe(shown);
  });

  it.each(['plain', 'ünïcödé', '日本語', 'שלום', '👩', '<b>&amp;</b>', ''])('leaves %o as it is', (text) => {
    expect(segments(text)).toEqual([{ text, mark: false }]);
  });

  it('keeps text and marks apart, in order', () => {
    expect(segments('a\0b')).toEqual([
      { text: 'a', mark: false },
      { text: '\\u{00}', mark: true },
      { text: 'b', mark: false },
    ]);
  });
});

describe('cutText', () => {
  it.each([
    ['abc', 5, 'abc'],
    ['abcdef', 3, 'abc'],
    ['ab👩c', 3, 'ab'],
    ['ab👩c', 4, 'ab👩'],
  ])('of %s at %i is %s', (text, limit, cut) => {
    expect(cutText(text, limit)).toBe(cut);
  });
});
