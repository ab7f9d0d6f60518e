/** One visit, seen twice: by the extension, and in the HAR file that Playwright records of it. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright';
import { auditHarFile } from '../../src/core/audit/audit-har.ts';
import type { Report, SiteReport } from '../../src/core/audit/report.ts';
import { openPanelPage, tabIdOf } from '../helpers/chromium.ts';
import * as flows from '../sites/flows.ts';
import { expect, test } from './harness.ts';

const SITE = 'https://flawed.test';

async function reportOf(panel: Page, tabId: number): Promise<Report> {
  return panel.evaluate(
    (id) => chrome.runtime.sendMessage({ kind: 'report', tabId: id }) as Promise<unknown>,
    tabId,
  ) as Promise<Report>;
}

function siteOf(report: Report): SiteReport {
  const site = report.sites.find((one) => one.site === SITE);
  if (site === undefined) throw new Error(`No report of ${SITE}: ${report.sites.map((one) => one.site)}`);
  return site;
}

const cookiesOf = (site: SiteReport) =>
  site.cookies
    .map(({ name, domain, hostOnly, path, role, party, present }) =>
      [name, domain, hostOnly, path, role, party, present ?? true].join(' '),
    )
    .sort();
const linesOf = (site: SiteReport) =>
  site.setCookies
    .map(({ url, name, stored, expired, reasons }) => [url, name, stored, expired, ...reasons].join(' '))
    .sort();
const findingsOf = (site: SiteReport) =>
  site.findings
    .map(({ rule, severity, confidence, cookie }) =>
      [rule, severity, confidence, cookie?.name ?? ''].join(' '),
    )
    .sort();
const sessionsOf = (site: SiteReport) =>
  site.sessions.map(({ cookie, role, lifetime, ids, events }) => ({
    name: cookie.name,
    role,
    lifetime: lifetime.kind,
    ids: ids.length,
    events: events.map(({ kind, verdict }) => `${kind} ${verdict ?? ''}`),
  }));

test('a HAR file of a visit is judged as the extension judged the visit', async ({
  chromium,
  page,
  sites,
}, info) => {
  const path = info.outputPath('visit.har');
  await chromium.context.routeFromHAR(path, { update: true, updateContent: 'embed', updateMode: 'full' });
  const origin = sites.flawed.https;
  await page.goto(`${sites.at('ready.test').https}/blank`);
  const tabId = await tabIdOf(chromium, page);
  const panel = await openPanelPage(chromium.context, chromium.extensionId, tabId);
  await panel.getByRole('tab', { name: 'Cookies' }).waitFor();

  await flows.visitHome(page, origin);
  await flows.loginWithWrongPassword(page, origin);
  await flows.login(page, origin, true);
  await flows.useAccount(page, origin);
  await flows.changeEmail(page, origin, 'demo.user@example.com');
  await flows.switchTheme(page, origin);
  await flows.visitFrame(page, origin);
  await flows.followRedirects(page, origin);
  await flows.logout(page, origin);
  await flows.visitRejected(page, origin);
  await flows.visitHome(page, origin);
  // The last page's lines are there, and the store has confirmed what it can.
  await expect
    .poll(async () => {
      const last = siteOf(await reportOf(panel, tabId)).setCookies.findLast(
        (line) => line.stored && !line.expired,
      );
      return [last?.url, last?.confirmed];
    })
    .toEqual([`${origin}/`, true]);
  const ofExtension = siteOf(await reportOf(panel, tabId));
  await chromium.close();

  const { report, warnings } = auditHarFile(await readFile(path, 'utf8'));
  const ofHar = siteOf(report);
  expect(warnings.count).toBe(0);
  expect(linesOf(ofHar)).toEqual(linesOf(ofExtension));
  expect(cookiesOf(ofHar)).toEqual(cookiesOf(ofExtension));
  expect(findingsOf(ofHar)).toEqual(findingsOf(ofExtension));
  expect(sessionsOf(ofHar)).toEqual(sessionsOf(ofExtension));
  expect([ofHar.score, ofHar.grade]).toEqual([ofExtension.score, ofExtension.grade]);
  expect(ofHar.coverage).toEqual(ofExtension.coverage);
});
