/**
 * The demo: two shops, one flawed and one sound, in a browser with the extension and DevTools open on its panel.
 * Without a display, or with `--headless`, it drives the flows itself, prints both audits and leaves pictures.
 */
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import type { Page } from 'playwright';
import pkg from '../package.json' with { type: 'json' };
import { ruleTexts } from '../src/core/audit/rule-texts.ts';
import { render } from '../src/core/report/render.ts';
import { rules } from '../src/core/rules/index.ts';
import { type LaunchedChromium, launchChromium, openPanelPage, tabIdOf } from '../test/helpers/chromium.ts';
import { openDevToolsPanel } from '../test/helpers/devtools.ts';
import { flawedTour, soundTour } from '../test/sites/flows.ts';
import { type Sites, startSites } from '../test/sites/start.ts';
import { DEMO_PASSWORD, DEMO_USER } from '../test/sites/users.ts';
import { ensureChromium } from './browser.ts';

const OUTPUT = 'demo-output';
const EXTENSION = 'dist/chrome';
/** `npm start -- --headless --readme` renews the README's pictures. */
const README_PICTURES = [
  ['flawed-traffic-light.png', 'traffic.png'],
  ['flawed-cookies-dark.png', 'cookies.png'],
  ['flawed-popup-light.png', 'popup.png'],
] as const;

/** Tabs of which pictures are taken, and what says that each is drawn. */
const ROWS = `document.querySelectorAll('[role=tabpanel] [role=row]').length > 1`;
const PICTURED = [
  ['Cookies', ROWS],
  ['Traffic', ROWS],
  ['Sessions', `document.querySelectorAll('[role=tabpanel] svg text').length > 2`],
  ['Findings', `document.querySelector('[role=tabpanel] [data-grade]') !== null`],
] as const;

const noDisplay = process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
const headless = process.argv.includes('--headless') || noDisplay;

process.env.CRUMBTRAIL_CHROMIUM = await ensureChromium(console.log);
const sites = await startSites();
const browser = await launchChromium({ extension: EXTENSION, headless });
try {
  if (headless) await driven(browser, sites);
  else await byHand(browser, sites);
} finally {
  await browser.close();
  await sites.close();
}

/** A person clicks; ends when the browser is closed. */
async function byHand(browser: LaunchedChromium, sites: Sites): Promise<void> {
  const page = browser.context.pages()[0] ?? (await browser.context.newPage());
  await page.goto(`${sites.flawed.https}/`);
  const other = await browser.context.newPage();
  await other.goto(`${sites.sound.https}/`);
  await page.bringToFront();
  await openDevToolsPanel(browser, page, { docked: true });
  console.log(`
The flawed shop: ${sites.flawed.https}   (over plain HTTP: ${sites.flawed.http})
The sound shop:  ${sites.sound.https}
User name "${DEMO_USER}", password "${DEMO_PASSWORD}". DevTools is open on the Crumbtrail panel.
Close the browser to end.`);
  await new Promise<void>((resolve) => browser.context.once('close', () => resolve()));
}

async function driven(browser: LaunchedChromium, sites: Sites): Promise<void> {
  mkdirSync(OUTPUT, { recursive: true });
  await tour(browser, 'flawed', sites.flawed.https, (page) => flawedTour(page, sites));
  await tour(browser, 'sound', sites.sound.https, (page) => soundTour(page, sites));
  console.log(`\nPictures and reports are in ${OUTPUT}/`);
  if (process.argv.includes('--readme')) {
    for (const [from, to] of README_PICTURES) copyFileSync(`${OUTPUT}/${from}`, `scripts/pictures/${to}`);
  }
}

async function tour(
  browser: LaunchedChromium,
  name: string,
  origin: string,
  drive: (page: Page) => Promise<void>,
): Promise<void> {
  const page = await browser.context.newPage();
  await page.goto(`${origin}/`);
  const tabId = await tabIdOf(browser, page);
  console.log(`\nDriving the ${name} shop ...`);
  const devTools = await openDevToolsPanel(browser, page);
  await devTools.resize(1400, 800);
  await drive(page);

  const outside = await openPanelPage(browser.context, browser.extensionId, tabId);
  const report = await outside.evaluate(
    (tabId) => chrome.runtime.sendMessage({ kind: 'report', tabId }),
    tabId,
  );
  await outside.close();
  writeFileSync(`${OUTPUT}/${name}-report.json`, `${JSON.stringify(report, null, 2)}\n`);
  const texts = ruleTexts(rules);
  console.log(render(report, 'text', { texts, version: pkg.version, colour: process.stdout.isTTY }));

  for (const scheme of ['light', 'dark'] as const) {
    await devTools.colorScheme(scheme);
    for (const [tab, isDrawn] of PICTURED) {
      await devTools.evaluate(
        `[...document.querySelectorAll('[role=tab]')].find((tab) => tab.textContent.includes('${tab}')).click()`,
      );
      await devTools.waitFor(isDrawn);
      writeFileSync(`${OUTPUT}/${name}-${tab.toLowerCase()}-${scheme}.png`, await devTools.screenshot());
    }
    await pictureOfPopup(browser, tabId, `${OUTPUT}/${name}-popup-${scheme}.png`, scheme);
  }
  await devTools.close();
  await page.close();
}

async function pictureOfPopup(
  browser: LaunchedChromium,
  tabId: number,
  path: string,
  colorScheme: 'light' | 'dark',
): Promise<void> {
  const popup = await browser.context.newPage();
  await popup.emulateMedia({ colorScheme });
  await popup.setViewportSize({ width: 380, height: 520 });
  await popup.goto(`chrome-extension://${browser.extensionId}/src/popup/popup.html?tabId=${tabId}`);
  await popup.getByRole('button', { name: 'Open full report' }).waitFor();
  await popup.locator('body').screenshot({ path });
  await popup.close();
}
