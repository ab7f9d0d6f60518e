/** The report of a recording, schema `crumbtrail/report@1`. Plain JSON: names, times and fingerprints, never a cookie's value. */
import type { SetCookieBlockedReason } from '../cookie/types.ts';
import type { Role, SecretRole } from '../session/roles.ts';

export const REPORT_SCHEMA = 'crumbtrail/report@1';

export type Severity = 'critical' | 'high' | 'medium' | 'low' | 'info';
export type Confidence = 'certain' | 'firm' | 'tentative';
export type Grade =
  | 'A+'
  | 'A'
  | 'A-'
  | 'B+'
  | 'B'
  | 'B-'
  | 'C+'
  | 'C'
  | 'C-'
  | 'D+'
  | 'D'
  | 'D-'
  | 'F'
  /** Nothing to score. */
  | '–';

export interface Report {
  readonly schema: typeof REPORT_SCHEMA;
  /** Epoch milliseconds. */
  readonly generatedAt: number;
  readonly source: 'har' | 'browser';
  readonly sites: readonly SiteReport[];
}

export interface SiteReport {
  /** Scheme and registrable domain; `https` where it was seen. */
  readonly site: string;
  /** 0..110; null where there is nothing to score. */
  readonly score: number | null;
  readonly grade: Grade;
  /** How the score came about, step by step; empty where there is none. */
  readonly explanation: readonly ScoreStep[];
  readonly coverage: readonly Coverage[];
  readonly findings: readonly Finding[];
  /** Findings of rules that a person muted for this site: not in the score; absent where there are none. */
  readonly muted?: readonly Finding[];
  /** Rules that broke; absent where none did. */
  readonly failed?: readonly FailedRule[];
  readonly sessions: readonly SessionReport[];
  readonly cookies: readonly CookieReport[];
  readonly setCookies: readonly SetCookieReport[];
  /** Only of a login flow that a person recorded. */
  readonly loginChecks?: readonly LoginCheck[];
}

export type LoginCheckId =
  | 'rotation'
  | 'flags-kept'
  | 'cleared-at-logout'
  | 'dead-on-server'
  | 'lifetime'
  | 'csrf-token'
  | 'no-store'
  | 'transport';

export interface LoginCheck {
  readonly id: LoginCheckId;
  readonly state: 'passed' | 'failed' | 'not-observed';
  /** What shows it: a finding's words, or the event's verdict. Without values. */
  readonly evidence: readonly string[];
  /** Rules that failed it. */
  readonly rules: readonly string[];
}

export interface ScoreStep {
  readonly kind: 'start' | 'minus' | 'floor' | 'cap' | 'bonus';
  /** What the step added (below 0: took); the sum of all steps, rounded, is the score. */
  readonly points: number;
  readonly text: string;
  readonly rule?: string;
}

export type Check =
  | 'cookies'
  | 'login-rotation'
  | 'logout-clearing'
  | 'logout-invalidation'
  | 'lifetime'
  | 'csrf'
  | 'transport';

export interface Coverage {
  readonly check: Check;
  readonly state: 'observed' | 'not-observed';
  /** What to do to have it observed; absent where it was. */
  readonly hint?: string;
}

export interface CookieRef {
  readonly name: string;
  readonly domain: string;
  readonly path: string;
  readonly partitionKey: string | null;
}

export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly message: string;
  readonly cookie?: CookieRef;
  readonly url?: string;
  readonly evidence: readonly string[];
  readonly fix: string;
  readonly references: readonly string[];
  readonly cwe: readonly number[];
}

export interface FailedRule {
  readonly rule: string;
  readonly error: string;
}

export interface SessionReport {
  readonly cookie: CookieRef;
  /** Names of further parts of the same session: signature, chunks. */
  readonly members: readonly string[];
  readonly role: SecretRole;
  readonly likelihood: number;
  readonly signals: readonly string[];
  readonly lifetime: SessionLifetime;
  readonly ids: readonly SessionId[];
  readonly events: readonly SessionEvent[];
}

export type ExpiryKind = 'browser-session' | 'fixed' | 'sliding' | 'unknown';

export interface SessionLifetime {
  readonly kind: ExpiryKind | 'rolling';
  readonly expiry: ExpiryKind;
  /** From being set to expiry; null where there is no expiry, or it is unknown. */
  readonly seconds: number | null;
}

export interface SessionId {
  readonly fingerprint: string;
  readonly firstSeen: number;
  readonly lastSeen: number;
  /** Requests that sent it. */
  readonly requests: number;
}

export interface SessionEvent {
  readonly kind:
    | 'login'
    | 'logout'
    | 'privilege-change'
    | 'rotation'
    | 'issued'
    | 'cleared'
    | 'expired'
    | 'mark';
  readonly at: number;
  readonly url?: string;
  readonly verdict?:
    | 'rotated'
    | 'kept'
    | 'issued'
    | 'added'
    | 'rolling'
    | 'failed'
    | 'cleared'
    | 'not-cleared'
    | 'alive-after-logout'
    | 'dead-after-logout'
    | 'unobserved';
  /** Fingerprints. */
  readonly before?: string;
  readonly after?: string;
}

export interface CookieReport extends CookieRef {
  readonly hostOnly: boolean;
  readonly role: Role;
  readonly party: 'first' | 'third';
  readonly secure: boolean;
  readonly httpOnly: boolean;
  readonly sameSite: 'strict' | 'lax' | 'none' | 'unspecified';
  readonly expires: number | null;
  /** Octets of name and value. */
  readonly size: number;
  /** Only where a person asked for values. */
  readonly value?: string;
  /** Only where it is gone by the end of the recording. */
  readonly present?: false;
  /** Only where it was seen in requests alone (HAR): its attributes are not known, and stand here as the safest ones. */
  readonly assumed?: true;
}

export interface SetCookieReport {
  readonly at: number;
  readonly url: string;
  readonly name: string;
  readonly stored: boolean;
  /** An accepted deletion. */
  readonly expired: boolean;
  readonly reasons: readonly SetCookieBlockedReason[];
  /** false: the store contradicted; null: only predicted. */
  readonly confirmed: boolean | null;
}
