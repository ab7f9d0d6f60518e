import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { request as ask, type RequestListener } from 'node:http';
import type { Running } from './framework-app.ts';
import { serveApp } from './serve-app.ts';

/** null where the program answers; else what to install. */
export function missingProgram(program: string, args: readonly string[], packageName: string): string | null {
  const { status } = spawnSync(program, args, { stdio: 'ignore' });
  return status === 0 ? null : `${packageName} is not installed`;
}

/**
 * Starts a program that listens on a free port and prints that as `:PORT` in a line, and serves it over HTTPS as a proxy does.
 * A port of its own choosing is one that no other process can take in between.
 */
export async function serveProgram(
  host: string,
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Running> {
  const child = spawn(program, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const port = await portOf(child);
  return serveApp(host, proxyTo(port), () => {
    child.kill();
  });
}

function portOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let text = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (more: string) => {
        text = (text + more).slice(-4000);
        const port = /127\.0\.0\.1:(\d+)/.exec(text)?.[1];
        if (port !== undefined) resolve(Number(port));
      });
    }
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`It ended before it listened: ${text}`)));
  });
}

function proxyTo(port: number): RequestListener {
  return (request, response) => {
    const headers = { ...request.headers, connection: 'close', 'x-forwarded-proto': 'https' };
    const onward = ask(
      { host: '127.0.0.1', port, method: request.method, path: request.url, headers, agent: false },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
        answer.pipe(response);
      },
    );
    onward.once('error', () => response.writeHead(502).end());
    request.pipe(onward);
  };
}
