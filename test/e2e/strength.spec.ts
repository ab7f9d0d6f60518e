/** "How hard are the session IDs to guess?", asked in a real browser of servers with sound and weak generators. */
import type { Page } from 'playwright';
import type { Report } from '../../src/core/audit/report.ts';
import { stopWorkers } from '../helpers/chromium.ts';
import { newIdRequests } from '../sites/edge/new-ids.ts';
import { expect, test } from './harness.ts';
import { violations } from './looks.ts';

type OpenPanel = (about: Page) => Promise<Page>;

/** The Strength tab about a visitor who got an ID from that page; none of its own requests is counted. */
async function visit(page: Page, openPanel: OpenPanel, https: string, kind: string): Promise<Page> {
  await page.goto(`${https}/blank`);
  const panel = await openPanel(page);
  await page.bringToFront();
  await page.goto(`${https}/new-id/${kind}`);
  await panel.bringToFront();
  await panel.getByRole('tab', { name: 'Strength' }).click();
  await expect(panel.getByRole('button', { name: /^sid/ })).toBeVisible();
  return panel;
}

async function collect(panel: Page, count: number, perSecond = 20): Promise<void> {
  const box = collecting(panel);
  await box.getByLabel('Requests').fill(String(count));
  await box.getByLabel('A second').fill(String(perSecond));
  await box.getByRole('button', { name: `Send ${count.toLocaleString('en')} request` }).click();
}

const collecting = (panel: Page) => panel.getByRole('region', { name: 'Collect a sample' });
const report = (panel: Page) => panel.getByRole('region', { name: 'Report' });
const row = (panel: Page, test: string) => report(panel).getByRole('row').filter({ hasText: test });
const sentTo = (host: string, before: number) =>
  newIdRequests.slice(before).filter((request) => request.host === host);

/** All cookies, and how often one was written since the panel opened: writing the same again would show, too. */
const storeOf = async (panel: Page) =>
  panel.evaluate(async () => {
    const own = globalThis as { changes?: number };
    if (own.changes === undefined) {
      own.changes = 0;
      chrome.cookies.onChanged.addListener(() => {
        own.changes = (own.changes ?? 0) + 1;
      });
    }
    return JSON.stringify([await chrome.cookies.getAll({ partitionKey: {} }), own.changes]);
  });

const rules = async (panel: Page) => panel.evaluate(() => chrome.declarativeNetRequest.getSessionRules());

const recorded = async (panel: Page) => {
  const told = (await panel.evaluate(() =>
    chrome.runtime.sendMessage({
      kind: 'report',
      tabId: Number(new URLSearchParams(location.search).get('tabId')),
    }),
  )) as Report;
  return told.sites.flatMap(({ setCookies }) => setCookies.map(({ name }) => name));
};

test('a sound generator: 150 requests without cookies, at the asked pace, none in the recording, no cookie touched', async ({
  page,
  sites,
  openPanel,
}) => {
  const { https, host } = sites.at('sound-ids.test');
  const panel = await visit(page, openPanel, https, 'strong');
  await expect(collecting(panel)).toContainText(`${https}/new-id/strong`);
  await expect(collecting(panel)).toContainText('No cookies are sent');
  const store = await storeOf(panel);
  const lines = await recorded(panel);
  const before = newIdRequests.length;
  await collect(panel, 150);
  await expect(collecting(panel).getByRole('progressbar')).toBeVisible();
  await expect(collecting(panel)).toContainText('All requests were sent.', { timeout: 30_000 });
  await expect(collecting(panel)).toContainText('150 IDs');

  const sent = sentTo(host, before);
  expect(sent.map(({ path, cookie }) => [path, cookie])).toEqual(Array(150).fill(['/new-id/strong', null]));
  const took = (sent.at(-1)?.at ?? 0) - (sent[0]?.at ?? 0);
  // 149 pauses of 50 ms; clocks and timers may each be off by a little.
  expect(took).toBeGreaterThan(149 * 50 - 100);
  expect(await storeOf(panel)).toBe(store);
  expect(await rules(panel)).toEqual([]);
  expect(await recorded(panel)).toEqual(lines);

  await expect(report(panel)).toContainText('150 IDs · 32 characters, hex');
  await expect(report(panel)).toContainText('128 bits effective, as far as the sample shows');
  await expect(row(panel, 'Entropy of the positions')).toContainText('Passed');
  await expect(row(panel, 'FIPS 140-2 monobit')).toContainText('Not shown');
  await expect(report(panel)).toContainText('Cannot be shown by any sample');
  await expect(report(panel).getByText('Failed')).toHaveCount(0);
  await expect(report(panel)).not.toContainText(/random/i);
});

for (const [kind, test_, at] of [
  ['counter', 'Sequence', '0 bits'],
  ['clock', 'Sequence', /\d(\.\d)? bits/],
] as const) {
  test(`a weak generator: ${kind}`, async ({ page, sites, openPanel }) => {
    const panel = await visit(page, openPanel, sites.at(`${kind}-ids.test`).https, kind);
    await collect(panel, 40);
    await expect(collecting(panel)).toContainText('All requests were sent.', { timeout: 30_000 });
    await expect(report(panel)).toContainText('40 IDs');
    await expect(report(panel).getByRole('status')).toContainText(at);
    await expect(row(panel, test_)).toContainText('Failed');
    await expect(report(panel).getByRole('listitem').filter({ hasText: 'OWASP ASVS' })).toContainText(
      'Failed',
    );
  });
}

test('five a second is the default', async ({ page, sites, openPanel }) => {
  const { https, host } = sites.at('slow-ids.test');
  const panel = await visit(page, openPanel, https, 'strong');
  await expect(collecting(panel).getByLabel('A second')).toHaveValue('5');
  await expect(collecting(panel).getByLabel('Requests')).toHaveValue('500');
  const before = newIdRequests.length;
  await collect(panel, 11, 5);
  await expect(collecting(panel)).toContainText('All requests were sent.');
  const times = sentTo(host, before).map(({ at }) => at);
  expect(times).toHaveLength(11);
  expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeGreaterThan(10 * 200 - 100);
});

test('stopped midway: nothing more is sent, what was collected is judged', async ({
  page,
  sites,
  openPanel,
}) => {
  const { https, host } = sites.at('stop-ids.test');
  const panel = await visit(page, openPanel, https, 'strong');
  const before = newIdRequests.length;
  await collect(panel, 20_000);
  await expect.poll(() => sentTo(host, before).length).toBeGreaterThan(30);
  await collecting(panel).getByRole('button', { name: 'Stop' }).click();
  await expect(collecting(panel)).toContainText('Stopped. What was collected is kept');
  const sent = sentTo(host, before).length;
  const count = Number(/(\d+) IDs/.exec(await collecting(panel).innerText())?.[1]);
  expect(count).toBeGreaterThanOrEqual(sent - 1);
  await expect(report(panel)).toContainText(`${count} IDs · 32 characters`);
  await panel.waitForTimeout(500);
  expect(sentTo(host, before)).toHaveLength(sent);
  await expect(collecting(panel).getByRole('button', { name: /^Send/ })).toBeVisible();
});

test('closing the panel ends the run', async ({ page, sites, openPanel }) => {
  const { https, host } = sites.at('close-ids.test');
  const panel = await visit(page, openPanel, https, 'strong');
  const before = newIdRequests.length;
  await collect(panel, 2000);
  await expect.poll(() => sentTo(host, before).length).toBeGreaterThan(5);
  await panel.close();
  await page.waitForTimeout(300);
  const sent = sentTo(host, before).length;
  await page.waitForTimeout(500);
  expect(sentTo(host, before)).toHaveLength(sent);
});

test('429 with Retry-After: it waits as long as asked, says so, and goes on', async ({
  page,
  sites,
  openPanel,
}) => {
  const { https, host } = sites.at('busy-ids.test');
  const panel = await visit(page, openPanel, https, 'busy');
  const before = newIdRequests.length;
  await collect(panel, 6);
  await expect(collecting(panel)).toContainText('The server answered 429.');
  await expect(collecting(panel)).toContainText('All requests were sent.');
  const times = sentTo(host, before).map(({ at }) => at);
  expect(times).toHaveLength(6);
  // The visit was the first; the fourth visitor is sent away for three seconds.
  expect((times[3] ?? 0) - (times[2] ?? 0)).toBeGreaterThan(2900);
  await expect(collecting(panel)).toContainText('5 IDs');
  await expect(collecting(panel)).toContainText('1 answer without the cookie');
});

for (const [kind, end, requests] of [
  ['refuses', 'the server asked for a pause', 3],
  ['never', 'did not set the cookie', 5],
] as const) {
  test(`it gives up where the server ${kind}`, async ({ page, sites, openPanel }) => {
    const { https, host } = sites.at(`${kind}-ids.test`);
    const panel = await visit(page, openPanel, https, 'strong');
    if (kind === 'refuses') {
      await page.goto(`${https}/new-id/refuses`);
      await page.context().clearCookies();
    }
    await page.goto(`${https}/new-id/${kind}`);
    const url = `${https}/new-id/${kind}`;
    await collecting(panel).getByLabel('Page that is asked').selectOption(url);
    const before = newIdRequests.length;
    await collect(panel, 500);
    await expect(collecting(panel)).toContainText(end);
    expect(sentTo(host, before).length).toBeLessThanOrEqual(requests);
  });
}

test('answers that order cookies to be cleared, or bring others, change nothing', async ({
  page,
  sites,
  openPanel,
}) => {
  const { https } = sites.at('clears-ids.test');
  const panel = await visit(page, openPanel, https, 'clears');
  const store = await storeOf(panel);
  expect(store).toContain('"planted"');
  await collect(panel, 10);
  await expect(collecting(panel)).toContainText('All requests were sent.');
  await expect(collecting(panel)).toContainText('10 IDs');
  expect(await storeOf(panel)).toBe(store);
  expect(await rules(panel)).toEqual([]);
});

test('an ID that comes with a redirect is taken; the redirect is not followed', async ({
  page,
  sites,
  openPanel,
}) => {
  const { https, host } = sites.at('moves-ids.test');
  const panel = await visit(page, openPanel, https, 'moves');
  const before = newIdRequests.length;
  await collect(panel, 10);
  await expect(collecting(panel)).toContainText('All requests were sent.');
  await expect(collecting(panel)).toContainText('10 IDs');
  expect(sentTo(host, before)).toHaveLength(10);
});

test('a worker that is killed midway: it says so, keeps what was counted, and can begin anew', async ({
  chromium,
  page,
  sites,
  openPanel,
}) => {
  const { https, host } = sites.at('killed-ids.test');
  const panel = await visit(page, openPanel, https, 'strong');
  const before = newIdRequests.length;
  await collect(panel, 2000);
  await expect.poll(() => sentTo(host, before).length).toBeGreaterThan(25);
  await stopWorkers(chromium);
  await expect(collecting(panel)).toContainText('the browser ended the extension’s background script');
  const count = Number(/(\d+) IDs/.exec(await collecting(panel).innerText())?.[1]);
  expect(count).toBeGreaterThan(20);
  await expect(report(panel)).toContainText(`${count} IDs · 32 characters`);
  await expect.poll(() => rules(panel)).toEqual([]);
  await collect(panel, 5);
  await expect(collecting(panel)).toContainText('All requests were sent.');
  expect(await rules(panel)).toEqual([]);
});

test('no ID is on screen or in any storage; with the eye open the newest are shown', async ({
  page,
  sites,
  openPanel,
}) => {
  const { https } = sites.at('secret-ids.test');
  const panel = await visit(page, openPanel, https, 'strong');
  await collect(panel, 25);
  await expect(collecting(panel)).toContainText('All requests were sent.');
  await panel.getByText('The newest 10 IDs').click();
  const masked = await panel.content();
  await panel.getByRole('button', { name: 'Show values' }).click();
  const shown = await report(panel)
    .getByRole('listitem')
    .filter({ hasText: '32 characters' })
    .allInnerTexts();
  const ids = shown.flatMap((text) => /\b[0-9a-f]{32}\b/.exec(text)?.[0] ?? []);
  expect(ids).toHaveLength(10);
  const stored = await panel.evaluate(async () =>
    JSON.stringify([
      await chrome.storage.session.get(null),
      await chrome.storage.local.get(null),
      await chrome.storage.sync.get(null),
      { ...localStorage },
      { ...sessionStorage },
      await indexedDB.databases(),
      await caches.keys(),
    ]),
  );
  for (const id of ids) {
    expect(masked).not.toContain(id);
    expect(stored).not.toContain(id);
  }
});

test('pasted and opened IDs are judged; hostile ones are text', async ({ page, sites, openPanel }) => {
  const panel = await visit(page, openPanel, sites.at('paste-ids.test').https, 'strong');
  const given = panel.getByRole('region', { name: 'Paste or open IDs' });
  const counter = Array.from({ length: 200 }, (_, i) => `user-${1000 + i}`).join('\n');
  await given.getByLabel('One ID a line').fill(counter);
  await given.getByRole('button', { name: 'Judge' }).click();
  await expect(report(panel)).toContainText('200 IDs');
  await expect(row(panel, 'Sequence')).toContainText('Failed');
  await expect(given.getByLabel('One ID a line')).toHaveValue('');

  const hostile = [
    '<img src=x onerror="document.title=\'hit\'">',
    '\u202Eevil',
    '\uD800',
    '__proto__',
    'x'.repeat(9000),
    '%',
    '{'.repeat(500),
  ];
  await given.locator('input[type=file]').setInputFiles({
    name: '<b>ids</b>.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from(hostile.join('\r\n')),
  });
  await expect(report(panel).getByRole('heading')).toContainText('<b>ids</b>.txt');
  await expect(given).toContainText('7 IDs read.');
  await expect(given).toContainText('1 was cut to 4,096 characters.');
  await panel.getByRole('button', { name: 'Show values' }).click();
  await report(panel).getByText('The newest 7 IDs').click();
  await expect(report(panel)).toContainText('onerror');
  expect(await panel.title()).not.toBe('hit');

  await given.locator('input[type=file]').setInputFiles({
    name: 'picture.png',
    mimeType: 'image/png',
    buffer: Buffer.from([0x89, 0x50, 0, 0, 0]),
  });
  await expect(given.getByRole('alert')).toHaveText('This is not a text file.');
});

test('20,000 IDs of 32 characters are judged without a frame that freezes', async ({
  page,
  sites,
  openPanel,
}, info) => {
  const panel = await visit(page, openPanel, sites.at('many-ids.test').https, 'strong');
  const given = panel.getByRole('region', { name: 'Paste or open IDs' });
  await panel.evaluate(() => {
    const own = globalThis as { longest?: number };
    own.longest = 0;
    let last = performance.now();
    const step = () => {
      const now = performance.now();
      own.longest = Math.max(own.longest ?? 0, now - last);
      last = now;
      requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  });
  const ids = Array.from({ length: 20_000 }, (_, i) =>
    Array.from({ length: 4 }, (_, k) =>
      (Math.imul(i * 4 + k + 1, 2_654_435_761) >>> 0).toString(16).padStart(8, '0'),
    ).join(''),
  );
  await given.locator('input[type=file]').setInputFiles({
    name: 'ids.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from(ids.join('\n')),
  });
  await expect(report(panel)).toContainText('20,000 IDs · 32 characters', { timeout: 30_000 });
  const took = /Judged in ([\d,]+) ms/.exec(await report(panel).innerText())?.[1] ?? '';
  const longest = await panel.evaluate(() => (globalThis as { longest?: number }).longest ?? 0);
  const figures = `20,000 x 32 characters: judged in ${took} ms beside the panel, longest frame ${Math.round(longest)} ms`;
  info.annotations.push({ type: 'figures', description: figures });
  console.log(figures);
  expect(longest).toBeLessThan(Number(took.replace(',', '')));
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [320, 800, 1400]) {
    test(`${colorScheme}, ${width} px: axe finds nothing, nothing sticks out`, async ({
      page,
      sites,
      openPanel,
    }, info) => {
      const panel = await visit(
        page,
        openPanel,
        sites.at(`look-${colorScheme}-${width}.test`).https,
        'strong',
      );
      await panel.emulateMedia({ colorScheme });
      await panel.setViewportSize({ width, height: 900 });
      const look = async (state: string) => {
        await info.attach(`${state}-${colorScheme}-${width}`, {
          body: await panel.screenshot(),
          contentType: 'image/png',
        });
        expect(await violations(panel), state).toEqual([]);
        const wide = await panel.evaluate(() => {
          const { clientWidth, scrollWidth } = document.documentElement;
          const outside = [
            ...document.querySelectorAll('main :is(h2, p, button, input, select, td, th)'),
          ].filter((each) => {
            const { left, right, width: own } = each.getBoundingClientRect();
            return own > 1 && (left < 0 || right > clientWidth + 1) && each.closest('svg') === null;
          });
          return [scrollWidth > clientWidth, ...outside.map(({ outerHTML }) => outerHTML.slice(0, 120))];
        });
        expect(wide, state).toEqual([false]);
      };
      await expect(report(panel)).toContainText('At most 128 bits');
      await look('passive');
      await panel
        .getByLabel('One ID a line')
        .fill(
          Array.from({ length: 300 }, (_, i) => `u${1000 + i}-${((i * 7919) % 65536).toString(16)}`).join(
            '\n',
          ),
        );
      await panel.getByRole('button', { name: 'Judge' }).click();
      await expect(report(panel)).toContainText('300 IDs');
      await report(panel).getByText('As a table').click();
      await look('pasted');
      await report(panel).scrollIntoViewIfNeeded();
      await report(panel).evaluate((each) => each.scrollIntoView());
      await look('report');
      await report(panel)
        .getByRole('table', { name: 'Tests' })
        .evaluate((each) => each.scrollIntoView());
      await look('tests');
    });
  }
}
