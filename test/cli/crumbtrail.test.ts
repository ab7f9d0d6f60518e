import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import pkg from '../../package.json' with { type: 'json' };
import { type Exchange, harLog } from '../helpers/har-log.ts';
import { CLI, isBuilt, runCli } from './run-cli.ts';

const SECRET = '8f14e45fceea167a5a36dedd4bea2543';
const SOUND = '__Host-id=6b86b273ff34fce19d6b804eff5a3f57; Path=/; Secure; HttpOnly; SameSite=Lax';
const VISIT: Exchange = { url: 'https://shop.example/', setCookie: [`sid=${SECRET}; Path=/`] };
const FLAWED: readonly Exchange[] = [
  VISIT,
  {
    url: 'https://shop.example/login',
    method: 'POST',
    status: 302,
    location: '/account',
    cookie: `sid=${SECRET}`,
    body: 'user=jo&password=hunter2hunter2',
    requestHeaders: { 'content-type': 'application/x-www-form-urlencoded' },
  },
  { url: 'https://shop.example/account', cookie: `sid=${SECRET}` },
];
const CLEAN: readonly Exchange[] = [{ url: 'https://sound.example/', setCookie: [SOUND] }];
const har = (exchanges: readonly Exchange[]) => JSON.stringify(harLog('playwright', exchanges));

describe.skipIf(!isBuilt)('crumbtrail', { timeout: 60_000 }, () => {
  let folder = '';
  const at = (name: string) => join(folder, name);
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'crumbtrail-cli-'));
    writeFileSync(at('flawed.har'), har(FLAWED));
    writeFileSync(at('clean.har'), har(CLEAN));
    writeFileSync(at('bom.har'), `\uFEFF${har(CLEAN)}`);
    writeFileSync(at('empty.har'), har([]));
    writeFileSync(at('none.har'), '{"no": "har"}');
    writeFileSync(at('cut.har'), har(CLEAN).slice(0, 300));
    writeFileSync(at('sanitised.har'), JSON.stringify(harLog('chrome-sanitised', CLEAN)));
    const damaged = harLog('playwright', CLEAN);
    (damaged.log.entries as unknown[]).push({ startedDateTime: 7 }, null);
    writeFileSync(at('damaged.har'), JSON.stringify(damaged));
    writeFileSync(at('tokens.txt'), Array.from({ length: 30 }, (_, i) => `user-${1000 + i}`).join('\r\n'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each([
    ['a high finding', ['flawed.har'], 1],
    ['nothing as bad as --fail-on', ['flawed.har', '--fail-on', 'critical'], 0],
    ['--fail-on never', ['flawed.har', '--fail-on', 'never'], 0],
    ['nothing found', ['clean.har'], 0],
    ['a byte-order mark', ['bom.har'], 0],
    ['damaged entries among good ones', ['damaged.har'], 0],
    ['one bad file among several', ['clean.har', 'flawed.har'], 1],
    ['no file named', [], 2],
    ['a file that is not there', ['nothing.har'], 2],
    ['no HAR', ['none.har'], 2],
    ['a file that ends too early', ['cut.har'], 2],
    ['a file without entries: silence is not safety', ['empty.har'], 2],
    ['one unreadable among several', ['clean.har', 'nothing.har'], 2],
    ['an unknown option', ['clean.har', '--fast'], 2],
    ['an unknown format', ['clean.har', '--format', 'pdf'], 2],
    ['an unknown severity', ['clean.har', '--fail-on', 'bad'], 2],
    ['an output that cannot be written', ['clean.har', '--output', 'no/such/folder/out'], 2],
    ['a folder', ['.'], 2],
  ])('audit ends well or badly: %s', async (_, words, code) => {
    const run = await runCli(['audit', ...words], '', CLI, folder);
    expect(run.code).toBe(code);
    if (code === 2) expect(run.err).toMatch(/^crumbtrail: [^\n]+\n$/);
    else expect(run.out).not.toBe('');
  });

  it('tells what was found, where, and how to mend it', async () => {
    const { out, err } = await runCli(['audit', at('flawed.har')]);
    expect(out).toContain('https://shop.example');
    expect(out).toContain('session-fixation');
    expect(out).toContain('POST https://shop.example/login');
    expect(out).toContain('Fix: ');
    expect(out).toMatch(/based on \d of 7 checks/);
    expect(err).toBe('');
    expect(out).not.toContain('\u001B');
  });

  it('reads standard input, and writes a file', async () => {
    const run = await runCli(['audit', '-', '--format', 'json', '-o', at('out.json')], har(FLAWED));
    expect(run).toEqual({ code: 1, out: '', err: '' });
    const report = JSON.parse(readFileSync(at('out.json'), 'utf8'));
    expect(report).toMatchObject({ schema: 'crumbtrail/report@1', source: 'har' });
    expect(report.sites[0].site).toBe('https://shop.example');
  });

  it('counts and names damaged entries', async () => {
    const { err } = await runCli(['audit', at('damaged.har')]);
    expect(err).toMatch(/2 damaged entries were skipped \(the first is number 2: /);
  });

  it('says that an export without cookies shows nothing', async () => {
    const { out, err } = await runCli(['audit', at('sanitised.har')]);
    expect(err).toContain('with sensitive data');
    expect(out).toContain('nothing to score');
  });

  it.each(['text', 'json', 'markdown', 'html', 'sarif', 'junit'])(
    '%s holds no value unless asked',
    async (format) => {
      const { out } = await runCli(['audit', at('flawed.har'), '--format', format]);
      expect(out).not.toContain(SECRET);
      expect(out).not.toContain('hunter2');
      expect(out).toContain('session-fixation');
    },
  );

  it('shows values where asked', async () => {
    const { out } = await runCli(['audit', at('flawed.har'), '--format', 'json', '--show-values']);
    expect(out).toContain(SECRET);
  });

  it('keeps several files apart', async () => {
    const { out } = await runCli(['audit', at('clean.har'), at('flawed.har'), '--format', 'json']);
    const sites: { site: string; file: string }[] = JSON.parse(out).sites;
    expect(sites.map(({ site }) => site)).toEqual(['https://sound.example', 'https://shop.example']);
    expect(sites.map(({ file }) => file)).toEqual([at('clean.har'), at('flawed.har')]);
  });

  it.each([
    [
      ['a=1; Domain=api.example', '--url', 'https://shop.test/'],
      ['Rejected', 'InvalidDomain: Domain=api.example does not cover shop.test', 'Drop Domain'],
    ],
    [
      ['__Host-a=1; Secure; Path=/x', '--url', 'https://shop.test/'],
      ['__Host- needs Secure, Path=/ and no Domain'],
    ],
    [
      ['Set-Cookie: a=1; Max-Age=3600', '--url', 'https://shop.test/x/y', '--browser', 'firefox'],
      ['Stored', 'shop.test alone, path /x', 'Max-Age    3600 s (1 hour)'],
    ],
    [
      ['a=1', '--url', 'https://shop.test/', '--top-level-site', 'https://other.test/'],
      ['SameSiteUnspecifiedTreatedAsLax'],
    ],
    [['a=; Max-Age=0', '--url', 'https://shop.test/'], ['Accepted as a deletion']],
  ])('explain %j', async (words, expected) => {
    const { code, out, err } = await runCli(['explain', ...words]);
    expect([code, err]).toEqual([0, '']);
    for (const text of expected) expect(out).toContain(text);
  });

  it.each([
    [[]],
    [['a=1']],
    [['a=1', '--url', 'nowhere']],
    [['a=1', 'b=2', '--url', 'https://shop.test/']],
    [['a=1', '--url', 'https://shop.test/', '--browser', 'lynx']],
  ])('explain %j is not understood', async (words) => {
    const { code, err } = await runCli(['explain', ...words]);
    expect(code).toBe(2);
    expect(err).toMatch(/^crumbtrail: [^\n]+ See crumbtrail explain --help\.\n$/);
  });

  it('tokens are judged and never printed', async () => {
    const { code, out } = await runCli(['tokens', at('tokens.txt')]);
    expect(code).toBe(0);
    expect(out).toContain('30 tokens');
    expect(out).not.toContain('user-10');
  });

  it.each([[['tokens']], [['tokens', 'a', 'b']], [['tokens', '/no/such/file']]])(
    '%j is not understood',
    async (words) => {
      expect((await runCli(words)).code).toBe(2);
    },
  );

  it('teaches', async () => {
    const all = await Promise.all(['audit', 'explain', 'tokens'].map((word) => runCli([word, '--help'])));
    for (const { code, out } of all) expect([code, out.includes('Example')]).toEqual([0, true]);
    expect((await runCli(['--version'])).out).toBe(`${pkg.version}\n`);
    expect((await runCli([])).code).toBe(2);
    const unknown = await runCli(['toString']);
    expect([unknown.code, unknown.err]).toEqual([2, expect.stringContaining('There is no command')]);
  });

  it('works after npm pack and install in an empty folder', () => {
    const npm = (words: string[], cwd: string) =>
      execFileSync('npm', [...words, '--no-audit', '--no-fund', '--offline', '--ignore-scripts'], {
        cwd,
        encoding: 'utf8',
        shell: process.platform === 'win32',
        stdio: ['ignore', 'pipe', 'ignore'],
      });
    const empty = at('empty');
    mkdirSync(empty);
    npm(['pack', '--pack-destination', folder], process.cwd());
    const packed = readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? '';
    npm(['install', at(packed)], empty);
    const said = execFileSync(join(empty, 'node_modules/.bin/crumbtrail'), ['--version'], {
      encoding: 'utf8',
    });
    expect(said).toBe(`${pkg.version}\n`);
    const library = `import('crumbtrail').then((core) => console.log(core.parseSetCookie('a=1').ok))`;
    expect(execFileSync(process.execPath, ['-e', library], { cwd: empty, encoding: 'utf8' })).toBe('true\n');
  });
});
