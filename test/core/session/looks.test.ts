import { describe, expect, it } from 'vitest';
import { lookOfFields } from '../../../src/core/session/field-look.ts';
import { lookOfUrl } from '../../../src/core/session/url-look.ts';

describe('a field holds a password', () => {
  it.each([
    'password',
    'Passwd',
    'pwd',
    'pass',
    'user[password]',
    'login.password',
    'variables.input.password',
    'txtPassword',
    'loginPasswort',
    'current-password',
    'passphrase',
    'j_password',
    'Passwort',
    'contraseña',
    'contrasena',
    'mot_de_passe',
    'motdepasse',
    'mdp',
    'senha',
    'wachtwoord',
    'parola',
    'heslo',
    'hasło',
    'lösenord',
    'adgangskode',
    'salasana',
    'jelszó',
    'şifre',
    'lozinka',
    'пароль',
    '密码',
    'パスワード',
    '비밀번호',
    'mật_khẩu',
    'kata_sandi',
    'user_pass',
    'ctl00$Main$Password',
  ])('%s', (name) => {
    expect(lookOfFields([name]).passwords).toBe(1);
  });

  it.each([
    'passport',
    'passenger_name',
    'compass',
    'boarding_pass_type',
    'password_hint',
    'show_password',
    'forgot_password',
    'bypass',
    'username',
    'passwordless',
    '',
  ])('not %s', (name) => {
    expect(lookOfFields([name]).passwords).toBe(0);
  });
});

describe('fields say more', () => {
  it.each<[string[], Partial<ReturnType<typeof lookOfFields>>]>([
    [['otp'], { otp: true, passwords: 0 }],
    [['one-time-code'], { otp: true }],
    [['mfaCode'], { otp: true }],
    [['code', 'state'], { provider: true }],
    [['code'], { provider: false, code: true }],
    [['SAMLResponse', 'RelayState'], { provider: true }],
    [['id_token', 'state'], { provider: true }],
    [['password1', 'password2'], { passwords: 2 }],
    [['user[password]', 'user[password_confirmation]'], { confirmation: true }],
    [['old_password', 'new_password'], { currentPassword: true, newPassword: true }],
    [['smtp_password'], { service: true }],
    [['email'], { identity: true }],
    [['response.authenticatorData'], { passkey: true }],
  ])('%j', (names, look) => {
    expect(lookOfFields(names)).toMatchObject(look);
  });

  it('hostile names are taken as they come', () => {
    const names = [
      '\uD800',
      '['.repeat(10_000),
      '.'.repeat(10_000),
      'a'.repeat(100_000),
      '__proto__',
      'constructor',
    ];
    expect(lookOfFields(names).passwords).toBe(0);
  });
});

describe('a URL is of', () => {
  const of = (path: string) => lookOfUrl(new URL(path, 'https://shop.example').href);
  it.each([
    '/login',
    '/login.php',
    '/users/sign_in',
    '/Account/LogOn',
    '/sign-in',
    '/anmelden',
    '/connexion',
    '/iniciar-sesion',
    '/inloggen',
    '/giri%C5%9F',
    '/%E3%83%AD%E3%82%B0%E3%82%A4%E3%83%B3',
    '/%D0%B2%D1%85%D0%BE%D0%B4',
    '/session/new',
    '/customerLogin',
    '/?action=login',
    '/accounts/login/',
  ])('a login: %s', (path) => {
    expect(of(path)).toMatchObject({ login: true, logout: false });
  });
  it.each([
    '/',
    '/blogin',
    '/bloginfo',
    '/logins-and-more',
    '/catalogue',
    '/logout',
    '/?next=/login',
    '/design-information',
    '/signature',
  ])('no login: %s', (path) => {
    expect(of(path)?.login).toBe(false);
  });
  it.each([
    '/logout',
    '/log-out',
    '/users/sign_out',
    '/signoff',
    '/abmelden',
    '/d%C3%A9connexion',
    '/cerrar-sesion',
    '/uitloggen',
    '/wyloguj',
    '/?action=logout',
    '/?logout',
    '/%D0%B2%D1%8B%D1%85%D0%BE%D0%B4',
    '/api/auth/signout',
  ])('a logout: %s', (path) => {
    expect(of(path)?.logout).toBe(true);
  });
  it.each(['/logged-out', '/signed-out', '/blog-outlook', '/?next=/logout', '/layout'])(
    'no logout: %s',
    (path) => {
      expect(of(path)?.logout).toBe(false);
    },
  );
  it.each(['/?error=1', '/login?login_error=true', '/#error', '/?message=failed'])('an error: %s', (path) => {
    expect(of(path)?.error).toBe(true);
  });

  it('is nothing where there is no URL', () => {
    expect(lookOfUrl('no url')).toBeNull();
  });
});
