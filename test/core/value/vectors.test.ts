import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decodeValue } from '../../../src/core/value/decode-value.ts';

/** Public test data beside the project; not a part of it. */
const FOLDER = new URL('../../../../shared/vectors/', import.meta.url);

function casesOf<Case>(file: string): readonly Case[] {
  const path = new URL(file, FOLDER);
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8'));
  console.info(`skipped: ${file} is not there`);
  return [];
}

interface CookieCase {
  readonly id: string;
  readonly value: string;
  readonly expectFormat: string | null;
  readonly expectRecognised: boolean;
  readonly expect: {
    readonly decoded?: unknown;
    readonly header?: unknown;
    readonly payload?: unknown;
    readonly fields?: readonly string[];
    readonly readable: boolean;
  } | null;
}

interface TokenCase {
  readonly id: string;
  readonly format: string;
  readonly token: string;
  readonly expectReadableByClient: boolean;
  readonly expectVersion?: string;
  readonly expectPurpose?: string;
  readonly expectFooter?: string;
  readonly expectHeader?: unknown;
  readonly expectPayload?: unknown;
  readonly expectPayloadText?: string;
}

const cookies = casesOf<CookieCase>('framework-cookie-values.json');
const tokens = casesOf<TokenCase>('token-formats.json');
const lines = casesOf<{ readonly setCookieHeaders: readonly string[] }>('real-world-set-cookie.json');

describe.skipIf(cookies.length === 0)('cookies of frameworks', () => {
  it.each(cookies.map((row) => [row.id, row] as const))('%s', (_, row) => {
    const { layers } = decodeValue(row.value);
    if (!row.expectRecognised) {
      expect(layers).toEqual([]);
      return;
    }
    const inmost = layers.at(-1);
    expect(inmost?.readable).toBe(row.expect?.readable);
    if (row.expectFormat === 'cookie-session') {
      // The value alone is base64 of JSON; what it is, its `.sig` beside it tells.
      expect(layers.map(({ format }) => format)).toEqual(['base64', 'json']);
      expect(layers[0]?.notes.join(' ')).toContain('cookie-session');
    } else {
      expect(layers.map(({ format }) => format)).toContain(row.expectFormat);
    }
    const { decoded, header, payload, fields } = row.expect ?? {};
    if (decoded !== undefined) expect(inmost?.data).toEqual(decoded);
    if (header !== undefined) expect(inmost?.data).toEqual({ header, payload });
    if (fields !== undefined) expect(Object.keys(inmost?.data as object)).toEqual(fields);
  });
});

describe.skipIf(tokens.length === 0)('tokens', () => {
  it.each(tokens.map((row) => [row.id, row] as const))('%s', (_, row) => {
    const [layer] = decodeValue(row.token).layers;
    expect(layer?.format).toBe(row.format);
    expect(layer?.readable).toBe(row.expectReadableByClient);
    const data = layer?.data as Record<string, unknown>;
    expect(data.version).toBe(row.expectVersion);
    expect(data.purpose).toBe(row.expectPurpose);
    if (row.expectFooter !== undefined) expect(data.footer ?? '').toBe(row.expectFooter);
    if (row.expectHeader !== undefined) expect(data.header).toEqual(row.expectHeader);
    if (row.expectPayload !== undefined) expect(data.payload).toEqual(row.expectPayload);
    if (row.expectPayloadText !== undefined) expect(layer?.text).toBe(row.expectPayloadText);
  });
});

describe.skipIf(lines.length === 0)('Set-Cookie lines of real sites, letters and digits replaced', () => {
  it('have the layers that their punctuation shows, and no others', () => {
    for (const line of lines.flatMap(({ setCookieHeaders }) => setCookieHeaders)) {
      const value =
        line
          .slice(line.indexOf('=') + 1)
          .split(';')[0]
          ?.trim() ?? '';
      const expected =
        value.startsWith('{') && !value.endsWith('}}}')
          ? ['json']
          : value.startsWith('"')
            ? ['quoted']
            : /%[0-9a-f]{2}/i.test(value)
              ? ['url']
              : [];
      const formats = decodeValue(value).layers.map(({ format }) => format);
      expect([value.slice(0, 60), formats]).toEqual([value.slice(0, 60), expected]);
    }
  });
});
