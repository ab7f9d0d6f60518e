/** Words of logins and logouts in paths, in the languages that sites are written in. Accents and case do not matter. */
import { wordSet } from './plain-words.ts';

export const LOGIN_WORDS = wordSet(`
  login logon signin log-in sign-in log-on sign-on signon dologin userlogin loginform logincheck authenticate authentication
  securitycheck springsecuritycheck magic-link magiclink passwordless login-link
  anmelden anmeldung einloggen connexion se-connecter identification iniciar-sesion inicio-sesion inicio-de-sesion acceder acceso
  ingresar ingreso entrar fazer-login iniciar-sessao accedi accesso accedere inloggen aanmelden logga-in loggain inloggning log-ind
  logg-inn kirjaudu kirjaudu-sisaan logowanie zaloguj zaloguj-sie prihlaseni prihlasit prihlasenie bejelentkezes belepes giris
  giris-yap oturum-ac dang-nhap masuk autentificare conectare vhod vojti prijava voyti вход войти авторизация увiйти вхiд увійти вхід
  ログイン サインイン 登录 登錄 登入 로그인 تسجيل-الدخول כניסה התחברות σύνδεση είσοδος`);

export const LOGOUT_WORDS = wordSet(`
  logout logoff signout signoff log-out log-off sign-out sign-off dologout userlogout end-session endsession
  abmelden abmeldung ausloggen deconnexion deconnecter se-deconnecter cerrar-sesion cerrarsesion finalizar-sesion salir desconectar
  desconectarse sair terminar-sessao encerrar-sessao logout esci disconnetti disconnessione uitloggen afmelden logga-ut loggaut
  utloggning log-ud logg-ut loggut kirjaudu-ulos wyloguj wylogowanie wyloguj-sie odhlasit odhlaseni odhlasenie kijelentkezes kilepes
  cikis cikis-yap oturum-kapat dang-xuat keluar deconectare iesire vyhod vyjti odjava выход выйти вихiд вийти вихід
  ログアウト サインアウト 登出 退出 退出登录 注销 登出 로그아웃 تسجيل-الخروج יציאה התנתק αποσύνδεση έξοδος`);

/** Accounts that are made: not logins, unless one follows by itself. */
export const SIGN_UP_WORDS = wordSet(`
  register registration signup sign-up join create-account createaccount new-account enroll enrol onboarding
  registrieren registrierung inscription s-inscrire inscrire registro registrarse crear-cuenta cadastro cadastrar criar-conta
  registrati registrazione iscriviti registreren aanmaken registrera skapa-konto opret opprett rekisteroidy rejestracja zarejestruj
  registrace registrovat registracia regisztracio kayit kayit-ol dang-ky daftar inregistrare регистрация зарегистрироваться реєстрація
  登録 新規登録 注册 註冊 회원가입 التسجيل הרשמה εγγραφή`);

/** Passwords that are set anew or changed. */
export const RESET_WORDS = wordSet(`
  reset resetpassword password-reset forgot forgotten forgot-password recover recovery lost-password lostpassword change-password
  changepassword passwordchange set-password update-password zurucksetzen vergessen reinitialiser oublie mot-de-passe-oublie restablecer olvide
  recuperar redefinir esqueci reimposta recupera vergeten aterstall glomt nulstil glemt reset-hasla obnova zapomenute elfelejtett
  sifremi-unuttum quen-mat-khau lupa восстановление сброс забыли 再設定 重置 重設 忘记密码 초기화`);

/** Pages of a second factor, and of what stands between password and account. */
export const FACTOR_WORDS = wordSet(`
  otp totp mfa 2fa tfa two-factor twofactor two-step twostep second-factor secondfactor multifactor authenticator verify
  verification challenge checkpoint passcode webauthn passkey u2f step2 factor sms-code security-code verify-code
  bestatigen verifizierung verificacion verificar verification-code verifica verificatie weryfikacja overeni dogrulama xac-thuc
  подтверждение 認証 验证 驗證 인증`);

/** Asking again who is there, or becoming somebody else. */
export const PRIVILEGE_WORDS = wordSet(`
  sudo reauth reauthenticate reauthentication re-auth confirm-password confirmpassword password-confirm elevate elevation stepup
  step-up impersonate impersonation switch-user switchuser switch-account switch-role switchrole assume-role become`);

/** Where identity providers are asked. */
export const PROVIDER_WORDS = wordSet(
  'oauth oauth2 authorize sso saml saml2 openid openid-connect oidc adfs cas idp realms',
);

/** Pages that nobody sees who is not logged in, as a rule. */
export const PRIVATE_WORDS = wordSet(`
  account accounts my me profile dashboard settings orders admin private protected secret member members whoami
  konto mein-konto profil compte mon-compte cuenta mi-cuenta perfil conta minha-conta profilo mijn-account kunto ucet fiok hesap hesabim
  аккаунт профиль кабинет личный-кабинет マイページ 我的 个人中心 마이페이지`);

/** What follows an action, and is none itself. */
export const DONE_WORDS = wordSet(
  'success complete completed done callback return confirm confirmation confirmed landing bye goodbye',
);

/** Parts of a site where pages tell of something. */
export const READING_WORDS = wordSet(
  'help doc docs documentation blog faq kb article articles support guide guides news post posts hc question questions topic topics thread threads',
);

/** In a redirect's query or fragment: it did not work. */
export const ERROR_WORDS = wordSet(`
  error errors err failed failure fail invalid incorrect denied wrong unauthorized badcredentials loginerror fehler erreur falha
  errore fout fel blad chyba hiba hata`);
