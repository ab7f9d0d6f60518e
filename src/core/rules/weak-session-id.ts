import { judgedIds } from '../audit/values-of.ts';
import { named } from '../report/words.ts';
import { structureOf } from '../session/strength/structure.ts';
import { upperBoundBits } from '../session/strength/upper-bound.ts';
import { defineRule } from './define-rule.ts';
import { jwt, NOW, STRONG_LINE } from './examples/tokens.ts';

const FLAGS = 'Path=/; HttpOnly; Secure; SameSite=Lax';

export default defineRule({
  id: 'weak-session-id',
  title: 'Session ID is short enough to be guessed',
  why: 'Whoever guesses an ID is logged in as its owner, without a password. An attacker tries many thousands a second against all who are logged in at once; only length and chance keep them out.',
  fix: 'Let your framework make the ID: 128 bits or more from a cryptographic generator, such as 32 hex characters or 22 of base64url.',
  severity: { secret: 'medium', rest: null },
  confidence: 'firm',
  cwe: [331, 334],
  references: [
    'https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/0x16-V7-Session-Management.md',
    'https://pages.nist.gov/800-63-4/sp800-63b.html#sessionbindings',
    'https://cheatsheetseries.owasp.org/cheatsheets/Session_Management_Cheat_Sheet.html#session-id-entropy',
  ],
  examples: {
    flagged: [
      { name: 'eight hex characters', events: [`sid=9f3ab2c1; ${FLAGS}`] },
      { name: 'twenty hex characters', events: [`sid=31d4d96e407aad42a7c1; ${FLAGS}`] },
      { name: 'a number', events: [`PHPSESSID=48201773; ${FLAGS}`] },
    ],
    clean: [
      { name: '128 bits', events: [STRONG_LINE] },
      { name: 'a UUID of version 4', events: [`sid=3f2504e0-4f89-41d3-9a0c-0305e82c3301; ${FLAGS}`] },
      {
        name: 'signed by Express: the ID counts',
        events: [
          `connect.sid=s%3ANqVJKzTf2Hq8LrYw3cXeGmBp7sDv5Ua1.dBjftJeZ4CVPmB92K27uhbUJU1p1rwW1gFWFOEjXkYxw; ${FLAGS}`,
        ],
      },
      {
        name: 'a JWT carries its state itself',
        events: [`auth_token=${jwt({ sub: '1', exp: NOW + 60 })}; ${FLAGS}`],
      },
      { name: 'a theme', events: ['theme=dark; Path=/'] },
    ],
  },
  *check(subject) {
    for (const cookie of subject.cookies) {
      if (!cookie.secret) continue;
      const seen = judgedIds(cookie);
      const [first] = seen;
      if (first === undefined) continue;
      const values = seen.map(({ value }) => value);
      const bits = upperBoundBits(values);
      // Version 4 of UUIDs has 122 by its form; who chose it chose well.
      if (bits >= 128 - 0.5 || (bits >= 122 && structureOf(first.value)?.kind === 'uuid-v4')) continue;
      yield {
        message: `${named(cookie.ref.name)} has at most ${Math.floor(bits)} bits. Make it 128 or more.`,
        cookie,
        severity: bits < 64 ? 'high' : 'medium',
        ...(first.line === null ? {} : { url: first.line.request.url }),
        evidence: [
          ...(first.line === null ? [] : [subject.show.answer(first.line)]),
          `At most ${Math.floor(bits)} bits by length and alphabet of ${values.length === 1 ? 'the one ID' : `${values.length} IDs`} seen`,
        ],
      };
    }
  },
});
