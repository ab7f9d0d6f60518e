/** Rules that are mended by the same lines of code. */
export const topics = [
  /** Set the cookie with the right attributes. */
  'cookie',
  /** Delete it so that it goes. */
  'delete',
  /** A new ID at login. */
  'rotate',
  /** End the session on the server and in the browser. */
  'logout',
  /** Idle and absolute timeouts. */
  'lifetime',
  /** No session before one is needed, and no renewal by every file. */
  'lazy',
  /** IDs by the framework's own generator. */
  'id',
  /** Data stays on the server; the cookie holds an ID. */
  'state',
  /** Forms with a token; no changes by GET. */
  'csrf',
  /** Response headers of every page. */
  'headers',
  /** Private pages that no cache keeps. */
  'no-store',
  /** HTTPS everywhere. */
  'https',
] as const;

export type Topic = (typeof topics)[number];

const RULES: Readonly<Record<Topic, readonly string[]>> = {
  cookie: [
    'missing-http-only',
    'missing-secure',
    'missing-same-site',
    'same-site-none',
    'invalid-same-site',
    'same-site-none-insecure',
    'missing-prefix',
    'broken-prefix',
    'broad-domain',
    'broad-path',
    'rejected-cookie',
    'attribute-drift',
    'conflicting-set-cookie',
    'cookie-tossing',
    'duplicate-cookie',
    'third-party-cookie',
    'opaque-attribute',
    'clamped-lifetime',
    'expired-on-arrival',
    'weaker-after-login',
    'script-written-session',
    'token-in-web-storage',
    'readable-token',
  ],
  delete: ['ineffective-deletion', 'unread-flash'],
  rotate: ['session-fixation', 'partial-rotation'],
  logout: [
    'session-not-cleared',
    'session-alive-after-logout',
    'remember-me-survives-logout',
    'missing-clear-site-data',
  ],
  lifetime: ['long-lived-session', 'unbounded-sliding-session', 'weak-jwt'],
  lazy: ['session-for-anonymous-visitor', 'session-reset-everywhere'],
  id: ['weak-session-id', 'predictable-session-id'],
  state: [
    'sensitive-value',
    'tamperable-state',
    'misplaced-state',
    'oversized-cookie',
    'too-many-cookies',
    'cookie-header-overhead',
    'session-id-in-url',
  ],
  csrf: ['missing-csrf-token', 'state-change-by-get', 'missing-reauthentication'],
  headers: [
    'missing-csp',
    'weak-csp',
    'missing-frame-protection',
    'missing-content-type-options',
    'leaky-referrer-policy',
    'permissive-cors',
  ],
  'no-store': ['cacheable-set-cookie', 'cacheable-private-page'],
  https: [
    'missing-hsts',
    'weak-hsts',
    'missing-https-redirect',
    'session-over-http',
    'login-over-http',
    'mixed-content',
  ],
};

const TOPIC_OF: ReadonlyMap<string, Topic> = new Map(
  topics.flatMap((topic) => RULES[topic].map((rule) => [rule, topic] as const)),
);

export function topicOf(rule: string): Topic | undefined {
  return TOPIC_OF.get(rule);
}
