/** The question to the server as a person asks it: told before what is sent and where, then the three answers side by side. */
import { received } from '../sites/edge/old-ids.ts';
import { DEMO_PASSWORD, DEMO_USER } from '../sites/users.ts';
import { expect, test } from './harness.ts';
import { outside, picture, violations } from './looks.ts';

test('a person is told what will be sent, sends it, sees three answers and a verdict, and may ask again', async ({
  page,
  sites,
  openPanel,
}) => {
  const { https } = sites.at('keeps-pre-logout.test');
  await page.goto(`${https}/blank`);
  const panel = await openPanel(page);
  await page.bringToFront();
  await page.goto(`${https}/`);
  await page.goto(`${https}/login`);
  await page.getByLabel('User name').fill(DEMO_USER);
  await page.getByLabel('Password').fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL('**/account');
  const id = (await page.context().cookies()).find(({ name }) => name === 'sid')?.value ?? '';
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.waitForURL('**/signed-out');

  await panel.bringToFront();
  await panel.getByRole('tab', { name: 'Sessions' }).click();
  await panel.getByRole('button', { name: 'Ask the server about the old ID' }).click();
  const card = panel.getByRole('region', { name: 'Is the old session ID dead on the server?' });
  await expect(card).toContainText('Sends this request three times');
  await expect(card).toContainText(`${https}/account`);
  await expect(card).toContainText(/with the old session ID\s*sid\s*[0-9a-f]{8}/);
  await expect(card).not.toContainText(id);
  await picture(panel, 'replay-before');
  // Nothing is sent before the person says so.
  const before = received.length;
  await card.getByRole('button', { name: 'Send three requests' }).click();
  await expect(card).toContainText(
    'The old session ID still works. It opened a page that is closed without it.',
  );
  expect(received.slice(before).map(({ path }) => path)).toEqual(Array(3).fill('/account'));
  const cells = async (row: string) => card.getByRole('row', { name: row }).getByRole('cell').allInnerTexts();
  expect(await cells('Answer')).toEqual(['302 → /login?…', '302 → /login?…', '200']);
  expect(await cells('Content')).toEqual(['–', '–', 'A']);
  expect(await cells('The page')).toEqual(['–', '–', 'offers to log out']);
  await picture(panel, 'replay-alive');

  await card.getByRole('button', { name: 'Ask again' }).click();
  await expect(card.getByRole('list', { name: 'Asked before' }).getByRole('listitem')).toHaveCount(1);
  expect(received.length).toBe(before + 6);
  for (const width of [1000, 320]) {
    await panel.setViewportSize({ width, height: 700 });
    await card.scrollIntoViewIfNeeded();
    await picture(panel, `replay-${width}`);
    expect(await outside(panel)).toEqual([]);
  }
  expect(await violations(panel)).toEqual([]);
  // A new panel reads it from the journal.
  await panel.reload();
  await panel.getByRole('tab', { name: 'Sessions' }).click();
  await expect(card).toContainText('The old session ID still works.');
});
