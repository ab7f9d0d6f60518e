import * as flows from '../sites/flows.ts';
import { expect, openTraffic, set, test } from './harness.ts';

test('each line is stored, changed or rejected with the reason, and the store confirms it', async ({
  page,
  sites,
  openPanel,
}) => {
  const { https } = sites.at('shop.test');
  await page.goto(`${https}/blank`);
  const panel = await openPanel(page);
  const { grid: traffic } = await openTraffic(panel);
  await page.goto(
    https +
      set(
        'good=1; Path=/; SameSite=Lax',
        'plain=1; Path=/',
        'none=1; SameSite=None',
        'other=1; Domain=other.test',
        '__Host-x=1',
      ),
  );
  const line = (name: string) => traffic.getByRole('row').filter({ hasText: name });
  await expect(line('good')).toContainText('Stored');
  await expect(line('plain')).toContainText('SameSite defaulted');
  await expect(line('none')).toContainText('SameSiteNoneInsecure');
  await expect(line('other')).toContainText('InvalidDomain');
  await expect(line('__Host-x')).toContainText('InvalidPrefix');
  for (const name of ['good', 'plain', 'none', 'other', '__Host-x']) {
    await expect(line(name).getByLabel(/confirmed/i)).toBeVisible();
  }
});

test('every hop of a redirect chain shows its own Set-Cookie', async ({ page, sites, openPanel }) => {
  const { https } = sites.at('shop.test');
  await page.goto(`${https}/blank`);
  const panel = await openPanel(page);
  const { grid: traffic } = await openTraffic(panel);
  await page.goto(`${https}/chain?hops=5`);
  await expect(traffic.getByRole('row').filter({ hasText: '302' })).toHaveCount(5);
  await expect(traffic.getByRole('row').filter({ hasText: '↪4' })).toHaveCount(1);
});

test('the request view shows what was sent, and cookie and request lead to each other', async ({
  page,
  sites,
  openPanel,
}) => {
  const { https } = sites.at('shop.test');
  await page.goto(https + set('first=1; Path=/'));
  const panel = await openPanel(page);
  const { grid: traffic } = await openTraffic(panel);
  await page.goto(https + set('second=2; Path=/'));
  await traffic.getByRole('row').filter({ hasText: 'second' }).click();
  const details = panel.getByRole('region', { name: 'Request details' });
  await expect(details).toContainText('first');
  await details.getByTitle('Show this cookie in Cookies').first().click();
  await expect(panel.getByRole('tab', { name: 'Cookies' })).toHaveAttribute('aria-selected', 'true');
  const cookie = panel.getByRole('region', { name: 'Cookie details' });
  await expect(cookie).toBeVisible();
  await cookie.getByTitle('Show this request in Traffic').first().click();
  await expect(panel.getByRole('tab', { name: 'Traffic' })).toHaveAttribute('aria-selected', 'true');
  await expect(details).toBeVisible();
});

test('subresources, frames of other sites and service workers are seen', async ({
  page,
  sites,
  openPanel,
}) => {
  await page.goto(`${sites.flawed.https}/`);
  const panel = await openPanel(page);
  const { grid: traffic } = await openTraffic(panel);
  await flows.visitImage(page, sites.flawed.https);
  await expect(traffic.getByRole('row').filter({ hasText: 'cdn_node' }).first()).toBeVisible();
  await flows.visitFrame(page, sites.flawed.https);
  await expect(traffic.getByRole('row').filter({ hasText: 'tracker.test' }).first()).toBeVisible();
  await flows.visitServiceWorker(page, sites.flawed.https);
  await expect(traffic.getByRole('row').filter({ hasText: 'sw_own' }).first()).toBeVisible();
  await panel.getByRole('tab', { name: 'Cookies' }).click();
  const grid = panel.getByRole('grid', { name: 'Cookies' });
  await expect(grid.getByRole('row').filter({ hasText: '__Host-chip' })).toContainText('third');
});

test('what was set before the panel was opened is there', async ({ page, sites, openPanel }) => {
  const { https } = sites.at('shop.test');
  await page.goto(https + set('early=1'));
  const panel = await openPanel(page);
  const { grid: traffic } = await openTraffic(panel);
  await traffic.getByRole('row').filter({ hasText: 'early' }).click();
  await expect(panel.getByText('Not recorded: the panel was not open yet')).toBeVisible();
});

test('pausing stops recording, clearing empties it, cookies stay', async ({ page, sites, openPanel }) => {
  const { https } = sites.at('shop.test');
  await page.goto(https + set('one=1'));
  const panel = await openPanel(page);
  const { grid: traffic } = await openTraffic(panel);
  await expect(traffic.getByRole('row').filter({ hasText: 'one' })).toBeVisible();
  await panel.getByRole('button', { name: 'Clear the recording' }).click();
  await expect(panel.getByText('No Set-Cookie seen yet')).toBeVisible();
  await panel.getByRole('button', { name: 'Pause recording' }).click();
  await expect(panel.getByRole('button', { name: 'Record', exact: true })).toBeVisible();
  await page.goto(https + set('two=2'));
  await panel.getByRole('button', { name: 'Record', exact: true }).click();
  await expect(panel.getByRole('button', { name: 'Pause recording' })).toBeVisible();
  await page.goto(https + set('three=3'));
  await expect(traffic.getByRole('row').filter({ hasText: 'three' })).toBeVisible();
  await expect(traffic.getByRole('row').filter({ hasText: 'two' })).toHaveCount(0);
  await panel.getByRole('tab', { name: 'Cookies' }).click();
  const grid = panel.getByRole('grid', { name: 'Cookies' });
  for (const name of ['one', 'two', 'three']) {
    await expect(grid.getByRole('row').filter({ hasText: name })).toBeVisible();
  }
});

test('without "keep", a navigation begins a new recording', async ({ page, sites, openPanel }) => {
  const { https } = sites.at('shop.test');
  await page.goto(https + set('one=1'));
  const panel = await openPanel(page);
  const { grid: traffic } = await openTraffic(panel);
  await expect(traffic.getByRole('row').filter({ hasText: 'one' })).toBeVisible();
  await panel.getByRole('button', { name: 'Keep recording over navigation' }).click();
  await expect(panel.getByRole('button', { name: 'Keep recording over navigation' })).toHaveAttribute(
    'aria-pressed',
    'false',
  );
  await page.goto(https + set('two=2'));
  await expect(traffic.getByRole('row').filter({ hasText: 'two' })).toBeVisible();
  await expect(traffic.getByRole('row').filter({ hasText: 'one' })).toHaveCount(0);
});
