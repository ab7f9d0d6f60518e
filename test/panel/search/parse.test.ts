import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../src/panel/search/parse.ts';
import { printQuery } from '../../../src/panel/search/print.ts';
import { FACET_WORDS } from '../../../src/panel/search/vocabulary.ts';

describe('reads', () => {
  it.each([
    ['', []],
    ['  ', []],
    ['sid', ['word sid']],
    ['Cart  SHOP', ['word cart', 'word shop']],
    ['-sid', ['not word sid']],
    ['-', ['word -']],
    ['--sid', ['not word -sid']],
    ['"two words"', ['word two words']],
    ['-"two words" x', ['not word two words', 'word x']],
    ['"a \\"b\\" \\\\"', ['word a "b" \\']],
    ['"not closed', ['word not closed']],
    ['""', []],
    ['/cart', ['word /cart']],
    ['/api/v1', ['word /api/v1']],
    ['/api/me', ['word /api/me']],
    ['/', ['word /']],
    ['//', ['word //']],
    ['/sid/', ['pattern sid ']],
    ['/two words/i x', ['pattern two words i', 'word x']],
    ['/a[/]b/', ['pattern a[/]b ']],
    ['/a\\/b/', ['pattern a\\/b ']],
    ['-/^_ga/i', ['not pattern ^_ga i']],
    ['role:session', ['role: session']],
    ['ROLE:Session', ['role: session']],
    ['SameSite=Lax', ['samesite= lax']],
    ['Secure', ['word secure']],
    ['role:session,auth', ['role: session|auth']],
    ['role:session,,auth,', ['role: session|auth']],
    ['role:', []],
    ['-party:third', ['not party: third']],
    ['domain:*.example', ['domain: *.example']],
    ['name:"a,b" c', ['name: a,b', 'word c']],
    ['name:/^s/i,lang', ['name: /^s/i|lang']],
    ['path=/api/', ['path= /api/']],
    ['secure:true', ['secure: yes']],
    ['expires<1d', ['expires<86400000']],
    ['expires>=30d', ['expires>=2592000000']],
    ['expires<0', ['expires<0']],
    ['expires<-5min', ['expires<-300000']],
    ['set<5min', ['set<300000']],
    ['size>1k', ['size>1024']],
    ['size>1.5kb', ['size>1536']],
    ['size:9', ['size=9']],
    ['sent>3', ['sent>3']],
    ['status=200', ['status=200']],
    ['expires<', []],
    ['sid=abc', ['word sid=abc']],
    ['https://shop.example/', ['word https://shop.example/']],
    ['localhost:8080', ['word localhost:8080']],
    ['a:b', ['word a:b']],
  ])('%s', (text, terms) => {
    expect(parseQuery(text).terms.map(told)).toEqual(terms);
  });

  it('a date as its beginning, here', () => {
    const [term] = parseQuery('expires<2027-01-02').terms;
    expect(term?.kind === 'compare' && term.amount).toMatchObject({
      kind: 'at',
      value: new Date(2027, 0, 2).getTime(),
    });
  });

  it('tells where each term stands', () => {
    const text = ' -role:session  "a b" ';
    const spans = parseQuery(text).terms.map(({ from, to }) => text.slice(from, to));
    expect(spans).toEqual(['-role:session', '"a b"']);
  });
});

describe('says what it does not understand', () => {
  it.each([
    ['rol:session', { kind: 'unknown-facet', word: 'rol', suggestion: 'role' }],
    ['samsite:lax', { kind: 'unknown-facet', word: 'samsite', suggestion: 'samesite' }],
    ['htponly:no', { kind: 'unknown-facet', word: 'htponly', suggestion: 'httponly' }],
    ['dup:yes', { kind: 'unknown-facet', word: 'dup', suggestion: 'duplicate' }],
    ['colour:red', { kind: 'unknown-facet', word: 'colour', suggestion: null }],
    ['role:boss', { kind: 'unknown-value', facet: 'role', word: 'boss' }],
    ['secure:maybe', { kind: 'unknown-value', facet: 'secure', word: 'maybe' }],
    ['expires<5', { kind: 'no-amount', facet: 'expires', word: '5', example: 'expires<1d' }],
    ['size>big', { kind: 'no-amount', facet: 'size' }],
    ['sent>3d', { kind: 'no-amount', facet: 'sent' }],
    ['expires<2027-13-45', { kind: 'no-amount', facet: 'expires' }],
    ['role<session', { kind: 'no-order', facet: 'role' }],
    ['/(/', { kind: 'pattern', problem: { kind: 'syntax' } }],
    ['name:/a/u', { kind: 'pattern', problem: { kind: 'unsupported', part: '/u' } }],
  ])('%s', (text, problem) => {
    expect(parseQuery(text).problems).toMatchObject([problem]);
  });

  it.each([
    'role:s',
    'role:*',
    'role:"x y"',
    'https://x',
    'localhost:80',
    'sid=1',
    'a<b',
    'expires<',
    '/a',
    'state:g',
  ])('but nothing of %s', (text) => {
    expect(parseQuery(text).problems).toEqual([]);
  });
});

describe('for any text', () => {
  const piece = fc.oneof(
    fc.constantFrom(...FACET_WORDS.map(({ id }) => id)),
    fc.constantFrom(':', '=', '<', '>=', ',', '-', '"', '/', '\\', ' ', '*', '1d', 'yes', 'i', '(', '[', ']'),
    fc.string({ maxLength: 3 }),
  );
  const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));

  it('never throws, and its terms stand in the text in order', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'binary' })), (search) => {
        const { terms, problems } = parseQuery(search);
        let end = 0;
        for (const { from, to } of terms) {
          expect(from).toBeGreaterThanOrEqual(end);
          expect(to).toBeGreaterThan(from);
          end = to;
        }
        expect(end).toBeLessThanOrEqual(search.length);
        for (const { from, to } of problems) expect(to).toBeGreaterThanOrEqual(from);
      }),
      { numRuns: 500 },
    );
  });

  it('means the same when it is written again', () => {
    fc.assert(
      fc.property(text, (search) => {
        const query = parseQuery(search);
        const printed = printQuery(query);
        const again = parseQuery(printed);
        expect(again.terms.map(told)).toEqual(query.terms.map(told));
        expect(printQuery(again)).toBe(printed);
      }),
      { numRuns: 500 },
    );
  });
});

type Term = ReturnType<typeof parseQuery>['terms'][number];

function told(term: Term): string {
  return (term.not ? 'not ' : '') + body(term);
}

function body(term: Term): string {
  switch (term.kind) {
    case 'word':
      return `word ${term.word.text}`;
    case 'pattern':
      return `pattern ${term.pattern.source} ${term.pattern.flags}`;
    case 'facet':
      return `${term.facet}${term.exact ? '=' : ':'} ${term.operands
        .map((each) =>
          each.kind === 'word' ? each.word.text : `/${each.pattern.source}/${each.pattern.flags}`,
        )
        .join('|')}`;
    case 'compare':
      return `${term.facet}${term.sign}${term.amount.value}`;
  }
}
