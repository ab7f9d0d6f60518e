import { describe, expect, it } from 'vitest';
import type { BrowserCookie } from '../../../../src/core/recording/fact.ts';
import { keyOf } from '../../../../src/core/recording/keys.ts';
import {
  changesOf,
  copyOf,
  deletionsOf,
  groupsOf,
  newCookie,
  presentOf,
} from '../../../../src/panel/features/cookies/edit/targets.ts';
import { createCookiesModel } from '../../../../src/panel/features/cookies/model.ts';
import { cookieOf, START, testStore } from '../../../helpers/panel-store.ts';

const sid = cookieOf('sid');
const theme = cookieOf('theme', { secure: false, sameSite: 'lax' });
const ads = cookieOf('_ga', { domain: 'tracker.example', hostOnly: false });
const modelOf = (...cookies: readonly BrowserCookie[]) => {
  const told = testStore([{ kind: 'jar', at: START + 1, sites: [], cookies, gone: [] }]);
  return { ...told, model: createCookiesModel(told.store) };
};

describe('orders', () => {
  it('delete each as it is', () => {
    expect(deletionsOf([sid])).toEqual([{ before: sid, after: null }]);
  });

  it('set an attribute where it is another, and nothing else', () => {
    expect(changesOf([sid, theme], { secure: true })).toEqual([
      { before: theme, after: { ...theme, secure: true } },
    ]);
    expect(changesOf([sid], { expires: null })).toEqual([]);
    expect(changesOf([sid], { expires: 5 })).toEqual([{ before: sid, after: { ...sid, expires: 5 } }]);
  });
});

describe('the targets of an action', () => {
  it('are the chosen rows, else the row of the cursor', () => {
    const { model } = modelOf(sid, theme, ads);
    const names = () => model.targets.value.map(({ cookie }) => cookie.name);
    expect(names()).toEqual([]);
    model.cursor.value = keyOf(theme);
    expect(names()).toEqual(['theme']);
    model.selection.value = { keys: new Set([keyOf(sid), keyOf(ads)]), anchor: null };
    expect(names()).toEqual(['_ga', 'sid']);
  });

  it('are none that a filter hides', () => {
    const { model, store } = modelOf(sid, theme);
    model.selection.value = { keys: new Set([keyOf(sid), keyOf(theme)]), anchor: null };
    store.search.value = 'sid';
    expect(model.targets.value.map(({ cookie }) => cookie.name)).toEqual(['sid']);
  });
});

describe('groups to delete', () => {
  const { model, add } = modelOf(sid, theme, ads);

  it('are of the site, of third parties, and by role', () => {
    const { site, own, third, roles } = groupsOf(model.all.value, 'https://www.shop.example/cart');
    expect(site).toBe('shop.example');
    expect(own).toEqual([sid, theme]);
    expect(third).toEqual([ads]);
    expect(new Map(roles).get('session')).toEqual([sid]);
    expect(new Map(roles).has('unknown')).toBe(false);
  });

  it.each([null, 'no url', 'about:blank'])('have no site of %s', (url) => {
    expect(groupsOf(model.all.value, url)).toMatchObject({ site: null, own: [] });
  });

  it('have nothing in them that has gone', () => {
    add({ kind: 'jar', at: START + 2, sites: ['shop.example'], cookies: [theme], gone: [keyOf(sid)] });
    expect(presentOf(model.all.value)).toEqual([theme, ads]);
    expect(groupsOf(model.all.value, 'https://shop.example/').own).toEqual([theme]);
  });
});

describe('a new cookie', () => {
  it.each([
    ['https://app.shop.example/x?y', 'app.shop.example', true],
    ['http://localhost:8080/', 'localhost', false],
    [null, '', false],
    ['no url', '', false],
  ])('of %s', (url, domain, secure) => {
    expect(newCookie(url, [])).toMatchObject({ domain, secure, hostOnly: true, path: '/', name: '' });
  });

  it('is under the first party that the others are under', () => {
    expect(
      newCookie('https://shop.example/', [sid, { ...sid, firstPartyDomain: 'shop.example' }]),
    ).toMatchObject({ firstPartyDomain: 'shop.example' });
  });

  it('that is a copy has a name of its own, and all the rest', () => {
    expect(copyOf(sid)).toEqual({ ...sid, name: 'sid_copy' });
  });
});
