import { findChromium } from '../../scripts/browser.ts';
import { OracleBrowser } from './browser.ts';
import { type Comparison, compare, type Disagreement } from './compare.ts';
import { exceptionFor } from './exceptions.ts';
import { runFirefoxDifferential } from './firefox.ts';
import { Random } from './random.ts';
import { Round } from './round.ts';
import { scenarios } from './scenario.ts';
import { startServers } from './server.ts';

export interface DifferentialResult {
  readonly lines: number;
  readonly verdicts: number;
  readonly disagreements: readonly Disagreement[];
  readonly excepted: readonly Disagreement[];
}

const linesPerRound = 50;

/** Serves `lines` generated lines to real Chromium and compares what it does with what the engine says. */
export async function runDifferential(options: {
  readonly lines: number;
  readonly seed: number;
  readonly executablePath: string;
}): Promise<DifferentialResult> {
  const random = new Random(options.seed);
  const servers = await startServers(['shop.test', '*.shop.test', 'other.test']);
  const browser = await OracleBrowser.launch(options.executablePath);
  const comparisons: Comparison[] = [];
  try {
    let lines = 0;
    for (let index = 0; lines < options.lines; index += 1) {
      const scenario = scenarios[index % scenarios.length];
      if (scenario === undefined) break;
      const round = await new Round(browser, servers, random).run(scenario, linesPerRound);
      comparisons.push(compare(round));
      lines += linesPerRound;
    }
  } finally {
    await browser.close();
    await servers.close();
  }
  const all = comparisons.flatMap(({ disagreements }) => disagreements);
  return {
    lines: sum(comparisons.map(({ lines }) => lines)),
    verdicts: sum(comparisons.map(({ verdicts }) => verdicts)),
    disagreements: all.filter((disagreement) => exceptionFor(disagreement) === undefined),
    excepted: all.filter((disagreement) => exceptionFor(disagreement) !== undefined),
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** Lines at the size limits are shown without their filling. */
const short = (text: string): string => text.replace(/(.)\1{20,}/g, '$1$1$1…');

function argument(name: string, otherwise: number): number {
  const at = process.argv.indexOf(`--${name}`);
  const value = at === -1 ? Number.NaN : Number(process.argv[at + 1]);
  return Number.isFinite(value) ? value : otherwise;
}

async function main(): Promise<void> {
  const wanted = ['chromium', 'firefox'].filter((browser) => process.argv.includes(`--${browser}`));
  const isWanted = (browser: string): boolean => wanted.length === 0 || wanted.includes(browser);
  const seed = argument('seed', 1);
  const failures = [
    ...(isWanted('chromium') ? [await inChromium(seed)] : []),
    ...(isWanted('firefox') ? [await inFirefox(seed)] : []),
  ];
  process.exitCode = sum(failures) === 0 ? 0 : 1;
}

async function inChromium(seed: number): Promise<number> {
  const executablePath = findChromium();
  if (executablePath === null)
    throw new Error('No Chromium found: run npm start or npm test once, they install it.');
  const started = Date.now();
  const result = await runDifferential({ lines: argument('lines', 5000), seed, executablePath });
  report(result);
  const seconds = ((Date.now() - started) / 1000).toFixed(0);
  console.log(
    `Chromium, seed ${seed}: ${result.lines} lines and ${result.verdicts} send verdicts compared in ${seconds} s`,
  );
  console.log(`${result.disagreements.length} disagree, ${result.excepted.length} are explained exceptions`);
  return result.disagreements.length;
}

async function inFirefox(seed: number): Promise<number> {
  const started = Date.now();
  const result = await runFirefoxDifferential({ lines: argument('lines', 2000), seed });
  report(result);
  const seconds = ((Date.now() - started) / 1000).toFixed(0);
  console.log(
    `Firefox, seed ${seed}: ${result.lines} lines and ${result.stored} stored cookies compared in ${seconds} s`,
  );
  console.log(`${result.disagreements.length} disagree`);
  return result.disagreements.length;
}

function report({ disagreements }: { readonly disagreements: readonly Disagreement[] }): void {
  for (const { scenario, subject, predicted, actual } of disagreements) {
    console.log(
      `[${scenario}] ${short(JSON.stringify(subject))}\n  engine:  ${short(predicted)}\n  browser: ${short(actual)}`,
    );
  }
}

if (process.argv[1] !== undefined && import.meta.url === new URL(`file://${process.argv[1]}`).href)
  await main();
