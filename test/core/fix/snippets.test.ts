import { execFileSync } from 'node:child_process';
import { createServer } from 'node:http';
import express from 'express';
import fastifyPlain from 'fastify';
import Koa from 'koa';
import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';
import { parseSetCookie } from '../../../src/core/cookie/parse-set-cookie.ts';
import type { FrameworkFixes, WantedCookie } from '../../../src/core/fix/fix.ts';
import { frameworks } from '../../../src/core/fix/framework.ts';
import { fixes } from '../../../src/core/fix/frameworks/index.ts';
import { topics } from '../../../src/core/fix/topic.ts';

const PLAIN: WantedCookie = {
  name: 'choice',
  path: '/',
  secure: true,
  httpOnly: true,
  sameSite: 'lax',
  partitioned: false,
};
const COOKIES: readonly (readonly [what: string, cookie: WantedCookie])[] = [
  ['a plain one', PLAIN],
  ['a host-only session', { ...PLAIN, name: '__Host-session', sameSite: 'strict', maxAge: 28_800 }],
  ['one of a domain and a path', { ...PLAIN, domain: 'shop.example', path: '/app', maxAge: 86_400 }],
  ['one that script reads', { ...PLAIN, name: 'XSRF-TOKEN', httpOnly: false }],
  ['a partitioned one', { ...PLAIN, name: 'widget', sameSite: 'none', partitioned: true, maxAge: 77 }],
  ['a hostile name', { ...PLAIN, name: `a'"\\\`\${x}\n;#{y}<?`, path: `/'"\\\n` }],
];
const HEADERS = [
  { name: 'Content-Security-Policy', value: "default-src 'self'" },
  { name: 'X-Content-Type-Options', value: 'nosniff' },
];
const all = frameworks.flatMap((framework) =>
  topics.flatMap((topic) => {
    const make = fixes[framework][topic];
    return make === undefined ? [] : [[framework, topic, make] as const];
  }),
);

describe('snippets', () => {
  it('are there for every framework and what it can mend', () => {
    for (const framework of frameworks) {
      expect(Object.keys(fixes[framework]).length, framework).toBeGreaterThanOrEqual(
        framework === 'nginx' ? 5 : 11,
      );
    }
  });

  it.each(all)('%s, %s: lines that say something, whatever the cookie', (_, __, make) => {
    for (const [what, cookie] of COOKIES) {
      const { code, note = '', file = '' } = make({ cookie, headers: HEADERS });
      expect(code.trim(), what).not.toBe('');
      expect(code, what).not.toMatch(/undefined|\[object|NaN|[^\n\P{Cc}]/u);
      expect(`${note}${file}`, what).not.toMatch(/undefined|\p{Cc}/u);
    }
  });

  const SCRIPTS = [
    'node-http',
    'express',
    'express-session',
    'cookie-session',
    'fastify',
    'koa',
    'nextjs',
  ] as const;
  const STATEMENTS = ['cookie', 'delete', 'rotate', 'logout', 'id', 'state', 'csrf', 'no-store'] as const;
  it.each(SCRIPTS.flatMap((framework) => STATEMENTS.map((topic) => [framework, topic] as const)))(
    '%s, %s: is JavaScript',
    (framework, topic) => {
      for (const [what, cookie] of COOKIES) {
        const snippet = fixes[framework][topic]?.({ cookie, headers: HEADERS });
        if (snippet === undefined) throw new Error('no snippet');
        const imports = snippet.code.split('\n').filter((line) => line.startsWith('import '));
        const rest = snippet.code.split('\n').filter((line) => !/^(import |export )/.test(line));
        // `export async function …` of a server action keeps its body.
        const body = snippet.code.includes('export ')
          ? snippet.code.replace(/^import .*$/gm, '')
          : `async function f() {\n${rest.join('\n')}\n}`;
        const { errors } = parseSync('snippet.js', `${imports.join('\n')}\n${body}`, { lang: 'js' });
        expect(errors, what).toEqual([]);
      }
    },
  );

  const python = '/usr/bin/env';
  const hasPython = has('python3', ['-c', 'import ast']);
  it.skipIf(!hasPython).each(['django', 'flask'] as const)('%s: is Python', (framework) => {
    const codes = Object.values(fixes[framework]).flatMap((make) =>
      COOKIES.map(([, cookie]) => make({ cookie, headers: HEADERS }).code),
    );
    const check = 'import ast, json, sys\nfor code in json.load(sys.stdin): ast.parse(code)';
    execFileSync(python, ['python3', '-c', check], { input: JSON.stringify(codes) });
    expect(codes.length).toBeGreaterThan(50);
  });

  const hasPhp = has('php', ['-v']);
  it.skipIf(!hasPhp).each(['php', 'laravel'] as const)(
    '%s: is PHP',
    (framework) => {
      const fragments = ['lifetime', 'cookie', 'csrf', 'state', 'https', 'id'];
      for (const [topic, make] of Object.entries(fixes[framework])) {
        if (framework === 'laravel' && fragments.includes(topic)) continue;
        if (topic === 'id') continue;
        for (const [what, cookie] of COOKIES) {
          const { code } = make({ cookie, headers: HEADERS });
          const linted = execFileSync('php', ['-l'], {
            input: `<?php\n${code}`,
            encoding: 'utf8',
            stdio: ['pipe', 'pipe', 'ignore'],
          });
          expect(linted, `${topic}, ${what}`).toContain('No syntax errors');
        }
      }
    },
    60_000,
  );
});

function has(command: string, words: readonly string[]): boolean {
  try {
    execFileSync(command, words, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Cookies that a library will set as they stand. */
const REAL = COOKIES.filter(([what]) => what !== 'a hostile name');
type Answer = (code: string) => Promise<string>;

/** Runs the snippet in the real library, and gives the Set-Cookie line that it sends. */
const LIBRARIES: readonly (readonly [name: string, fixes: FrameworkFixes, answer: Answer])[] = [
  [
    'node-http',
    fixes['node-http'],
    (code) =>
      lineFrom(
        createServer((_, res) => {
          run(code, { res, value: 'v' });
          res.end();
        }),
      ),
  ],
  [
    'express',
    fixes.express,
    (code) =>
      lineFrom(
        createServer(
          express().get('/', (_, res) => {
            run(code, { res, value: 'v' });
            res.end();
          }),
        ),
      ),
  ],
  [
    'koa',
    fixes.koa,
    (code) => {
      const app = new Koa();
      app.proxy = true;
      app.use((ctx) => {
        run(code, { ctx, value: 'v' });
        ctx.body = '';
      });
      return lineFrom(createServer(app.callback()));
    },
  ],
  [
    'fastify',
    fixes.fastify,
    async (code) => {
      const app = fastifyPlain();
      await app.register(import('@fastify/cookie'));
      app.get('/', async (_, reply) => {
        run(code, { reply, value: 'v' });
        return '';
      });
      const { headers } = await app.inject('/');
      await app.close();
      return [headers['set-cookie'] ?? ''].flat()[0] ?? '';
    },
  ],
];

function run(code: string, scope: Readonly<Record<string, unknown>>): void {
  new Function(...Object.keys(scope), code)(...Object.values(scope));
}

async function lineFrom(server: ReturnType<typeof createServer>): Promise<string> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as { port: number };
  const response = await fetch(`http://127.0.0.1:${port}/`, { headers: { 'x-forwarded-proto': 'https' } });
  server.close();
  return response.headers.getSetCookie()[0] ?? '';
}

describe('the cookie that the real library sets', () => {
  it.each(
    LIBRARIES.flatMap(([name, own, answer]) =>
      REAL.map(([what, cookie]) => [name, what, cookie, own, answer] as const),
    ),
  )('%s: %s is what was wanted', async (_, __, cookie, own, answer) => {
    const line = await answer(own.cookie?.({ cookie, headers: [] }).code ?? '');
    const parsed = parseSetCookie(line);
    if (!parsed.ok) throw new Error(line);
    const { name, domain, path, secure, httpOnly, sameSite, partitioned, maxAge, expires } = parsed.cookie;
    expect({ name, domain, path, secure, httpOnly, sameSite, partitioned }).toEqual({
      name: cookie.name,
      domain: cookie.domain,
      path: cookie.path,
      secure: cookie.secure,
      httpOnly: cookie.httpOnly,
      sameSite: cookie.sameSite,
      partitioned: cookie.partitioned,
    });
    expect(maxAge !== undefined || expires !== undefined).toBe(cookie.maxAge !== undefined);
  });

  it.each(
    LIBRARIES.flatMap(([name, own, answer]) =>
      REAL.map(([what, cookie]) => [name, what, cookie, own, answer] as const),
    ),
  )('%s: %s is deleted where it is', async (_, __, cookie, own, answer) => {
    const parsed = parseSetCookie(await answer(own.delete?.({ cookie, headers: [] }).code ?? ''));
    if (!parsed.ok) throw new Error(parsed.reason);
    const { name, domain, path, maxAge, expires = Number.POSITIVE_INFINITY } = parsed.cookie;
    expect({ name, domain, path }).toEqual({ name: cookie.name, domain: cookie.domain, path: cookie.path });
    expect(maxAge === 0 || expires < Date.now()).toBe(true);
  });
});
