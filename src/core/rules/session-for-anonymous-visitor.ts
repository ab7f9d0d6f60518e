import { isExpired, wasTaken } from '../audit/line.ts';
import { named } from '../report/words.ts';
import { analyseSessions } from '../session/analysis.ts';
import { lookOfRequest } from '../session/url-look.ts';
import { defineRule } from './define-rule.ts';
import { LOGIN } from './examples/logins.ts';
import { STRONG_LINE } from './examples/tokens.ts';

export default defineRule({
  id: 'session-for-anonymous-visitor',
  title: 'Every visitor gets a session',
  why: 'A session for each visitor and each crawler fills the store, forbids caching of the page, asks for a consent that nothing needs, and is the ID that session fixation plants. Most visits need none.',
  fix: 'Begin the session when something is stored in it: `saveUninitialized: false` in express-session and @fastify/session, no `session_start()` on public pages.',
  severity: { secret: 'info', rest: null },
  confidence: 'firm',
  cwe: [400],
  references: [
    'https://github.com/expressjs/session#saveuninitialized',
    'https://cheatsheetseries.owasp.org/cheatsheets/Session_Management_Cheat_Sheet.html',
  ],
  examples: {
    flagged: [
      { name: 'on the home page', events: [STRONG_LINE] },
      {
        name: 'on an article',
        events: [{ url: 'https://shop.example/article/7', setCookie: [STRONG_LINE] }],
      },
    ],
    clean: [
      { name: 'at the login', events: [{ ...LOGIN, setCookie: [STRONG_LINE] }] },
      {
        name: 'on the login page, whose form needs it',
        events: [{ url: 'https://shop.example/login', setCookie: [STRONG_LINE] }],
      },
      {
        name: 'when something is put into the basket',
        events: [{}, { url: 'https://shop.example/basket', method: 'POST', setCookie: [STRONG_LINE] }],
      },
      { name: 'a theme', events: ['theme=dark; Path=/'] },
    ],
  },
  *check(subject) {
    const { flows, sessions } = subject.shared(analyseSessions);
    const firstLogin = flows.find(({ flow }) => flow.kind === 'login')?.flow.at ?? Number.POSITIVE_INFINITY;
    for (const { cookie } of sessions) {
      if (cookie.role !== 'session') continue;
      const line = cookie.lines.find((each) => wasTaken(each) && !isExpired(each));
      if (line === undefined || line.at >= firstLogin) continue;
      const { request } = line;
      const look = lookOfRequest(request);
      const isPage = request.type === 'main_frame' && request.method === 'GET' && request.party === 'first';
      const isForm = look === null || look.login || look.signUp || look.reset || look.provider || look.factor;
      // Who brings one is no new visitor.
      const isNew = !request.sent.some(({ name }) => name === cookie.ref.name);
      if (!isPage || isForm || !isNew) continue;
      yield {
        message: `${named(cookie.ref.name)} is given to a visitor who has done nothing yet.`,
        cookie,
        url: request.url,
        evidence: [subject.show.answer(line)],
      };
    }
  },
});
