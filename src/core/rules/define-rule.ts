/** The one shape of a security rule. */
import type { Check, Confidence, CookieRef, Severity } from '../audit/report.ts';
import type { Subject, SubjectCookie } from '../audit/subject.ts';
import type { Example } from './example.ts';

/** By what is at stake: a cookie whose loss is the loss of a login, or any other. null: nothing to say. */
export interface SeverityByRole {
  readonly secret: Severity | null;
  readonly rest: Severity | null;
}

export interface Rule {
  /** A noun; the file's name. */
  readonly id: string;
  /** A short sentence. */
  readonly title: string;
  /** What an attacker or a failing login gains from it. */
  readonly why: string;
  /** What to change. */
  readonly fix: string;
  /** Where a flaw does not say its own. */
  readonly severity: SeverityByRole;
  /** Where a flaw does not say its own. */
  readonly confidence: Confidence;
  /** Numbers of the Common Weakness Enumeration. */
  readonly cwe: readonly number[];
  /** URLs: OWASP WSTG and ASVS, RFC, MDN. */
  readonly references: readonly string[];
  /** What must have been observed for its silence to mean anything; default: cookies. */
  readonly needs?: Check;
  readonly examples: { readonly flagged: readonly Example[]; readonly clean: readonly Example[] };
  /** What is wrong at this site. Judges what was observed: nothing seen, nothing said. */
  check(subject: Subject): Iterable<Flaw>;
}

/** A rule's finding before the report's form is given to it. */
export interface Flaw {
  /** In the second person, a name in back-ticks, no values: "`sid` can be read by script. Add `HttpOnly`." */
  readonly message: string;
  /** The cookie it is about; its role decides the severity. */
  readonly cookie?: SubjectCookie;
  /** Of the cookie it is about, where that is no one cookie of the subject. */
  readonly ref?: CookieRef;
  /** As recorded; the report's form is made of it. */
  readonly url?: string;
  readonly severity?: Severity;
  readonly confidence?: Confidence;
  /** It puts a login at risk although it is about no one cookie: the score's cap holds for it. */
  readonly secret?: boolean;
  /** The very line, header or request, without values (`Subject.show`). */
  readonly evidence: readonly string[];
  /** Where the rule's own is not the right one. */
  readonly fix?: string;
}

export function defineRule(rule: Rule): Rule {
  return rule;
}
