import type { Page } from 'playwright';
import * as flows from '../sites/flows.ts';
import { expect, test } from './harness.ts';
import { outside, picture, violations } from './looks.ts';

test('everything by keyboard alone', async ({ page, sites, openPanel }) => {
  await page.goto(`${sites.flawed.https}/`);
  const panel = await openPanel(page);
  await flows.login(page, sites.flawed.https);
  await panel.bringToFront();
  const { keyboard } = panel;
  await expect(panel.getByRole('row', { name: /connect\.sid/ })).toBeVisible();

  await test.step('? shows all keys, holds the focus, and gives it back', async () => {
    await keyboard.press('/');
    await expect(panel.getByRole('combobox', { name: 'Search' })).toBeFocused();
    await keyboard.type('?1');
    await expect(panel.getByRole('combobox', { name: 'Search' })).toHaveValue('?1');
    await keyboard.press('Escape');
    await expect(panel.getByRole('combobox', { name: 'Search' })).toHaveValue('');
    await panel.getByRole('button', { name: 'Keyboard shortcuts' }).focus();
    await keyboard.press('?');
    const sheet = panel.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await expect(sheet).toBeVisible();
    await expect(sheet.getByText('Show or mask values')).toBeVisible();
    for (let turn = 0; turn < 5; turn += 1) {
      await keyboard.press('Tab');
      expect(
        await panel.evaluate(
          () => document.activeElement === document.body || !!document.activeElement?.closest('dialog'),
        ),
      ).toBe(true);
    }
    // Keys behind the sheet are still.
    await keyboard.press('2');
    await expect(panel.getByRole('tab', { name: 'Cookies' })).toHaveAttribute('aria-selected', 'true');
    for (const width of [320, 1000]) {
      await panel.setViewportSize({ width, height: 500 });
      expect(await violations(panel)).toEqual([]);
      expect(await outside(panel)).toEqual([]);
      await picture(panel, `keys-${width}`);
    }
    await keyboard.press('Escape');
    await expect(sheet).toHaveCount(0);
    await expect(panel.getByRole('button', { name: 'Keyboard shortcuts' })).toBeFocused();
  });

  await test.step('the toolbar', async () => {
    await keyboard.press('v');
    await expect(panel.getByRole('button', { name: 'Show values' })).toHaveAttribute('aria-pressed', 'true');
    await keyboard.press('v');
    await keyboard.press('r');
    await expect(panel.getByRole('button', { name: 'Record', exact: true })).toBeVisible();
    await keyboard.press('r');
    await expect(panel.getByRole('button', { name: 'Pause recording' })).toBeVisible();
    await keyboard.press('Shift+E');
    await expect(panel.getByRole('dialog')).toBeVisible();
    await keyboard.press('Escape');
    await expect(panel.getByRole('dialog')).toHaveCount(0);
    await keyboard.press('f');
    await expect(panel.getByRole('dialog', { name: 'Filter' })).toBeVisible();
    await keyboard.press('Escape');
  });

  await test.step('a table and its details', async () => {
    await panel.getByRole('grid', { name: 'Cookies' }).focus();
    await keyboard.press('Home');
    await keyboard.press('Enter');
    const details = panel.getByRole('region', { name: 'Cookie details' });
    await expect(details).toBeVisible();
    await keyboard.press('Escape');
    await expect(details).toHaveCount(0);
  });

  await test.step('every view by its digit, with nothing in it that Tab does not reach', async () => {
    const tabs = panel.getByRole('tab');
    const count = await tabs.count();
    for (let index = 0; index < count; index += 1) {
      await keyboard.press(String(index + 1));
      await expect(tabs.nth(index)).toHaveAttribute('aria-selected', 'true');
      await expect(tabs.nth(index)).toBeFocused();
      // What the report brings may come while the round is under way: it is a stop of the next one.
      await expect.poll(() => missedByTab(panel), `view ${index + 1}`).toEqual([]);
      await panel.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    }
  });

  await test.step('without single keys none of them acts', async () => {
    await panel.evaluate(() => chrome.storage.local.set({ 'preference/singleKeys': false }));
    const settings = await panel.context().newPage();
    await settings.goto(panel.url().replace(/panel\/panel\.html.*/, 'settings/settings.html'));
    await expect(settings.getByRole('checkbox', { name: 'Keys without Ctrl or Alt' })).not.toBeChecked();
    await settings.close();
    await panel.bringToFront();
    await keyboard.press('1');
    await keyboard.press('?');
    await expect(panel.getByRole('dialog')).toHaveCount(0);
    await expect(panel.getByRole('tab', { name: 'Cookies' })).toHaveAttribute('aria-selected', 'false');
  });
});

/** What can be pressed or filled in and is not among the stops of Tab from the tab line on, once round. */
async function missedByTab(panel: Page): Promise<string[]> {
  await panel.evaluate(() => {
    for (const element of document.querySelectorAll('[data-tab-stop]'))
      element.removeAttribute('data-tab-stop');
    document.addEventListener('focusin', ({ target }) =>
      (target as Element).setAttribute('data-tab-stop', ''),
    );
  });
  const isRound = () => panel.evaluate(() => document.querySelector('[role="tab"][data-tab-stop]') !== null);
  for (let turn = 0; turn < 30 && !(await isRound()); turn += 1) {
    for (let stops = 0; stops < 5; stops += 1) await panel.keyboard.press('Tab');
  }
  return panel.evaluate(() => {
    const controls = 'button, a[href], input, select, textarea, summary, [tabindex="0"]';
    // Arrow keys go along these and along radio buttons; one of each is a stop. A file is chosen by a button beside it.
    const composites = '[role="tablist"], [role="row"], [role="radiogroup"]';
    return [...document.querySelectorAll<HTMLInputElement>(controls)]
      .filter(
        (element) => element.checkVisibility() && !element.disabled && !/^(radio|file)$/.test(element.type),
      )
      .filter((element) => !element.closest('details:not([open]) > :not(summary)'))
      .filter(
        (element) =>
          !element.hasAttribute('data-tab-stop') && !(element.tabIndex < 0 && element.closest(composites)),
      )
      .map((element) => element.outerHTML.slice(0, 120));
  });
}
