/** A panel in a browser that is told its facts, and how it and other pages are watched. */
import type { Told } from '../helpers/told-panel.ts';
import type { BareChromium } from './bare-chromium.ts';
import type { Tab } from './tab.ts';
import { UNTIL_LOADED, WATCH } from './timeline-pages.ts';

export const COOKIES = 3300;
export const RENEWALS = 20_000;

export type Watched = { readonly frames: readonly number[]; readonly tasks: readonly number[] };

/** What is drawn: a change that is not seen would be fast for no reason. */
const DRAWN = `document.querySelector('[role=grid]').innerHTML`;

/** With all of its rows there. @param before script for the page, besides. */
export async function openTold(browser: BareChromium, { script }: Told, before = ''): Promise<Tab> {
  const page = await browser.open('about:blank', { newWindow: true });
  await page.send('Page.enable');
  await page.send('Page.addScriptToEvaluateOnNewDocument', { source: `${script};${before}` });
  const root = `chrome-extension://${browser.extensionId}`;
  await page.send('Page.navigate', { url: `${root}/src/panel/panel.html?tabId=1` });
  await page.evaluate(UNTIL_LOADED(COOKIES));
  return page;
}

export async function watching(page: Tab, run: () => Promise<unknown>): Promise<Watched> {
  await page.evaluate(WATCH);
  await run();
  return page.evaluate<Watched>('watched()');
}

export async function watchingPanel(panel: Tab, run: () => Promise<unknown>): Promise<Watched> {
  const before = await panel.evaluate<string>(DRAWN);
  const watched = await watching(panel, run);
  if ((await panel.evaluate<string>(DRAWN)) === before) throw new Error('The timeline did not change');
  return watched;
}
