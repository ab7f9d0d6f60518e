/** Names of form fields, JSON keys and variables that make a request a login; in many languages, without accents. */
import { wordSet } from './plain-words.ts';

export const PASSWORD_WORDS = wordSet(`
  password passwd passwrd passphrase passcode pwd psw pswd pswrd pword userpass userpassword loginpassword userpwd passwort kennwort
  contrasena contrasenia clave mot-de-passe motdepasse mdp senha palavra-passe wachtwoord parola heslo haslo losenord adgangskode kodeord
  passord salasana jelszo sifre lozinka geslo zaporka slaptazodis parool mat-khau matkhau kata-sandi katasandi sandi пароль
  密码 密碼 口令 暗証番号 パスワード 비밀번호 كلمة-المرور סיסמה סיסמא κωδικός κωδικος`);

/** Words that mean much else: only as the last word of a name. */
export const SHORT_PASSWORD_WORDS = wordSet('pass pw parole parol code-pin pin');

/** Whole inside a longer run: `txtPassword1`, `loginpasswort`. */
export const PASSWORD_STEMS = [
  'password',
  'passwort',
  'passwd',
  'kennwort',
  'contrasen',
  'motdepasse',
  'wachtwoord',
];

/** Beside a password word: it is about one, and holds none. */
export const NO_PASSWORD_WORDS = wordSet(`
  hint policy strength expiry expires expired length show has forgot forgotten remember question less type visible toggle min max
  link url enabled required reminder captcha passport manager`);

/** Another system's password, typed by somebody who is logged in here. */
export const SERVICE_WORDS = wordSet(`
  smtp imap pop ftp sftp ldap mysql db database proxy wifi wlan psk vpn ssh zip pdf keystore truststore snmp mqtt redis smb bind
  archive encryption backup card cvv cvc iban`);

export const NEW_WORDS = wordSet(
  'new neu neues neue nouveau nouvelle nueva nuevo nuova nuovo nova novo nieuw nieuwe ny nytt nove nowe yeni moi 新',
);
export const CURRENT_WORDS = wordSet(
  'current old existing present aktuell aktuelles altes alte bisheriges actuel ancien actual antigua atual antiga attuale vecchia huidig oud stare',
);
export const CONFIRM_WORDS = wordSet(`
  confirm confirmation confirmed repeat repeated again retype reenter re-enter verify verification wiederholen wiederholung bestatigen bestatigung
  confirmer confirmar confirmacion confirmacao repetir conferma ripeti herhaal bevestig upprepa gentag powtorz opakovat potvrdit tekrar`);

export const OTP_WORDS = wordSet(`
  otp totp hotp mfa 2fa tfa twofactor two-factor onetimecode one-time-code onetimepassword one-time-password onetimepasscode otpcode mfacode
  mfatoken otptoken smscode authenticatorcode backupcode recoverycode verificationcode verification-code securitycode security-code
  twofactorcode twofactortoken einmalcode bestatigungscode codeverification codigoverificacion codicetemporaneo verificatiecode`);
/** A code of a second factor only where the page or the step before says so. */
export const CODE_WORDS = wordSet('code token pin passcode tan answer codigo codice kod kode challenge');

export const IDENTITY_WORDS = wordSet(`
  user username userid useridentifier email mail e-mail login loginid account identifier identity handle phone mobile nickname log name uid
  benutzer benutzername nutzername kennung utilisateur identifiant courriel usuario correo nombre utilizador utente nome gebruiker
  gebruikersnaam anvandarnamn brugernavn brukernavn kayttajatunnus uzytkownik nazwa uzivatel jmeno felhasznalonev kullanici
  kullaniciadi логин имя почта пользователь 用户名 用戶名 帳號 账号 ユーザー メール 아이디 이메일`);

export const SIGN_UP_FIELD_WORDS = wordSet(`
  register registration signup terms tos agree birthdate birthday dob firstname lastname first-name last-name given-name family-name
  vorname nachname prenom apellido cognome`);

export const NEWSLETTER_WORDS = wordSet(
  'newsletter subscribe subscription unsubscribe search query q suche recherche buscar cerca contact message comment subject',
);

export const PASSKEY_NAMES = wordSet('clientDataJSON authenticatorData');
