/** HAR files of 5,000 entries: what the audit costs beside `JSON.parse` of the same text, and whether it grows with the file only. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { median, medianRatio, printTable, round, type Target } from './figures.ts';
import type { Group, Result } from './group.ts';
import { harShapes } from './har-shapes.ts';

const ENTRIES = 5000;
const PROCESSES = 3;
const TURNS = 7;
const LIMIT = 6;
/** Ten times the entries may cost at most this many times the time: memory grows, too. */
const TENFOLD_LIMIT = 15;

type Turn = { readonly parse: number; readonly audit: number };

/** As it is shipped, in a process of its own. */
function turnsOf(file: string, turns: number): readonly Turn[] {
  const script = resolve('test/bench/har-turns.mjs');
  const core = resolve(process.env.CRUMBTRAIL_CORE ?? 'dist/core/index.js');
  return JSON.parse(execFileSync(process.execPath, [script, core, file, `${turns}`], { encoding: 'utf8' }));
}

function ratioOf(turns: readonly Turn[]): number {
  return medianRatio(
    turns.map(({ audit }) => audit),
    turns.map(({ parse }) => parse),
  );
}

export const har: Group = {
  name: 'har',
  parts: ['audit'],
  async run(): Promise<Result> {
    const folder = mkdtempSync(join(tmpdir(), 'crumbtrail-har-'));
    const file = join(folder, 'bench.har');
    try {
      const shapes = harShapes.map(({ name, make }) => {
        const text = make(ENTRIES);
        writeFileSync(file, text);
        const runs = Array.from({ length: PROCESSES }, () => turnsOf(file, TURNS));
        const first = runs.flatMap(([turn]) => turn ?? []);
        const later = runs.flatMap(([, ...turns]) => turns);
        return { name, characters: text.length, first, later };
      });
      printTable(
        `HAR files of ${ENTRIES} entries: the audit beside JSON.parse`,
        ['', 'MB', 'parse ms', 'audit ms', 'x', 'first run x'],
        shapes.map(({ name, characters, first, later }) => [
          name,
          `${round(characters / 1e6, 1)}`,
          `${round(median(later.map(({ parse }) => parse)), 1)}`,
          `${round(median(later.map(({ audit }) => audit)), 1)}`,
          `${round(ratioOf(later))}`,
          `${round(ratioOf(first))}`,
        ]),
      );
      const growth = growthOf(file);
      const targets: Target[] = shapes.map(({ name, later }) => ({
        what: `audit of a HAR to JSON.parse of it (${name})`,
        value: ratioOf(later),
        limit: LIMIT,
        unit: 'x',
      }));
      targets.push({
        what: 'audit of ten times the entries',
        value: growth,
        limit: TENFOLD_LIMIT,
        unit: 'x',
      });
      return { figures: { entries: ENTRIES, shapes, growth }, targets };
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
};

/** The time for 50,000 entries, in times of that for 5,000. */
function growthOf(file: string): number {
  const [shape] = harShapes.filter(({ name }) => name.includes('lean'));
  const [few = Number.NaN, many = Number.NaN] = [ENTRIES, 10 * ENTRIES].map((entries) => {
    writeFileSync(file, shape?.make(entries) ?? '');
    const [, ...later] = turnsOf(file, 4);
    return median(later.map(({ audit }) => audit));
  });
  return many / few;
}
