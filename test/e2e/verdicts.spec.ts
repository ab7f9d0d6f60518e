import { expect, openTraffic, set, test } from './harness.ts';

test('a request says which cookies stayed at home, with the protocol’s reason, as DevTools does', async ({
  chromium,
  page,
  sites,
  openPanel,
}) => {
  const { https } = sites.at('shop.test');
  await page.goto(`${https}/blank`);
  const panel = await openPanel(page);
  const { rows, details } = await openTraffic(panel);
  await page.goto(
    https + set('strict=1; SameSite=Strict; Path=/', 'deep=1; Path=/deep', 'lax=1; SameSite=Lax; Path=/'),
  );
  // The browser's own word, for the same request.
  const session = await chromium.context.newCDPSession(page);
  const withheld = new Map<string, string>();
  session.on('Network.requestWillBeSentExtraInfo', ({ associatedCookies }) => {
    for (const { cookie, blockedReasons } of associatedCookies) {
      if (blockedReasons.length > 0) withheld.set(cookie.name, blockedReasons.join());
    }
  });
  await session.send('Network.enable');
  await page.goto(`${sites.at('elsewhere.test').https}/blank`);
  await page.evaluate((url) => {
    location.href = url;
  }, https + set('landed=1'));
  await rows.filter({ hasText: 'landed' }).click();
  const stayed = details.getByRole('listitem');
  await expect(stayed.filter({ hasText: 'strict' })).toContainText('SameSiteStrict');
  await expect(stayed.filter({ hasText: 'deep' })).toContainText('NotOnPath');
  await expect(details.getByText('Cookies not sent')).toBeVisible();
  await expect.poll(() => withheld.get('strict')).toMatch(/SameSiteStrict$/);
  expect(withheld.get('lax')).toBeUndefined();
  await expect(stayed.filter({ hasText: /^lax.*SameSite/ })).toHaveCount(0);
});

test('a refused line names what is wrong in it and what to do', async ({ page, sites, openPanel }) => {
  const { https } = sites.at('shop.test');
  await page.goto(`${https}/blank`);
  const panel = await openPanel(page);
  const { rows, details } = await openTraffic(panel);
  await page.goto(https + set('foreign=1; Domain=api.example'));
  await rows.filter({ hasText: 'foreign' }).click();
  await expect(details).toContainText(
    'Domain=api.example does not cover shop.test. Drop Domain, or set the cookie from api.example.',
  );
});

test('a deletion that misses its cookie is recognised', async ({ page, sites, openPanel }) => {
  const { https } = sites.at('shop.test');
  await page.goto(https + set('sid=1; Path=/'));
  const panel = await openPanel(page);
  const { rows, details } = await openTraffic(panel);
  await page.goto(https + set('sid=; Path=/account; Max-Age=0'));
  const row = rows.filter({ hasText: 'Deletes nothing' });
  await row.click();
  await expect(details).toContainText('`sid` with Path=/ stays. Delete it with the same Path.');
  // The store says so too.
  expect((await page.context().cookies(https)).map(({ name }) => name)).toContain('sid');
});

test('two cookies of one name: which is sent first, and why', async ({ page, sites, openPanel }) => {
  const { https } = sites.at('shop.test');
  await page.goto(https + set('sid=root; Path=/', 'sid=deep; Path=/set'));
  const panel = await openPanel(page);
  const { rows, details } = await openTraffic(panel);
  await page.goto(https + set('next=1'));
  await rows.filter({ hasText: 'next' }).click();
  await expect(details).toContainText('same name again: place 1 of 2');
  await panel.getByRole('tab', { name: 'Cookies' }).click();
  await panel.getByRole('grid', { name: 'Cookies' }).getByRole('gridcell', { name: /^sid/ }).first().click();
  await expect(panel.getByRole('region', { name: 'Cookie details' })).toContainText(
    'a longer Path goes first',
  );
  expect(await page.evaluate(async () => (await (await fetch('/set/../echo')).json()).cookie)).toContain(
    'sid=root',
  );
});

test('What if answers as one types, and what it is asked from Traffic brings no value along', async ({
  page,
  sites,
  openPanel,
}) => {
  const { https } = sites.at('shop.test');
  await page.goto(https + set('sid=top-secret-value; Path=/'));
  const panel = await openPanel(page);
  const { rows } = await openTraffic(panel);
  await rows.filter({ hasText: 'sid' }).click();
  await panel.getByRole('button', { name: 'Try changes to this line in What if' }).click();
  const line = panel.getByLabel('Set-Cookie line');
  await expect(line).toHaveValue(/^sid=x+; Path=\/$/);
  await line.fill('sid=1; SameSite=None');
  await expect(panel.getByText('Would be rejected')).toBeVisible();
  await expect(panel.getByText('SameSiteNoneInsecure')).toBeVisible();
  await line.fill('sid=1; SameSite=None; Secure');
  await expect(panel.getByText('Would be stored')).toBeVisible();
  await expect(panel.getByRole('row', { name: /frame or image/ })).toContainText('goes');
});

test('partitioned cookies of frames are listed with their partition', async ({ page, sites, openPanel }) => {
  const { https } = sites.flawed;
  await page.goto(`${https}/`);
  const panel = await openPanel(page);
  await page.goto(
    `${sites.at('shop.test').https}/framed?src=${encodeURIComponent(`${sites.at('chips.test').https}${set('chip=1; Secure; SameSite=None; Partitioned; Path=/')}`)}`,
  );
  const chip = panel.getByRole('grid', { name: 'Cookies' }).getByRole('row').filter({ hasText: 'chip' });
  await chip.click();
  const details = panel.getByRole('region', { name: 'Cookie details' });
  await expect(details).toContainText('https://shop.test');
  await expect(details).toContainText('another site above them');
});
