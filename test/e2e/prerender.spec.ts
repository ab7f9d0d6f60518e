/** Without the tests' driver: where that is attached, Chromium renders nothing ahead. */
import { launchBare } from '../bench/bare-chromium.ts';
import { tabIdOf } from '../bench/load-setups.ts';
import { startSite } from '../bench/site.ts';
import { CHROME_EXTENSION, expect, test } from './harness.ts';

const page = (title: string, head: string) => `<!doctype html><title>${title}</title>${head}`;
const RULES = JSON.stringify({ prerender: [{ urls: ['/ahead'], eagerness: 'immediate' }] });

test('a page rendered ahead is recorded before it is shown, and is the page once it is', async () => {
  const site = await startSite();
  site.handle('/first', (_, response) => {
    response.setHeader('Content-Type', 'text/html');
    const rules = `<script type="speculationrules">${RULES}</script>`;
    response.end(
      page('first', `${rules}<script>fetch('/go').then(() => (location.href = '/ahead'))</script>`),
    );
  });
  const asked = new Promise<() => void>((resolve) => {
    site.handle('/go', (_, response) => resolve(() => response.end()));
  });
  site.handle('/ahead', (_, response) => {
    response.setHeader('Content-Type', 'text/html').setHeader('Set-Cookie', 'ahead=1');
    response.end(page('ahead', '<script>document.onprerenderingchange = () => fetch("/after")</script>'));
  });
  site.handle('/after', (_, response) => response.setHeader('Set-Cookie', 'after=1').end());
  const browser = await launchBare(CHROME_EXTENSION);
  try {
    const tab = await browser.open(`${site.origin}/blank`);
    const id = await tabIdOf(browser, await tab.evaluate('location.href'));
    await tab.detach();
    const panel = await browser.open(
      `chrome-extension://${browser.extensionId}/src/panel/panel.html?tabId=${id}`,
      { newWindow: true },
    );
    const said = (selector: string) =>
      panel.evaluate<string>(`document.querySelector('${selector}')?.textContent ?? ''`);
    const press = (selector: string, text: string) =>
      panel.evaluate<boolean>(
        `[...document.querySelectorAll('${selector}')].some((each) => each.textContent.includes('${text}') && (each.click(), true))`,
      );
    const title = () => panel.evaluate<string>(`chrome.tabs.get(${id}).then(({ title }) => title)`);
    await expect.poll(() => press('[role=tab]', 'Traffic')).toBe(true);

    await panel.evaluate(`chrome.tabs.update(${id}, { url: '${site.origin}/first' }).then(() => 0)`);
    await expect.poll(() => press('[aria-label=Traffic] [role=row]', 'ahead')).toBe(true);
    await expect.poll(() => said('section[aria-label="Request details"]')).toContain('rendered ahead');
    expect(await title()).toBe('first');

    (await asked)();
    await expect.poll(title).toBe('ahead');
    await expect.poll(() => press('[aria-label=Traffic] [role=row]', 'after')).toBe(true);
    await expect.poll(() => said('section[aria-label="Request details"]')).toContain('fetch · first party');
  } finally {
    await browser.close();
    await site.close();
  }
});
