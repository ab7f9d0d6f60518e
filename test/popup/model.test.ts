import { describe, expect, it } from 'vitest';
import type { Finding, Report, Severity, SiteReport } from '../../src/core/audit/report.ts';
import { countsOf, lastLogin, moodOf, stateOfAnswer, stateOfTab } from '../../src/popup/model.ts';
import { piecesOf } from '../../src/ui/code-text.tsx';

const site = (name: string): SiteReport => ({
  site: name,
  score: 62,
  grade: 'C+',
  explanation: [],
  coverage: [],
  findings: [],
  sessions: [],
  cookies: [],
  setCookies: [],
});

const report = (...sites: readonly string[]): Report => ({
  schema: 'crumbtrail/report@1',
  generatedAt: 1,
  source: 'browser',
  sites: sites.map(site),
});

const finding = (severity: Severity): Finding => ({
  rule: 'r',
  severity,
  confidence: 'certain',
  message: 'm',
  evidence: [],
  fix: 'f',
  references: [],
  cwe: [],
});

describe('what the tab alone tells', () => {
  it.each([
    ['no tab', null, { kind: 'browser-page' }],
    [
      'a page of the browser',
      { tabId: 1, url: 'chrome://settings/', access: true },
      { kind: 'browser-page' },
    ],
    [
      'a page whose URL is kept from us',
      { tabId: 1, url: undefined, access: true },
      { kind: 'browser-page' },
    ],
    [
      'no URL because there is no access',
      { tabId: 1, url: undefined, access: false },
      { kind: 'no-access', host: '' },
    ],
    [
      'a site without access',
      { tabId: 1, url: 'https://shop.example:8443/a', access: false },
      { kind: 'no-access', host: 'shop.example:8443' },
    ],
    [
      'a site with access is the worker’s to tell',
      { tabId: 1, url: 'https://shop.example/', access: true },
      null,
    ],
  ])('%s', (_, tab, state) => {
    expect(stateOfTab(tab)).toEqual(state);
  });
});

describe('what the worker’s answer tells', () => {
  const url = 'https://www.shop.example/account';

  it.each([
    ['its own site', url, ['https://other.example', 'https://shop.example'], 'https://shop.example'],
    ['a site that only ends alike is none', 'https://myshop.example/', ['https://shop.example'], null],
    [
      'a host without a registrable domain',
      'http://localhost:3000/',
      ['http://localhost'],
      'http://localhost',
    ],
  ])('%s', (_, page, sites, expected) => {
    const state = stateOfAnswer(report(...sites), page);
    expect(state.kind === 'report' ? state.site.site : null).toBe(expected);
  });

  it.each([
    ['no recording', null, 'empty'],
    ['no site', report(), 'empty'],
    ['an error', { error: 'x' }, 'error'],
    ['nothing', undefined, 'error'],
    ['a text', 'report', 'error'],
    ['sites that are no list', { sites: 'x' }, 'error'],
  ])('%s', (_, answer, kind) => {
    expect(stateOfAnswer(answer, url).kind).toBe(kind);
  });
});

it('counts by severity, the worst first, and leaves out what there is none of', () => {
  const findings = (['info', 'high', 'info', 'critical'] as const).map(finding);
  expect(countsOf(findings)).toEqual([
    { severity: 'critical', count: 1 },
    { severity: 'high', count: 1 },
    { severity: 'info', count: 2 },
  ]);
});

it.each([
  ['A+', 'good'],
  ['B-', 'good'],
  ['C', 'fair'],
  ['D-', 'bad'],
  ['F', 'bad'],
  ['–', 'none'],
])('grade %s is %s', (grade, mood) => {
  expect(moodOf(grade)).toBe(mood);
});

it.each([
  ['`sid` can be read.', ['', 'sid', ' can be read.']],
  ['no code', ['no code']],
  ['an odd ` stays', ['an odd ` stays']],
])('%s in pieces', (text, pieces) => {
  expect(piecesOf(text)).toEqual(pieces);
});

describe('the last login', () => {
  type Event = SiteReport['sessions'][number]['events'][number];
  const login = (verdict: NonNullable<Event['verdict']>, at = 1): Event => ({ kind: 'login', at, verdict });
  const siteWith = (...sessions: readonly (readonly Event[])[]) =>
    ({ sessions: sessions.map((events) => ({ events })) }) as unknown as SiteReport;

  it.each([
    ['no login', siteWith([{ kind: 'rotation', at: 1 }]), null],
    ['one', siteWith([login('rotated')]), 'rotated'],
    ['the newest of two', siteWith([login('kept', 1), login('rotated', 2)]), 'rotated'],
    ['rotated and issued', siteWith([login('issued')], [login('rotated')]), 'rotated'],
    ['rotated and kept', siteWith([login('kept')], [login('rotated')]), 'rotated'],
    ['kept and issued', siteWith([login('kept')], [login('issued')]), 'added'],
    ['failed', siteWith([login('failed')]), 'failed'],
  ])('%s', (_, site, verdict) => {
    expect(lastLogin(site)?.verdict ?? null).toBe(verdict);
  });
});
