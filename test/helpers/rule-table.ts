/** What one rule says of a short recording, for the rules' table tests. */
import { audit } from '../../src/core/audit/audit.ts';
import type { Finding } from '../../src/core/audit/report.ts';
import { EXAMPLE_START, type Example, type ExampleEvent, factsOf } from '../../src/core/rules/example.ts';
import { rules } from '../../src/core/rules/index.ts';
import { recordingOf } from './recording.ts';

export const ID = '31d4d96e407aad42a7c1';
export const OTHER_ID = '9f02b6c1d4e87a35c0b4';
export const SOUND = 'HttpOnly; Secure; SameSite=Lax';

export function findingsOf(
  rule: string,
  events: readonly ExampleEvent[],
  browser: Example['browser'] = 'chromium',
): readonly Finding[] {
  const recording = recordingOf(factsOf({ name: '', events, browser }));
  const report = audit(recording, { now: EXAMPLE_START + 60_000, source: 'browser' });
  const failed = report.sites.flatMap((site) => site.failed ?? []);
  if (failed.length > 0) throw new Error(`rules failed: ${failed.map((each) => each.rule).join(', ')}`);
  return report.sites.flatMap(({ findings }) => findings.filter((finding) => finding.rule === rule));
}

/** `high certain` for each finding, in the report's order. */
export function verdictsOf(
  rule: string,
  events: readonly ExampleEvent[],
  browser?: Example['browser'],
): readonly string[] {
  return findingsOf(rule, events, browser).map(({ severity, confidence }) => `${severity} ${confidence}`);
}

/** A page of `https://HOST/` whose response sets these lines. */
export function page(host: string, ...setCookie: readonly string[]): ExampleEvent {
  return { url: `https://${host}/`, setCookie };
}

/** A frame of another site in the page `https://shop.example/`. */
export function embedded(...setCookie: readonly string[]): ExampleEvent {
  return {
    url: 'https://widget.example/frame',
    type: 'sub_frame',
    initiator: 'https://shop.example',
    setCookie,
  };
}

/** A page of the site that was asked for with these cookies. */
export function asked(path: string, cookie: string): ExampleEvent {
  return { url: `https://shop.example${path}`, cookie };
}

/** Requests to nowhere in particular, a second each. */
export function wait(seconds: number): readonly ExampleEvent[] {
  return Array.from({ length: seconds }, () => ({
    url: 'https://cdn.example/a.png',
    type: 'image' as const,
  }));
}

const COOKIE_RULES = new Set([
  'attribute-drift',
  'broad-domain',
  'broad-path',
  'broken-prefix',
  'clamped-lifetime',
  'conflicting-set-cookie',
  'cookie-header-overhead',
  'cookie-tossing',
  'duplicate-cookie',
  'expired-on-arrival',
  'ineffective-deletion',
  'invalid-same-site',
  'long-lived-session',
  'misplaced-state',
  'missing-http-only',
  'missing-prefix',
  'missing-same-site',
  'missing-secure',
  'opaque-attribute',
  'oversized-cookie',
  'rejected-cookie',
  'same-site-none',
  'same-site-none-insecure',
  'sensitive-value',
  'third-party-cookie',
  'too-many-cookies',
  'unread-flash',
]);
/** Rules on cookies as written, stored and read; those on flows, values and responses have tests of their own. */
export const cookieRules = rules.filter(({ id }) => COOKIE_RULES.has(id));
if (cookieRules.length !== COOKIE_RULES.size) throw new Error('a rule is missing');
