import { describe, expect, it } from 'vitest';
import type { ExampleEvent } from '../../../src/core/rules/example.ts';
import { embedded, ID, page, SOUND, verdictsOf } from '../../helpers/rule-table.ts';

const json = (data: unknown) => encodeURIComponent(JSON.stringify(data));

describe('misplaced-state', () => {
  it.each<[what: string, events: readonly ExampleEvent[], verdicts: readonly string[]]>([
    [
      'a large cart',
      [`cart=${json(Array.from({ length: 40 }, (_, sku) => ({ sku, quantity: 1 })))}`],
      ['info firm'],
    ],
    ['a large cart that nobody can read', [`basket=${'Zm9v'.repeat(300)}`], ['info firm']],
    ['a small cart', [`cart=${json([{ sku: 1, quantity: 1 }])}`], []],
    ['a form', [`wizard=${json({ step: 2, from: 'Kiel', to: 'Oslo' })}`], ['info firm']],
    ['a form’s number', ['wizard_step=3'], []],
    ['platform is no form', [`platform=${json({ os: 'linux', width: 1200, height: 800 })}`], []],
    ['a profile', [`userProfile=${json({ id: 7, username: 'ann', avatar: '/a.png' })}`], ['info firm']],
    [
      'what a user chose is no profile',
      [`user_settings=${json({ theme: 'dark', rows: 50, sort: 'name' })}`],
      [],
    ],
    [
      'a profile with an e-mail address: sensitive-value tells',
      [`user_info=${json({ id: 7, username: 'ann', mail: 'ann@example.com' })}`],
      [],
    ],
    [
      'a setting as a long session',
      ['theme=31d4d96e407aad42a7c19f02; HttpOnly; Max-Age=31536000'],
      ['info tentative'],
    ],
    ['a setting as a short session', ['theme=31d4d96e407aad42a7c19f02; HttpOnly; Max-Age=3600'], []],
    ['a plain setting', ['theme=solarized-dark-high-contrast; HttpOnly; Max-Age=31536000'], []],
    ['a session', [`sid=${ID}; ${SOUND}; Max-Age=31536000`], []],
    ['analytics of users', [`ajs_user_id=${json({ id: 7, name: 'x', plan: 'gold' })}`], []],
    [
      'an embedded site’s',
      [page('shop.example'), embedded(`cart=${'Zm9v'.repeat(300)}; Secure; SameSite=None`)],
      [],
    ],
    ['written by script', [{ script: { name: 'cart', value: 'Zm9v'.repeat(300) } }], ['info firm']],
  ])('%s', (_, events, verdicts) => {
    expect(verdictsOf('misplaced-state', events)).toEqual(verdicts);
  });
});
