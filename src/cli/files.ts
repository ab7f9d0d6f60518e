/** Files and streams as text, errors in words. */
import { readFileSync, writeFileSync } from 'node:fs';
import { FileError } from './problem.ts';

const STANDARD_INPUT = 0;

/** @param path `-` is standard input. */
export function readText(path: string): string {
  try {
    return readFileSync(path === '-' ? STANDARD_INPUT : path, 'utf8');
  } catch (error) {
    throw new FileError(`${nameOfInput(path)} cannot be read: ${why(error)}.`);
  }
}

/** null: standard output. Resolves when it is written. */
export async function writeText(path: string | null, text: string): Promise<void> {
  if (path === null) {
    await new Promise<void>((resolve) => process.stdout.write(text, () => resolve()));
    return;
  }
  try {
    writeFileSync(path, text);
  } catch (error) {
    throw new FileError(`${path} cannot be written: ${why(error)}.`);
  }
}

export function nameOfInput(path: string): string {
  return path === '-' ? 'standard input' : path;
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'it is not allowed',
  EPERM: 'it is not allowed',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of the path is no folder',
  ENOSPC: 'the disk is full',
  EROFS: 'the disk is read-only',
  EAGAIN: 'nothing was piped in',
  ERR_STRING_TOO_LONG: 'it is longer than 512 MB',
  ERR_FS_FILE_TOO_LARGE: 'it is larger than 2 GB',
};

function why(error: unknown): string {
  const { code = '' } = error as NodeJS.ErrnoException;
  return REASONS[code] ?? (code === '' ? 'for an unknown reason' : code);
}
