import type { FrameworkFixes } from '../fix.ts';
import type { Framework } from '../framework.ts';
import { adonisjs } from './adonisjs.ts';
import { aspnetCore } from './aspnet-core.ts';
import { cookieSession } from './cookie-session.ts';
import { django } from './django.ts';
import { express } from './express.ts';
import { expressSession } from './express-session.ts';
import { fastify } from './fastify.ts';
import { flask } from './flask.ts';
import { koa } from './koa.ts';
import { laravel } from './laravel.ts';
import { nextjs } from './nextjs.ts';
import { nginx } from './nginx.ts';
import { nodeHttp } from './node-http.ts';
import { php } from './php.ts';
import { rails } from './rails.ts';
import { spring } from './spring.ts';

export const fixes: Readonly<Record<Framework, FrameworkFixes>> = {
  'node-http': nodeHttp,
  express,
  'express-session': expressSession,
  'cookie-session': cookieSession,
  fastify,
  koa,
  adonisjs,
  nextjs,
  django,
  flask,
  rails,
  laravel,
  php,
  spring,
  'aspnet-core': aspnetCore,
  nginx,
};
