import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const BUILT = 'dist/firefox';

/** Warnings that stay, and why. */
const EXPLAINED: Readonly<Record<string, string>> = {
  UNSAFE_VAR_ASSIGNMENT:
    'Preact holds an assignment to innerHTML for dangerouslySetInnerHTML; no component of ours uses that.',
};

interface Message {
  readonly code: string;
  readonly message: string;
  readonly file?: string;
}

// Without a build there is nothing to lint: `npm test` builds first.
describe.skipIf(!existsSync(BUILT))('the Firefox build', () => {
  it('passes web-ext lint without an error, and each warning has its explanation', async () => {
    const lint = promisify(execFile)(
      process.execPath,
      ['node_modules/web-ext/bin/web-ext.js', 'lint', '-s', BUILT, '--output', 'json'],
      { maxBuffer: 10_000_000 },
    ).catch((failed: { stdout: string }) => failed);
    const report = JSON.parse((await lint).stdout) as { errors: Message[]; warnings: Message[] };
    expect(report.errors).toEqual([]);
    expect(report.warnings.filter(({ code }) => !(code in EXPLAINED))).toEqual([]);
  }, 60_000);
});
