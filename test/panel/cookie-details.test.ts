import { describe, expect, it } from 'vitest';
import { attributeMeanings } from '../../src/panel/features/cookies/attributes.ts';
import { changesBetween } from '../../src/panel/features/cookies/history/changes.ts';
import { priorityOf } from '../../src/panel/features/cookies/priority.ts';
import { cookieOf, responseWith, testStore } from '../helpers/panel-store.ts';

describe('attributeMeanings', () => {
  it.each([
    ['attr_domain', {}, 'mean_host_only'],
    ['attr_domain', { hostOnly: false }, 'mean_domain_wide'],
    ['attr_path', {}, 'mean_path_root'],
    ['attr_path', { path: '/a' }, 'mean_path_sub'],
    ['attr_secure', {}, 'mean_secure_yes'],
    ['attr_secure', { domain: 'localhost' }, 'mean_secure_loopback'],
    ['attr_secure', { secure: false }, 'mean_secure_no'],
    ['attr_http_only', { httpOnly: false }, 'mean_http_only_no'],
    ['attr_same_site', { sameSite: 'strict' }, 'mean_same_site_strict'],
    ['attr_same_site', { sameSite: 'none' }, 'mean_same_site_none'],
    ['attr_same_site', { sameSite: 'unspecified' }, 'mean_same_site_unset_chromium'],
    ['attr_partition', {}, 'mean_partition_none'],
    ['attr_partition', { partitionKey: 'https://top.example' }, 'mean_partition'],
    [
      'attr_partition',
      { partitionKey: 'https://top.example', hasCrossSiteAncestor: true },
      'mean_partition_ancestor',
    ],
    ['attr_prefix', { name: '__Host-sid' }, 'mean_prefix_host'],
    ['attr_prefix', { name: '__SECURE-sid' }, 'mean_prefix_secure'],
  ] as const)('%s of %o is told as %s', (label, over, meaning) => {
    const row = { cookie: cookieOf('sid', over), size: 20, party: 'first' as const };
    const found = attributeMeanings(row, 'chromium').find((each) => each.label === label);
    expect(found?.meaning).toBe(meaning);
  });

  it.each([
    [['sid=1; Priority=High'], 'High'],
    [['sid=1; priority=LOW'], 'Low'],
    [['sid=1; Priority=Urgent'], undefined],
    [['sid=1; Priority=High', 'sid=2'], undefined],
    [['sid=1; Priority=High', 'sid=2; SameSite=None'], 'High'],
  ])('after %j the priority is %s', (lines, priority) => {
    const recording = testStore([responseWith(lines)]).store.recording.value;
    const [entry] = [...recording.cookies.values()];
    if (entry === undefined) throw new Error('no cookie');
    expect(priorityOf(entry, recording)).toBe(priority);
    const row = { cookie: entry.cookie, size: 4, party: 'first' as const };
    const told = attributeMeanings(row, 'chromium', priority).find(({ label }) => label === 'attr_priority');
    expect(told?.value).toBe(priority);
  });

  it('says what Firefox makes of a missing SameSite', () => {
    const row = { cookie: cookieOf('sid', { sameSite: 'unspecified' }), size: 20, party: 'first' as const };
    const meanings = attributeMeanings(row, 'firefox').map(({ meaning }) => meaning);
    expect(meanings).toContain('mean_same_site_unset_firefox');
  });

  it.each([
    [20, 'mean_size'],
    [4_050, 'mean_size_limit'],
  ])('%i octets: %s', (size, meaning) => {
    const row = { cookie: cookieOf('sid'), size, party: 'third' as const };
    const meanings = attributeMeanings(row, 'chromium').map((each) => each.meaning);
    expect(meanings).toContain(meaning);
    expect(meanings).toContain('mean_third_party');
  });
});

describe('changesBetween', () => {
  it.each([
    [{}, []],
    [{ value: 'new' }, [{ attribute: 'value', from: 'value of sid', to: 'new' }]],
    [{ secure: false }, [{ attribute: 'Secure', from: 'yes', to: 'no' }]],
    [{ expires: 5 }, [{ attribute: 'Expires', from: '', to: '5', time: true }]],
    [
      { sameSite: 'none' as const, httpOnly: false },
      [
        { attribute: 'HttpOnly', from: 'yes', to: 'no' },
        { attribute: 'SameSite', from: 'lax', to: 'none' },
      ],
    ],
  ])('of %o are %o', (over, changes) => {
    expect(
      changesBetween(cookieOf('sid'), cookieOf('sid', { ...{ value: 'value of sid' }, ...over })),
    ).toEqual(changes);
  });
});
