/** The Snapshots tab on the demo sites: by hand, at login and logout, compared, kept, exported. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright';
import * as flows from '../sites/flows.ts';
import { expect, set, test } from './harness.ts';
import { outside, picture, violations } from './looks.ts';

const open = (panel: Page) => panel.getByRole('tab', { name: 'Snapshots' }).click();
const list = (panel: Page) => panel.getByRole('region', { name: 'Snapshots', exact: true });
const comparison = (panel: Page) => panel.getByRole('region', { name: 'Comparison' });
const summary = (panel: Page) => comparison(panel).getByRole('status').first();
const group = (panel: Page, kind: string) => comparison(panel).locator(`tbody[data-kind="${kind}"]`);

async function look(panel: Page, state: string): Promise<void> {
  for (const [colorScheme, width] of [
    ['light', 1280],
    ['dark', 800],
    ['light', 320],
    ['dark', 320],
  ] as const) {
    await panel.emulateMedia({ colorScheme });
    await panel.setViewportSize({ width, height: 800 });
    await panel.mouse.move(2, 2);
    await picture(panel, `snapshots-${state}-${colorScheme}-${width}`);
    expect(await violations(panel), `${state} ${colorScheme} ${width}`).toEqual([]);
    expect(await outside(panel), `${state} ${colorScheme} ${width}`).toEqual([]);
  }
  await panel.emulateMedia({ colorScheme: 'light' });
  await panel.setViewportSize({ width: 1280, height: 800 });
}

test('what is added, removed or changed since a snapshot, by hand: values as fingerprints until shown, export without them', async ({
  page,
  sites,
  openPanel,
}) => {
  const { https } = sites.at('shop.test');
  await page.goto(
    https +
      set(
        'sid=first-secret-value; Path=/; HttpOnly; Secure; SameSite=Lax',
        'theme=dark; Max-Age=3600',
        'gone=soon',
        'stays=1',
      ),
  );
  const panel = await openPanel(page);
  await open(panel);
  await expect(panel.getByRole('heading', { name: 'No snapshot yet' })).toBeVisible();
  await look(panel, 'none');

  await panel.keyboard.press('s');
  await expect(summary(panel)).toHaveText('No difference');
  await look(panel, 'equal');
  await page.goto(
    https +
      set(
        'sid=second-secret-value; Path=/; Secure; SameSite=None',
        // Somewhat longer: the store's clock hides an end that is less than two seconds away from the one before.
        'theme=dark; Max-Age=3604',
        'gone=; Max-Age=0',
        'new=1; Path=/app; Max-Age=86400; Secure',
      ),
  );
  await expect(summary(panel)).toHaveText('1 added, 1 removed, 1 changed');
  await expect(group(panel, 'added')).toContainText('/app');
  await expect(group(panel, 'removed')).toContainText('gone');
  const changed = group(panel, 'changed');
  await expect(changed.getByRole('row')).toHaveCount(4);
  await expect(changed.getByRole('row', { name: 'HttpOnly yes no' })).toBeVisible();
  await expect(changed.getByRole('row', { name: 'SameSite Lax None' })).toBeVisible();
  await expect(changed.getByRole('row', { name: /Value [0-9a-f]{8} [0-9a-f]{8}/ })).toBeVisible();
  expect(await panel.content()).not.toContain('secret-value');

  // The renewal of `theme` is no difference that matters, until asked for.
  await comparison(panel)
    .getByLabel(/Hide mere renewals/)
    .uncheck();
  await expect(summary(panel)).toHaveText('1 added, 1 removed, 2 changed');
  await expect(changed.getByRole('row', { name: /Expires/ })).toBeVisible();
  await look(panel, 'changed');
  await comparison(panel)
    .getByLabel(/Hide mere renewals/)
    .check();

  await panel.getByRole('button', { name: 'Save the comparison' }).click();
  for (const [name, words] of [
    ['Markdown', '| `sid` | `shop.test/` | HttpOnly | yes | no |'],
    ['JSON', '"schema": "crumbtrail/comparison@1"'],
  ] as const) {
    const [saved] = await Promise.all([
      panel.waitForEvent('download'),
      panel.getByRole('button', { name, exact: true }).click(),
    ]);
    const text = await readFile(await saved.path(), 'utf8');
    expect(text).toContain(words);
    expect(text).not.toContain('secret-value');
  }
  await panel.keyboard.press('Escape');
  await panel
    .getByRole('toolbar', { name: 'Recording' })
    .getByRole('button', { name: 'Show values' })
    .click();
  await expect(changed).toContainText('first-secret-value');
  await expect(changed).toContainText('second-secret-value');

  // A second one stands against the first; search, swap, rename, and back to now.
  await panel
    .getByRole('button', { name: /^Take a snapshot/ })
    .first()
    .click();
  await expect(list(panel).getByRole('row')).toHaveCount(4);
  await expect(summary(panel)).toHaveText('1 added, 1 removed, 1 changed');
  await comparison(panel).getByRole('button', { name: 'Swap before and after' }).click();
  await expect(group(panel, 'added')).toContainText('gone');
  await panel.keyboard.press('/');
  await panel.keyboard.type('nothing of this name');
  await expect(panel.getByText('No difference matches')).toBeVisible();
  await panel.keyboard.press('Escape');
  await list(panel)
    .getByRole('button', { name: /^Rename/ })
    .first()
    .click();
  await panel.keyboard.type('after the <b>change</b>');
  await panel.keyboard.press('Enter');
  await expect(list(panel).getByRole('rowheader', { name: 'after the <b>change</b>' })).toBeVisible();
  await list(panel).getByRole('radio', { name: 'After: Now' }).check();

  // Kept until the browser ends, for every panel.
  await panel.reload();
  await expect(list(panel).getByRole('rowheader', { name: 'after the <b>change</b>' })).toBeVisible();
  await list(panel)
    .getByRole('radio', { name: /^Before: By hand/ })
    .check();
  await group(panel, 'changed').getByRole('button', { name: 'sid' }).click();
  await expect(panel.getByRole('region', { name: 'Cookie details' })).toContainText('sid');
  await open(panel);
  while ((await list(panel).count()) > 0)
    await list(panel)
      .getByRole('button', { name: /^Delete/ })
      .first()
      .click();
  await expect(panel.getByRole('heading', { name: 'No snapshot yet' })).toBeVisible();
});

test('a login and a logout are kept by themselves, also while another tab is on show, with what each changed', async ({
  page,
  sites,
  openPanel,
}) => {
  const origin = sites.sound.https;
  await page.goto(`${sites.at('ready.test').https}/blank`);
  const panel = await openPanel(page);
  await open(panel);
  await panel.getByLabel('At each login and logout, too').check();
  await panel.getByRole('tab', { name: 'Cookies' }).click();
  const written = () => panel.evaluate(() => chrome.storage.local.get('preference/snapshots.automatic'));
  await expect.poll(written).toEqual({ 'preference/snapshots.automatic': true });
  await panel.reload();
  await flows.visitHome(page, origin);
  await flows.login(page, origin);
  await open(panel);
  await expect(list(panel).getByRole('rowheader', { name: /^After login/ })).toBeVisible();
  await expect(comparison(panel).getByRole('heading')).toContainText(/Before login.*After login/);
  await expect(summary(panel)).toHaveText(/added|changed/);
  await flows.useAccount(page, origin);
  await flows.logout(page, origin);
  await expect(list(panel).getByRole('rowheader', { name: /^After logout/ })).toBeVisible();
  await expect(comparison(panel).getByRole('heading')).toContainText(/After logout/);
  await expect(group(panel, 'removed').or(group(panel, 'changed')).first()).toBeVisible();
  await look(panel, 'flows');
});
