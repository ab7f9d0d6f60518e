/** A recording into a report. Its verdicts are the only ones: panel, popup, badge and command line show them. */
import { utf8Length } from '../cookie/octets.ts';
import type { Recording, SetCookieEntry, Site } from '../recording/recording.ts';
import type { Rule } from '../rules/define-rule.ts';
import { rules as allRules } from '../rules/index.ts';
import { sessionsOf } from '../session/sessions.ts';
import { buildSubjects, type PersonsWord } from './build-subject.ts';
import { coverageOf } from './coverage.ts';
import { isExpired, nameOf, refusals, wasTaken } from './line.ts';
import {
  type CookieReport,
  REPORT_SCHEMA,
  type Report,
  type SetCookieReport,
  type SiteReport,
} from './report.ts';
import { runRules } from './run-rules.ts';
import { scoreOf } from './score.ts';
import { strengthsOf } from './strengths.ts';
import type { Subject, SubjectCookie } from './subject.ts';

export interface AuditOptions {
  /** Epoch milliseconds. */
  readonly now: number;
  readonly source: 'har' | 'browser';
  /** Default: all. */
  readonly rules?: readonly Rule[];
  /** Which cookies a person named as sessions, or as none. */
  readonly saidOf?: PersonsWord;
  /** Rules that a person muted for a site: their findings are set aside, and cost nothing. */
  readonly mutedOf?: (site: Site) => readonly string[];
  /** Values stand in the report. The one exception, never made unasked. */
  readonly showValues?: boolean;
}

export function audit(recording: Recording, options: AuditOptions): Report {
  return auditSubjects(buildSubjects(recording, options.saidOf), options);
}

/** As `audit`, for who looks at the subjects as well. */
export function auditSubjects(subjects: readonly Subject[], options: AuditOptions): Report {
  return {
    schema: REPORT_SCHEMA,
    generatedAt: options.now,
    source: options.source,
    sites: subjects.map((subject) => auditSite(subject, options)),
  };
}

function auditSite(subject: Subject, options: AuditOptions): SiteReport {
  const { source, rules = allRules, mutedOf = () => [], showValues = false } = options;
  const { findings: found, failed, ran } = runRules(subject, rules);
  const mutedRules = new Set(mutedOf(subject.site));
  const findings = found.filter(({ rule }) => !mutedRules.has(rule));
  const muted = found.filter(({ rule }) => mutedRules.has(rule));
  const sessions = sessionsOf(subject);
  return {
    site: subject.origin,
    ...scoreOf(findings, strengthsOf(subject, sessions)),
    coverage: coverageOf({ subject, sessions, source, ran }),
    findings: findings.map(({ finding }) => finding),
    ...(muted.length === 0 ? {} : { muted: muted.map(({ finding }) => finding) }),
    ...(failed.length === 0 ? {} : { failed }),
    sessions,
    cookies: subject.cookies.flatMap((cookie) => cookieReport(subject, cookie, showValues)),
    setCookies: subject.setCookies.map((line) => setCookieReport(subject, line)),
  };
}

function cookieReport(
  subject: Subject,
  { ref, entry, role, party }: SubjectCookie,
  showValues: boolean,
): readonly CookieReport[] {
  if (entry === null) return [];
  const { name, value, hostOnly, secure, httpOnly, sameSite, expires, assumed } = entry.cookie;
  const size = utf8Length(name) + utf8Length(value);
  const report = {
    ...subject.show.ref(ref),
    hostOnly,
    role,
    party,
    secure,
    httpOnly,
    sameSite,
    expires,
    size,
    ...(assumed ? { assumed } : {}),
    ...(showValues ? { value } : {}),
  };
  return [entry.present ? report : { ...report, present: false }];
}

function setCookieReport(subject: Subject, line: SetCookieEntry): SetCookieReport {
  const stored = wasTaken(line);
  return {
    at: line.at,
    url: subject.show.url(line.request.url),
    name: nameOf(line),
    stored,
    expired: stored && isExpired(line),
    reasons: refusals(line),
    confirmed: line.confirmed,
  };
}
