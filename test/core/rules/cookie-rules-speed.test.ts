import { beforeAll, describe, expect, it } from 'vitest';
import { buildSubjects } from '../../../src/core/audit/build-subject.ts';
import { nameOf } from '../../../src/core/audit/line.ts';
import type { Subject } from '../../../src/core/audit/subject.ts';
import { createRecording } from '../../../src/core/recording/create.ts';
import { reduce } from '../../../src/core/recording/reduce.ts';
import { type ExampleEvent, factsOf } from '../../../src/core/rules/example.ts';
import { rules } from '../../../src/core/rules/index.ts';
import { analyseSessions } from '../../../src/core/session/analysis.ts';

const BASIC = [
  'broad-domain',
  'broken-prefix',
  'cookie-header-overhead',
  'long-lived-session',
  'missing-http-only',
  'missing-same-site',
  'missing-secure',
  'rejected-cookie',
  'same-site-none-insecure',
  'sensitive-value',
];
const FURTHER = [
  'attribute-drift',
  'broad-path',
  'clamped-lifetime',
  'conflicting-set-cookie',
  'cookie-tossing',
  'duplicate-cookie',
  'expired-on-arrival',
  'ineffective-deletion',
  'invalid-same-site',
  'misplaced-state',
  'missing-prefix',
  'opaque-attribute',
  'oversized-cookie',
  'same-site-none',
  'third-party-cookie',
  'too-many-cookies',
  'unread-flash',
];
const RESPONSES = 2000;
const LINES = 10;
const COOKIES = 3300;
const HOSTS = ['shop.example', 'www.shop.example', 'pay.shop.example'];

/** What stands in lines of the wild, a fault here and there. */
const ATTRIBUTES = [
  'Path=/; HttpOnly; Secure; SameSite=Lax',
  'Path=/; Secure; SameSite=Lax; Max-Age=3600',
  'Path=/; Secure; SameSite=None',
  'Path=/; HttpOnly; Secure',
  'Path=/; Expires=Tue, 19 Jan 2038 03:14:07 GMT; Secure; SameSite=Lax',
  'Path=/; Secure; SameSite=Lax; Domain=shop.example',
  'Path=/; Max-Age=0',
];
const NAMES = ['n', 'n', 'n', 'sid_', 'theme_', 'cart_', 'flash_', 'user_', 'n', 'token_'];

/** Each cookie has a host and attributes of its own; one response in a hundred writes others. */
function response(index: number): ExampleEvent {
  const host = index % HOSTS.length;
  const slip = index % 100 === 0 ? 1 : 0;
  const numbers = Array.from({ length: LINES }, (_, line) => (index * LINES + line) % COOKIES);
  return {
    url: `https://${HOSTS[host]}/p/${index}`,
    type: index % 4 === 0 ? 'main_frame' : 'xmlhttprequest',
    cookie: Array.from({ length: 20 }, (_, place) => `n${place}=v${index}`).join('; '),
    setCookie: numbers.map((number) => {
      const value = number.toString(16).padStart(20, 'e9');
      const attributes = ATTRIBUTES[(number + slip) % ATTRIBUTES.length];
      return `${NAMES[number % NAMES.length]}${number}=${value}; ${attributes}`;
    }),
  };
}

describe(`${RESPONSES * LINES} lines, ${COOKIES} cookies`, () => {
  let subject: Subject;

  beforeAll(() => {
    const recording = createRecording();
    const events = Array.from({ length: RESPONSES }, (_, index) => response(index));
    for (const [index, fact] of factsOf({ name: '', events }).entries())
      reduce(recording, { seq: index + 1, fact });
    const [built] = buildSubjects(recording);
    if (built === undefined) throw new Error('no site');
    subject = built;
    // Shared with the rules on sessions, and measured with those.
    subject.shared(analyseSessions);
  }, 60_000);

  it('has them', () => {
    expect(subject.setCookies.length).toBe(RESPONSES * LINES);
    expect(new Set(subject.setCookies.map(nameOf)).size).toBe(COOKIES);
  });

  it.each([
    ['attributes, deletions, duplicates, sizes and places in 150 ms', FURTHER, 150],
    ['all that concerns cookies as written and stored in 250 ms', [...FURTHER, ...BASIC], 250],
  ])(
    'is judged for %s',
    (_, ids, limit) => {
      const asked = rules.filter((rule) => ids.includes(rule.id));
      expect(asked.map(({ id }) => id).sort()).toEqual(ids.toSorted());
      const sessions = subject.shared(analyseSessions);
      const judging = best(limit, () => {
        // Shared results are made anew each time, but for the sessions: other rules pay for those.
        const results = new Map<unknown, unknown>([[analyseSessions, sessions]]);
        const fresh: Subject = {
          ...subject,
          shared<T>(compute: (of: Subject) => T): T {
            if (!results.has(compute)) results.set(compute, compute(fresh));
            return results.get(compute) as T;
          },
        };
        for (const rule of asked) for (const flaw of rule.check(fresh)) void flaw.message;
      });
      expect(judging).toBeLessThan(limit);
    },
    60_000,
  );
});

/** Milliseconds of the processor, the best of many, until it is good enough: the machine has other things to do. */
function best(enough: number, run: () => void): number {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 30 && least >= enough; round += 1) {
    const before = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}
