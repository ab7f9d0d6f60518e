import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/** The built command line; `npm test` builds it first. */
export const CLI = resolve(import.meta.dirname, '../../dist/cli/crumbtrail.js');
export const isBuilt = existsSync(CLI);

export type Run = { readonly code: number | null; readonly out: string; readonly err: string };

export function runCli(words: readonly string[], input = '', cli = CLI, cwd = process.cwd()): Promise<Run> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [cli, ...words], { cwd, env: { PATH: process.env.PATH } });
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    child.on('error', fail);
    child.on('close', (code) => done({ code, out, err }));
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}
