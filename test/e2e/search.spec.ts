/** The search box: words, facets, patterns, what it offers, what it keeps. */
import type { Page } from 'playwright';
import { expect, rowCount, set, test } from './harness.ts';
import { untidy } from './layout.ts';
import { outside, picture, violations } from './looks.ts';

const box = (panel: Page) => panel.getByRole('combobox', { name: 'Search' });
const options = (panel: Page) => panel.getByRole('listbox', { name: 'Suggestions' }).getByRole('option');

async function expectRows(panel: Page, count: number): Promise<void> {
  await expect.poll(() => rowCount(panel, 'Cookies')).toBe(count);
}

async function look(panel: Page, name: string): Promise<void> {
  for (const [scheme, width] of [
    ['light', 1280],
    ['dark', 320],
    ['light', 320],
    ['dark', 1280],
  ] as const) {
    await panel.emulateMedia({ colorScheme: scheme });
    await panel.setViewportSize({ width, height: 600 });
    await panel.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    await picture(panel, `search-${name}-${scheme}-${width}`);
    expect.soft(await outside(panel), `${name} ${scheme} ${width}`).toEqual([]);
    expect.soft(await untidy(panel), `${name} ${scheme} ${width}`).toEqual([]);
    if ((scheme === 'light') === (width === 1280))
      expect.soft(await violations(panel), `${name} ${scheme} ${width}`).toEqual([]);
  }
  await panel.emulateMedia({ colorScheme: 'light' });
  await panel.setViewportSize({ width: 1000, height: 600 });
}

test('finds by words, facets and patterns; offers and keeps them; all by keys', async ({
  page,
  sites,
  openPanel,
}) => {
  const { https } = sites.at('shop.test');
  const inside = Buffer.from('{"rank":"manager"}').toString('base64');
  await page.goto(
    https +
      set(
        'sid=qX8f2kLmN0pR4tVwYzA7b9Cd; HttpOnly; Secure; SameSite=Lax',
        'theme=dark; Max-Age=3600; Path=/',
        'lang=de; Max-Age=31536000',
        `profile=${inside}; SameSite=None; Secure`,
      ),
  );
  const panel = await openPanel(page);
  const { keyboard } = panel;
  await expectRows(panel, 4);

  await test.step('words as ever, and not in the way', async () => {
    await keyboard.press('/');
    await keyboard.type('the');
    await expectRows(panel, 1);
    await expect(options(panel)).toHaveCount(0);
    await expect(box(panel)).toHaveAttribute('aria-expanded', 'false');
    await keyboard.press('Escape');
    await expect(box(panel)).toHaveValue('');
    await expectRows(panel, 4);
  });

  await test.step('a facet and its value are taken by keys', async () => {
    const top = await panel.getByRole('grid').boundingBox();
    await keyboard.type('sam');
    await expect(options(panel)).toHaveText([/samesite:/]);
    await keyboard.press('ArrowDown');
    await expect(options(panel).first()).toHaveAttribute('aria-selected', 'true');
    await keyboard.press('Enter');
    await expect(box(panel)).toHaveValue('samesite:');
    await expectRows(panel, 4);
    await expect(options(panel)).toHaveText([/unspecified.*2/, /lax.*1/, /none.*1/]);
    await look(panel, 'values');
    expect(await panel.getByRole('grid').boundingBox()).toMatchObject({ y: top?.y });
    await keyboard.type('l');
    await expectRows(panel, 1);
    await keyboard.press('Tab');
    await expect(box(panel)).toHaveValue('samesite:lax ');
    await expect(box(panel)).toBeFocused();
    await expect(options(panel)).toHaveCount(0);
    await keyboard.type('-secure:no expires<');
    await expect(options(panel).first()).toHaveText(/expires<1h/);
    await keyboard.press('Escape');
    await expect(options(panel)).toHaveCount(0);
    await keyboard.press('Escape');
    await expect(box(panel)).toHaveValue('');
  });

  await test.step('what is not understood is said, and takes nothing away', async () => {
    await keyboard.type('rol:session /(/ expires<5');
    await expect(panel.getByText('There is no “rol:” – did you mean “role:”?').first()).toBeVisible();
    await expect(panel.getByText(/This pattern is not complete/).first()).toBeVisible();
    await look(panel, 'notes');
    await box(panel).fill('/^(?=s)/');
    await expect(panel.getByText('Patterns here cannot have (?=…) – left out.').first()).toBeVisible();
    await expectRows(panel, 4);
    await box(panel).fill('/^(sid|LANG)$/i');
    await expectRows(panel, 2);
    await box(panel).fill('lifetime:persistent expires<1d');
    await expectRows(panel, 1);
  });

  await test.step('values, and what is in them, only while they are shown', async () => {
    await box(panel).fill('manager');
    await expectRows(panel, 0);
    await expect(panel.getByTitle('Values are masked, so the search leaves them out.')).toBeVisible();
    await panel.getByRole('toolbar').getByRole('button', { name: 'Show values' }).click();
    await expectRows(panel, 1);
    await box(panel).fill('value:manager');
    await expectRows(panel, 1);
    await panel.getByRole('toolbar').getByRole('button', { name: 'Show values' }).click();
    await expectRows(panel, 0);
    await box(panel).focus();
  });

  await test.step('searches are kept by name, but none that may hold a value', async () => {
    const menu = panel.getByRole('dialog', { name: 'Kept searches and examples' });
    await panel.getByRole('button', { name: 'Kept searches and examples' }).click();
    await expect(menu.getByText(/Not kept with “value:”/)).toBeVisible();
    await menu.getByRole('button', { name: /role:session secure:no/ }).click();
    await expect(box(panel)).toHaveValue('role:session secure:no');
    await expect(menu).toHaveCount(0);
    await box(panel).fill('-party:third name:s*');
    await panel.getByRole('button', { name: 'Kept searches and examples' }).click();
    await menu.getByRole('textbox', { name: 'Name' }).fill('Ours with s');
    await keyboard.press('Enter');
    await expect(menu.getByRole('button', { name: /^Ours with s/ })).toBeVisible();
    await look(panel, 'menu');
    await keyboard.press('Escape');
    await box(panel).fill('');
    await panel.reload();
    await expectRows(panel, 4);
    await keyboard.press('/');
    await expect(options(panel)).toHaveText([/Ours with s.*-party:third name:s\*/]);
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await expect(box(panel)).toHaveValue('-party:third name:s*');
    await expectRows(panel, 1);
    await panel.getByRole('button', { name: 'Kept searches and examples' }).click();
    await menu.getByRole('button', { name: 'Delete “Ours with s”' }).click();
    await expect(menu.getByText('None yet.')).toBeVisible();
    await keyboard.press('Escape');
  });

  await test.step('the same box searches Traffic by its own facets', async () => {
    await panel.getByRole('tab', { name: 'Traffic' }).click();
    await box(panel).fill('-verdict:rejected name:/^(sid|lang)$/ -method:post status=200 ');
    await expect.poll(() => rowCount(panel, 'Traffic')).toBe(2);
    await box(panel).fill('role:session');
    await expect(panel.getByText('This list has no “role:” – left out.').first()).toBeVisible();
    await box(panel).fill('');
    await keyboard.press('ArrowDown');
    await expect(options(panel).first()).toHaveText(/name:/);
    await look(panel, 'facets');
  });
});
