import type { BrowserCookie } from '../../src/core/recording/fact.ts';
import { type Firefox, launchFirefox } from '../helpers/firefox.ts';
import { workbenchClient } from '../helpers/workbench-client.ts';
import { expect, FIREFOX_EXTENSION, test } from './harness.ts';

async function installed(firefox: Firefox): Promise<string> {
  const { id, origin } = await firefox.install(FIREFOX_EXTENSION);
  await firefox.evaluateInBrowser(`(async () => {
    const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
    const policy = WebExtensionPolicy.getByID(${JSON.stringify(id)});
    await ExtensionPermissions.add(${JSON.stringify(id)}, { permissions: [], origins: ['http://*/*', 'https://*/*'] }, policy.extension);
    return true;
  })()`);
  return origin;
}

const mine: BrowserCookie = {
  name: 'sid',
  value: 'v1',
  domain: 'shop.test',
  hostOnly: true,
  path: '/',
  secure: true,
  httpOnly: true,
  sameSite: 'lax',
  expires: null,
  partitionKey: null,
};
const edit = (before: BrowserCookie | null, after: BrowserCookie | null) =>
  ({ method: 'work', order: { id: 'an order', step: 'edit', changes: [{ before, after }] } }) as const;
const DONE = [{ outcome: 'done' }];

test('Firefox: cookies of a container are changed and taken back, partitions and guards too; other stores stay', async ({
  sites,
}) => {
  const { https } = sites.at('shop.test');
  const firefox = await launchFirefox({ hosts: ['shop.test'] });
  try {
    const origin = await installed(firefox);
    await firefox.navigate(`${https}/set?line=sid%3Doutside`);
    const { userContext } = (await firefox.bidi.send('browser.createUserContext', {})) as {
      userContext: string;
    };
    const { context } = (await firefox.bidi.send('browsingContext.create', { type: 'tab', userContext })) as {
      context: string;
    };
    await firefox.navigate(
      `${https}/set?line=${encodeURIComponent('sid=v1; Secure; HttpOnly; SameSite=Lax')}&line=${encodeURIComponent('sid=wide; Domain=shop.test; Secure')}&line=${encodeURIComponent('sid=deep; Path=/set; Secure')}`,
      context,
    );
    const panel = await firefox.newTab();
    await firefox.navigate(`${origin}/src/popup/popup.html`, panel);
    const { tabId, storeId } = (await firefox.evaluate(
      `browser.tabs.query({}).then((tabs) => tabs.find((tab) => tab.cookieStoreId !== 'firefox-default'))
        .then(({ id, cookieStoreId }) => ({ tabId: id, storeId: cookieStoreId }))`,
      panel,
    )) as { tabId: number; storeId: string };
    await firefox.navigate(`${origin}/src/panel/panel.html?tabId=${tabId}`, panel);
    await firefox.waitFor("document.querySelectorAll('[role=tab]').length > 1", panel);
    const bench = await workbenchClient((expression) => firefox.evaluate(expression, panel));
    const stored = (store: string) =>
      firefox.evaluate(
        `browser.cookies.getAll({ storeId: '${store}', partitionKey: {} }).then((cookies) => cookies.map(
          ({ name, value, domain, path, partitionKey }) => name + '=' + value + ' ' + domain + path + (partitionKey ? ' in ' + partitionKey.topLevelSite : '')).sort())`,
        panel,
      );
    const others = ['sid=deep shop.test/set', 'sid=wide .shop.test/'];
    const before = [...others, 'sid=v1 shop.test/'].sort();
    expect(await stored(storeId)).toEqual(before);

    // Of three of one name only the one that is meant.
    expect((await bench.run(edit(mine, null))).results).toEqual(DONE);
    expect(await stored(storeId)).toEqual(others);
    expect((await bench.run({ method: 'undo' })).results).toEqual(DONE);
    expect(await stored(storeId)).toEqual(before);
    // Another name, then for subdomains, then in a partition.
    const renamed = { ...mine, name: 'renamed' };
    const wide = { ...renamed, hostOnly: false };
    // Nothing is said of the frames between, as in a file.
    const inside: BrowserCookie = { ...renamed, sameSite: 'none', partitionKey: 'https://top.test' };
    for (const [from, to] of [
      [mine, renamed],
      [renamed, wide],
      [wide, inside],
    ] as const)
      expect((await bench.run(edit(from, to))).results).toEqual(DONE);
    expect(await stored(storeId)).toEqual(['renamed=v1 shop.test/ in https://top.test', ...others]);
    const [refused] = (await bench.run(edit(inside, { ...mine, sameSite: 'none', secure: false }))).results;
    expect(refused?.outcome).toBe('refused');
    expect(refused?.error).toContain('missing the “secure” attribute');
    expect(await stored(storeId)).toEqual(['renamed=v1 shop.test/ in https://top.test', ...others]);
    for (let step = 0; step < 3; step += 1) await bench.run({ method: 'undo' });
    expect(await stored(storeId)).toEqual(before);
    await bench.run({ method: 'redo' });
    expect(await stored(storeId)).toEqual(['renamed=v1 shop.test/', ...others]);
    await bench.run({ method: 'undo' });

    // Put back in the container; outside another one of the same name is nobody's business.
    await bench.call({ method: 'guard', kind: 'protect', cookies: [mine] });
    await firefox.navigate(`${https}/set?line=sid%3Dtheirs`, context);
    await firefox.navigate(`${https}/set?line=sid%3Dtheirs%20too`);
    await expect.poll(async () => (await bench.state()).guards.map(({ times }) => times)).toEqual([1]);
    expect(await stored(storeId)).toEqual(before);
    expect(await stored('firefox-default')).toEqual(['sid=theirs too shop.test/']);

    const many = Array.from({ length: 500 }, (_, index) => ({
      before: null,
      after: { ...mine, name: `n${index}`, domain: `shop${index % 5}.test` },
    }));
    const imported = await bench.run({
      method: 'work',
      order: { id: 'many', step: 'import', changes: many },
    });
    expect(new Set(imported.results.map(({ outcome }) => outcome))).toEqual(new Set(['done']));
    console.log(`Firefox: import of 500 ${Math.round(imported.ms)} ms`);
    await bench.run({ method: 'undo' });
    expect(await stored(storeId)).toEqual(before);

    // First-party isolation: each first party has cookies of its own, and Firefox wants to be told which is meant.
    await firefox.evaluateInBrowser("Services.prefs.setBoolPref('privacy.firstparty.isolate', true) ?? true");
    await firefox.navigate(
      `${https}/set?line=${encodeURIComponent('sid=isolated; Secure; HttpOnly; SameSite=Lax')}`,
      context,
    );
    const isolated = () =>
      firefox.evaluate(
        `browser.cookies.getAll({ storeId: '${storeId}', firstPartyDomain: 'shop.test' }).then((cookies) => cookies.map(({ name, value }) => name + '=' + value))`,
        panel,
      );
    expect(await isolated()).toEqual(['sid=isolated']);
    const own = { ...mine, value: 'isolated', firstPartyDomain: 'shop.test' };
    expect((await bench.run(edit(own, { ...own, name: 'renamed' }))).results).toEqual(DONE);
    expect(await isolated()).toEqual(['renamed=isolated']);
    expect((await bench.run({ method: 'undo' })).results).toEqual(DONE);
    expect(await isolated()).toEqual(['sid=isolated']);
    // Those outside of any first party are still there, and still changed alone.
    expect((await bench.run(edit(mine, null))).results).toEqual(DONE);
    expect(await isolated()).toEqual(['sid=isolated']);
  } finally {
    await firefox.close();
  }
});
