import { judgedIds, type SeenValue } from '../audit/values-of.ts';
import { named } from '../report/words.ts';
import { sequenceOf } from '../session/strength/sequence.ts';
import { structureOf } from '../session/strength/structure.ts';
import { formatOf } from '../session/strength/token-format.ts';
import { defineRule } from './define-rule.ts';
import { STRONG_LINE } from './examples/tokens.ts';

const FLAGS = 'Path=/; HttpOnly; Secure; SameSite=Lax';

export default defineRule({
  id: 'predictable-session-id',
  title: 'Session ID can be foretold',
  why: 'An ID that is counted, made of the time or is the hash of a known word needs no guessing: who has one of their own works out the others’, and is logged in as them.',
  fix: 'Make IDs of nothing but a cryptographic generator: `crypto.randomBytes(32)`, `secrets.token_urlsafe(32)`, or the framework’s own sessions.',
  severity: { secret: 'high', rest: null },
  confidence: 'firm',
  cwe: [340, 330],
  references: [
    'https://owasp.org/www-project-web-security-testing-guide/stable/4-Web_Application_Security_Testing/06-Session_Management_Testing/01-Testing_for_Session_Management_Schema',
    'https://cheatsheetseries.owasp.org/cheatsheets/Session_Management_Cheat_Sheet.html#session-id-entropy',
    'https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/0x16-V7-Session-Management.md',
  ],
  examples: {
    flagged: [
      { name: 'a UUID of version 1', events: [`sid=6ba7b810-9dad-11d1-80b4-00c04fd430c8; ${FLAGS}`] },
      { name: 'the hash of a counter', events: [`sid=a87ff679a2f3e71d9181a67b7542122c; ${FLAGS}`] },
      {
        name: 'counted up',
        events: [41_007, 41_008, 41_009, 41_011].map((id) => `sid=a7-${id}-web; ${FLAGS}`),
      },
    ],
    clean: [
      { name: '128 bits', events: [STRONG_LINE] },
      { name: 'a UUID of version 4', events: [`sid=3f2504e0-4f89-41d3-9a0c-0305e82c3301; ${FLAGS}`] },
      {
        name: 'two IDs of chance',
        events: [STRONG_LINE, `sid=93ab41f05a880d2b6fb5e6087eb1b2dd; ${FLAGS}`],
      },
      { name: 'an analytics cookie with a time', events: ['_ga=GA1.2.1042.1767225600; Path=/'] },
    ],
  },
  *check(subject) {
    for (const cookie of subject.cookies) {
      if (!cookie.secret) continue;
      const seen = judgedIds(cookie);
      const ids = seen.map(({ value }) => formatOf(value).id);
      const foretold = firstForetold(seen);
      if (foretold !== null) {
        const { structure, line } = foretold;
        const proof = structure.proves.replace(/\.$/, '');
        yield {
          message: `${named(cookie.ref.name)} is ${article(structure.title)}: ${proof.charAt(0).toLowerCase()}${proof.slice(1)}.`,
          cookie,
          confidence: structure.confidence,
          ...(line === null ? {} : { url: line.request.url }),
          evidence: [...(line === null ? [] : [subject.show.answer(line)]), structure.title],
        };
        continue;
      }
      // Two in a row may be chance; so short a row is left to the sampler.
      const sequence = ids.length >= 3 ? sequenceOf(ids) : null;
      if (sequence === null) continue;
      yield {
        message: `${named(cookie.ref.name)} is counted: each new ID follows from the one before.`,
        cookie,
        evidence: [
          `${ids.length} IDs, ${sequence.part}: ${sequence.kind.replace('-', ' ')}, the next one is among ${Math.ceil(2 ** Math.min(40, sequence.bits))}`,
          ...seen.slice(-3).map(({ value }) => `ID ${subject.show.fingerprint(value)}`),
        ],
      };
    }
  },
});

function firstForetold(seen: readonly SeenValue[]) {
  for (const { value, line } of seen) {
    const structure = structureOf(value);
    if (structure?.predictable && structure.confidence !== 'tentative') return { structure, line };
  }
  return null;
}

function article(title: string): string {
  return /^[aeio]/i.test(title) ? `an ${title}` : `a ${title}`;
}
