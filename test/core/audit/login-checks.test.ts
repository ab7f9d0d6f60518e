import { describe, expect, it } from 'vitest';
import { loginChecks } from '../../../src/core/audit/login-checks.ts';
import type { Finding, LoginCheckId, SessionEvent, SiteReport } from '../../../src/core/audit/report.ts';

const REF = { name: 'sid', domain: 'shop.example', path: '/', partitionKey: null };
const finding = (rule: string, over: Partial<Finding> = {}): Finding => ({
  rule,
  severity: 'high',
  confidence: 'certain',
  message: `${rule} it is`,
  cookie: REF,
  evidence: ['POST /login'],
  fix: '',
  references: [],
  cwe: [],
  ...over,
});
const event = (kind: SessionEvent['kind'], verdict: NonNullable<SessionEvent['verdict']>): SessionEvent => ({
  kind,
  verdict,
  at: 1,
});

function siteWith(
  findings: readonly Finding[],
  events: readonly SessionEvent[],
  observed: readonly string[] = [],
): SiteReport {
  return {
    site: 'https://shop.example',
    score: 1,
    grade: 'F',
    explanation: [],
    coverage: observed.map((check) => ({ check, state: 'observed' })) as SiteReport['coverage'],
    findings,
    sessions: [
      {
        cookie: REF,
        members: ['sid.sig'],
        role: 'session',
        likelihood: 1,
        signals: [],
        lifetime: { kind: 'fixed', expiry: 'fixed', seconds: 1 },
        ids: [],
        events,
      },
    ],
    cookies: [],
    setCookies: [],
  };
}
const stateOf = (site: SiteReport, id: LoginCheckId) =>
  loginChecks(site).find((check) => check.id === id)?.state;

describe('the checks of a login flow', () => {
  it('are all not observed where nothing was', () => {
    expect(new Set(loginChecks(siteWith([], [])).map(({ state }) => state))).toEqual(
      new Set(['not-observed']),
    );
  });

  it.each<readonly [LoginCheckId, SiteReport, string]>([
    ['rotation', siteWith([], [event('login', 'rotated')]), 'passed'],
    ['rotation', siteWith([], [event('login', 'issued')]), 'passed'],
    ['rotation', siteWith([], [event('login', 'rolling')]), 'not-observed'],
    ['rotation', siteWith([], [event('login', 'failed')]), 'not-observed'],
    ['rotation', siteWith([finding('session-fixation')], [event('login', 'kept')]), 'failed'],
    ['rotation', siteWith([finding('partial-rotation')], [event('login', 'added')]), 'failed'],
    ['flags-kept', siteWith([], [event('login', 'rotated')]), 'passed'],
    ['flags-kept', siteWith([finding('weaker-after-login')], [event('login', 'rotated')]), 'failed'],
    [
      'flags-kept',
      siteWith(
        [finding('missing-secure', { cookie: { ...REF, name: 'theme' } })],
        [event('login', 'rotated')],
      ),
      'passed',
    ],
    [
      'flags-kept',
      siteWith([finding('missing-http-only', { cookie: { ...REF, name: 'sid.sig' } })], []),
      'failed',
    ],
    ['cleared-at-logout', siteWith([], [event('logout', 'cleared')]), 'passed'],
    [
      'cleared-at-logout',
      siteWith([finding('session-not-cleared')], [event('logout', 'not-cleared')]),
      'failed',
    ],
    ['dead-on-server', siteWith([], [event('logout', 'dead-after-logout')]), 'passed'],
    ['dead-on-server', siteWith([], [event('logout', 'cleared')]), 'not-observed'],
    ['dead-on-server', siteWith([finding('session-alive-after-logout')], []), 'failed'],
    ['lifetime', siteWith([], [], ['lifetime']), 'passed'],
    ['lifetime', siteWith([finding('long-lived-session', { severity: 'low' })], []), 'failed'],
    ['csrf-token', siteWith([], [], ['csrf']), 'passed'],
    ['csrf-token', siteWith([finding('missing-csrf-token', { severity: 'info' })], [], ['csrf']), 'passed'],
    ['csrf-token', siteWith([finding('missing-csrf-token', { severity: 'medium' })], [], ['csrf']), 'failed'],
    ['no-store', siteWith([], [event('login', 'kept')]), 'passed'],
    ['no-store', siteWith([finding('cacheable-private-page')], [event('login', 'kept')]), 'failed'],
    ['transport', siteWith([], [], ['transport']), 'passed'],
    ['transport', siteWith([finding('login-over-http')], []), 'failed'],
  ])('%s, case %#', (id, site, state) => {
    expect(stateOf(site, id)).toBe(state);
  });

  it('say which rule failed them, and what shows it', () => {
    const [rotation] = loginChecks(siteWith([finding('session-fixation')], []));
    expect(rotation).toMatchObject({
      rules: ['session-fixation'],
      evidence: ['session-fixation it is', 'POST /login'],
    });
  });
});
