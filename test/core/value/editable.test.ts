import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeValue } from '../../../src/core/value/decode-value.ts';
import { editableOf } from '../../../src/core/value/editable.ts';
import { jsonProblem } from '../../../src/core/value/json-problem.ts';
import { reencode } from '../../../src/core/value/reencode.ts';
import { base64, base64url } from './read.ts';

function editedOf(value: string, change: (text: string) => string) {
  const editable = editableOf(value);
  return editable?.ok ? editable.write(change(editable.text)) : editable;
}

describe('the content of a value, to be edited', () => {
  it.each([
    ['JSON', '{"a":1}', 'json', '{\n  "a": 1\n}'],
    ['JSON in a URL', encodeURIComponent('{"a":1}'), 'json', '{\n  "a": 1\n}'],
    ['text in base64', base64('hello world'), 'text', 'hello world'],
    ['a query', 'a=1&b=x', 'json', '{\n  "a": "1",\n  "b": "x"\n}'],
    [
      'JSON with a long number, as it stands',
      '{"a":12345678901234567890}',
      'json',
      '{"a":12345678901234567890}',
    ],
  ])('%s', (_, value, kind, text) => {
    expect(editableOf(value)).toMatchObject({ ok: true, kind, text });
  });

  it.each([
    [
      'JSON',
      encodeURIComponent('{"a": 1}'),
      (text: string) => text.replace('1', '2'),
      encodeURIComponent('{"a": 2}'),
    ],
    [
      'a long number',
      base64('{"a":12345678901234567890}'),
      (text: string) => text.replace('}', ',"b":0}'),
      base64('{"a":12345678901234567890,"b":0}'),
    ],
    ['text', 'hello%20you', () => 'bye you', 'bye%20you'],
  ])('%s is written back around the change', (_, value, change, expected) => {
    expect(editedOf(value, change)).toEqual({ ok: true, value: expected });
  });

  it.each([
    ['what is no JSON', '{"a":1}', '{"a":'],
    ['what is no JSON, of a text kept as it stands', '{"a":12345678901234567890}', '{'],
    ['nesting beyond reading', '{"a":1}', `${'['.repeat(70)}${']'.repeat(70)}`],
  ])('refuses %s', (_, value, text) => {
    expect(editedOf(value, () => text)).toMatchObject({ ok: false, why: expect.stringContaining('no JSON') });
  });

  it.each([
    ['a JWT', `${base64url('{"alg":"HS256"}')}.${base64url('{"a":1}')}.AAAA`, 'jwt', /signed/],
    ['a signed value in a URL', encodeURIComponent(`s:abc.${'a'.repeat(43)}`), 'express-signed', /signed/],
    ['a sealed token', `v4.local.${'A'.repeat(80)}`, 'paseto', /sealed/],
    ['an ID', '919108f7-52d1-4320-9bac-f847db4148a8', 'uuid', /ID/],
  ])('%s cannot be edited, and says why', (_, value, format, why) => {
    expect(editableOf(value)).toEqual({ ok: false, format, why: expect.stringMatching(why) });
  });

  it.each(['', 'dark', '1234'])('%j has no layers to edit in', (value) => {
    expect(editableOf(value)).toBeNull();
  });
});

/** JSON as servers write it, and what they put around it. */
const STYLES: readonly ((data: unknown) => string)[] = [
  (data) => JSON.stringify(data),
  (data) => JSON.stringify(data, null, 2),
  (data) => JSON.stringify(data).replaceAll('/', '\\/'),
  (data) =>
    JSON.stringify(data).replace(
      /[\u0080-\uffff]/g,
      (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
    ),
];
const AROUND: readonly (readonly [wrap: (text: string) => string, unwrap: (text: string) => string])[] = [
  [encodeURIComponent, decodeURIComponent],
  [
    (text) => encodeURIComponent(text).replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
    decodeURIComponent,
  ],
  [(text) => base64(text), (text) => Buffer.from(text, 'base64').toString()],
  [(text) => base64url(text), (text) => Buffer.from(text, 'base64url').toString()],
  [(text) => Buffer.from(text).toString('hex'), (text) => Buffer.from(text, 'hex').toString()],
  [(text) => `j:${text}`, (text) => text.slice(2)],
  [(text) => JSON.stringify(text), (text) => String(JSON.parse(text))],
];

describe('writing again', () => {
  const key = fc.stringMatching(/^[a-z_]{1,8}$/);
  const leaf = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
  );
  const data = fc.dictionary(key, fc.oneof(leaf, fc.array(leaf, { maxLength: 3 })), {
    minKeys: 2,
    maxKeys: 6,
  });
  const style = fc.constantFrom(...STYLES);
  // Express writes j: around JSON alone; the others may stand in each other.
  const around = fc.array(fc.constantFrom(...AROUND), { maxLength: 3 });

  it('gives the same value for the same data, and the new data for new data, whatever stands around it', () => {
    fc.assert(
      fc.property(data, data, style, around, (before, after, write, layers) => {
        const value = layers.reduce((text, [wrap]) => wrap(text), write(before));
        const read = decodeValue(value).layers.at(-1)?.data;
        // A JSON string around base64 may read as quotes, hex of hex as a number: only what is read is written.
        fc.pre(JSON.stringify(read) === JSON.stringify(before));
        expect(reencode(value, before)).toEqual({ ok: true, value });
        const changed = reencode(value, after);
        const text = changed.ok ? changed.value : changed.why;
        expect(JSON.parse(layers.reduceRight((inside, [, unwrap]) => unwrap(inside), text))).toEqual(after);
      }),
      { numRuns: 300 },
    );
  });

  it('never throws, whatever the value and the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.string({ maxLength: 40 }),
        (value, text) => {
          const editable = editableOf(value);
          if (editable?.ok) editable.write(text);
        },
      ),
    );
  });
});

describe('where text stops being JSON', () => {
  it.each([
    ['', 1, 1],
    ['{', 1, 2],
    ['{"a":1', 1, 7],
    ['{"a":1,}', 1, 8],
    ['{"a":1,\n "b":oops}', 2, 6],
    ['{a:1}', 1, 2],
    ["{'a':1}", 1, 2],
    ['[1,2', 1, 5],
    ['[1 2]', 1, 4],
    ['{"a" 1}', 1, 6],
    ['"a\nb"', 1, 3],
    ['"\\x"', 1, 2],
    ['01', 1, 2],
    ['1.', 1, 2],
    ['{} {}', 1, 4],
    ['[]]', 1, 3],
    ['{"a":1}\n\nx', 3, 1],
  ])('%j: line %d, column %d', (text, line, column) => {
    expect(jsonProblem(text)).toMatchObject({ line, column });
  });

  it('agrees with the parser of the language', () => {
    const almost = fc
      .tuple(fc.json({ maxDepth: 4 }), fc.nat(60), fc.constantFrom('', ',', '"', '}', ']', '0', '\\', ' '))
      .map(([json, at, char]) => json.slice(0, at) + char + json.slice(at + 1));
    fc.assert(
      fc.property(fc.oneof(fc.json(), almost, fc.string()), (text) => {
        let parses = true;
        try {
          JSON.parse(text);
        } catch {
          parses = false;
        }
        expect(jsonProblem(text) === null).toBe(parses);
      }),
      { numRuns: 1_000 },
    );
  });
});
