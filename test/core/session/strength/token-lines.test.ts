import { describe, expect, it } from 'vitest';
import { LONGEST_TEXT, tokenLines } from '../../../../src/core/session/strength/token-lines.ts';

describe('tokenLines', () => {
  it.each<readonly [string, string, readonly string[]]>([
    ['one a line', 'a\nb\nc', ['a', 'b', 'c']],
    ['lines of any system, the last one with or without its end', 'a\r\nb\rc\n', ['a', 'b', 'c']],
    ['a byte-order mark, spaces and empty lines', '\uFEFFa \n\n\t b\n \n', ['a', 'b']],
    [
      'spaces and markup within a token stay',
      'a b\n<img src=x onerror=alert(1)>',
      ['a b', '<img src=x onerror=alert(1)>'],
    ],
    ['lone surrogates', '\uD800\n\uDFFF', ['\uD800', '\uDFFF']],
    ['nothing', '', []],
  ])('%s', (_, text, tokens) => {
    expect(tokenLines(text)).toEqual({ tokens, leftOut: 0, cut: 0 });
  });

  it('says what it leaves out and cuts', () => {
    const text = `${'x'.repeat(5000)}\n${'a\n'.repeat(20_010)}`;
    const read = tokenLines(text);
    expect(read?.tokens).toHaveLength(20_000);
    expect(read?.tokens[0]).toHaveLength(4096);
    expect(read).toMatchObject({ leftOut: 11, cut: 1 });
  });

  it.each([
    ['what is no text', 'PK\u0003\u0004\0\0'],
    ['what is too long', 'a'.repeat(LONGEST_TEXT + 1)],
  ])('refuses %s', (_, text) => {
    expect(tokenLines(text)).toBeNull();
  });

  it('takes no longer for one endless line, or for line ends alone', () => {
    expect(tokenLines('a'.repeat(LONGEST_TEXT))?.tokens).toHaveLength(1);
    expect(tokenLines('\r\n'.repeat(LONGEST_TEXT / 2))?.tokens).toEqual([]);
  });
});
