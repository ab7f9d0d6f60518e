/** A folder as a zip archive, entries in a fixed order and with a fixed date: equal input, equal file. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { type Zippable, zipSync } from 'fflate';

const DATE = new Date('2020-01-01T00:00:00Z');

export function zipFolder(folder: string): Uint8Array {
  const files: Zippable = {};
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const name of names) {
    files[relative(folder, name).split(sep).join('/')] = [readFileSync(name), { mtime: DATE, level: 9 }];
  }
  return zipSync(files);
}
