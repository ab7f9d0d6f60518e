import { adonisApps } from './adonis.ts';
import { askingAgainApps } from './asking-again.ts';
import { authJsApps } from './authjs.ts';
import { cookieSessionApps } from './cookie-session.ts';
import { djangoApps } from './django.ts';
import { expressSessionApps } from './express-session.ts';
import { secureSessionApps } from './fastify-secure-session.ts';
import { fastifySessionApps } from './fastify-session.ts';
import type { FrameworkApp } from './framework-app.ts';
import { ironSessionApps } from './iron-session.ts';
import { jsonApiApps } from './json-api.ts';
import { jwtCookieApps } from './jwt-cookies.ts';
import { koaSessionApps } from './koa-session.ts';
import { noSessionApps } from './no-session.ts';
import { passportApps } from './passport.ts';
import { phpApps } from './php.ts';
import { rememberMeApps } from './remember-me.ts';
import { signUpApps } from './sign-up.ts';
import { twoStepApps } from './two-steps.ts';

/** Every app, in sound and flawed forms. */
export const frameworkApps: readonly FrameworkApp[] = [
  ...expressSessionApps,
  ...cookieSessionApps,
  ...koaSessionApps,
  ...fastifySessionApps,
  ...secureSessionApps,
  ...ironSessionApps,
  ...adonisApps,
  ...authJsApps,
  ...passportApps,
  ...jwtCookieApps,
  ...phpApps,
  ...djangoApps,
  ...jsonApiApps,
  ...twoStepApps,
  ...signUpApps,
  ...noSessionApps,
  ...rememberMeApps,
  ...askingAgainApps,
];
