import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linearRegex } from '../../../src/panel/search/regex/linear-regex.ts';

function tests(source: string, flags: string, text: string): boolean | string {
  const regex = linearRegex(source, flags);
  return regex.ok ? regex.test(text) : regex.problem.kind;
}

describe('finds what the browser finds', () => {
  const TEXTS = [
    '',
    'sid',
    'SID',
    'a-b_c',
    'line\nsecond sid',
    '__Host-sid',
    'é€ ü',
    'aaaaab',
    '192.168.0.1',
    'x{2}',
    ']',
    '\u2028',
    'B\b\\c',
  ];
  it.each([
    ['sid', ''],
    ['sid', 'i'],
    ['^sid$', ''],
    ['^sid$', 'm'],
    ['^', ''],
    ['$', 'g'],
    ['.id', ''],
    ['line.second', ''],
    ['line.second', 's'],
    ['[a-c]{2,}', ''],
    ['[^a-z]', ''],
    ['[^a-z]', 'i'],
    ['[]', ''],
    ['[^]', ''],
    ['[\\w-]+', ''],
    ['[\\d-x]', ''],
    ['[\\b]', ''],
    ['[a\\]]', ''],
    ['\\bsid\\b', ''],
    ['\\Bid', ''],
    ['a{5}b', ''],
    ['a{6}', ''],
    ['a{2,3}?b', ''],
    ['x{2}', ''],
    ['x\\{2}', ''],
    ['x{', ''],
    ['}', ''],
    [']', ''],
    ['(?:a|sid)+', ''],
    ['(?<name>s)id', ''],
    ['(|a)b', ''],
    ['(a*)*b', ''],
    ['(a|b|)*$', ''],
    ['\\d+\\.\\d+', ''],
    ['\\x73\\u0069d', ''],
    ['\\u{2}', ''],
    ['\\cH', ''],
    ['\\\\c', ''],
    ['\\0', ''],
    ['\\s', ''],
    ['\\S+\\s\\S', ''],
    ['É', 'i'],
    ['[à-ü]', 'i'],
    ['s(?:i(?:d))', ''],
  ])('/%s/%s', (source, flags) => {
    for (const text of TEXTS) {
      // The pattern is one of the table's.
      expect([text, tests(source, flags, text)]).toEqual([
        text,
        new RegExp(source, flags.replace('g', '')).test(text),
      ]);
    }
  });

  it('for patterns and texts of any kind', () => {
    const atom = fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '\\w', '\\b', '^', '$', '\\n', 'B', '-');
    const count = fc.constantFrom('', '', '*', '+', '?', '{2}', '{0,2}', '{1,}', '*?');
    const { pattern } = fc.letrec<{ pattern: string; part: string }>((tie) => ({
      part: fc.oneof(
        {
          weight: 3,
          arbitrary: fc
            .tuple(atom, count)
            .map(([one, many]) => (/^(\^|\$|\\b)$/.test(one) ? one : one + many)),
        },
        fc.tuple(tie('pattern'), count).map(([inner, many]) => `(?:${inner})${many}`),
      ),
      pattern: fc.oneof(
        { weight: 3, arbitrary: fc.array(tie('part'), { maxLength: 4 }).map((parts) => parts.join('')) },
        fc.tuple(tie('part'), tie('part')).map((parts) => parts.join('|')),
      ),
    }));
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'B', '-', '\n', ' '), maxLength: 8 });
    const flags = fc.constantFrom('', 'i', 'm', 's', 'im');
    fc.assert(
      fc.property(pattern, flags, text, (source, chosen, against) => {
        expect(tests(source, chosen, against)).toBe(new RegExp(source, chosen).test(against));
      }),
      { numRuns: 800 },
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.string({ unit: fc.constantFrom(...'gimsuyvdx') }),
        fc.string(),
        (source, flags, text) => {
          expect(tests(source, flags, text)).toBeDefined();
        },
      ),
    );
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'ab()[]{}|*+?^$\\.,-1:<=!dwk\n'), maxLength: 20 }),
        fc.string(),
        (source, text) => {
          expect(tests(source, '', text)).toBeDefined();
        },
      ),
      { numRuns: 800 },
    );
  });
});

describe('what is not searched for says why', () => {
  it.each([
    ['(', '', 'syntax'],
    ['a**', '', 'syntax'],
    ['[b-a]', '', 'syntax'],
    ['(?=a)', '', 'unsupported'],
    ['(?!a)', '', 'unsupported'],
    ['(?<=a)b', '', 'unsupported'],
    ['(?<!a)b', '', 'unsupported'],
    ['(a)\\1', '', 'unsupported'],
    ['(?<n>a)\\k<n>', '', 'unsupported'],
    ['\\p{L}', '', 'unsupported'],
    ['a', 'u', 'unsupported'],
    ['a', 'y', 'unsupported'],
    ['a'.repeat(501), '', 'too-long'],
    ['(?:a{100}){100}', '', 'too-long'],
    ['(?:(?:(?:(?:a{0}){999}){999}){999}){999}', '', 'too-long'],
    ['(?:a?){5000}', '', 'too-long'],
  ])('/%s/%s: %s', (source, flags, kind) => {
    expect(tests(source, flags, 'aaa')).toBe(kind);
  });
});

describe('no text makes it slow', () => {
  const COUNT = 3_300;
  const evil = (unit: string, end: string) => unit.repeat(4_096 / unit.length).slice(end.length) + end;
  it.each([
    ['(a+)+$', evil('a', '!')],
    ['(a|a)*b$', evil('a', '!')],
    ['(a|aa)+$', evil('a', '!')],
    ['(.*a){20}', evil('b', '!')],
    ['(.*)*,(.*)*,', evil('a', '!')],
    ['.*.*=.*', evil('a', '!')],
    ['a.*b.*c.*d', evil('abc', '!')],
    ['\\s+$', evil(' ', 'x')],
    ['^(\\w+\\s?)*$', evil('aaaa ', '!')],
    [
      '^([a-zA-Z0-9])(([\\-.]|[_]+)?([a-zA-Z0-9]+))*(@){1}[a-z0-9]+[.]{1}(([a-z]{2,3})|([a-z]{2,3}[.]{1}[a-z]{2,3}))$',
      evil('a', '!'),
    ],
    ['(x+x+)+y', evil('x', '!')],
    ['([a-z]+)*[0-9]', evil('q', '!')],
    ['(?:a?){30}a{30}b', evil('a', '!')],
  ])('/%s/', (source, text) => {
    const regex = linearRegex(source, '');
    if (!regex.ok) throw new Error(regex.problem.kind);
    let found = 0;
    const start = performance.now();
    for (let index = 0; index < COUNT; index += 1) found += regex.test(text) ? 1 : 0;
    const took = performance.now() - start;
    expect(found).toBe(0);
    // 35 to 45 ms on a quiet machine; a search that backtracks would take hours.
    expect(took).toBeLessThan(2_000);
  });

  it('a pattern that needs too many states is given up, and says so', () => {
    let told = 0;
    const regex = linearRegex('(?:a|b)*a(?:a|b){14}c', '', () => {
      told += 1;
    });
    if (!regex.ok) throw new Error(regex.problem.kind);
    let seed = 1;
    const text = Array.from({ length: 100_000 }, () => {
      seed = (seed * 48_271) % 0x7fffffff;
      return seed % 2 === 0 ? 'a' : 'b';
    }).join('');
    expect(regex.test(text)).toBe(false);
    expect(regex.gaveUp()).toBe(true);
    expect(regex.test(`${'a'.repeat(20)}c`)).toBe(false);
    expect(told).toBe(1);
  });
});
