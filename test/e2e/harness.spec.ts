import type { CDPSession } from 'playwright';
import { stopWorkers, tabIdOf } from '../helpers/chromium.ts';
import { openDevToolsPanel } from '../helpers/devtools.ts';
import {
  type DemoLine,
  LOCK_LINE,
  REJECTED_ANYWHERE,
  REJECTED_IN_FRAME,
  REJECTED_OVER_HTTP,
} from '../sites/flawed/rejected-lines.ts';
import * as flows from '../sites/flows.ts';
import { expect, test } from './harness.ts';

/** Chromium's own word on each Set-Cookie line it refuses: the ground truth for all other tests. */
async function watchRefusals(session: CDPSession): Promise<Map<string, string>> {
  const refused = new Map<string, string>();
  session.on('Network.responseReceivedExtraInfo', ({ blockedCookies }) => {
    for (const { cookieLine, blockedReasons } of blockedCookies)
      refused.set(cookieLine, blockedReasons.join());
  });
  await session.send('Network.enable');
  return refused;
}

const withoutScheme = (reason: string | undefined) => reason?.replace(/^SchemefulSameSite/, 'SameSite');

/** Chromium names no reason for a Partitioned cookie that it cannot store. */
const isNamed = ({ outcome }: DemoLine) => !outcome.startsWith('Partitioned');

test('the page of rejected cookies says what Chromium says', async ({ chromium, page, sites }) => {
  const refused = await watchRefusals(await chromium.context.newCDPSession(page));
  for (const [origin, lines] of [
    [sites.flawed.https, REJECTED_ANYWHERE],
    [sites.flawed.http, [...REJECTED_ANYWHERE, ...REJECTED_OVER_HTTP]],
  ] as const) {
    refused.clear();
    await flows.visitRejected(page, origin);
    for (const { line, outcome } of lines.filter(isNamed)) {
      await expect.poll(() => refused.get(line), { message: line }).toBe(outcome);
    }
    for (const { line, outcome } of REJECTED_IN_FRAME) {
      const expected = outcome.split(',')[0];
      await expect.poll(() => withoutScheme(refused.get(line)), { message: line }).toBe(expected);
    }
  }
  const stored = await chromium.context.cookies(sites.flawed.https);
  expect(stored.map(({ name, value }) => `${name}=${value}`)).toContain(LOCK_LINE.split(';')[0]);
  expect(stored.map(({ name }) => name)).not.toContain('chip');
});

test('a person gets through the flawed shop', async ({ chromium, page, sites }) => {
  await flows.flawedTour(page, sites);
  const names = (await chromium.context.cookies()).map(({ name }) => name);
  const everyWay = [
    'connect.sid',
    'email',
    'access_token',
    'hop_2',
    'cdn_node',
    'sw_own',
    'sw_through',
    'uid',
    '__Host-chip',
  ];
  expect(names).toEqual(expect.arrayContaining(everyWay));
});

test('a person gets through the sound shop, and no cookie is left', async ({ chromium, page, sites }) => {
  await flows.soundTour(page, sites);
  expect(await chromium.context.cookies(sites.sound.https)).toEqual([]);
});

test('tabs with the same URL have different IDs', async ({ chromium, page, sites }) => {
  const other = await chromium.context.newPage();
  for (const tab of [page, other]) await flows.visitHome(tab, sites.flawed.https);
  expect(await tabIdOf(chromium, page)).not.toBe(await tabIdOf(chromium, other));
});

test('the real panel comes up in DevTools', async ({ chromium, page, sites }) => {
  await flows.visitHome(page, sites.flawed.https);
  const devtools = await openDevToolsPanel(chromium, page);
  const tabId = await devtools.evaluate('chrome.devtools.inspectedWindow.tabId');
  expect(tabId).toBe(await tabIdOf(chromium, page));
  expect((await devtools.screenshot()).length).toBeGreaterThan(5_000);
});

test("the extension's worker can be killed, and wakes by the next request", async ({
  chromium,
  page,
  sites,
}) => {
  const worker = await chromium.worker();
  await worker.evaluate(() => Object.assign(globalThis, { before: true }));
  await stopWorkers(chromium);
  await flows.visitHome(page, sites.flawed.https);
  expect(await worker.evaluate(() => 'before' in globalThis)).toBe(false);
});
