import type { Severity } from '../audit/report.ts';
import { type SeenValue, valuesOf } from '../audit/values-of.ts';
import { duration, named } from '../report/words.ts';
import { type JwtParts, jwtParts, numericDate } from '../value/jwt-claims.ts';
import { defineRule } from './define-rule.ts';
import { jwt, NOW } from './examples/tokens.ts';

const FLAGS = 'Path=/; Secure; HttpOnly; SameSite=Lax';
const line = (claims: Readonly<Record<string, unknown>>, alg?: string) =>
  `auth_token=${jwt(claims, alg)}; ${FLAGS}`;

export default defineRule({
  id: 'weak-jwt',
  title: 'Login token that anybody can make, or that never ends',
  why: 'With `alg` none nobody signs the token: anybody writes one for any user. Without `exp` a stolen token opens the account for ever, and a logout cannot take it back; the longer it lives, the longer that is so.',
  fix: 'Sign it (`EdDSA`, `ES256` or `HS256` with a key of 256 bits), accept no other `alg`, and give it an `exp` of minutes to hours, with a refresh token that the server can revoke.',
  severity: { secret: 'medium', rest: null },
  confidence: 'certain',
  cwe: [347, 613],
  references: [
    'https://datatracker.ietf.org/doc/html/rfc8725#section-3.2',
    'https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/0x18-V9-Self-contained-Tokens.md',
    'https://owasp.org/www-project-web-security-testing-guide/stable/4-Web_Application_Security_Testing/06-Session_Management_Testing/10-Testing_JSON_Web_Tokens',
  ],
  examples: {
    flagged: [
      { name: 'no signature', events: [line({ sub: '1', exp: NOW + 3600 }, 'none')] },
      { name: 'no end', events: [line({ sub: '1', iat: NOW })] },
      { name: 'a month long', events: [line({ sub: '1', iat: NOW, exp: NOW + 30 * 86_400 })] },
    ],
    clean: [
      { name: 'an hour long', events: [line({ sub: '1', iat: NOW, exp: NOW + 3600 })] },
      { name: 'a day long', events: [line({ sub: '1', iat: NOW, exp: NOW + 86_400 })] },
      {
        name: 'an opaque ID',
        events: ['auth_token=8f14e45fceea167a5a36dedd4bea2543; Path=/; Secure; HttpOnly'],
      },
      {
        name: 'no login: a consent',
        events: [`cookie_consent=${jwt({ ads: false, iat: NOW })}; Path=/; Secure`],
      },
    ],
  },
  *check(subject) {
    for (const cookie of subject.cookies) {
      if (!cookie.secret) continue;
      const flaw = worstOf(valuesOf(cookie), cookie.lines.at(-1)?.at ?? cookie.entry?.firstSeen ?? 0);
      if (flaw === null) continue;
      const { seen, severity, what } = flaw;
      yield {
        message: `${named(cookie.ref.name)} is a JWT ${what}.`,
        cookie,
        severity,
        ...(seen.line === null ? {} : { url: seen.line.request.url }),
        evidence: [
          ...(seen.line === null ? [] : [subject.show.answer(seen.line)]),
          `Value ${subject.show.fingerprint(seen.value)}: ${what}`,
        ],
      };
    }
  },
});

interface JwtFlaw {
  readonly seen: SeenValue;
  readonly severity: Severity;
  readonly what: string;
}

const DAY = 86_400;
const RANK: readonly Severity[] = ['critical', 'medium', 'low'];

function worstOf(values: readonly SeenValue[], setAt: number): JwtFlaw | null {
  const flaws = values.flatMap((seen) => {
    const token = jwtParts(seen.value);
    const flaw = token === null ? null : flawOf(token, (seen.line?.at ?? setAt) / 1000);
    return flaw === null ? [] : [{ seen, ...flaw }];
  });
  return flaws.sort((a, b) => RANK.indexOf(a.severity) - RANK.indexOf(b.severity))[0] ?? null;
}

function flawOf({ header, claims, isSigned }: JwtParts, now: number): Omit<JwtFlaw, 'seen'> | null {
  const alg = Object.hasOwn(header, 'alg') ? header.alg : undefined;
  if (!isSigned || (typeof alg === 'string' && alg.toLowerCase() === 'none'))
    return { severity: 'critical', what: 'without a signature: anybody can write one' };
  const exp = numericDate(claims, 'exp');
  if (exp === null) return { severity: 'medium', what: 'without `exp`: it never ends by itself' };
  const lifetime = exp - (numericDate(claims, 'iat') ?? now);
  return lifetime > DAY + 60 ? { severity: 'low', what: `that lives ${duration(lifetime * 1000)}` } : null;
}
