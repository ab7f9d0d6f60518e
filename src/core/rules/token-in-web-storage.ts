import { defineRule } from './define-rule.ts';
import type { ExampleEvent } from './example.ts';

const stored = (
  key: string,
  look: 'jwt' | 'token' | 'none',
  area: 'local' | 'session' = 'local',
): ExampleEvent => ({
  fact: { kind: 'web-storage', at: 1_767_225_605_000, origin: 'https://shop.example', area, key, look },
});
const PAGE: ExampleEvent = {};

export default defineRule({
  id: 'token-in-web-storage',
  title: 'Login token in localStorage or sessionStorage',
  why: 'Every script of the page reads web storage, that of a compromised library as well; there is no HttpOnly for it. What lies in localStorage stays there after the browser is closed, and no logout of the server takes it away.',
  fix: 'Keep the login in an HttpOnly cookie. Where an API needs a token, keep it in memory and fetch a new one by that cookie.',
  severity: { secret: 'medium', rest: 'medium' },
  confidence: 'firm',
  cwe: [922],
  references: [
    'https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/0x23-V14-Data-Protection.md',
    'https://cheatsheetseries.owasp.org/cheatsheets/HTML5_Security_Cheat_Sheet.html#local-storage',
  ],
  examples: {
    flagged: [
      { name: 'a JWT', events: [PAGE, stored('access_token', 'jwt')] },
      { name: 'a token under a telling key', events: [PAGE, stored('authToken', 'token', 'session')] },
    ],
    clean: [
      { name: 'a theme', events: [PAGE, stored('theme', 'none')] },
      { name: 'an ID of analytics', events: [PAGE, stored('amplitude_id', 'token')] },
      { name: 'nothing stored', events: [PAGE] },
    ],
  },
  *check({ recording, site, show }) {
    for (const { origin, area, key, look, at } of recording.webStorage.values()) {
      if (look === 'none' || (look === 'token' && !TELLING.test(key))) continue;
      if (!URL.canParse(origin)) continue;
      const { hostname } = new URL(origin);
      if (hostname !== site && !hostname.endsWith(`.${site}`)) continue;
      const shown = key.replace(/[\p{Cc}\p{Cf}`]/gu, '\uFFFD').slice(0, 60);
      yield {
        message: `\`${shown}\` in ${area}Storage looks like ${look === 'jwt' ? 'a JWT' : 'a login token'}: every script of the page can read it.`,
        url: origin,
        secret: true,
        confidence: look === 'jwt' ? 'firm' : 'tentative',
        evidence: [
          `${show.url(origin)}: ${area}Storage, key \`${shown}\`, seen ${new Date(at).toISOString().slice(11, 19)} UTC`,
        ],
      };
    }
  },
});

const TELLING =
  /(?:auth|access|id|refresh|session|bearer|login)[-_.]?(?:token|id|key)|^(?:token|jwt|session|sid)$/i;
