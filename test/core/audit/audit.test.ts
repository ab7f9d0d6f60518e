import { describe, expect, it } from 'vitest';
import { audit } from '../../../src/core/audit/audit.ts';
import type { Report, SiteReport } from '../../../src/core/audit/report.ts';
import { SEVERITIES } from '../../../src/core/audit/severity.ts';
import { createRecording } from '../../../src/core/recording/create.ts';
import type { Rule } from '../../../src/core/rules/define-rule.ts';
import { EXAMPLE_START, type ExampleEvent } from '../../../src/core/rules/example.ts';
import { rules } from '../../../src/core/rules/index.ts';
import { recordingOfEvents } from '../../helpers/recording.ts';

const ID = 'c3a9174e60bd52f8a17e9d04b6f2385c';
const NOW = EXAMPLE_START + 60_000;

function reportOf(...events: readonly ExampleEvent[]): Report {
  return audit(recordingOfEvents(...events), { now: NOW, source: 'browser' });
}

function siteOf(...events: readonly ExampleEvent[]): SiteReport {
  const [site] = reportOf(...events).sites;
  if (site === undefined) throw new Error('no site');
  return site;
}

const frame = {
  url: 'https://widget.example/frame',
  type: 'sub_frame',
  initiator: 'https://shop.example',
  setCookie: ['track=left; Secure; SameSite=None', `part=${ID}; Secure; SameSite=None; Partitioned`],
} as const;

describe('a report', () => {
  it('says what it is and when', () => {
    expect(reportOf()).toEqual({
      schema: 'crumbtrail/report@1',
      generatedAt: NOW,
      source: 'browser',
      sites: [],
    });
  });

  it('is plain JSON', () => {
    const report = reportOf(`sid=${ID}`, frame);
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  });

  it('of nothing has no sites', () => {
    expect(audit(createRecording(), { now: 1, source: 'har' }).sites).toEqual([]);
  });
});

describe('the sites of a report', () => {
  it('are one for each registrable domain of a page, https where it was seen', () => {
    const { sites } = reportOf(
      { url: 'http://www.shop.example/' },
      { url: 'https://pay.shop.example/' },
      { url: 'https://login.example/' },
      { url: 'http://localhost:3000/' },
    );
    expect(sites.map(({ site }) => site)).toEqual([
      'https://shop.example',
      'https://login.example',
      'http://localhost',
    ]);
  });

  it('do not count embedded sites: their cookies stand under the page’s, as third party', () => {
    const { sites } = reportOf(`sid=${ID}; Secure`, frame);
    expect(sites.map(({ site }) => site)).toEqual(['https://shop.example']);
    expect(sites[0]?.cookies.map(({ name, party, partitionKey }) => [name, party, partitionKey])).toEqual([
      ['sid', 'first', null],
      ['track', 'third', null],
      ['part', 'third', 'https://shop.example'],
    ]);
    expect(sites[0]?.setCookies.map(({ name }) => name)).toEqual(['sid', 'track', 'part']);
  });

  it('leave out the browser’s own pages', () => {
    const fact = {
      kind: 'navigation',
      at: EXAMPLE_START,
      frameId: 0,
      parentFrameId: -1,
      url: 'about:blank',
    } as const;
    expect(reportOf({ fact }).sites).toEqual([]);
  });
});

describe('the cookies of a report', () => {
  it('have the contract’s fields', () => {
    expect(siteOf(`sid=${ID}; Secure; HttpOnly; SameSite=Lax; Path=/a; Domain=shop.example`).cookies).toEqual(
      [
        {
          name: 'sid',
          domain: 'shop.example',
          hostOnly: false,
          path: '/a',
          role: 'session',
          party: 'first',
          secure: true,
          httpOnly: true,
          sameSite: 'lax',
          expires: null,
          size: 35,
          partitionKey: null,
        },
      ],
    );
  });

  it('tell a host-only one from one for the domain, although both have the same name', () => {
    const { cookies, findings } = siteOf(
      `sid=${ID}; Secure; HttpOnly`,
      `sid=${ID}; Secure; HttpOnly; Domain=shop.example`,
    );
    expect(cookies.map(({ hostOnly }) => hostOnly)).toEqual([true, false]);
    expect(findings.filter(({ rule }) => rule === 'broad-domain')).toHaveLength(1);
    expect(findings.filter(({ rule }) => rule === 'missing-same-site')).toHaveLength(2);
  });

  it('keep one that is gone, and say so', () => {
    const { cookies, setCookies } = siteOf(`sid=${ID}; Secure`, 'sid=; Max-Age=0; Secure');
    expect(cookies).toMatchObject([{ name: 'sid', role: 'session', present: false }]);
    expect(setCookies.map(({ stored, expired }) => [stored, expired])).toEqual([
      [true, false],
      [true, true],
    ]);
  });

  it('leave out one that was only refused; its line says why', () => {
    const { cookies, setCookies } = siteOf('x=1; Domain=other.example', 'bad\u0001');
    expect(cookies).toEqual([]);
    expect(setCookies).toMatchObject([
      {
        name: 'x',
        stored: false,
        expired: false,
        reasons: ['InvalidDomain'],
        confirmed: null,
        url: 'https://shop.example/',
      },
      { name: '', stored: false, reasons: ['DisallowedCharacter'] },
    ]);
  });
});

describe('findings', () => {
  it('come worst first, and what concerns the login before the rest', () => {
    const { findings } = siteOf(
      'mail=ann%40example.com; Secure; HttpOnly; SameSite=Lax',
      `sid=${ID}; Domain=shop.example`,
    );
    const ranks = findings.map(({ severity }) => SEVERITIES.indexOf(severity));
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    expect(findings[0]).toMatchObject({ rule: 'missing-http-only', cookie: { name: 'sid' } });
  });

  it('have the contract’s fields', () => {
    const [finding] = siteOf(`sid=${ID}; Secure; SameSite=Lax`).findings;
    expect(finding).toMatchObject({
      rule: 'missing-http-only',
      severity: 'high',
      confidence: 'certain',
      message: '`sid` can be read by script. Add `HttpOnly`.',
      cookie: { name: 'sid', domain: 'shop.example', path: '/', partitionKey: null },
      url: 'https://shop.example/',
      cwe: [1004],
    });
  });

  it.each([
    ['PHPSESSID', ID, 'certain'],
    ['sid', 'word', 'firm'],
    ['qz', `${ID}; HttpOnly`, 'firm'],
    ['qz', `${ID}; HttpOnly; Max-Age=86400; Domain=shop.example`, 'tentative'],
  ])('are no surer than that %s=%s is a session: %s', (name, rest, confidence) => {
    const { findings } = siteOf(`${name}=${rest}`);
    expect(findings.find(({ rule }) => rule === 'missing-same-site')).toMatchObject({
      severity: 'medium',
      confidence,
    });
  });

  it('of a rule that breaks become a note, and the others stay', () => {
    const [first] = rules;
    if (first === undefined) throw new Error('no rules');
    const broken: Rule = {
      ...first,
      id: 'broken',
      check() {
        throw new TypeError(`not for the report: ${ID}`);
      },
    };
    const { sites } = audit(recordingOfEvents(`sid=${ID}; Secure`), {
      now: NOW,
      source: 'browser',
      rules: [broken, ...rules],
    });
    expect(sites[0]?.failed).toEqual([{ rule: 'broken', error: 'TypeError' }]);
    expect(sites[0]?.findings.map(({ rule }) => rule)).toContain('missing-http-only');
  });

  it('of an embedded site’s session cookie do not cap this site’s score', () => {
    const own = `__Host-sid=${ID}; Secure; HttpOnly; SameSite=Lax; Path=/`;
    const { findings, score } = siteOf(own, {
      ...frame,
      setCookie: [`PHPSESSID=${ID}; Secure; SameSite=None`],
    });
    expect(findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect(score).toBe(105);
  });
});

describe('the score of a site', () => {
  it.each<[string, ExampleEvent[], number | null, string]>([
    ['a sound session', [`__Host-sid=${ID}; Secure; HttpOnly; SameSite=Lax; Path=/`], 105, 'A+'],
    ['no session at all', ['theme=dark; Secure; SameSite=Lax'], null, '–'],
    ['a CSRF cookie is no session', [`csrftoken=${ID}`], null, '–'],
    ['a session that script can read', [`sid=${ID}; Secure; SameSite=Lax`], 64, 'C+'],
    [
      'a sound session that logout cleared keeps its bonus',
      [`__Host-sid=${ID}; Secure; HttpOnly; SameSite=Lax; Path=/`, '__Host-sid=; Secure; Path=/; Max-Age=0'],
      105,
      'A+',
    ],
  ])('%s', (_, events, score, grade) => {
    expect(siteOf(...events)).toMatchObject({ score, grade });
  });
});

describe('coverage', () => {
  function observed(...events: readonly ExampleEvent[]): readonly string[] {
    const { coverage } = siteOf(...events);
    expect(coverage).toHaveLength(7);
    for (const { state, hint } of coverage) expect(hint === undefined).toBe(state === 'observed');
    return coverage.filter(({ state }) => state === 'observed').map(({ check }) => check);
  }

  it.each<[string, ExampleEvent[], string[]]>([
    ['nothing', [{}], []],
    ['a cookie', ['theme=dark'], ['cookies']],
    ['a Cookie header alone', [{ cookie: 'a=1' }], ['cookies']],
    ['a session that is set', [`sid=${ID}`], ['cookies', 'lifetime']],
    ['plain HTTP', [{ url: 'http://shop.example/' }], ['transport']],
    ['plain HTTP on loopback', [{ url: 'http://localhost/' }], []],
  ])('%s', (_, events, checks) => {
    expect(observed(...events)).toEqual(checks);
  });

  it('names the right export where a HAR holds no cookies', () => {
    const { sites } = audit(recordingOfEvents({}), { now: NOW, source: 'har' });
    expect(sites[0]?.coverage[0]).toMatchObject({ check: 'cookies', state: 'not-observed' });
    expect(sites[0]?.coverage[0]?.hint).toContain('with sensitive data');
  });
});
