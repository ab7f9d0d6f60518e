import { duration, named } from '../report/words.ts';
import { analyseSessions } from '../session/analysis.ts';
import { defineRule } from './define-rule.ts';
import { STRONG } from './examples/tokens.ts';

const line = (seconds: number) => `sid=${STRONG}; Path=/; HttpOnly; Secure; SameSite=Lax; Max-Age=${seconds}`;

export default defineRule({
  id: 'unbounded-sliding-session',
  title: 'Session is renewed with every use, with no end in sight',
  why: 'A session that each request prolongs never ends as long as something uses it: a forgotten tab, or whoever stole the ID. An absolute limit ends it for them, too.',
  fix: 'Besides the idle timeout keep the time of the login on the server, and ask for a new login after 8 to 24 hours.',
  severity: { secret: 'low', rest: null },
  confidence: 'tentative',
  needs: 'lifetime',
  cwe: [613],
  references: [
    'https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/0x16-V7-Session-Management.md',
    'https://pages.nist.gov/800-63-4/sp800-63b.html#reauthentication',
    'https://cheatsheetseries.owasp.org/cheatsheets/Session_Management_Cheat_Sheet.html#absolute-timeout',
  ],
  examples: {
    flagged: [
      { name: 'four times an hour more', events: [line(3600), line(3600), line(3600), line(3600)] },
      { name: 'four times a day more', events: [line(86_400), line(86_400), line(86_400), line(86_400)] },
    ],
    clean: [
      { name: 'one end for all', events: [line(3600), line(3599), line(3598), line(3597)] },
      { name: 'renewed once', events: [line(3600), line(3600)] },
      {
        name: 'until the browser ends',
        events: Array.from({ length: 4 }, () => `sid=${STRONG}; Path=/; HttpOnly; Secure; SameSite=Lax`),
      },
    ],
  },
  *check(subject) {
    for (const { cookie, lifetime } of subject.shared(analyseSessions).sessions) {
      const set = cookie.lines.filter(({ predicted }) => predicted.stored);
      const newest = set.at(-1);
      if (
        lifetime.expiry !== 'sliding' ||
        lifetime.seconds === null ||
        newest === undefined ||
        set.length < RENEWALS
      )
        continue;
      yield {
        message: `${named(cookie.ref.name)} gets another ${duration(lifetime.seconds * 1000)} with each response; no absolute end was seen.`,
        cookie,
        url: newest.request.url,
        evidence: subject.show.answers(set),
      };
    }
  },
});

/** Fewer may be a login and the page after it. */
const RENEWALS = 3;
