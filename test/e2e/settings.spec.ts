import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright';
import { expect, set, test } from './harness.ts';
import { outside, picture, violations } from './looks.ts';

const FILE = { name: 'settings.json', mimeType: 'application/json' };
const kept = (page: Page, key: string) =>
  page.evaluate(async (name) => (await chrome.storage.local.get(name))[name], `preference/${key}`);

test('what is set reaches an open panel at once, and goes to a file and back', async ({
  page,
  sites,
  openPanel,
}) => {
  const { https } = sites.at('shop.test');
  await page.goto(https + set('sid=secret-of-sid; Max-Age=600', 'theme=dark; Max-Age=1200'));
  const panel = await openPanel(page);
  const cookie = panel.getByRole('row', { name: /^sid/ });
  await expect(cookie.getByRole('img', { name: 'Ends during your test' })).toBeVisible();
  const opened = panel.context().waitForEvent('page');
  await panel.getByRole('button', { name: 'Settings' }).click();
  const settings = await opened;
  await settings.bringToFront();
  await expect(settings.getByRole('heading', { level: 1 })).toHaveText('Crumbtrail settings');

  await test.step('masking, columns, horizon and theme', async () => {
    await expect(cookie).not.toContainText('secret-of-sid');
    await settings.getByRole('checkbox', { name: 'Show values' }).check();
    await expect(cookie).toContainText('secret-of-sid');
    await expect(panel.getByRole('columnheader', { name: 'Domain' })).toBeVisible();
    await settings.getByRole('checkbox', { name: 'Domain' }).uncheck();
    await expect(panel.getByRole('columnheader', { name: 'Domain' })).toHaveCount(0);
    const ahead = settings.getByLabel('Ends during your test: look ahead');
    await ahead.selectOption('Own');
    await settings.getByLabel('Minutes to look ahead').fill('5');
    await expect(cookie.getByRole('img', { name: 'Ends during your test' })).toHaveCount(0);
    await settings.getByLabel('Minutes to look ahead').fill('0');
    expect(await kept(settings, 'horizon')).toBe(5);
    await settings.getByRole('radio', { name: 'Dark' }).check();
    await expect(panel.locator('html')).toHaveAttribute('data-theme', 'dark');
    await expect(settings.locator('html')).toHaveAttribute('data-theme', 'dark');
    const popup = await panel.context().newPage();
    await popup.goto(settings.url().replace(/settings/g, 'popup'));
    await expect(popup.locator('html')).toHaveAttribute('data-theme', 'dark');
    // The first frame, before the page's own scripts are there, is as chosen, too.
    const session = await popup.context().newCDPSession(popup);
    await session.send('Network.enable');
    await session.send('Network.setBlockedURLs', { urls: ['*/assets/*'] });
    await popup.reload();
    await expect(popup.locator('.shell')).toBeVisible();
    await expect(popup.locator('html')).toHaveAttribute('data-theme', 'dark');
    await popup.close();
    // And the other way round.
    await panel.getByRole('button', { name: 'Show values' }).click();
    await expect(settings.getByRole('checkbox', { name: 'Show values' })).not.toBeChecked();
  });

  await test.step('a limit out of bounds is refused in words; one within cuts what was recorded', async () => {
    await page.evaluate(async () => {
      for (let index = 0; index < 60; index += 1)
        await Promise.all(Array.from({ length: 10 }, () => fetch('/blank', { cache: 'no-store' })));
    });
    const dropped = panel.getByText(/older requests were dropped/);
    const facts = settings.getByLabel('Events per tab');
    await facts.fill('10');
    await expect(settings.getByRole('alert').filter({ hasText: 'From 1,000 to 40,000.' })).toBeVisible();
    await expect(facts).toHaveAttribute('aria-invalid', 'true');
    await expect(dropped).toHaveCount(0);
    await facts.fill('1000');
    await expect(facts).toHaveAttribute('aria-invalid', 'false');
    await expect(dropped).toBeVisible();
    await settings.getByLabel('Size per tab').fill('6');
    await settings.getByLabel('Size of all tabs').fill('5');
    await expect(settings.getByText('One tab cannot have more than all tabs together.')).toBeVisible();
  });

  await test.step('decisions are listed by site, and taken back', async () => {
    await settings.evaluate(() =>
      chrome.storage.local.set({
        'preference/muted': {
          'shop.test': ['missing-http-only', '<img src=x>'],
          'a.test': ['missing-secure'],
        },
        'preference/saidOf': { 'shop.test': { sid: true, '<b>theme</b>\u202e': false } },
      }),
    );
    // What other pages wrote shows without a reload, and what is no rule's name is not believed.
    await expect(settings.getByText('None. You mute a rule')).toBeVisible();
    await settings.evaluate(() =>
      chrome.storage.local.set({
        'preference/muted': { 'shop.test': ['missing-http-only'], 'a.test': ['missing-secure'] },
      }),
    );
    await expect(settings.getByText('Cookie can be read by script')).toBeVisible();
    await expect(settings.getByText('<b>theme</b>')).toBeVisible();
    await settings.getByTitle('Unmute missing-secure on a.test').click();
    await settings.getByTitle('Forget what you said of sid on shop.test').click();
    await expect.poll(() => kept(settings, 'muted')).toEqual({ 'shop.test': ['missing-http-only'] });
    await expect
      .poll(() => kept(settings, 'saidOf'))
      .toEqual({ 'shop.test': { '<b>theme</b>\u202e': false } });
  });

  for (const [width, scheme] of [
    [320, 'light'],
    [1000, 'dark'],
  ] as const) {
    await settings.getByRole('radio', { name: scheme === 'dark' ? 'Dark' : 'Light' }).check();
    await settings.setViewportSize({ width, height: 700 });
    expect(await violations(settings)).toEqual([]);
    expect(await outside(settings)).toEqual([]);
    await picture(settings, `settings-${scheme}-${width}`);
  }

  await test.step('a file goes out and comes in; a damaged one changes nothing', async () => {
    const download = settings.waitForEvent('download');
    await settings.getByRole('button', { name: 'Export' }).click();
    const text = await readFile(await (await download).path(), 'utf8');
    expect(JSON.parse(text).settings).toMatchObject({
      horizon: 5,
      theme: 'dark',
      limits: { factsPerTab: 1000 },
    });
    expect(text).not.toContain('secret-of-sid');

    await settings.getByRole('button', { name: 'Reset all' }).click();
    await expect(settings.getByRole('status')).toContainText('as they were at first');
    await expect(panel.getByRole('columnheader', { name: 'Domain' })).toBeVisible();
    await expect(panel.locator('html')).not.toHaveAttribute('data-theme', /./);

    const file = settings.locator('input[type=file]');
    for (const [broken, word] of [
      [text.slice(0, -30), 'not JSON'],
      [text.replace('"horizon": 5', '"horizon": "soon"'), 'damaged: Ends during your test'],
      ['{"cookies":[]}', 'no Crumbtrail settings'],
    ] as const) {
      await file.setInputFiles({ ...FILE, buffer: Buffer.from(broken) });
      await expect(settings.getByRole('status')).toContainText(word);
      await expect(settings.getByRole('status')).toContainText('Nothing was changed.');
    }
    expect(await kept(settings, 'horizon')).toBe(30);

    await file.setInputFiles({ ...FILE, buffer: Buffer.from(text) });
    await expect(settings.getByRole('status')).toContainText("The file's settings hold now.");
    await expect(panel.getByRole('columnheader', { name: 'Domain' })).toHaveCount(0);
    await expect(panel.locator('html')).toHaveAttribute('data-theme', 'dark');
    await expect.poll(() => kept(settings, 'muted')).toEqual({ 'shop.test': ['missing-http-only'] });
    await settings.getByRole('button', { name: 'Undo' }).click();
    await expect(panel.getByRole('columnheader', { name: 'Domain' })).toBeVisible();
  });
});

test('what ends during the test is counted down and said once; a renewal takes it back', async ({
  page,
  sites,
  openPanel,
}) => {
  const { https } = sites.at('shop.test');
  await page.goto(https + set('plain=1', 'later=1; Max-Age=900'));
  const panel = await openPanel(page);
  await panel.clock.install();
  const ends = panel.getByRole('button', { name: /^Ends next/ });
  await expect(ends).toContainText(/later 1[45]:\d\d/);
  const alert = panel.getByRole('status').filter({ hasText: 'unless it is renewed' });

  // An hour, of which the last five minutes are for the alert.
  await page.goto(https + set('JSESSIONID=0123456789abcdef; Max-Age=3600'));
  await expect(panel.getByRole('row', { name: /JSESSIONID/ })).toBeVisible();
  await expect(alert).toHaveCount(0);
  await panel.clock.fastForward('56:00');
  await expect(alert).toContainText(/JSESSIONID \(session\) ends at/);
  await expect(ends).toContainText(/JSESSIONID [34]:\d\d/);
  await panel.getByRole('row', { name: /JSESSIONID/ }).click();
  await expect(panel.getByRole('region', { name: 'Cookie details' })).toContainText('Ends during your test');
  expect(await violations(panel)).toEqual([]);
  await panel.setViewportSize({ width: 320, height: 600 });
  // Which words of the tabs there is room for is measured a frame later.
  await expect.poll(() => outside(panel)).toEqual([]);
  await picture(panel, 'ending-320');
  await panel.setViewportSize({ width: 1000, height: 600 });

  // Two hours by the browser's clock: one by the panel's, which went ahead.
  await page.goto(https + set('JSESSIONID=0123456789abcdef; Max-Age=7200'));
  await expect(alert).toHaveCount(0);
  await panel.clock.fastForward('01:00:00');
  await expect(alert).toHaveCount(1);
  await panel.getByRole('button', { name: 'Dismiss: JSESSIONID' }).click();
  await expect(alert).toHaveCount(0);
  await panel.clock.fastForward('00:05');
  await expect(alert).toHaveCount(0);

  await ends.click();
  const sheet = panel.getByRole('dialog', { name: 'Ends next' });
  await sheet.getByLabel('Look ahead').selectOption('15 min');
  await expect.poll(() => kept(panel, 'horizon')).toBe(15);
  await sheet.getByRole('button', { name: 'JSESSIONID' }).click();
  await expect(panel.getByRole('region', { name: 'Cookie details' })).toContainText('JSESSIONID');
});
