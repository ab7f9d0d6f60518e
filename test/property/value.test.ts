import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeValue } from '../../src/core/value/decode-value.ts';
import type { DecodedLayer } from '../../src/core/value/layer.ts';
import { reencode } from '../../src/core/value/reencode.ts';

const MARKS = [
  '%',
  '%25',
  '.',
  ':',
  '--',
  '|',
  '&',
  '=',
  '{',
  '}',
  '[',
  '"',
  '\\',
  's:',
  'j:',
  'e:',
  ';',
  '*',
  '$',
  '\0',
];
const STARTS = [
  'eyJhbGciOiJIUzI1NiJ9.',
  'v4.public.',
  'Fe26.2*',
  'CfDJ8',
  'a:1:{',
  'O:3:"',
  'GA1.',
  'GS2.1.s',
  'H4sI',
  'eJ',
  'BAh',
  'gASV',
  '%7B',
];

const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...MARKS, 'a', '1', 'A'), maxLength: 200 }),
  fc.tuple(fc.constantFrom(...STARTS), fc.base64String()).map((parts) => parts.join('')),
  fc.uint8Array({ maxLength: 300 }).map((octets) => Buffer.from(octets).toString('base64')),
  fc.uint8Array({ maxLength: 300 }).map((octets) => Buffer.from(octets).toString('hex')),
  fc.json().map((text) => Buffer.from(text).toString('base64url')),
);

describe('decodeValue, whatever comes', { timeout: 60_000 }, () => {
  it('never throws, and gives plain data within its bounds', () => {
    fc.assert(
      fc.property(hostile, (value) => {
        const { layers } = decodeValue(value);
        expect(layers.length).toBeLessThanOrEqual(8);
        for (const { format, notes, text = '', data } of layers) {
          expect(format).toMatch(/^[a-z][a-z0-9-]*$/);
          expect(notes.every((note) => note !== '')).toBe(true);
          expect(text.length).toBeLessThanOrEqual(65_536);
          structuredClone(data);
        }
        expect(typeof reencode(value, '').ok).toBe('boolean');
        expect(typeof reencode(value, { a: 1 }).ok).toBe('boolean');
      }),
      { numRuns: 1500 },
    );
  });

  const opaque = (alphabet: string, min: number, max: number) =>
    fc.string({ unit: fc.constantFrom(...alphabet), minLength: min, maxLength: max });
  const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
  it.each([
    ['hex', opaque('0123456789abcdef', 16, 64)],
    [
      'base64url',
      fc.uint8Array({ minLength: 16, maxLength: 48 }).map((o) => Buffer.from(o).toString('base64url')),
    ],
    ['base64', fc.uint8Array({ minLength: 16, maxLength: 48 }).map((o) => Buffer.from(o).toString('base64'))],
    ['lower case and digits', opaque(`${LETTERS}0123456789`, 16, 40)],
    ['letters and digits', opaque(`${LETTERS}${LETTERS.toUpperCase()}0123456789`, 16, 40)],
    ['lower case words', opaque(LETTERS, 3, 20)],
    ['digits', opaque('0123456789', 1, 9)],
  ])('finds no layer in an opaque ID of %s', (_, ids) => {
    fc.assert(
      fc.property(ids, (id) => {
        expect(decodeValue(id).layers).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});

/** An encoder, what it makes, and whether it can be undone. */
const ENCODERS: readonly (readonly [format: string, encode: (text: string) => string])[] = [
  ['url', encodeURIComponent],
  ['base64', (text) => Buffer.from(text).toString('base64')],
  ['base64url', (text) => Buffer.from(text).toString('base64url')],
  ['hex', (text) => Buffer.from(text).toString('hex')],
  ['quoted', (text) => JSON.stringify(text)],
];

const record = fc
  .dictionary(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }),
    fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.array(fc.integer()),
    ),
    { maxKeys: 5, noNullPrototype: true },
  )
  // A letter whose hex has a letter: short digits alone are taken for a number.
  .map((fields) => ({ key: 1, ...fields }));
const stack = fc.uniqueArray(fc.constantFrom(...ENCODERS), { maxLength: 3 });
const contentOf = ({ data, text }: DecodedLayer) => data ?? text;

describe('layers of what was encoded', { timeout: 60_000 }, () => {
  it('end in the JSON that was put in, and are written back the same', () => {
    fc.assert(
      fc.property(record, stack, fc.integer(), (data, encoders, change) => {
        const encode = (content: unknown) =>
          encoders.reduce((text, [, wrap]) => wrap(text), JSON.stringify(content));
        const value = encode(data);
        const { layers } = decodeValue(value);
        const inmost = layers.at(-1);
        expect(inmost?.format).toBe('json');
        expect(JSON.stringify(inmost?.data)).toBe(JSON.stringify(data));
        expect(reencode(value, inmost?.data)).toEqual({ ok: true, value });
        // A change is found again, whatever the way it was written.
        const changed = reencode(value, { ...data, change });
        const again = changed.ok ? decodeValue(changed.value).layers.at(-1)?.data : changed;
        expect(JSON.stringify(again)).toBe(JSON.stringify({ ...data, change }));
      }),
      { numRuns: 500 },
    );
  });

  it.each(ENCODERS.filter(([format]) => format !== 'quoted' && format !== 'url'))(
    '%s of a sentence is read',
    (_, encode) => {
      fc.assert(
        fc.property(
          fc.array(fc.stringMatching(/^[A-Za-z]{2,9}$/), { minLength: 4, maxLength: 20 }),
          (words) => {
            // An `o` is `6f`: hex of digits alone is taken for a number.
            const sentence = [...words, 'so'].join(' ');
            const [layer] = decodeValue(encode(sentence)).layers;
            expect(layer?.text).toBe(sentence);
            expect(reencode(encode(sentence), sentence)).toEqual({ ok: true, value: encode(sentence) });
          },
        ),
      );
    },
  );

  it('of other writable forms are written back from their own data', () => {
    const word = fc.stringMatching(/^[a-z]{1,9}$/);
    const values = fc.oneof(
      fc
        .uniqueArray(fc.tuple(word, fc.string({ unit: 'grapheme' })), {
          minLength: 2,
          maxLength: 6,
          selector: ([key]) => key,
        })
        .map((pairs) => pairs.map(([key, text]) => `${key}=${encodeURIComponent(text)}`).join('&')),
      fc.array(word, { minLength: 3, maxLength: 9 }).map((words) => words.join('|')),
      fc.integer({ min: 1_420_070_400, max: 2_208_988_799 }).map(String),
      fc
        .string({ unit: 'grapheme', minLength: 1 })
        .filter((text) => encodeURIComponent(text).includes('%'))
        .map(encodeURIComponent),
    );
    fc.assert(
      fc.property(values, (value) => {
        const inmost = decodeValue(value).layers.at(-1);
        if (inmost === undefined) throw new Error('no layer');
        expect(reencode(value, contentOf(inmost))).toEqual({ ok: true, value });
      }),
      { numRuns: 500 },
    );
  });
});

describe('time', () => {
  const LENGTH = 65_536;
  const fill = (piece: string, start = '', end = '') =>
    (start + piece.repeat(Math.ceil(LENGTH / piece.length))).slice(0, LENGTH - end.length) + end;
  it.each([
    ['a', fill('a')],
    [
      'base64 of base64…',
      Array.from({ length: 12 }).reduce<string>(
        (text) => (text.length < 40_000 ? Buffer.from(text).toString('base64') : text),
        'hello world and more',
      ),
    ],
    ['percent', fill('%25')],
    ['percent, stray at the end', fill('%41', '', '%')],
    ['dots', fill('.')],
    ['short dotted words', fill('a.')],
    ['colons', fill(':')],
    ['colons and times', fill('1sHJtC:')],
    ['dashes', fill('--')],
    ['brackets', fill('[')],
    ['quotes', fill('"')],
    ['backslashes', fill('\\', '"', '"')],
    ['JSON with many keys', `[${fill('{"a":1},').slice(0, LENGTH - 10)}1]`],
    ['JSON with odd escapes', `["${fill('\\u00E9').slice(0, 60_000)}"]`],
    ['query', fill('a=1&')],
    ['list', fill('a|')],
    ['express', fill('.aaaaaaaaaaaaaaaaaaa', 's:')],
    ['signatures', fill(`.${'A'.repeat(43)}`, '', '!')],
    ['JWT', fill('eyJhbGciOiJub25lIn0.')],
    ['PHP, nested', fill('a:1:{i:0;')],
    ['PHP, lying', fill('a:9999:{i:0;')],
    ['zlib', Buffer.from(fill('x\x9c')).toString('base64').slice(0, LENGTH)],
    ['protobuf', Buffer.alloc(49_000, 8).toString('base64')],
    ['hex', fill('0a')],
    ['quoted hex', fill('61', '"', '"')],
    ['GS2', fill('$s1', 'GS2.1.s1')],
    ['spaces', fill(' ', '', '{')],
    ['astral', fill('😀')],
  ])('64 KiB of %s are read within a second', (_, value) => {
    const start = performance.now();
    decodeValue(value);
    reencode(value, 'x');
    reencode(value, { a: 1 });
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
