import { type SeenValue, valuesOf } from '../audit/values-of.ts';
import { named } from '../report/words.ts';
import { jwtParts } from '../value/jwt-claims.ts';
import { defineRule } from './define-rule.ts';
import { jwt, NOW } from './examples/tokens.ts';

const EXP = NOW + 3600;

export default defineRule({
  id: 'readable-token',
  title: 'Script can read a token that tells who somebody is',
  why: 'A JWT is signed, not encrypted: whoever has it reads its claims. Without `HttpOnly` every script of the page has it, so one injected script takes the login and learns name, address and rights with it.',
  fix: 'Add `HttpOnly`, and keep personal data and rights out of the token: an ID of the user is enough, the rest is on the server.',
  severity: { secret: 'medium', rest: 'medium' },
  confidence: 'certain',
  cwe: [315, 1004],
  references: [
    'https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/0x18-V9-Self-contained-Tokens.md',
    'https://datatracker.ietf.org/doc/html/rfc7519#section-12',
    'https://cheatsheetseries.owasp.org/cheatsheets/JSON_Web_Token_for_Java_Cheat_Sheet.html#token-information-disclosure',
  ],
  examples: {
    flagged: [
      {
        name: 'an address in it',
        events: [`token=${jwt({ sub: '1', email: 'jo@shop.example', exp: EXP })}; Path=/; Secure`],
      },
      {
        name: 'rights in it',
        events: [`jwt=${jwt({ sub: '1', roles: ['admin'], exp: EXP })}; Path=/; Secure`],
      },
    ],
    clean: [
      {
        name: 'script cannot read it',
        events: [`token=${jwt({ sub: '1', email: 'jo@shop.example', exp: EXP })}; Path=/; Secure; HttpOnly`],
      },
      {
        name: 'it tells nothing but an ID',
        events: [`token=${jwt({ sub: '7f3a', jti: 'x', exp: EXP })}; Path=/; Secure`],
      },
      { name: 'an opaque ID', events: ['sid=8f14e45fceea167a5a36dedd4bea2543; Path=/; Secure'] },
      {
        name: 'a CSRF token of its own making',
        events: [`XSRF-TOKEN=${jwt({ nonce: 'a', exp: EXP })}; Path=/; Secure`],
      },
    ],
  },
  *check(subject) {
    for (const cookie of subject.cookies) {
      // As it is now: an earlier flag mends nothing.
      if (cookie.entry === null || cookie.entry.cookie.httpOnly || cookie.entry.cookie.assumed) continue;
      const told = firstTelling(valuesOf(cookie));
      if (told === null) continue;
      const { line, claims } = told;
      yield {
        message: `${named(cookie.ref.name)} is a token that script can read; it tells ${claims.join(', ')}.`,
        cookie,
        ...(line === null ? {} : { url: line.request.url }),
        evidence: [...(line === null ? [] : [subject.show.answer(line)]), `Claims: ${claims.join(', ')}`],
      };
    }
  },
});

const PERSONAL =
  /^(?:e?-?mail|email_address|name|full_?name|given_name|family_name|first_?name|last_?name|nickname|preferred_username|phone(?:_number)?|address|birth_?date|picture)$/i;
const RIGHTS =
  /^(?:roles?|is_?admin|admin|permissions?|perms|groups?|authorities|scopes?|scp|rights|privileges)$/i;

function firstTelling(
  values: readonly SeenValue[],
): (SeenValue & { readonly claims: readonly string[] }) | null {
  for (const seen of values.toReversed()) {
    const token = jwtParts(seen.value);
    const claims = token === null ? [] : Object.keys(token.claims).slice(0, 100);
    // Names of claims are the maker's words; ours stand in for them.
    const kinds = [
      ...(claims.some((claim) => PERSONAL.test(claim)) ? ['personal data'] : []),
      ...(claims.some((claim) => RIGHTS.test(claim)) ? ['roles or rights'] : []),
    ];
    if (kinds.length > 0) return { ...seen, claims: kinds };
  }
  return null;
}
