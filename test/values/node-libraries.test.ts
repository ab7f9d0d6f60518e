/** Values as the libraries of the Node world write them today, made here and now. */
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Encryption } from '@adonisjs/encryption';
import { encode } from '@auth/core/jwt';
import fastifyCookie from '@fastify/cookie';
import secureSession from '@fastify/secure-session';
import fastifySession from '@fastify/session';
import cookieSession from 'cookie-session';
import express from 'express';
import expressSession from 'express-session';
import { fastify } from 'fastify';
import { getIronSession } from 'iron-session';
import { CompactEncrypt, CompactSign, EncryptJWT, SignJWT, UnsecuredJWT } from 'jose';
import Koa from 'koa';
import koaSession from 'koa-session';
import { describe, expect, it } from 'vitest';
import { joinChunks } from '../../src/core/value/chunks.ts';
import { decodeValue } from '../../src/core/value/decode-value.ts';
import { reencode } from '../../src/core/value/reencode.ts';

const SECRET = 'a secret of more than thirty-two characters';
const KEY = new TextEncoder().encode(SECRET);

const formatsOf = (value: string) => decodeValue(value).layers.map(({ format }) => format);
const inmostOf = (value: string) => decodeValue(value).layers.at(-1);

type Listener = (request: IncomingMessage, response: ServerResponse) => void;

/** The cookies that an app sets, by name, as they stand in Set-Cookie. */
async function cookiesOf(listener: Listener): Promise<Readonly<Record<string, string>>> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  try {
    await new Promise((resolve) => server.once('listening', resolve));
    const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    return parsed(response.headers.getSetCookie());
  } finally {
    server.close();
  }
}

function parsed(lines: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    lines.map((line) => {
      const pair = line.split(';', 1)[0] ?? '';
      return [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
    }),
  );
}

describe('jose', () => {
  const claims = { sub: 'ann', roles: ['reader'] };
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const ed = generateKeyPairSync('ed25519');

  it.each([
    ['HS256', KEY],
    ['HS512', KEY],
    ['RS256', rsa.privateKey],
    ['PS384', rsa.privateKey],
    ['ES256', ec.privateKey],
    ['EdDSA', ed.privateKey],
  ])('JWT, %s', async (alg, key) => {
    const value = await new SignJWT(claims)
      .setProtectedHeader({ alg, kid: 'k1' })
      .setIssuedAt(1_790_000_000)
      .setExpirationTime(1_790_003_600)
      .sign(key);
    expect(decodeValue(value).layers).toMatchObject([
      {
        format: 'jwt',
        readable: true,
        data: { header: { alg, kid: 'k1' }, payload: { ...claims, iat: 1_790_000_000, exp: 1_790_003_600 } },
        times: [
          { kind: 'exp', at: 1_790_003_600_000 },
          { kind: 'iat', at: 1_790_000_000_000 },
        ],
      },
    ]);
  });

  it('JWT, not signed', () => {
    expect(inmostOf(new UnsecuredJWT(claims).encode())?.notes.join(' ')).toContain('not signed at all');
  });

  it('JWS of text, and of a JWT', async () => {
    const sign = (text: string) =>
      new CompactSign(new TextEncoder().encode(text)).setProtectedHeader({ alg: 'HS256' }).sign(KEY);
    const text = await sign('only words in here');
    expect(inmostOf(text)).toMatchObject({ format: 'jws', text: 'only words in here' });
    const inner = await new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(KEY);
    expect(formatsOf(await sign(inner))).toEqual(['jws', 'jwt']);
  });

  it.each([
    ['dir', 'A256GCM', KEY.slice(0, 32)],
    ['A256KW', 'A128CBC-HS256', KEY.slice(0, 32)],
    ['RSA-OAEP-256', 'A256GCM', rsa.publicKey],
    ['ECDH-ES', 'A256GCM', ec.publicKey],
  ])('JWE, %s with %s', async (alg, enc, key) => {
    const jwt = await new EncryptJWT(claims).setProtectedHeader({ alg, enc }).encrypt(key);
    const plain = await new CompactEncrypt(new TextEncoder().encode('x'))
      .setProtectedHeader({ alg, enc })
      .encrypt(key);
    for (const value of [jwt, plain]) {
      expect(decodeValue(value).layers).toMatchObject([
        { format: 'jwe', readable: false, data: { header: { alg, enc } } },
      ]);
    }
  });
});

describe('Express', () => {
  it('express-session: s:', async () => {
    const app = express();
    app.use(expressSession({ secret: SECRET, resave: false, saveUninitialized: true }));
    app.get('/', (_, response) => void response.end());
    const { 'connect.sid': value = '' } = await cookiesOf(app);
    expect(formatsOf(value)).toEqual(['url', 'express-signed']);
    expect(inmostOf(value)?.text).toMatch(/^[\w-]{32}$/);
  });

  it('res.cookie with an object, signed and not', async () => {
    const app = express();
    app.get('/', (request, response) => {
      Object.assign(request, { secret: SECRET });
      response.cookie('plain', { cart: [1, 2] });
      response.cookie('signed', { cart: [1, 2] }, { signed: true });
      response.end();
    });
    const { plain = '', signed = '' } = await cookiesOf(app);
    expect(formatsOf(plain)).toEqual(['url', 'express-json', 'json']);
    expect(formatsOf(signed)).toEqual(['url', 'express-signed', 'express-json', 'json']);
    expect(inmostOf(signed)?.data).toEqual({ cart: [1, 2] });
    expect(reencode(plain, { cart: [] })).toEqual({ ok: true, value: encodeURIComponent('j:{"cart":[]}') });
  });

  it('cookie-session, its signature beside it', async () => {
    const app = express();
    app.use(cookieSession({ name: 'cs', keys: [SECRET] }));
    app.get('/', (request, response) => {
      Object.assign(request, { session: { user: 'ann' } });
      response.end();
    });
    const { cs = '', 'cs.sig': sig = '' } = await cookiesOf(app);
    expect(formatsOf(cs)).toEqual(['base64', 'json']);
    expect(inmostOf(cs)?.data).toEqual({ user: 'ann' });
    expect(sig).toMatch(/^[\w-]{27}$/);
    expect(formatsOf(sig)).toEqual([]);
  });
});

describe('Koa', () => {
  it('koa-session, its signature beside it', async () => {
    const app = new Koa();
    app.keys = [SECRET];
    app.use(koaSession(app));
    app.use((context) => {
      if (context.session) context.session.views = 1;
      context.body = '';
    });
    const cookies = await cookiesOf(app.callback());
    const value = cookies['koa.sess'] ?? '';
    expect(formatsOf(value)).toEqual(['base64', 'json']);
    expect(inmostOf(value)?.data).toMatchObject({ views: 1 });
    expect(cookies['koa.sess.sig']).toMatch(/^[\w-]{27,}$/);
  });
});

describe('iron-session', () => {
  it('is sealed, and its expiry can be read', async () => {
    const { sid = '' } = await cookiesOf(async (request, response) => {
      const session = await getIronSession<{ user?: string }>(request, response, {
        cookieName: 'sid',
        password: SECRET,
        ttl: 3_600,
      });
      session.user = 'ann';
      await session.save();
      response.end();
    });
    const layer = inmostOf(sid);
    expect(layer).toMatchObject({ format: 'iron-session', readable: false });
    expect(layer?.times?.[0]?.kind).toBe('exp');
    expect(Math.abs((layer?.times?.[0]?.at ?? 0) - Date.now() - 3_600_000)).toBeLessThan(120_000);
  });
});

describe('Fastify', () => {
  it('@fastify/secure-session', async () => {
    const app = fastify();
    await app.register(secureSession, { key: randomBytes(32) });
    app.get('/', (request, reply) => {
      (request.session as unknown as { set(key: string, value: unknown): void }).set('user', 'ann');
      reply.send('');
    });
    const { headers } = await app.inject('/');
    const { session = '' } = parsed([headers['set-cookie'] ?? []].flat());
    expect(formatsOf(session)).toEqual(['url', 'fastify-secure-session']);
    expect(inmostOf(session)?.readable).toBe(false);
    await app.close();
  });

  it('@fastify/session, and a signed cookie', async () => {
    const app = fastify();
    await app.register(fastifyCookie, { secret: SECRET });
    await app.register(fastifySession, {
      secret: SECRET,
      cookie: { secure: false },
      saveUninitialized: true,
    });
    app.get('/', (_, reply) => {
      reply.setCookie('cart', 'twelve items', { signed: true });
      reply.send('');
    });
    const { headers } = await app.inject('/');
    const { cart = '' } = parsed([headers['set-cookie'] ?? []].flat());
    // A signature without padding is known by its characters: one of a few has none of its own.
    const known = /[+/]/.test(decodeURIComponent(cart).split('.')[1] ?? '');
    expect(formatsOf(cart)).toEqual(known ? ['url', 'signed-value'] : ['url']);
    await app.close();
  });
});

describe('AdonisJS', () => {
  const encryption = new Encryption({ secret: SECRET });

  it('s:, as its cookies are signed', () => {
    const value = `s:${encryption.verifier.sign({ id: 7 }, undefined, 'cart')}`;
    expect(inmostOf(value)).toMatchObject({
      format: 'adonis-signed',
      readable: true,
      data: { message: { id: 7 }, purpose: 'cart' },
    });
  });

  it('e:, as its cookies are encrypted', () => {
    const value = `e:${encryption.encrypt({ id: 7 }, undefined, 'cart')}`;
    expect(inmostOf(value)).toMatchObject({ format: 'adonis-encrypted', readable: false });
  });
});

describe('Auth.js', () => {
  it('seals its session in a JWE, and cuts a long one into chunks', async () => {
    const token = { name: 'ann', notes: randomBytes(4_000).toString('hex') };
    const salt = 'authjs.session-token';
    const short = await encode({ token: { name: 'ann' }, secret: SECRET, salt });
    expect(inmostOf(short)).toMatchObject({ format: 'jwe', readable: false });
    expect(inmostOf(short)?.notes.join(' ')).toContain('Auth.js');
    const long = await encode({ token, secret: SECRET, salt });
    // As its SessionStore does: 4096 octets less what a cookie may need besides.
    const chunks = (long.match(/.{1,3933}/g) ?? []).map((value, index) => ({
      name: `${salt}.${index}`,
      value,
    }));
    expect(chunks.length).toBeGreaterThan(1);
    expect(inmostOf(chunks[0]?.value ?? '')?.format).toBe('jwe-chunk');
    expect(formatsOf(joinChunks(`${salt}.1`, chunks) ?? '')).toEqual(['jwe']);
  });
});
