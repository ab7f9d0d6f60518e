/** The panel and the popup in German and Chinese: every word from its messages, dates by its rules, and room for all of it. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { launchChromium, openPanelPage, tabIdOf } from '../helpers/chromium.ts';
import * as flows from '../sites/flows.ts';
import { CHROME_EXTENSION, expect, listening, test } from './harness.ts';
import { outside, picture, violations } from './looks.ts';

const messagesOf = (folder: string): Readonly<Record<string, { readonly message: string }>> =>
  JSON.parse(readFileSync(`${CHROME_EXTENSION}/_locales/${folder}/messages.json`, 'utf8'));
const ENGLISH = messagesOf('en');

const TABS = [
  'cookies',
  'traffic',
  'timeline',
  'sessions',
  'findings',
  'strength',
  'snapshots',
  'login_run',
  'what_if',
] as const;

/** Texts and labels on the screen, but for what says that it is English. */
const wordsOn = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const words = new Set<string>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node instanceof Element ? node : node.parentElement;
      if (element?.closest('[lang="en"], code, option')) continue;
      if (!(node instanceof Element)) words.add(node.textContent?.trim() ?? '');
      else
        for (const name of ['title', 'aria-label', 'placeholder'])
          words.add(node.getAttribute(name)?.trim() ?? '');
    }
    return [...words];
  });

/** Labels of tabs, buttons and heads, and times, that are cut off. */
const clipped = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [
      ...document.querySelectorAll(
        '[role="tab"], button, summary, th, label, legend, [role="gridcell"]:has(> time)',
      ),
    ]
      .filter((each) => each.clientWidth > 1 && each.scrollWidth > each.clientWidth + 1)
      // Addresses and names of cookies may be longer than their place.
      .filter((each) => each.querySelector('bdi') === null)
      .map((each) => each.outerHTML.slice(0, 160)),
  );

for (const [folder, tag, sample] of [
  [
    'de',
    'de',
    { days: /in \d+ Tagen|in \d+ Monaten|in \d+ Jahren?/, grade: /^Note [C-F]/, counted: /\d+ Befunde/ },
  ],
  ['zh_CN', 'zh-CN', { days: /\d+(?:天|个月|年)后/, grade: /^评级 [C-F]/, counted: /\d+ 个问题/ }],
] as const) {
  test(`${tag}: panel and popup speak it, and nothing is cut off`, async ({ sites }) => {
    const messages = messagesOf(folder);
    const say = (key: string) => messages[key]?.message ?? '';
    const english = new Set(
      Object.entries(ENGLISH)
        .filter(([key, { message }]) => message.length > 3 && message !== say(key))
        .map(([, { message }]) => message),
    );
    // Another key may say the same in both.
    for (const { message } of Object.values(messages)) english.delete(message);
    const browser = await launchChromium({ extension: CHROME_EXTENSION, args: [`--lang=${tag}`] });
    try {
      await listening(browser, sites);
      const page = await browser.context.newPage();
      await flows.visitHome(page, sites.flawed.https);
      const tabId = await tabIdOf(browser, page);
      const panel = await openPanelPage(browser.context, browser.extensionId, tabId);
      const tab = (key: string) => panel.getByRole('tab', { name: say(`tab_${key}`), exact: true });
      await expect(tab('cookies')).toBeVisible();
      await flows.login(page, sites.flawed.https);
      await flows.visitRejected(page, sites.flawed.https);
      expect(await panel.evaluate(() => document.documentElement.lang)).toBe(tag);
      const look = async (state: string, shown: Page = panel) => {
        // A bar without an end runs out of its chart on purpose.
        const isWords = (html: string) => !html.startsWith('<rect');
        await expect.poll(async () => (await outside(shown)).filter(isWords), state).toEqual([]);
        await picture(shown, `${tag}-${state}`);
        const found = {
          english: (await wordsOn(shown)).filter((text) => english.has(text)),
          clipped: await clipped(shown),
          // Neither width nor language changes what axe finds: once is enough.
          axe: folder === 'de' && !state.endsWith('-320') ? await violations(shown) : [],
        };
        expect.soft(found, state).toEqual({ english: [], clipped: [], axe: [] });
      };
      for (const key of TABS) {
        await tab(key).click();
        await expect(panel.getByRole('tabpanel')).not.toBeEmpty();
        if (key === 'cookies' || key === 'traffic') {
          await panel.getByRole('row').nth(2).click();
          await expect(
            panel.getByRole('region', { name: say(`${key === 'cookies' ? 'cookie' : 'request'}_details`) }),
          ).toBeVisible();
        }
        if (key === 'cookies') await expect(panel.getByText(sample.days).first()).toBeVisible();
        if (key === 'findings') await expect(panel.getByText(sample.counted).first()).toBeVisible();
        for (const width of [320, 1280]) {
          await panel.setViewportSize({ width, height: 800 });
          await look(`${key}-${width}`);
        }
      }
      const popup = await browser.context.newPage();
      await popup.setViewportSize({ width: 360, height: 500 });
      await popup.goto(`chrome-extension://${browser.extensionId}/src/popup/popup.html?tabId=${tabId}`);
      await expect(popup.getByRole('img', { name: sample.grade })).toBeVisible();
      await expect(popup.getByText(say('popup_login_kept'))).toBeVisible();
      await look('popup', popup);
      await popup.goto(`chrome-extension://${browser.extensionId}/src/settings/settings.html`);
      await expect(popup.getByRole('heading', { name: say('settings_title') })).toBeVisible();
      await look('settings', popup);
    } finally {
      await browser.close();
    }
  });
}
