/** The Findings tab on the demo sites: grade, evidence and jumps, fixes, mute, export. */
import { readFile } from 'node:fs/promises';
import { tabIdOf } from '../helpers/chromium.ts';
import * as flows from '../sites/flows.ts';
import { expect, test } from './harness.ts';
import { outside, picture, violations } from './looks.ts';

test('findings of a flawed login: worst first, with evidence, ways there and the fix for express-session', async ({
  chromium,
  page,
  sites,
  openPanel,
}) => {
  const origin = sites.flawed.https;
  await page.goto(`${sites.at('ready.test').https}/blank`);
  const panel = await openPanel(page);
  await flows.visitHome(page, origin);
  await flows.login(page, origin);
  await flows.useAccount(page, origin);
  await flows.logout(page, origin);
  await panel.getByRole('tab', { name: 'Findings' }).click();
  await expect(panel.getByRole('img', { name: 'Grade F' })).toBeVisible();
  await expect(panel.getByText(/Based on \d of 7 checks/)).toBeVisible();

  const groups = panel.getByRole('list', { name: 'Findings' }).locator('> li');
  const severities = await groups.evaluateAll((items) =>
    items.map((item) => item.getAttribute('data-severity')),
  );
  const order = ['critical', 'high', 'medium', 'low', 'info'];
  expect(severities).toEqual([...severities].sort((a, b) => order.indexOf(a ?? '') - order.indexOf(b ?? '')));

  const fixation = groups.filter({ hasText: 'session-fixation' });
  const title = fixation.getByRole('button', { name: /session-fixation/ });
  if ((await title.getAttribute('aria-expanded')) === 'false') await title.click();
  await expect(fixation.getByRole('list', { name: 'Evidence' })).toContainText('POST https://flawed.test');
  await expect(panel.getByLabel('Fixes for')).toHaveValue('seen');
  await expect(fixation.getByRole('group', { name: 'Fix:' })).toContainText('req.session.regenerate(');
  await panel.getByLabel('Fixes for').selectOption('Django');
  await expect(fixation.getByRole('group', { name: 'Fix:' })).toContainText('login(request, user)');
  await panel.getByLabel('Fixes for').selectOption('seen');

  // No value of a cookie is on the screen.
  const cookies = await chromium.context.cookies(origin);
  const text = await panel.locator('main').innerText();
  for (const { value } of cookies.filter((cookie) => cookie.value.length > 11))
    expect(text).not.toContain(value);

  await fixation.getByRole('button', { name: 'connect.sid' }).click();
  await expect(panel.getByRole('tab', { name: 'Cookies' })).toHaveAttribute('aria-selected', 'true');
  await expect(panel.getByRole('region', { name: / details$/ })).toContainText('connect.sid');
  await panel.getByRole('tab', { name: 'Findings' }).click();
  await fixation.getByRole('button', { name: /POST .*login/ }).click();
  await expect(panel.getByRole('tab', { name: 'Traffic' })).toHaveAttribute('aria-selected', 'true');
  await panel.getByRole('tab', { name: 'Findings' }).click();

  await panel.getByRole('button', { name: 'Save the report' }).click();
  const [saved] = await Promise.all([
    panel.waitForEvent('download'),
    panel.getByRole('button', { name: 'Markdown' }).click(),
  ]);
  const markdown = await readFile(await saved.path(), 'utf8');
  expect(markdown).toContain('Login keeps the session ID');
  for (const { value } of cookies.filter((cookie) => cookie.value.length > 11))
    expect(markdown).not.toContain(value);
  await panel.keyboard.press('Escape');

  for (const [colorScheme, width] of [
    ['light', 1280],
    ['dark', 1280],
    ['light', 320],
    ['dark', 640],
  ] as const) {
    await panel.emulateMedia({ colorScheme });
    await panel.setViewportSize({ width, height: 900 });
    await picture(panel, `findings-${colorScheme}-${width}`);
    expect(await violations(panel), `${colorScheme} ${width}`).toEqual([]);
    expect(await outside(panel), `${colorScheme} ${width}`).toEqual([]);
  }
});

test('a muted rule is set aside for the site, in the popup too, and comes back by one click', async ({
  chromium,
  page,
  sites,
  openPanel,
}) => {
  await page.goto(`${sites.flawed.https}/`);
  const panel = await openPanel(page);
  await panel.getByRole('tab', { name: 'Findings' }).click();
  const groups = panel.getByRole('list', { name: 'Findings' }).locator('> li');
  const flag = groups.filter({ hasText: 'missing-http-only' });
  await expect(flag).toBeVisible();
  const title = flag.getByRole('button', { name: /missing-http-only/ });
  if ((await title.getAttribute('aria-expanded')) === 'false') await title.click();
  await flag.getByRole('button', { name: 'Mute for this site' }).click();
  await expect(flag).toHaveCount(0);
  await expect(panel.getByRole('heading', { name: /muted finding/ })).toBeVisible();

  const tabId = await tabIdOf(chromium, page);
  const rulesOfPopup = () =>
    panel.evaluate(async (id) => {
      const report = (await chrome.runtime.sendMessage({ kind: 'report', tabId: id })) as {
        sites: { findings: { rule: string; fix: string }[]; muted?: { rule: string }[] }[];
      };
      const [site] = report.sites;
      return {
        found: site?.findings.map(({ rule }) => rule) ?? [],
        muted: site?.muted?.map(({ rule }) => rule) ?? [],
        withoutFix: site?.findings.filter(({ fix }) => fix === '').length,
      };
    }, tabId);
  await expect.poll(async () => (await rulesOfPopup()).muted).toContain('missing-http-only');
  const { found, withoutFix } = await rulesOfPopup();
  expect(found).not.toContain('missing-http-only');
  expect(withoutFix).toBe(0);

  await panel.getByRole('button', { name: 'Unmute' }).click();
  await expect(flag).toBeVisible();
  await expect.poll(async () => (await rulesOfPopup()).found).toContain('missing-http-only');
});
