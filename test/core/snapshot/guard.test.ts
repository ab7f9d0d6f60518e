import { expect, it } from 'vitest';
import { isSnapshots } from '../../../src/core/snapshot/snapshot.ts';
import { cookie, kept, snapshot } from './cookies.ts';

const good = snapshot([kept('sid', { partitionKey: 'https://a.example', expires: 1 }, 5)]);
const withCookie = (over: object) => ({
  ...good,
  cookies: [{ cookie: { ...cookie('a'), ...over }, writtenAt: null }],
});

it.each([
  ['none', [], true],
  ['what was taken', [good], true],
  ['what went through JSON', JSON.parse(JSON.stringify([good])), true],
  ['nothing at all', undefined, false],
  ['another thing', 'snapshots', false],
  ['a list of other things', [null], false],
  ['a reason of a later version', [{ ...good, why: 'at noon' }], false],
  ['a time that is none', [{ ...good, at: Number.NaN }], false],
  ['no sites', [{ ...good, sites: undefined }], false],
  ['cookies that are none', [{ ...good, cookies: [{}] }], false],
  ['an expiry that is a word', [withCookie({ expires: 'soon' })], false],
  ['an unknown SameSite', [withCookie({ sameSite: 'some' })], false],
  ['a flag that is a word', [withCookie({ secure: 'yes' })], false],
  ['a name without end', [withCookie({ name: 'x'.repeat(20_000) })], false],
])('storage that holds %s is read: %#', (_, value, expected) => {
  expect(isSnapshots(value)).toBe(expected);
});
