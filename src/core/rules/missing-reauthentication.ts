import { secretsSent } from '../audit/secrets-sent.ts';
import type { RequestEntry } from '../recording/recording.ts';
import { lookOfFields } from '../session/field-look.ts';
import { lookOfRequest } from '../session/url-look.ts';
import { defineRule } from './define-rule.ts';
import type { Exchange } from './example.ts';
import { SESSION_COOKIE, SIGN_IN } from './examples/pages.ts';

const change = (path: string, fields: readonly string[]): Exchange => ({
  url: `https://shop.example${path}`,
  method: 'POST',
  cookie: SESSION_COOKIE,
  fields,
  status: 303,
  responseHeaders: { location: '/account' },
});

export default defineRule({
  id: 'missing-reauthentication',
  title: 'Password or address is changed without the current password',
  why: 'Whoever has a session for a moment, by an unlocked screen or a stolen ID, changes password or e-mail address, and the account is theirs for good. Asking for the current password stops them.',
  fix: 'Ask for the current password, or a fresh second factor, with every change of password, e-mail address or second factor; and end the other sessions.',
  severity: { secret: 'medium', rest: 'medium' },
  confidence: 'tentative',
  cwe: [620, 306],
  references: [
    'https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/0x16-V7-Session-Management.md',
    'https://cheatsheetseries.owasp.org/cheatsheets/Authentication_Cheat_Sheet.html#require-re-authentication-for-sensitive-features',
  ],
  examples: {
    flagged: [
      {
        name: 'a new password alone',
        events: [SIGN_IN, change('/account/password', ['new_password', 'confirm_password'])],
      },
      { name: 'a new address alone', events: [SIGN_IN, change('/account/email', ['email'])] },
    ],
    clean: [
      {
        name: 'with the current password',
        events: [
          SIGN_IN,
          change('/account/password', ['current_password', 'new_password', 'confirm_password']),
        ],
      },
      {
        name: 'a new address with the password',
        events: [SIGN_IN, change('/account/email', ['email', 'password'])],
      },
      {
        name: 'a forgotten password, by a link',
        events: [change('/reset-password', ['token', 'new_password', 'confirm_password'])],
      },
      { name: 'a newsletter', events: [SIGN_IN, change('/newsletter', ['email'])] },
      { name: 'a registration', events: [change('/register', ['email', 'password', 'password_confirm'])] },
      { name: 'a second factor', events: [SIGN_IN, change('/account/email', ['email', 'otp'])] },
    ],
  },
  *check(subject) {
    const told = new Set<string>();
    for (const request of subject.requests) {
      const what = changed(request);
      if (what === null || told.has(what) || secretsSent(subject, request).length === 0) continue;
      told.add(what);
      yield {
        message: `The ${what} is changed by a request without the current password.`,
        url: request.url,
        secret: true,
        evidence: [
          subject.show.request(request),
          `Fields: ${(request.fields?.names ?? []).slice(0, 8).join(', ')}`,
        ],
      };
    }
  },
});

const CHANGING: readonly string[] = ['POST', 'PUT', 'PATCH'];
const ADDRESS_PATH =
  /\/(?:change|update|edit|new)?[-_]?e?-?mail(?:[-_](?:change|update|address))?(?:\/(?:change|update|edit))?\/?$/i;
const ADDRESS_FIELD = /^(?:new_?)?e?-?mail(?:_?address)?$|\[e?-?mail\]$/i;

/** What a request changes of an account; null: nothing of the kind, or it asks for the password as it should. */
function changed(request: RequestEntry): 'password' | 'e-mail address' | null {
  const { method, fields, party, status } = request;
  if (!CHANGING.includes(method) || fields === null || party !== 'first' || status === null || status >= 400)
    return null;
  const look = lookOfFields(fields.names);
  const at = lookOfRequest(request);
  if (
    at === null ||
    at.login ||
    at.signUp ||
    at.reset ||
    look.reset ||
    look.signUp ||
    look.otp ||
    look.passkey
  )
    return null;
  if (look.newPassword) return look.currentPassword || look.passwords > 2 ? null : 'password';
  const isAddress = ADDRESS_PATH.test(at.path) && fields.names.some((name) => ADDRESS_FIELD.test(name));
  return isAddress && look.passwords === 0 && !look.code && !look.newsletter ? 'e-mail address' : null;
}
