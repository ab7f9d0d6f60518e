import { describe, expect, it } from 'vitest';
import { lookOfItem, tokensIn } from '../../src/instrument/web-storage.ts';

const JWT = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2lnbmF0dXJl';
const RANDOM = 'q7Zx0Vb3Kd9Lw2Rf8Ty6Hn4Jm1Pc5Gs';

function storageOf(items: Readonly<Record<string, string>>): Storage {
  const keys = Object.keys(items);
  return {
    length: keys.length,
    key: (index: number) => keys[index] ?? null,
    getItem: (key: string) => items[key] ?? null,
  } as Storage;
}

describe('what an item of web storage looks like', () => {
  it.each([
    ['a JWT', JWT, 'jwt'],
    ['a JWT in JSON', JSON.stringify({ body: { access_token: JWT, expires_in: 300 } }), 'jwt'],
    ['a JWT in quotation marks', JSON.stringify(JWT), 'jwt'],
    ['long and random', RANDOM, 'token'],
    ['signed by express', `s:${RANDOM}.${RANDOM}`, 'token'],
    ['a theme', 'dark', 'none'],
    ['a short ID', 'a1b2c3d4', 'none'],
    ['settings', '{"theme":"dark","columns":["name","value"]}', 'none'],
    ['an address', 'https://shop.example/a/b/c', 'none'],
    ['empty', '', 'none'],
  ])('%s', (_, value, look) => {
    expect(lookOfItem(value)).toBe(look);
  });

  it.each([
    ['quotation marks and beginnings', '"eyJ'.repeat(500_000)],
    ['a JWT that never ends', `"eyJ${'a'.repeat(500_000)}.`],
    ['points', `"eyJaaaaaaaa${'.eyJaaaaaaaa'.repeat(100_000)}`],
  ])('is not slow on %s', (_, value) => {
    const begin = performance.now();
    lookOfItem(value);
    expect(performance.now() - begin).toBeLessThan(200);
  });
});

describe('the items of an area', () => {
  it('tells keys and looks of what looks like a token, and no value', () => {
    const found = tokensIn('local', storageOf({ access_token: JWT, theme: 'dark', sid: RANDOM }));
    expect(found).toEqual([
      { area: 'local', key: 'access_token', look: 'jwt' },
      { area: 'local', key: 'sid', look: 'token' },
    ]);
    expect(JSON.stringify(found)).not.toContain('eyJ');
  });

  it('tells fifty at most, with keys cut', () => {
    const many = Object.fromEntries(
      Array.from({ length: 900 }, (_, index) => [`${index}${'k'.repeat(500)}`, JWT]),
    );
    const found = tokensIn('session', storageOf(many));
    expect(found).toHaveLength(50);
    for (const { key } of found) expect(key).toHaveLength(200);
  });
});
