/** What stands in a cookie's value: layers, times, editing, and nothing of it in the page while values are hidden. */
import { createHmac } from 'node:crypto';
import type { Page } from 'playwright';
import { expect, set, test } from './harness.ts';
import { untidy } from './layout.ts';
import { outside, picture, violations } from './looks.ts';

const details = (panel: Page) => panel.getByRole('region', { name: 'Cookie details' });
const layers = (panel: Page) => details(panel).getByRole('list', { name: 'What is in the value' });
const open = (panel: Page, name: string) =>
  panel
    .getByRole('grid', { name: 'Cookies' })
    .getByRole('row', { name: new RegExp(`^${name} `) })
    .click();

async function look(panel: Page, state: string): Promise<void> {
  for (const [colorScheme, width] of [
    ['light', 1280],
    ['dark', 320],
  ] as const) {
    await panel.emulateMedia({ colorScheme });
    await panel.setViewportSize({ width, height: 800 });
    await panel.mouse.move(2, 2);
    await picture(panel, `values-${state}-${colorScheme}-${width}`);
    expect(await violations(panel), `${state} ${colorScheme} ${width}`).toEqual([]);
    expect(await outside(panel), `${state} ${colorScheme} ${width}`).toEqual([]);
    expect(await untidy(panel), `${state} ${colorScheme} ${width}`).toEqual([]);
  }
  await panel.emulateMedia({ colorScheme: 'light' });
  await panel.setViewportSize({ width: 1280, height: 800 });
}

const base64url = (data: object) => Buffer.from(JSON.stringify(data)).toString('base64url');

function jwt(claims: object): string {
  const body = `${base64url({ alg: 'HS256', typ: 'JWT' })}.${base64url(claims)}`;
  return `${body}.${createHmac('sha256', 'key').update(body).digest('base64url')}`;
}

test('a value is read layer by layer, edited and encoded back, and hidden with the values', async ({
  page,
  sites,
  chromium,
  openPanel,
}) => {
  const { https } = sites.at('shop.test');
  const seconds = Math.floor(Date.now() / 1000);
  const token = jwt({
    sub: 'ann-secret-name',
    roles: ['reader', 'writer'],
    iat: seconds - 3_600,
    exp: seconds - 180,
  });
  const access = jwt({ sub: 'nested-name', exp: seconds + 7_500 });
  const prefs = {
    access,
    theme: 'dark-secret-theme',
    size: 12,
    tags: Array.from({ length: 130 }, (_, i) => `t${i}`),
  };
  const whole = base64url({ user: 'ann of the two halves', n: 1 });
  const signed = `s:secret-session-id.${createHmac('sha256', 'k').update('x').digest('base64').replace(/=+$/, '')}`;
  await page.goto(
    https +
      set(
        `token=Bearer%20${token}; HttpOnly; Secure`,
        `prefs=${encodeURIComponent(JSON.stringify(prefs))}; Path=/`,
        `connect=${encodeURIComponent(signed)}; HttpOnly`,
        `koa=${Buffer.from('{"views":41}').toString('base64')}`,
        'koa.sig=z4PhNX7vuL3xVChQ1m2AB9Yg5AU',
        `part.0=${whole.slice(0, 30)}`,
        `part.1=${whole.slice(30)}`,
      ),
  );
  const panel = await openPanel(page);

  // Hidden: formats, that it is signed, and its times; nothing else.
  await open(panel, 'token');
  await expect(layers(panel).getByRole('listitem').filter({ hasText: 'JWT' })).toContainText('signed');
  await expect(layers(panel)).toContainText('URL encoding');
  await expect(layers(panel)).toContainText('Bearer token');
  await expect(layers(panel)).toContainText('expired 3 min. ago');
  await expect(layers(panel)).toContainText('issued 60 min. ago');
  await look(panel, 'hidden');
  for (const name of ['prefs', 'connect', 'koa', 'token']) {
    await open(panel, name);
    await expect(layers(panel)).toBeVisible();
    const content = await panel.content();
    const secrets = [
      'secret-name',
      'secret-theme',
      'secret-session',
      'reader',
      'nested-name',
      'HS256',
      'views',
      'eyJhbGci',
    ];
    expect(secrets.filter((secret) => content.includes(secret))).toEqual([]);
  }

  // Shown: claims as a tree, and why it cannot be edited.
  await details(panel).getByRole('button', { name: 'Show values' }).click();
  const content = layers(panel).getByRole('list', { name: 'Content of JWT' });
  await expect(content).toContainText('“ann-secret-name”');
  await expect(content).toContainText('HS256');
  await content.getByRole('button', { name: /roles/ }).press('Enter');
  await expect(content).not.toContainText('“reader”');
  await content.getByRole('button', { name: /roles/ }).press('Enter');
  await expect(content).toContainText('“reader”');
  await expect(layers(panel)).toContainText('not checked');
  await expect(details(panel)).toContainText('JWT is signed: only who has the key');
  await look(panel, 'jwt');

  await open(panel, 'connect');
  await expect(details(panel)).toContainText('Express s: is signed: only who has the key');
  await expect(details(panel).getByRole('button', { name: 'Edit what is inside' })).toHaveCount(0);

  // Parts are read together.
  await open(panel, 'part.1');
  await expect(details(panel)).toContainText('The value stands in 2 cookies, from part.0 to part.1');
  await details(panel).getByRole('button', { name: 'Edit what is inside' }).click();
  const area = details(panel).getByRole('textbox', { name: 'What is inside the value' });
  await expect(area).toHaveValue(/two halves/);
  const changed = { user: 'ann of the three thirds', n: 2, more: true };
  await area.fill(JSON.stringify(changed));
  await expect(details(panel)).toContainText('The new value, cut as before');
  await area.press('Control+Enter');
  await expect(details(panel)).toContainText('The value stands in 3 cookies, from part.0 to part.2');
  await expect(layers(panel)).toContainText('“ann of the three thirds”');
  const value = async (name: string) =>
    (await chromium.context.cookies(https)).find((cookie) => cookie.name === name)?.value;
  expect([await value('part.0'), await value('part.1'), await value('part.2')].join('')).toBe(
    base64url(changed),
  );

  // A signature beside it.
  await open(panel, 'koa.sig');
  await expect(details(panel)).toContainText('This is the signature of koa.');
  await open(panel, 'koa');
  await expect(details(panel)).toContainText('koa.sig holds a signature of this value');
  await details(panel).getByRole('button', { name: 'Edit what is inside' }).click();
  await expect(details(panel)).toContainText('The signature in koa.sig will not fit any more');
  await panel.keyboard.press('Escape');
  await expect(details(panel).getByRole('button', { name: 'Edit what is inside' })).toBeFocused();

  // Edited, with mistakes first.
  await open(panel, 'prefs');
  await layers(panel).getByRole('button', { name: 'JWT' }).click();
  const nested = layers(panel).getByRole('list', { name: 'JWT', exact: true });
  await expect(nested).toContainText('“nested-name”');
  await expect(nested).toContainText('expires in 2 hr.');
  await look(panel, 'nested');
  await layers(panel).getByRole('button', { name: /tags/ }).click();
  await expect(layers(panel)).toContainText('“t99”');
  await expect(layers(panel)).not.toContainText('“t100”');
  await layers(panel).getByRole('button', { name: '30 more' }).click();
  await expect(layers(panel)).toContainText('“t129”');
  await details(panel).getByRole('button', { name: 'Edit what is inside' }).click();
  await expect(area).toBeFocused();
  await area.fill('{\n  "theme": light\n}');
  await expect(details(panel).getByText('No JSON from line 2, column 12 on')).toBeVisible();
  const save = details(panel).getByRole('button', { name: 'Save in the browser' });
  await expect(save).toBeDisabled();
  await area.fill('{ "theme": "light; ü", "size": 13 }');
  const encoded = encodeURIComponent('{"theme":"light; ü","size":13}');
  await expect(details(panel)).toContainText(encoded);
  await look(panel, 'edit');
  await area.press('Control+Enter');
  await expect(area).toHaveCount(0);
  await expect(layers(panel)).toContainText('“light; ü”');
  expect(await value('prefs')).toBe(encoded);
  await panel.getByRole('button', { name: 'Undo' }).first().click();
  await expect.poll(() => value('prefs')).toBe(encodeURIComponent(JSON.stringify(prefs)));
});
