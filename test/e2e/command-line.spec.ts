/** As in CI: Playwright records a login, the built command line judges the file. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { chromium as playwright } from 'playwright';
import { findChromium } from '../../scripts/browser.ts';
import * as flows from '../sites/flows.ts';
import { DEMO_PASSWORD } from '../sites/users.ts';
import { expect, test } from './harness.ts';

const CLI = resolve(import.meta.dirname, '../../dist/cli/crumbtrail.js');
const FORMATS = ['text', 'json', 'markdown', 'html', 'sarif', 'junit'] as const;

function crumbtrail(...words: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...words], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

for (const kind of ['flawed', 'sound'] as const) {
  test(`a recorded login of the ${kind} site is judged on the command line`, async ({ sites }, info) => {
    const executablePath = findChromium();
    if (executablePath === null) throw new Error('no Chromium');
    const har = info.outputPath('login.har');
    const browser = await playwright.launch({
      executablePath,
      args: ['--no-sandbox', '--host-resolver-rules=MAP *.test 127.0.0.1'],
    });
    const context = await browser.newContext({
      recordHar: { path: har, mode: 'full' },
      ignoreHTTPSErrors: true,
    });
    const page = await context.newPage();
    const origin = sites[kind].https;
    await flows.visitHome(page, origin);
    await flows.login(page, origin);
    await flows.useAccount(page, origin);
    await flows.logout(page, origin);
    await page.goto(`${origin}/account`);
    await context.close();

    const audited = crumbtrail('audit', har, '--format', 'json');
    expect(audited.stderr).toBe('');
    const site = JSON.parse(audited.stdout).sites.find((each: { site: string }) =>
      each.site.endsWith(`//${kind}.test`),
    );
    const events = site.sessions.flatMap((session: { events: { kind: string; verdict?: string }[] }) =>
      session.events.map((event) => `${event.kind} ${event.verdict}`),
    );
    const rules: string[] = site.findings.map((finding: { rule: string }) => finding.rule);
    if (kind === 'flawed') {
      expect(audited.status).toBe(1);
      expect(events).toEqual(expect.arrayContaining(['login kept', 'logout not-cleared']));
      expect(rules).toEqual(
        expect.arrayContaining(['session-fixation', 'session-not-cleared', 'missing-http-only']),
      );
    } else {
      expect(rules).not.toContain('session-fixation');
      expect(events).toEqual(expect.arrayContaining(['logout cleared']));
      expect(events.some((event: string) => /^login (rotated|issued)$/.test(event))).toBe(true);
      expect(audited.status).toBe(0);
    }

    // In no format a value of a cookie.
    // The password is the product's own name here, and stands in every report for that.
    const secrets = secretsOf(readFileSync(har, 'utf8')).filter((value) => value !== DEMO_PASSWORD);
    expect(secrets.length).toBeGreaterThanOrEqual(2);
    const pictures = resolve('test-output', 'reports');
    mkdirSync(pictures, { recursive: true });
    const sheet = await browser.newPage();
    for (const format of FORMATS) {
      const file = resolve(pictures, `${kind}.${format}`);
      expect(
        crumbtrail('audit', har, '--format', format, '--output', file, '--fail-on', 'never').status,
      ).toBe(0);
      const text = readFileSync(file, 'utf8');
      expect(
        secrets.filter((secret) => text.includes(secret)).map((secret) => secret.slice(0, 40)),
        format,
      ).toEqual([]);
      if (format === 'junit') expect(await sheet.evaluate(parseErrors, text)).toBe(0);
      if (format !== 'html') continue;
      for (const colorScheme of ['light', 'dark'] as const) {
        await sheet.emulateMedia({ colorScheme });
        await sheet.setContent(text);
        expect(await sheet.locator('script').count()).toBe(0);
        expect(await sheet.locator('svg').count()).toBeGreaterThan(0);
        await sheet.screenshot({ path: resolve(pictures, `${kind}-${colorScheme}.png`), fullPage: true });
      }
    }
    await browser.close();
  });
}

function parseErrors(xml: string): number {
  return new DOMParser().parseFromString(xml, 'application/xml').getElementsByTagName('parsererror').length;
}

/** Values of the file's cookies that are long enough to be secrets. */
function secretsOf(har: string): string[] {
  const { log } = JSON.parse(har) as {
    log: {
      entries: { response: { cookies: { value: string }[] }; request: { cookies: { value: string }[] } }[];
    };
  };
  const values = log.entries.flatMap(({ request, response }) =>
    [...request.cookies, ...response.cookies].map(({ value }) => value),
  );
  return [...new Set(values)].filter((value) => value.length >= 12);
}
