/**
 * Whether a policy stops injected markup from running script, as the library csp_evaluator judges it. Of its checks those that
 * need no tables: which hosts are known for JSONP or old AngularJS is more than an extension's worker can carry.
 */
import {
  checkMissingBaseUriDirective,
  checkMissingScriptSrcDirective,
  checkPlainUrlSchemes,
  checkScriptUnsafeInline,
  checkWildcards,
} from 'csp_evaluator/dist/checks/security_checks.js';
import { type Csp, Directive, Version } from 'csp_evaluator/dist/csp.js';
import { Severity } from 'csp_evaluator/dist/finding.js';
import { CspParser } from 'csp_evaluator/dist/parser.js';

/** What lets script in: its directive and value. */
export interface Way {
  readonly way: 'inline' | 'anywhere' | 'data' | 'base';
  /** `script-src 'unsafe-inline'`: of the specification's own words only. */
  readonly shown: string;
}

/** Ways that every policy leaves open; null: none of them says anything about script. */
export function openWays(policies: readonly string[]): readonly Way[] | null {
  const all = policies.map((policy) => new CspParser(policy).csp.getEffectiveCsp(Version.CSP3));
  const limiting = all.filter((csp) => checkMissingScriptSrcDirective(csp).length === 0);
  const [first, ...others] = limiting.map(waysOf);
  if (first === undefined) return null;
  const hasBase = all.some(({ directives }) => Directive.BASE_URI in directives);
  return first.filter(
    ({ way }) =>
      !(way === 'base' && hasBase) && others.every((open) => open.some((other) => other.way === way)),
  );
}

function waysOf(csp: Csp): readonly Way[] {
  const ofScript = csp.getEffectiveDirectives([Directive.SCRIPT_SRC_ELEM, Directive.SCRIPT_SRC_ATTR]);
  const ways: Way[] = [];
  for (const check of [checkScriptUnsafeInline, checkWildcards, checkPlainUrlSchemes]) {
    for (const { severity, directive, value = '' } of check(csp)) {
      if (severity !== Severity.HIGH || !ofScript.includes(directive as Directive)) continue;
      const way = wayOf(value);
      ways.push({ way, shown: `${directive} ${SHOWN.test(value) ? value : '*'}` });
    }
  }
  if (checkMissingBaseUriDirective(csp).length > 0) ways.push({ way: 'base', shown: 'no base-uri' });
  return ways;
}

/** A wildcard may have any scheme's name before it. */
const SHOWN = /^(?:'unsafe-inline'|data:|https?:|https?:\/\/\*|\*)$/;

function wayOf(value: string): Way['way'] {
  if (value === "'unsafe-inline'") return 'inline';
  return value === 'data:' ? 'data' : 'anywhere';
}
