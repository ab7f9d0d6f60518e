import { describe, expect, it } from 'vitest';
import type { CookieLook } from '../../../src/core/session/likelihood.ts';
import { sessionLikelihood } from '../../../src/core/session/likelihood.ts';
import { roleOf } from '../../../src/core/session/role.ts';
import type { Role } from '../../../src/core/session/roles.ts';
import { namesByRole } from '../../../src/core/session/session-names.ts';

const ID = '31d4d96e407aad42a7c1dd3e90b2';
const JWT = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI0MiJ9.c2lnbmF0dXJl';
/** As session-like as looks can be: everything but the name. */
const tempting = { value: ID, httpOnly: true, secure: true, sameSite: 'lax', expires: null } as const;

describe('the role of a cookie', () => {
  it.each<[string, CookieLook, Role]>([
    ['a framework’s default name', { name: 'PHPSESSID', value: 'q7k2l9x4v8b1n6m3c5z0a8s7d2' }, 'session'],
    ['the same under a prefix', { name: '__Host-sid', ...tempting }, 'session'],
    ['a signed Express ID', { name: 'connect.sid', value: 's%3AjSdf83hKJH3kjh34kjh.sdfkjh34' }, 'session'],
    ['a poor ID under a session’s name', { name: 'session_id', value: '1001' }, 'session'],
    ['a short ID under a session’s name', { name: 'sid', value: 'abc123' }, 'session'],
    ['a name of its own with all the looks', { name: 'qid', ...tempting }, 'session'],
    ['a name made of words', { name: 'myShopSession', value: ID }, 'session'],
    ['a JWT under a token’s name', { name: 'token', value: JWT }, 'auth'],
    ['a JWT under a session’s name', { name: 'session', value: JWT, httpOnly: true }, 'auth'],
    ['an access token', { name: 'access_token', value: ID }, 'auth'],
    ['remember me', { name: 'remember_me', value: ID, httpOnly: true }, 'remember-me'],
    [
      'Laravel’s remember me',
      { name: 'remember_web_59ba36addc2b2f9401580f014c7f58ea', value: ID },
      'remember-me',
    ],
    ['a theme', { name: 'theme', value: 'dark' }, 'preference'],
    ['a language in a session’s words', { name: 'session_lang', value: 'en' }, 'preference'],
    ['Django’s CSRF cookie', { name: 'csrftoken', ...tempting }, 'csrf'],
    ['a CSRF cookie with “session” in its name', { name: 'csrf_session_token', ...tempting }, 'csrf'],
    ['a CSRF cookie in camel case', { name: 'shopCsrfToken', ...tempting }, 'csrf'],
    ['a load balancer', { name: 'AWSALB', ...tempting }, 'load-balancer'],
    [
      'a load balancer with “session” in its name',
      { name: 'heroku-session-affinity', ...tempting },
      'load-balancer',
    ],
    ['analytics', { name: '_ga', value: 'GA1.1.1804289383.1767225600' }, 'analytics'],
    ['analytics with “session” in its name', { name: '_pk_ses.1.1fff', ...tempting }, 'analytics'],
    ['advertising', { name: '_fbp', value: 'fb.1.1767225600000.1098115397' }, 'advertising'],
    ['consent', { name: 'OptanonConsent', value: 'isGpcEnabled=0&datestamp=Thu' }, 'consent'],
    ['consent named a token', { name: 'didomi_token', ...tempting }, 'consent'],
    ['a cart', { name: 'cart', value: '%7B%22items%22%3A%5B%5D%7D' }, 'cart'],
    ['a flash', { name: 'flash', value: 'saved' }, 'flash'],
    ['a token that is a word', { name: 'token', value: 'dark' }, 'unknown'],
    ['a session that is a flag', { name: 'session', value: 'true' }, 'unknown'],
    ['an auth flag', { name: 'auth', value: '1' }, 'unknown'],
    ['a logged-in flag', { name: 'logged_in', value: 'yes', httpOnly: true }, 'preference'],
    ['a name', { name: 'user', value: 'ann' }, 'unknown'],
    [
      'a long-lived device ID',
      { name: 'did', value: ID, httpOnly: true, lifetime: 365 * 86_400_000 },
      'unknown',
    ],
    ['an opaque value that script reads', { name: 'qid', value: ID, httpOnly: false }, 'unknown'],
    ['nothing at all', { name: '', value: '' }, 'unknown'],
  ])('%s', (_, look, role) => {
    expect(roleOf(look).role).toBe(role);
  });

  const innocent = (
    ['csrf', 'load-balancer', 'analytics', 'advertising', 'consent', 'preference'] as const
  ).flatMap((role) => namesByRole[role].map((name) => [role, name.replaceAll('*', 'x7')] as const));
  it.each(innocent)('%s cookie %s is never a session, whatever it looks like', (_, name) => {
    for (const value of [ID, JWT, 's:abcdefgh12345678.sig']) {
      const verdict = roleOf({ ...tempting, name, value });
      expect(['session', 'auth', 'remember-me']).not.toContain(verdict.role);
      expect(verdict.likelihood).toBeLessThanOrEqual(0.05);
    }
  });

  it('follows what was observed', () => {
    const look = { name: 'x9', value: ID, httpOnly: false };
    expect(roleOf(look).role).toBe('unknown');
    const verdict = roleOf(look, [{ name: 'replaced at login', weight: 3 }]);
    expect(verdict.role).toBe('session');
    expect(verdict.signals).toContain('replaced at login');
  });
});

describe('the likelihood of a session', () => {
  it('is between 0 and 1 and names its reasons, the heaviest first', () => {
    const { likelihood, signals } = sessionLikelihood({ name: 'connect.sid', ...tempting });
    expect(likelihood).toBeGreaterThan(0.9);
    expect(likelihood).toBeLessThanOrEqual(1);
    expect(signals[0]).toBe('well-known session name connect.sid');
    expect(signals).toContain('HttpOnly');
  });

  it('takes a long life for a doubt only where the name says nothing', () => {
    const long = { value: ID, httpOnly: true, lifetime: 365 * 86_400_000 };
    const short = { value: ID, httpOnly: true, lifetime: 3_600_000 };
    expect(sessionLikelihood({ name: 'sid', ...long })).toEqual(sessionLikelihood({ name: 'sid', ...short }));
    expect(sessionLikelihood({ name: 'x9', ...long }).likelihood).toBeLessThan(
      sessionLikelihood({ name: 'x9', ...short }).likelihood,
    );
  });

  it('says what speaks against it', () => {
    expect(sessionLikelihood({ name: 'sid', value: 'true' }).signals).toContain('not: value is a flag');
  });

  it.each(['', 'a'.repeat(4096), '\uD800', '%'.repeat(4000), '-'.repeat(4096), 'eyJ'.repeat(1000), '\u0000'])(
    'takes any value (case %#)',
    (value) => {
      const { likelihood } = sessionLikelihood({ name: value, value });
      expect(likelihood).toBeGreaterThanOrEqual(0);
      expect(likelihood).toBeLessThanOrEqual(1);
    },
  );
});
