import { beforeEach, describe, expect, it } from 'vitest';
import { createCookieAccess } from '../../../src/background/workbench/cookie-access.ts';
import { groupOf } from '../../../src/background/workbench/held.ts';
import { transact } from '../../../src/background/workbench/transact.ts';
import type { BrowserCookie } from '../../../src/core/recording/fact.ts';
import { cookieOf, NOW } from './cookie.ts';
import { type FakeCookies, fakeCookies } from './cookies-fake.ts';

let cookies: FakeCookies;
beforeEach(() => {
  cookies = fakeCookies(() => NOW);
});

async function change(before: BrowserCookie | null, after: BrowserCookie | null) {
  const access = createCookieAccess(cookies, { storeId: '0', isFirefox: false });
  const group = groupOf({ before, after }, NOW);
  const found = await access.read(group.map(({ cookie }) => cookie));
  return transact(access, group, found);
}

const old = cookieOf();
const DAY = 86_400_000;
/** Others of the same name, which `cookies.remove` would take along. */
const around = [
  cookieOf({ value: 'domain', domain: 'www.shop.example', hostOnly: false }),
  cookieOf({ value: 'parent', domain: 'shop.example', hostOnly: false }),
  cookieOf({ value: 'deep', path: '/cart' }),
  cookieOf({
    value: 'partition',
    sameSite: 'none',
    partitionKey: 'https://top.example',
    hasCrossSiteAncestor: true,
  }),
  cookieOf({
    value: 'own',
    sameSite: 'none',
    partitionKey: 'https://shop.example',
    hasCrossSiteAncestor: false,
  }),
];
const sorted = (list: readonly BrowserCookie[]) =>
  list.map(({ name, value, path }) => `${name}=${value} ${path}`).sort();

describe('a change', () => {
  it.each<[string, BrowserCookie | null, BrowserCookie | null]>([
    ['of a value', old, cookieOf({ value: 'v2' })],
    ['of a name', old, cookieOf({ name: 'sid2' })],
    ['from host to domain', old, cookieOf({ domain: 'shop.example', hostOnly: false, name: 'other' })],
    ['of a path', old, cookieOf({ path: '/deep/er' })],
    [
      'into a partition',
      old,
      cookieOf({ partitionKey: 'https://elsewhere.example', hasCrossSiteAncestor: true, sameSite: 'none' }),
    ],
    ['that adds', null, cookieOf({ name: 'fresh' })],
    ['that deletes', old, null],
    ['to an expiry', old, cookieOf({ expires: NOW + DAY })],
    ['to another site', old, cookieOf({ domain: 'elsewhere.example' })],
  ])('%s takes place, and leaves all others alone', async (_, before, after) => {
    cookies.write(old, ...around);
    const { result } = await change(before, after);
    expect(result).toEqual({ outcome: 'done' });
    const wanted = [...around, ...(before === null ? [old] : []), ...(after === null ? [] : [after])];
    expect(
      cookies
        .all()
        .map((each) => JSON.stringify(each))
        .sort(),
    ).toEqual(wanted.map((each) => JSON.stringify(each)).sort());
  });

  it.each(around.map((cookie) => [cookie.value, cookie] as const))(
    'deletes the one that is meant: %s',
    async (_, cookie) => {
      cookies.write(old, ...around);
      expect((await change(cookie, null)).result.outcome).toBe('done');
      expect(sorted(cookies.all())).toEqual(sorted([old, ...around.filter((each) => each !== cookie)]));
    },
  );

  it.each<[string, BrowserCookie | null, BrowserCookie | null]>([
    ['as it is already', old, old],
    ['deleted already', cookieOf({ name: 'none' }), null],
    ['expired before it came', null, cookieOf({ name: 'none', expires: NOW - 1 })],
  ])('is none where it is %s', async (_, before, after) => {
    cookies.write(old);
    expect(await change(before, after)).toEqual({ result: { outcome: 'same' }, inverse: [] });
    expect(cookies.calls.filter(({ method }) => method !== 'getAll')).toEqual([]);
  });

  it('to an expiry that is over deletes', async () => {
    cookies.write(old, ...around);
    expect((await change(old, cookieOf({ expires: NOW }))).result.outcome).toBe('done');
    expect(sorted(cookies.all())).toEqual(sorted(around));
  });

  it('says what the browser made of an expiry', async () => {
    const { result } = await change(null, cookieOf({ expires: NOW + 800 * DAY }));
    expect(result).toEqual({ outcome: 'done', stored: cookieOf({ expires: NOW + 400 * DAY }) });
  });

  it.each([
    ['https://top.example', true],
    ['https://shop.example', false],
  ])('names the partition of %s in full', async (partitionKey, hasCrossSiteAncestor) => {
    const asked = cookieOf({ sameSite: 'none', partitionKey });
    expect((await change(null, asked)).result).toEqual({ outcome: 'done' });
    expect(cookies.all()).toEqual([{ ...asked, hasCrossSiteAncestor }]);
    expect((await change(asked, null)).result.outcome).toBe('done');
  });

  it('writes a path as browsers do', async () => {
    const { result } = await change(null, cookieOf({ path: '/a b' }));
    expect([result.outcome, cookies.all()[0]?.path]).toEqual(['done', '/a%20b']);
  });

  it('writes over what is at the new place, and can bring it back', async () => {
    const taken = cookieOf({ name: 'taken', value: 'theirs' });
    cookies.write(old, taken);
    const { inverse } = await change(old, cookieOf({ name: 'taken' }));
    expect(inverse.map(({ cookie, isThere }) => [cookie.name, cookie.value, isThere])).toEqual([
      ['taken', 'theirs', true],
      ['sid', 'v1', true],
    ]);
  });
});

describe('a failure at any point leaves the store as it was', () => {
  const renamed = cookieOf({ name: 'renamed' });
  const isPut = (name: string) => (details: Record<string, unknown>) =>
    details.name === name && details.expirationDate !== 1;
  const isEnd = (name: string) => (details: Record<string, unknown>) =>
    details.name === name && details.expirationDate === 1;
  const refuse = () => {
    throw new Error('Quota exceeded');
  };

  it.each<[string, (details: Record<string, unknown>) => boolean, BrowserCookie | null, string]>([
    ['refuses the new name', isPut('renamed'), renamed, 'Quota exceeded'],
    ['refuses the new value', isPut('sid'), cookieOf({ value: 'v2' }), 'Quota exceeded'],
  ])('the browser %s', async (_, fails, after, error) => {
    cookies.write(old, ...around);
    const before = sorted(cookies.all());
    cookies.before = ({ method, details }) => (method === 'set' && fails(details) ? refuse() : undefined);
    expect(await change(old, after)).toEqual({ result: { outcome: 'refused', error }, inverse: [] });
    expect(sorted(cookies.all())).toEqual(before);
  });

  it.each<[string, BrowserCookie]>([
    ['a new name', renamed],
    ['a new value', cookieOf({ value: 'v2' })],
  ])('the browser answers, and stores nothing of %s', async (_, after) => {
    cookies.write(old, ...around);
    cookies.before = ({ method, details }) => method === 'set' && details.expirationDate !== 1;
    expect((await change(old, after)).result).toEqual({ outcome: 'refused', error: '' });
    expect(sorted(cookies.all())).toEqual(sorted([old, ...around]));
  });

  it('the old one will not go: the new one goes again', async () => {
    cookies.write(old, ...around);
    cookies.before = ({ method, details }) => {
      if (method === 'set' && isEnd('sid')(details)) refuse();
      if (method === 'remove' && details.name === 'sid') refuse();
    };
    expect(await change(old, renamed)).toEqual({
      result: { outcome: 'refused', error: 'Quota exceeded' },
      inverse: [],
    });
    expect(sorted(cookies.all())).toEqual(sorted([old, ...around]));
  });

  it('the old one will not go, and the new place was taken: what was there comes back', async () => {
    const taken = cookieOf({ name: 'renamed', value: 'theirs' });
    cookies.write(old, taken);
    cookies.before = ({ method, details }) => {
      if (method !== 'getAll' && details.name === 'sid') refuse();
    };
    expect((await change(old, renamed)).result.outcome).toBe('refused');
    expect(sorted(cookies.all())).toEqual(sorted([old, taken]));
  });

  it('the very cookie cannot be set to end: all of its name go, and the others come back', async () => {
    cookies.write(old, ...around);
    cookies.before = ({ method, details }) =>
      method === 'set' && isEnd('sid')(details) ? refuse() : undefined;
    expect((await change(old, null)).result.outcome).toBe('done');
    expect(sorted(cookies.all())).toEqual(sorted(around));
  });

  it('a prefix is broken: refused with the words of the browser', async () => {
    cookies.write(old);
    const { result } = await change(old, cookieOf({ name: '__Host-sid', path: '/x' }));
    expect(result).toEqual({
      outcome: 'refused',
      error: 'Failed to parse or set cookie named "__Host-sid".',
    });
    expect(cookies.all()).toEqual([old]);
  });

  it('whichever call fails, one after another', async () => {
    for (let failing = 0; failing < 12; failing += 1) {
      cookies = fakeCookies(() => NOW);
      cookies.write(old, ...around);
      const access = createCookieAccess(cookies, { storeId: '0', isFirefox: false });
      const group = groupOf({ before: old, after: renamed }, NOW);
      const found = await access.read(group.map(({ cookie }) => cookie));
      let call = 0;
      cookies.before = ({ method }) => {
        call += 1;
        if (method !== 'getAll' && call === failing + 1) refuse();
      };
      const { result } = await transact(access, group, found);
      const has = (name: string) =>
        cookies
          .all()
          .some(
            (each) => each.name === name && each.hostOnly && each.path === '/' && each.partitionKey === null,
          );
      // Changed or not: one of both is there, and all others are.
      expect([failing, has('sid'), has('renamed')]).toEqual([
        failing,
        result.outcome === 'refused',
        result.outcome === 'done',
      ]);
      expect(cookies.all().length).toBe(around.length + 1);
    }
  });
});
