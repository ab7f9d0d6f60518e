import { isExpired, refusals, wasTaken } from '../audit/line.ts';
import type { Subject, SubjectCookie } from '../audit/subject.ts';
import type { SetCookieBlockedReason } from '../cookie/types.ts';
import type { SetCookieEntry } from '../recording/recording.ts';
import { rawPair } from '../report/raw-pair.ts';
import { REFUSAL_WORDS } from '../report/refusal-words.ts';
import { named } from '../report/words.ts';
import { roleOf } from '../session/role.ts';
import { isSecretRole } from '../session/roles.ts';
import { defineRule, type Flaw } from './define-rule.ts';

/** These have rules of their own. */
const OWN_RULE: readonly SetCookieBlockedReason[] = ['SameSiteNoneInsecure', 'InvalidPrefix'];

export default defineRule({
  id: 'rejected-cookie',
  title: 'The browser did not store a cookie',
  why: 'The server believes that it set the cookie. It is not there: logins that do not hold, settings that are forgotten, and a fallback that may be weaker.',
  fix: 'Change what the browser refuses, as the evidence names it.',
  severity: { secret: 'high', rest: 'medium' },
  confidence: 'certain',
  cwe: [565],
  references: [
    'https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis#section-5.7',
    'https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Set-Cookie',
  ],
  examples: {
    flagged: [
      {
        name: 'a Domain that is not the host’s',
        events: ['sid=31d4d96e407aad42a7c1; HttpOnly; Secure; Domain=other.example'],
      },
      {
        name: 'Secure over plain HTTP',
        events: [{ url: 'http://shop.example/', setCookie: ['sid=31d4d96e407aad42a7c1; HttpOnly; Secure'] }],
      },
      { name: 'Partitioned without Secure', events: ['widget=left; Partitioned'] },
      { name: 'a control character', events: ['sid=31d4d96e\u0001407aad42a7c1; HttpOnly; Secure'] },
    ],
    clean: [
      { name: 'stored', events: ['sid=31d4d96e407aad42a7c1; HttpOnly; Secure; SameSite=Lax'] },
      {
        name: 'SameSite=None without Secure is another rule’s',
        events: ['sid=31d4d96e407aad42a7c1; HttpOnly; SameSite=None'],
      },
      { name: 'a broken prefix is another rule’s', events: ['__Host-sid=31d4d96e407aad42a7c1; Path=/'] },
      { name: 'deleting what is not there', events: ['sid=; Max-Age=0; Domain=other.example'] },
    ],
  },
  *check(subject) {
    for (const cookie of subject.cookies) {
      const flaw = refusedFlaw(subject, cookie) ?? missingFlaw(subject, cookie);
      if (flaw !== null) yield flaw;
    }
    yield* unreadable(subject);
  },
});

/** Refused by the rules that all browsers of its kind follow. */
function refusedFlaw(subject: Subject, cookie: SubjectCookie): Flaw | null {
  const refused = cookie.lines.filter(
    (line) => isOurs(refusals(line)) && (!isExpired(line) || cookie.entry !== null),
  );
  const newest = refused.at(-1);
  if (newest === undefined) return null;
  const [reason = 'UnknownError'] = refusals(newest).filter((each) => !OWN_RULE.includes(each));
  const { what, fix } = REFUSAL_WORDS[reason];
  return {
    message: `${named(cookie.ref.name)} was not stored: ${what}.`,
    cookie,
    url: newest.request.url,
    evidence: [...subject.show.answers(refused), `Reason: ${refusals(newest).join(', ')}`],
    fix,
  };
}

/** Should have been stored, and is not there: a setting, an extension, or something we do not see. */
function missingFlaw(subject: Subject, cookie: SubjectCookie): Flaw | null {
  if (!cookie.secret) return null;
  const missing = cookie.lines.filter((line) => line.predicted.stored && !wasTaken(line) && !isExpired(line));
  const newest = missing.at(-1);
  if (newest === undefined || cookie.entry?.present) return null;
  return {
    message: `${named(cookie.ref.name)} should have been stored, and the cookie store does not show it.`,
    cookie,
    severity: 'medium',
    confidence: 'tentative',
    url: newest.request.url,
    evidence: subject.show.answers(missing),
    fix: 'Look whether the browser blocks cookies here, or another extension removes it.',
  };
}

/** Lines that the browser cannot read as a cookie: control characters, too long, nothing at all. */
function* unreadable(subject: Subject): Generator<Flaw> {
  const seen = new Map<string, SetCookieEntry[]>();
  for (const line of subject.setCookies) {
    const reason = refusals(line)[0];
    if (line.parsed.ok || reason === undefined) continue;
    const key = `${reason} ${rawPair(line).name}`;
    const known = seen.get(key);
    if (known === undefined) seen.set(key, [line]);
    else known.push(line);
  }
  for (const refused of seen.values()) {
    const newest = refused.at(-1);
    const reason = newest === undefined ? undefined : refusals(newest)[0];
    if (newest === undefined || reason === undefined) continue;
    const pair = rawPair(newest);
    const first = newest.request.party === 'first';
    const secret = first && isSecretRole(roleOf(pair).role);
    const { what, fix } = REFUSAL_WORDS[reason];
    yield {
      message: `${pair.name === '' ? 'A Set-Cookie line' : named(pair.name)} was not stored: ${what}.`,
      severity: secret ? 'high' : first ? 'medium' : 'info',
      secret,
      url: newest.request.url,
      evidence: [...subject.show.answers(refused), `Reason: ${reason}`],
      fix,
    };
  }
}

function isOurs(reasons: readonly SetCookieBlockedReason[]): boolean {
  return reasons.length > 0 && !reasons.some((reason) => OWN_RULE.includes(reason));
}
