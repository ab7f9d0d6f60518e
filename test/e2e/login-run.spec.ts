/** Recording a login flow: the steps are seen by themselves, the verdicts are those of the site. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright';
import * as flows from '../sites/flows.ts';
import { expect, test } from './harness.ts';
import { outside, picture, violations } from './looks.ts';

async function record(panel: Page, page: Page, origin: string, name: string): Promise<void> {
  await panel.getByRole('tab', { name: 'Login check' }).click();
  await panel.getByLabel('Name of this run').fill(name);
  await panel.getByRole('button', { name: 'Start recording' }).click();
  const step = (words: string) => panel.getByRole('listitem').filter({ hasText: words });
  await expect(step('A page before the login')).toHaveAttribute('aria-current', 'step');
  await flows.visitHome(page, origin);
  await expect(step('Log in')).toHaveAttribute('aria-current', 'step');
  await flows.login(page, origin);
  await flows.useAccount(page, origin);
  await expect(step('Log out')).toHaveAttribute('aria-current', 'step');
  await picture(panel, `login-run-recording-${name}`);
  await flows.logout(page, origin);
  await page.goto(`${origin}/account`);
  await expect(step('A page after the logout')).toHaveAttribute('data-state', 'done');
  await panel.getByRole('button', { name: 'Finish' }).click();
}

const check = (panel: Page, words: string) =>
  panel.getByRole('region', { name: 'Result of the run' }).getByRole('listitem').filter({ hasText: words });

test('a flawed and a sound login are recorded, judged, compared and saved', async ({
  page,
  sites,
  openPanel,
}) => {
  await page.goto(`${sites.at('shop.test').https}/blank`);
  const panel = await openPanel(page);
  await record(panel, page, sites.flawed.https, 'flawed');
  await expect(check(panel, 'The session ID changes at login')).toHaveAttribute('data-state', 'failed');
  await expect(check(panel, 'Secure and HttpOnly are there')).toHaveAttribute('data-state', 'failed');
  await expect(check(panel, 'Logout clears the cookie')).toHaveAttribute('data-state', 'failed');
  await expect(check(panel, 'The lifetime is within limits')).toHaveAttribute('data-state', 'failed');

  await record(panel, page, sites.sound.https, 'sound');
  await expect(check(panel, 'The session ID changes at login')).toHaveAttribute('data-state', 'passed');
  await expect(check(panel, 'Secure and HttpOnly are there')).toHaveAttribute('data-state', 'passed');
  await expect(check(panel, 'Logout clears the cookie')).toHaveAttribute('data-state', 'passed');
  await expect(check(panel, 'Private pages are kept by no cache')).toHaveAttribute('data-state', 'passed');

  await panel.getByLabel('Compare with').selectOption({ index: 1 });
  await expect(check(panel, 'The session ID changes at login')).toContainText(
    'Better: it was “Failed” before',
  );

  for (const [colorScheme, width] of [
    ['light', 1280],
    ['dark', 640],
    ['light', 320],
  ] as const) {
    await panel.emulateMedia({ colorScheme });
    await panel.setViewportSize({ width, height: 800 });
    await picture(panel, `login-run-${colorScheme}-${width}`);
    expect(await violations(panel), `${colorScheme} ${width}`).toEqual([]);
    expect(await outside(panel), `${colorScheme} ${width}`).toEqual([]);
  }

  await panel.getByRole('button', { name: 'Save the report' }).click();
  const [saved] = await Promise.all([
    panel.waitForEvent('download'),
    panel.getByRole('button', { name: 'JUnit' }).click(),
  ]);
  const junit = await readFile(await saved.path(), 'utf8');
  expect(junit).toContain('login" name="The session ID changes at login"/>');
  await panel.keyboard.press('Escape');

  // Runs outlive the page, until the browser ends.
  await panel.reload();
  await expect(panel.getByRole('button', { name: /^sound/ })).toBeVisible();
  await expect(panel.getByRole('button', { name: /^flawed/ })).toBeVisible();
});
