import { existsSync, readFileSync } from 'node:fs';

const folder = new URL('../../../../shared/vectors/', import.meta.url);

/** True where the conformance cases lie beside the project; tests say that they are skipped where they do not. */
export const hasVectors = existsSync(folder);

if (!hasVectors) console.warn(`Conformance cases are skipped: there is no ${folder.pathname}`);

/** The rows of one file of conformance cases; none where the folder is missing. */
export function vectors<Row>(name: string): readonly Row[] {
  if (!hasVectors) return [];
  return JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')) as readonly Row[];
}
