import { isExpired, wasTaken } from '../audit/line.ts';
import type { ResourceType } from '../recording/fact.ts';
import { named } from '../report/words.ts';
import { analyseSessions } from '../session/analysis.ts';
import { defineRule } from './define-rule.ts';
import type { ExampleEvent } from './example.ts';
import { STRONG, STRONG_LINE } from './examples/tokens.ts';

const asset = (name: string, setCookie: readonly string[]): ExampleEvent => ({
  url: `https://shop.example/${name}`,
  type: name.endsWith('.css') ? 'stylesheet' : 'image',
  initiator: 'https://shop.example',
  cookie: `sid=${STRONG}`,
  setCookie,
});
const assets = (setCookie: readonly string[]) =>
  ['a.css', 'b.png', 'c.png', 'd.png', 'e.png'].map((name) => asset(name, setCookie));

export default defineRule({
  id: 'session-reset-everywhere',
  title: 'Session cookie is set again by nearly every response',
  why: 'Each response that sets the session again costs bytes, keeps caches from storing files, writes to the store, and lets two requests at once overwrite each other’s session: people are logged out for no reason.',
  fix: 'Set it when it changes: `resave: false`, `rolling: false` in express-session, `renew` in place of `rolling` in koa-session; serve files before the session.',
  severity: { secret: 'low', rest: null },
  confidence: 'certain',
  cwe: [362],
  references: [
    'https://github.com/expressjs/session#resave',
    'https://developer.mozilla.org/en-US/docs/Web/HTTP/Guides/Caching',
  ],
  examples: {
    flagged: [
      { name: 'by every file', events: [STRONG_LINE, ...assets([STRONG_LINE])] },
      { name: 'by most of them', events: [STRONG_LINE, ...assets([STRONG_LINE]), asset('f.png', [])] },
    ],
    clean: [
      { name: 'once', events: [STRONG_LINE, ...assets([])] },
      {
        name: 'by pages alone',
        events: [
          STRONG_LINE,
          ...[1, 2, 3, 4, 5].map((page) => ({
            url: `https://shop.example/${page}`,
            cookie: `sid=${STRONG}`,
            setCookie: [STRONG_LINE],
          })),
        ],
      },
      { name: 'too few to tell', events: [STRONG_LINE, asset('a.css', [STRONG_LINE])] },
    ],
  },
  *check(subject) {
    for (const { cookie } of subject.shared(analyseSessions).sessions) {
      const again = cookie.lines.filter(
        (line) =>
          wasTaken(line) &&
          !isExpired(line) &&
          line.request.sent.some(({ name }) => name === cookie.ref.name),
      );
      const files = again.filter(({ request }) => FILES.includes(request.type));
      const carried = subject.requests.filter(
        ({ party, status, sent }) =>
          party === 'first' && status !== null && sent.some(({ name }) => name === cookie.ref.name),
      ).length;
      if (files.length === 0 || again.length < LEAST || again.length < carried * MOST_OF) continue;
      const [first] = files;
      yield {
        message: `${named(cookie.ref.name)} is set again by ${again.length} of ${carried} responses, ${files.length} of them files.`,
        cookie,
        ...(first === undefined ? {} : { url: first.request.url }),
        evidence: subject.show.answers(files),
      };
    }
  },
});

const FILES: readonly ResourceType[] = ['stylesheet', 'script', 'image', 'font', 'media'];
const LEAST = 4;
const MOST_OF = 0.6;
