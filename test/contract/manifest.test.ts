import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import base from '../../manifest.json' with { type: 'json' };
import pkg from '../../package.json' with { type: 'json' };
import { gzipBytes, linksOf, liveCode, loadedAtOnce } from './built.ts';
import { parse } from './import-rules.ts';

type Manifest = Readonly<Record<string, unknown>>;
const CHROME = 'dist/chrome';
const FIREFOX = 'dist/firefox';
// `npm test` builds first; a unit test run alone on a fresh clone has nothing to look at yet.
const isBuilt = [CHROME, FIREFOX].every((folder) => existsSync(`${folder}/manifest.json`));
const manifestOf = (folder: string): Manifest => JSON.parse(readFileSync(`${folder}/manifest.json`, 'utf8'));

function leastPermissions(manifest: Manifest) {
  expect([...(manifest.permissions as string[])].sort()).toEqual([
    'cookies',
    // Shows no warning. It cannot be optional: Firefox refuses that (bug 1827855), and where Chromium 156 grants it later,
    // updateSessionRules never settles until the extension is loaded anew.
    'declarativeNetRequestWithHostAccess',
    'storage',
    'webNavigation',
    'webRequest',
  ]);
  // Asked for on a click, to see which script writes a cookie.
  expect(manifest.optional_permissions).toEqual(['scripting']);
  expect(manifest.host_permissions).toEqual(['http://*/*', 'https://*/*']);
  for (const key of [
    'optional_host_permissions',
    'content_scripts',
    'externally_connectable',
    'web_accessible_resources',
    'sandbox',
  ]) {
    expect(manifest).not.toHaveProperty(key);
  }
  // The default for Manifest V3 is `script-src 'self'; object-src 'self'`: nothing evaluated, nothing from elsewhere.
  expect(manifest).not.toHaveProperty('content_security_policy');
}

describe('the manifest', () => {
  it('asks for the least', () => {
    leastPermissions(base);
  });

  it('has the version of the package', () => {
    expect(base.version).toBe(pkg.version);
  });

  it('names files that are there', () => {
    const pages = [
      base.action.default_popup,
      base.options_ui.page,
      base.devtools_page,
      base.background.service_worker,
    ];
    const icons = [...Object.values(base.icons), ...Object.values(base.action.default_icon)];
    for (const path of [...pages, ...icons.map((icon) => `public/${icon}`)])
      expect(existsSync(path), path).toBe(true);
  });

  it('says its words in every language that is there', () => {
    const names = JSON.stringify(base).match(/(?<=__MSG_)\w+(?=__)/g) ?? [];
    expect(names.length).toBeGreaterThan(0);
    for (const language of readdirSync('public/_locales')) {
      const messages = JSON.parse(readFileSync(`public/_locales/${language}/messages.json`, 'utf8'));
      for (const name of names) expect(messages).toHaveProperty(name);
    }
  });
});

describe('the messages', () => {
  // Chromium loads no extension at all with one name or placeholder amiss.
  it.each(readdirSync('public/_locales'))(
    '%s: names and placeholders are what Chromium takes',
    (language) => {
      const messages: Record<string, { message: string; placeholders?: Record<string, unknown> }> =
        JSON.parse(readFileSync(`public/_locales/${language}/messages.json`, 'utf8'));
      expect(Object.keys(messages).filter((name) => !/^[A-Za-z0-9_@]+$/.test(name))).toEqual([]);
      for (const [name, { message, placeholders = {} }] of Object.entries(messages)) {
        const used = [...message.matchAll(/\$([A-Za-z0-9_@]+)\$/g)].map(([, each]) =>
          String(each).toLowerCase(),
        );
        const known = Object.keys(placeholders).map((each) => each.toLowerCase());
        expect(
          used.filter((each) => !known.includes(each)),
          name,
        ).toEqual([]);
      }
    },
  );
});

describe.skipIf(!isBuilt)('the built extension', () => {
  it.each([CHROME, FIREFOX])('%s asks for the least', (folder) => {
    leastPermissions(manifestOf(folder));
  });

  it('for Chrome has a classic worker, which can load a script later, and no word of Firefox', () => {
    const manifest = manifestOf(CHROME);
    expect(manifest).toMatchObject({ manifest_version: 3, version: pkg.version });
    expect(manifest.background).toEqual({ service_worker: 'worker.js' });
    expect(manifest).not.toHaveProperty('browser_specific_settings');
  });

  it('for Firefox has an event page, an id, and says that it collects nothing', () => {
    const manifest = manifestOf(FIREFOX);
    expect(manifest).toMatchObject({
      manifest_version: 3,
      version: pkg.version,
      background: { scripts: [expect.any(String)], type: 'module' },
      browser_specific_settings: {
        gecko: { id: expect.stringContaining('@'), data_collection_permissions: { required: ['none'] } },
      },
    });
    expect(manifest).not.toHaveProperty('minimum_chrome_version');
    expect(manifest.background).not.toHaveProperty('service_worker');
  });

  const workerOf = (folder: string) => {
    const { service_worker: worker, scripts } = manifestOf(folder).background as {
      service_worker?: string;
      scripts?: string[];
    };
    return worker ?? scripts?.[0] ?? '';
  };
  const withoutList = (paths: readonly string[]) =>
    paths.filter((path) => !path.includes('public-suffix-list'));

  it.each([
    [CHROME, 'importScripts'],
    [FIREFOX, 'import()'],
  ])('%s: the worker evaluates nothing, and loads by %s alone', (folder, way) => {
    const loaded = loadedAtOnce(folder, workerOf(folder));
    expect(loaded.length).toBeGreaterThan(1);
    const found = loaded.flatMap((path) => liveCode(path, readFileSync(`${folder}/${path}`, 'utf8')));
    expect([...new Set(found)]).toEqual([way]);
  });

  it('for Chrome: what the worker loads later is a script of the package, and imported while it is installed', () => {
    const text = readFileSync(`${CHROME}/${workerOf(CHROME)}`, 'utf8');
    expect(text).toMatch(/addEventListener\([`'"]install[`'"]/);
    expect(text).toMatch(/[`'"]\/on-demand\.js[`'"]/);
    expect(liveCode('on-demand.js', readFileSync(`${CHROME}/on-demand.js`, 'utf8'))).toEqual([]);
    expect(text).not.toContain('missing-http-only');
    expect(readFileSync(`${CHROME}/on-demand.js`, 'utf8')).toContain('missing-http-only');
  });

  it.each([CHROME, FIREFOX])('%s: no script evaluates text, no page loads from elsewhere', (folder) => {
    const files = readdirSync(folder, { recursive: true }).map(String);
    for (const path of files.filter((each) => each.endsWith('.js'))) {
      const found = liveCode(path, readFileSync(`${folder}/${path}`, 'utf8'));
      const loads = path === 'worker.js' ? ['importScripts'] : ['import()'];
      expect(
        found.filter((what) => !loads.includes(what)),
        path,
      ).toEqual([]);
    }
    const pages = files.filter((each) => each.endsWith('.html'));
    expect(pages.length).toBeGreaterThanOrEqual(3);
    for (const path of pages) {
      const html = readFileSync(`${folder}/${path}`, 'utf8');
      for (const link of linksOf(html)) expect(link).not.toMatch(/^(?:[a-z]+:|\/\/)/i);
      expect(html).not.toMatch(/<script(?![^>]*\bsrc=)/);
    }
  });

  it.each([
    ['popup', 'src/popup/popup.html', 30],
    ['panel', 'src/panel/panel.html', 120],
    ['settings', 'src/settings/settings.html', 60],
    ['worker', '', 60],
  ])('%s loads at most its share', (_, entry, kib) => {
    for (const folder of [CHROME, FIREFOX]) {
      const loaded = loadedAtOnce(folder, entry === '' ? workerOf(folder) : entry);
      const bytes = gzipBytes(folder, withoutList(loaded));
      expect(bytes).toBeGreaterThan(1000);
      expect(bytes, loaded.join(' ')).toBeLessThanOrEqual(kib * 1024);
    }
  });

  it.each([CHROME, FIREFOX])(
    '%s: what is put into watched pages is small, needs nothing, and leaves no name',
    (folder) => {
      for (const name of ['page', 'companion']) {
        const path = `instrument/${name}.js`;
        const { program, module } = parse(path, readFileSync(`${folder}/${path}`, 'utf8'));
        expect(program.body.map(({ type }) => type)).toEqual(['ExpressionStatement']);
        expect([module.staticImports, module.dynamicImports]).toEqual([[], []]);
        expect(gzipBytes(folder, [path])).toBeLessThan(3 * 1024);
      }
    },
  );

  it.each(['panel', 'popup', 'settings'])(
    'the %s begins with few files: each is a question to the browser',
    (page) => {
      for (const folder of [CHROME, FIREFOX])
        expect(loadedAtOnce(folder, `src/${page}/${page}.html`).length).toBeLessThanOrEqual(16);
    },
  );

  it('keeps the public suffix list apart, and out of the popup', () => {
    for (const folder of [CHROME, FIREFOX]) {
      const inWorker = loadedAtOnce(folder, workerOf(folder));
      expect(withoutList(inWorker).length).toBe(inWorker.length - 1);
      const inPopup = loadedAtOnce(folder, 'src/popup/popup.html');
      expect(withoutList(inPopup)).toEqual(inPopup);
    }
  });
});

describe('liveCode', () => {
  it.each([
    ['eval("1")', ['eval']],
    ['new Function("a", "b")', ['Function']],
    ['Function("a")', ['Function']],
    ['import("./a.js")', ['import()']],
    ['importScripts("a.js")', ['importScripts']],
    ['const text = "eval(1) new Function() import(2)"; f(text)', []],
    ['a.eval(1); /eval(1)/.test(b)', []],
  ])('of %s', (text, expected) => {
    expect(liveCode('a.js', text)).toEqual(expected);
  });
});

describe('linksOf', () => {
  it('finds scripts and links, wherever their address stands', () => {
    const html =
      '<script type="module" src="/a.js"></script><link rel="stylesheet" href="b.css"><a href="c.html">';
    expect(linksOf(html)).toEqual(['/a.js', 'b.css']);
  });
});
