import { describe, expect, it } from 'vitest';
import { A, B, C, gone, line, type Visit, visit } from './browse.ts';

const user = ['username', 'password'];
const anonymous = () =>
  visit()
    .ask('GET /', { set: [line('sid', A)] })
    .ask('GET /login');
const toAccount = { to: '/account' };

describe('what a login did to the session cookie', () => {
  it.each<[string, Visit, string[]]>([
    [
      'another ID',
      anonymous().ask('POST /login', { fields: user, set: [line('sid', B)], ...toAccount }),
      ['sid: login rotated'],
    ],
    [
      'the same ID: fixation',
      anonymous().ask('POST /login', { fields: user, ...toAccount }),
      ['sid: login kept'],
    ],
    [
      'the same ID, set again',
      anonymous().ask('POST /login', { fields: user, set: [line('sid', A)], ...toAccount }),
      ['sid: login kept'],
    ],
    [
      'no cookie before',
      visit()
        .ask('GET /login')
        .ask('POST /login', { fields: user, set: [line('sid', A)], ...toAccount }),
      ['sid: login issued'],
    ],
    [
      'an auth cookie beside the old ID',
      anonymous().ask('POST /login', { fields: user, set: [line('auth_token', B)], ...toAccount }),
      ['auth_token: login issued', 'sid: login added'],
    ],
    [
      'a remember-me cookie beside it is none',
      anonymous().ask('POST /login', {
        fields: user,
        set: [line('remember_me', B, '; Max-Age=2592000')],
        ...toAccount,
      }),
      ['sid: login kept'],
    ],
    [
      'a CSRF token, a load balancer and a preference beside it are none',
      anonymous().ask('POST /login', {
        fields: user,
        set: [line('csrftoken', B), line('AWSALB', C), 'theme=dark', '_ga=GA1.1.1804289383.1767225600'],
        ...toAccount,
      }),
      ['sid: login kept'],
    ],
    [
      'it was there before the recording',
      visit()
        .had(`sid=${A}`, { httpOnly: true })
        .ask('GET /login')
        .ask('POST /login', { fields: user, ...toAccount }),
      ['sid: login kept'],
    ],
    [
      'the ID changes on the page it leads to',
      anonymous().ask('POST /login', { fields: user, to: '/welcome', lands: { set: [line('sid', B)] } }),
      ['sid: login rotated'],
    ],
    [
      'the ID in a signed value stays, whatever the signature',
      visit()
        .ask('GET /', {
          set: [line('connect.sid', 's%3AabcdefghijklmnopQRSTUV.AAAAsignatureAAAAsignatureAAAA')],
        })
        .ask('POST /login', {
          fields: user,
          set: [line('connect.sid', 's%3AabcdefghijklmnopQRSTUV.BBBBsignatureBBBBsignatureBBBB')],
          ...toAccount,
        }),
      ['connect.sid: login kept'],
    ],
    [
      'a cookie of another path is not concerned',
      visit()
        .ask('GET /forum/', { set: [`JSESSIONID=${C}; Path=/forum; HttpOnly; Secure`] })
        .ask('GET /', { set: [line('sid', A)] })
        .ask('POST /login', { fields: user, set: [line('sid', B)], ...toAccount }),
      ['sid: login rotated'],
    ],
  ])('%s', (_, visited, story) => {
    expect([...visited.story()].sort()).toEqual([...story].sort());
  });

  it('rotated and kept together are rotated: the verdicts stand on their cookies', () => {
    const visited = visit()
      .ask('GET /', { set: [line('sid', A), line('app_session', C)] })
      .ask('POST /login', { fields: user, set: [line('sid', B)], ...toAccount });
    expect([...visited.story()].sort()).toEqual(['app_session: login kept', 'sid: login rotated']);
    expect(visited.verdicts()).toEqual(['rotated']);
    expect(visited.rules()).not.toContain('session-fixation');
  });

  it('names the IDs before and after by their fingerprints', () => {
    const visited = anonymous().ask('POST /login', { fields: user, set: [line('sid', B)], ...toAccount });
    const [session] = visited.report().sessions;
    const login = session?.events.find(({ kind }) => kind === 'login');
    expect(session?.ids.map(({ fingerprint }) => fingerprint)).toEqual([login?.before, login?.after]);
    expect(login?.before).not.toBe(login?.after);
    expect(login?.url).toBe('https://shop.example/login');
  });
});

describe('a value that changes anyway', () => {
  const sealed = (n: number) =>
    line('laravel_session', `eyJpdiI6Ik${n}${'abcdefghijklmnopqrstuvwxyz'.repeat(3)}`);
  const rolling = () =>
    visit()
      .ask('GET /', { set: [sealed(1)] })
      .ask('GET /login', { set: [sealed(2)] })
      .ask('POST /login', { fields: user, set: [sealed(3)], to: '/account', lands: { set: [sealed(4)] } });

  it('proves nothing by changing at login', () => {
    const visited = rolling()
      .ask('GET /orders', { set: [sealed(5)] })
      .ask('GET /', { set: [sealed(6)] });
    expect(visited.story()).toEqual(['laravel_session: login rolling']);
    expect(visited.report().sessions[0]?.lifetime.kind).toBe('rolling');
  });

  it('needs three responses to be called so', () => {
    expect(rolling().story()).toEqual(['laravel_session: login rotated']);
  });

  it('is none where signed-in pages leave it alone', () => {
    const visited = visit()
      .ask('GET /', { set: [sealed(1)] })
      .ask('GET /a', { set: [sealed(2)] })
      .ask('GET /b', { set: [sealed(3)] })
      .ask('GET /c', { set: [sealed(4)] })
      .ask('POST /login', { fields: user, set: [sealed(5)], to: '/account' })
      .ask('GET /orders')
      .ask('GET /orders');
    expect(visited.story()).toEqual(['laravel_session: login rotated']);
  });

  it('is told apart from a session set again and again with one ID', () => {
    const same = { set: [line('sid', A, '; Max-Age=3600')] };
    const visited = visit()
      .ask('GET /', same)
      .ask('GET /login', same)
      .ask('POST /login', { fields: user, ...same, to: '/account', lands: same })
      .ask('GET /orders', same);
    expect(visited.story()).toEqual(['sid: login kept']);
    expect(visited.report().sessions[0]?.lifetime.kind).toBe('sliding');
  });
});

describe('a login that failed', () => {
  it.each<[string, Visit]>([
    ['401', anonymous().ask('POST /login', { fields: user, status: 401 })],
    ['403', anonymous().ask('POST /login', { fields: user, status: 403 })],
    ['422', anonymous().ask('POST /login', { fields: user, status: 422, set: [line('sid', B)] })],
    ['back to the login page', anonymous().ask('POST /login', { fields: user, to: '/login' })],
    [
      'back to the login page, which sets another ID',
      anonymous().ask('POST /login', { fields: user, set: [line('sid', B)], to: '/login' }),
    ],
    ['an error redirect', anonymous().ask('POST /session', { fields: user, to: '/?error=credentials' })],
    ['the same form again', anonymous().ask('POST /login', { fields: user })],
    ['by script: 401', anonymous().xhr('POST /api/login', { fields: user, status: 401 })],
  ])('%s', (_, visited) => {
    expect(visited.story()).toEqual(['sid: login failed']);
    expect(visited.rules()).not.toContain('session-fixation');
  });

  it('is followed by one that works: two events', () => {
    const visited = anonymous()
      .ask('POST /login', { fields: user })
      .ask('POST /login', { fields: user, set: [line('sid', B)], ...toAccount });
    expect(visited.story()).toEqual(['sid: login failed', 'sid: login rotated']);
  });

  it('shows by a second try of the same form, although it led elsewhere', () => {
    const visited = anonymous()
      .ask('POST /session', { fields: user, to: '/welcome' })
      .ask('POST /session', { fields: user, set: [line('sid', B)], to: '/account' })
      .ask('GET /account');
    expect(visited.story()).toEqual(['sid: login failed', 'sid: login rotated']);
  });

  it('is not what a second login after a logout shows', () => {
    const visited = anonymous()
      .ask('POST /login', { fields: user, set: [line('sid', B)], to: '/' })
      .ask('POST /logout', { set: [gone('sid')], to: '/' })
      .ask('POST /login', { fields: user, set: [line('sid', C)], to: '/' });
    expect(visited.verdicts()).toEqual(['rotated', 'issued']);
  });
});

describe('a login by script', () => {
  const seen401 = () =>
    visit()
      .ask('GET /', { set: [line('sid', A)] })
      .xhr('GET /api/me', { status: 401 });

  it.each<[string, Visit, string[]]>([
    [
      'sets another ID',
      seen401().xhr('POST /api/login', { fields: ['email', 'password'], set: [line('sid', B)] }),
      ['sid: login rotated'],
    ],
    [
      'keeps the ID; what was closed is open',
      seen401()
        .xhr('POST /api/login', { fields: ['email', 'password'] })
        .xhr('GET /api/me'),
      ['sid: login kept'],
    ],
    [
      'what was closed stays closed',
      seen401()
        .xhr('POST /api/login', { fields: ['email', 'password'] })
        .xhr('GET /api/me', { status: 401 }),
      ['sid: login failed'],
    ],
    [
      'goes on to another page at once',
      seen401()
        .xhr('POST /api/login', { fields: ['credentials.user', 'credentials.password'] })
        .ask('GET /home'),
      ['sid: login kept'],
    ],
    [
      'shows neither',
      seen401().xhr('POST /api/login', { fields: ['email', 'password'] }),
      ['sid: login unobserved'],
    ],
    [
      'in GraphQL variables',
      seen401().xhr('POST /graphql', {
        format: 'graphql',
        fields: ['query', 'variables.input.email', 'variables.input.password'],
        set: [line('sid', B)],
      }),
      ['sid: login rotated'],
    ],
    [
      'is kept in no cookie: a token goes with every request',
      seen401()
        .xhr('POST /api/login', { fields: ['email', 'password'] })
        .xhr('GET /api/me', { sends: { authorization: 'Bearer' } }),
      ['sid: login unobserved'],
    ],
  ])('%s', (_, visited, story) => {
    expect(visited.story()).toEqual(story);
  });
});

describe('a login of several steps is one flow', () => {
  it.each<[string, Visit, string[]]>([
    [
      'user name, then password',
      anonymous()
        .ask('POST /login', { fields: ['username'], to: '/login/password' })
        .ask('POST /login/password', { fields: ['password'], set: [line('sid', B)], to: '/account' }),
      ['rotated'],
    ],
    [
      'the ID changes after the second factor only',
      anonymous()
        .ask('POST /login', { fields: user, to: '/login/2fa' })
        .ask('POST /login/2fa', { fields: ['otp'], set: [line('sid', B)], to: '/account' }),
      ['rotated'],
    ],
    [
      'the ID changes after the password only',
      anonymous()
        .ask('POST /login', { fields: user, set: [line('sid', B)], to: '/two-factor' })
        .ask('POST /two-factor', { fields: ['code', '_csrf'], to: '/account' }),
      ['rotated'],
    ],
    [
      'no step changes it',
      anonymous()
        .ask('POST /login', { fields: user, to: '/verify' })
        .ask('POST /verify', { fields: ['code'], to: '/account' }),
      ['kept'],
    ],
    [
      'a wrong code, then the right one',
      anonymous()
        .ask('POST /login', { fields: user, to: '/verify' })
        .ask('POST /verify', { fields: ['code'], to: '/verify?error=1' })
        .ask('POST /verify', { fields: ['code'], set: [line('sid', B)], to: '/account' }),
      ['rotated'],
    ],
    [
      'the code was never given',
      anonymous().ask('POST /login', { fields: user, to: '/login/2fa' }),
      ['unobserved'],
    ],
  ])('%s', (_, visited, verdicts) => {
    expect(visited.verdicts()).toEqual(verdicts);
  });
});

describe('other ways to log in', () => {
  it.each<[string, Visit, (string | null)[]]>([
    [
      'back from an OAuth provider',
      anonymous().ask('GET /auth/callback?code=abc&state=xyz', { set: [line('sid', B)], to: '/' }),
      ['rotated'],
    ],
    [
      'back from a provider that sets no cookie: told of only where pages open',
      anonymous().ask('GET /callback?code=abc&state=xyz', { to: '/' }),
      [],
    ],
    [
      'OpenID Connect by form_post',
      anonymous().ask('POST /signin-oidc', {
        fields: ['code', 'state', 'id_token'],
        set: [line('sid', B)],
        to: '/',
      }),
      ['rotated'],
    ],
    [
      'SAML',
      anonymous().ask('POST /saml/acs', {
        fields: ['SAMLResponse', 'RelayState'],
        set: [line('sid', B)],
        to: '/',
      }),
      ['rotated'],
    ],
    [
      'a link from a mail',
      anonymous().ask('GET /login/link?token=abc', { set: [line('sid', B)], to: '/' }),
      ['rotated'],
    ],
    [
      'a passkey',
      anonymous().xhr('POST /api/webauthn', {
        fields: ['id', 'response.clientDataJSON'],
        set: [line('sid', B)],
      }),
      ['rotated'],
    ],
    [
      'HTTP Basic after a challenge, kept in no cookie',
      visit()
        .ask('GET /', { set: [line('sid', A)] })
        .ask('GET /admin', { status: 401, headers: { 'www-authenticate': 'Basic realm="x"' } })
        .ask('GET /admin', { sends: { authorization: 'Basic' } })
        .ask('GET /admin/users', { sends: { authorization: 'Basic' } }),
      ['unobserved'],
    ],
    [
      'HTTP Basic refused',
      visit()
        .ask('GET /', { set: [line('sid', A)] })
        .ask('GET /admin', { status: 401, headers: { 'www-authenticate': 'Basic realm="x"' } })
        .ask('GET /admin', {
          status: 401,
          sends: { authorization: 'Basic' },
          headers: { 'www-authenticate': 'Basic realm="x"' },
        }),
      ['failed'],
    ],
    [
      'HTTP Basic that sets a session cookie',
      visit()
        .ask('GET /admin', { status: 401, headers: { 'www-authenticate': 'Digest realm="x"' } })
        .ask('GET /admin', { sends: { authorization: 'Digest' }, set: [line('sid', A)] }),
      ['issued'],
    ],
    [
      'a sign-up that logs in',
      anonymous().ask('POST /register', {
        fields: ['email', 'password', 'password_confirmation'],
        set: [line('sid', B)],
        to: '/',
      }),
      ['rotated'],
    ],
    [
      'by its path alone, where nobody watched',
      visit()
        .ask('GET /login', { set: [line('sid', A)], unwatched: true })
        .ask('POST /login', { set: [line('sid', B)], to: '/account', unwatched: true }),
      ['rotated'],
    ],
    [
      'a first cookie, where nobody knows what was there before',
      visit().ask('POST /login', { set: [line('sid', B)], to: '/account', unwatched: true }),
      ['unobserved'],
    ],
    ['the answer was lost', anonymous().ask('POST /login', { fields: user, lost: true }), ['unobserved']],
  ])('%s', (_, visited, verdicts) => {
    expect(visited.verdicts()).toEqual(verdicts);
  });
});

describe('what is no login', () => {
  it.each<[string, Visit]>([
    [
      'a registration',
      anonymous().ask('POST /register', { fields: ['email', 'password', 'password2'], to: '/thanks' }),
    ],
    [
      'a registration by its fields',
      anonymous().ask('POST /users', { fields: ['email', 'password', 'confirm_password'], to: '/thanks' }),
    ],
    ['a forgotten password', anonymous().ask('POST /password/reset', { fields: ['email'], to: '/sent' })],
    [
      'a new password',
      anonymous().ask('POST /password/reset/x', {
        fields: ['token', 'new_password', 'confirm'],
        to: '/login',
      }),
    ],
    ['a newsletter', anonymous().ask('POST /newsletter', { fields: ['email'], to: '/' })],
    ['a search', anonymous().ask('POST /search', { fields: ['q'] })],
    [
      'a passport number',
      anonymous().ask('POST /booking', { fields: ['name', 'passport_no', 'passenger'], to: '/paid' }),
    ],
    [
      'a mail server’s password',
      anonymous().ask('POST /settings/mail', { fields: ['smtp_user', 'smtp_password'], to: '/settings' }),
    ],
    ['a user name alone', anonymous().ask('POST /login', { fields: ['username'], to: '/login/password' })],
    ['a page of a login', anonymous().ask('GET /login?next=/account')],
  ])('%s', (_, visited) => {
    expect(visited.story(['login', 'privilege-change'])).toEqual([]);
  });
});

describe('a change of rights', () => {
  const signedIn = () =>
    anonymous().ask('POST /login', { fields: user, set: [line('sid', B)], ...toAccount });
  it.each<[string, Visit, string[]]>([
    [
      'the password asked again',
      signedIn()
        .ask('GET /admin')
        .ask('POST /sudo', { fields: ['password'], set: [line('sid', C)], to: '/admin' }),
      ['sid: privilege-change rotated'],
    ],
    [
      'the password changed, the ID kept',
      signedIn().ask('POST /account/password', {
        fields: ['current_password', 'new_password', 'confirm'],
        to: '/account',
      }),
      ['sid: privilege-change kept'],
    ],
    [
      'a password of something else is none',
      signedIn().ask('POST /servers', { fields: ['host', 'user', 'password'], to: '/servers/1' }),
      [],
    ],
  ])('%s', (_, visited, story) => {
    expect(visited.story(['privilege-change'])).toEqual(story);
    expect(visited.story(['login'])).toEqual(['sid: login rotated']);
  });
});

describe('a mark by hand', () => {
  it('stands for a login that nobody can see', () => {
    const visited = visit()
      .ask('GET /', { set: [line('sid', A)] })
      .wait(60_000)
      .xhr('POST /rpc', { fields: ['blob'], set: [line('sid', B)] })
      .mark('login');
    expect(visited.story()).toEqual(['sid: login rotated']);
    expect(visited.story(['mark'])).toEqual(['sid: mark']);
  });

  it('decides what was unclear', () => {
    const visited = anonymous().xhr('POST /api/login', { fields: user }).mark('login');
    expect(visited.story()).toEqual(['sid: login kept']);
  });
});
