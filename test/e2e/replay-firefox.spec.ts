/** The same question in Firefox, whose rules and requests are other code. */
import { PROTOCOL_VERSION } from '../../src/protocol/version.ts';
import { type Firefox, launchFirefox } from '../helpers/firefox.ts';
import { received } from '../sites/edge/old-ids.ts';
import { DEMO_PASSWORD, DEMO_USER } from '../sites/users.ts';
import { expect, FIREFOX_EXTENSION, test } from './harness.ts';
import { keep } from './looks.ts';

interface Session {
  readonly events: readonly { readonly kind: string; readonly at: number; readonly verdict?: string }[];
}

/** The extension's origin; host access is given, as a person would. */
async function installed(firefox: Firefox): Promise<string> {
  const { id, origin } = await firefox.install(FIREFOX_EXTENSION);
  await firefox.evaluateInBrowser(`(async () => {
    const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
    const policy = WebExtensionPolicy.getByID(${JSON.stringify(id)});
    const origins = ['http://*/*', 'https://*/*'];
    await ExtensionPermissions.add(${JSON.stringify(id)}, { permissions: [], origins }, policy.extension);
    return true;
  })()`);
  return origin;
}

test('Firefox: an ID from before the login that opens the account is found; cookies and rules stay as they were', async ({
  sites,
}) => {
  const host = 'keeps-pre-login.test';
  const { https } = sites.at(host);
  const firefox = await launchFirefox({ hosts: [host] });
  try {
    const origin = await installed(firefox);
    await firefox.navigate(`${https}/blank`);
    const panel = await firefox.newTab();
    await firefox.navigate(`${origin}/src/popup/popup.html`, panel);
    const tabId = await firefox.evaluate(
      `browser.tabs.query({}).then((tabs) => tabs.find(({ url }) => url === '${https}/blank').id)`,
      panel,
    );
    await firefox.navigate(`${origin}/src/panel/panel.html?tabId=${tabId}`, panel);
    await firefox.waitFor("document.querySelectorAll('[role=tab]').length > 1", panel);
    await firefox.navigate(`${https}/`);
    await firefox.navigate(`${https}/login`);
    await firefox.evaluate(`(() => {
      const [form] = document.forms;
      form.username.value = '${DEMO_USER}';
      form.password.value = '${DEMO_PASSWORD}';
      setTimeout(() => form.submit(), 0);
      return true;
    })()`);
    await firefox.waitFor("location.pathname === '/account'");

    const site = () =>
      firefox.evaluate(
        `browser.runtime.sendMessage({ kind: 'report', tabId: ${tabId} }).then(({ sites: [site] }) =>
          ({ sessions: site.sessions, rules: site.findings.map(({ rule }) => rule) }))`,
        panel,
      ) as Promise<{ sessions: readonly Session[]; rules: readonly string[] }>;
    const login = async () => (await site()).sessions[0]?.events.find(({ kind }) => kind === 'login');
    await expect.poll(async () => (await login())?.verdict).toBe('rotated');
    expect((await site()).rules).not.toContain('session-fixation');

    const asked = received.length;
    const store = await firefox.cookies();
    const call = {
      method: 'replay',
      what: 'pre-login',
      site: host,
      flow: (await login())?.at,
      url: `${https}/account`,
    };
    const steps = await firefox.evaluate(
      `new Promise((resolve) => {
        const steps = [];
        const port = browser.runtime.connect({ name: 'crumbtrail/tab' });
        port.onMessage.addListener(({ kind, result, progress }) => {
          if (kind === 'reply' && !result.ok) resolve([result.error]);
          if (kind !== 'replay') return;
          steps.push(progress.step);
          if (!['none', 'current', 'old'].includes(progress.step)) resolve(steps);
        });
        port.postMessage({ version: ${PROTOCOL_VERSION}, kind: 'attach', tabId: ${tabId}, have: null });
        port.postMessage({ version: ${PROTOCOL_VERSION}, kind: 'call', id: 1, call: ${JSON.stringify(call)} });
      })`,
      panel,
    );
    expect(steps).toEqual(['none', 'current', 'old', 'done']);
    const cookies = received.slice(asked).map(({ path, cookie }) => [path, cookie]);
    const current = store.find(({ name }) => name === 'sid')?.value.value;
    expect(cookies).toEqual([
      ['/account', null],
      ['/account', `sid=${current}`],
      ['/account', expect.stringMatching(/^sid=[0-9a-f]{32}$/)],
    ]);
    expect(cookies[2]?.[1]).not.toBe(`sid=${current}`);
    expect(await firefox.cookies()).toEqual(store);
    expect(await firefox.evaluate('browser.declarativeNetRequest.getSessionRules()', panel)).toEqual([]);
    expect((await site()).rules).toContain('session-fixation');

    // What a person sees of it.
    await firefox.evaluate(
      `[...document.querySelectorAll('[role=tab]')].find((tab) => tab.textContent.includes('Sessions')).click()`,
      panel,
    );
    await firefox.waitFor("document.querySelector('article table') !== null", panel);
    const seen = (selector: string) =>
      firefox.evaluate(
        `[...document.querySelectorAll('${selector}')].map(({ innerText }) => innerText)`,
        panel,
      ) as Promise<string[]>;
    expect(await seen('article h4')).toEqual(['Login: ID changed']);
    expect((await seen('article'))[0]).toMatch(/by POST \/login\. sid .*[0-9a-f]{8}/s);
    expect((await seen('article table tr'))[1]).toContain('200');
    // A run for each ID, and the login's flag.
    const drawn = `[...document.querySelectorAll('[role=group][aria-label*="over time"] button')].length`;
    expect(await firefox.evaluate(drawn, panel)).toBeGreaterThan(0);
    const isWide = 'document.documentElement.scrollWidth > document.documentElement.clientWidth';
    expect(await firefox.evaluate(isWide, panel)).toBe(false);
    keep(await firefox.screenshot(panel), 'sessions-firefox');
  } finally {
    await firefox.close();
  }
});
