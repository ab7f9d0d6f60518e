import { nameOfLine } from '../../src/core/cookie/parse-set-cookie.ts';
import type { StoredCookie } from '../../src/core/cookie/types.ts';
import type { CdpCookie } from './browser.ts';
import type { LineOutcome, ReadOutcome, RoundOutcome } from './round.ts';

export interface Disagreement {
  readonly scenario: string;
  /** The Set-Cookie line, or the request. */
  readonly subject: string;
  readonly predicted: string;
  readonly actual: string;
}

export interface Comparison {
  readonly lines: number;
  readonly verdicts: number;
  readonly disagreements: readonly Disagreement[];
}

/** Reasons that the protocol has no name for: the browser says nothing, so there is nothing to compare. */
const unnamed: ReadonlySet<string> = new Set([
  'PartitionedInsecure',
  'HttpOnlyFromScript',
  'OverwriteHttpOnly',
  // A nameless cookie whose value would read as another's name: Chromium has a reason of its own for it and shows none.
  'SyntaxError',
]);

/** Clocks of two processes, and the cookie's own whole seconds. */
const tolerance = 5;

export function compare(round: RoundOutcome): Comparison {
  const reads = round.reads.map((read) => compareRead(read, round));
  return {
    lines: round.lines.length,
    verdicts: reads.reduce((sum, { count }) => sum + count, 0),
    disagreements: [
      ...round.lines.flatMap((line) => compareLine(line, round)),
      ...compareStore(round),
      ...reads.flatMap(({ disagreements }) => disagreements),
      ...compareScript(round),
    ],
  };
}

function compareLine(
  { line, predicted, reasons }: LineOutcome,
  round: RoundOutcome,
): readonly Disagreement[] {
  if (reasons === undefined) return [];
  const expected = predicted.stored ? [] : predicted.reasons.filter((reason) => !unnamed.has(reason));
  if (expected.join() === reasons.join()) return [];
  return [
    {
      scenario: round.scenario.name,
      subject: line,
      predicted: predicted.stored ? 'stored' : predicted.reasons.join(', '),
      actual: reasons.length === 0 ? 'not blocked' : reasons.join(', '),
    },
  ];
}

function compareStore({ predictedStore, store, lines, scenario }: RoundOutcome): readonly Disagreement[] {
  const predicted = new Map(predictedStore.map((cookie) => [predictedKey(cookie), cookie]));
  const actual = new Map(store.map((cookie) => [actualKey(cookie), cookie]));
  const disagreements: Disagreement[] = [];
  for (const key of new Set([...predicted.keys(), ...actual.keys()])) {
    const mine = predicted.get(key);
    const theirs = actual.get(key);
    const same = mine !== undefined && theirs !== undefined && isSame(mine, theirs);
    if (same) continue;
    const name = (mine ?? theirs)?.name ?? '';
    const subjects = lines.map(({ line }) => line).filter((line) => nameOfLine(line, 'chromium') === name);
    disagreements.push({
      scenario: scenario.name,
      subject: `${key.replaceAll('\0', ' ')} of ${subjects.join(' | ')}`,
      predicted: mine === undefined ? 'not in the store' : JSON.stringify(mine),
      actual: theirs === undefined ? 'not in the store' : JSON.stringify(theirs),
    });
  }
  return disagreements;
}

function predictedKey(cookie: StoredCookie): string {
  return [cookie.name, dotted(cookie), cookie.path, cookie.partitionKey ?? ''].join('\0');
}

function actualKey(cookie: CdpCookie): string {
  return [cookie.name, cookie.domain, cookie.path, cookie.partitionKey?.topLevelSite ?? ''].join('\0');
}

const dotted = ({ domain, hostOnly }: StoredCookie): string => (hostOnly ? domain : `.${domain}`);

function isSame(mine: StoredCookie, theirs: CdpCookie): boolean {
  const sameSite = theirs.sameSite?.toLowerCase() ?? 'unspecified';
  const expires = mine.expires === null ? -1 : mine.expires / 1000;
  return (
    mine.value === theirs.value &&
    mine.secure === theirs.secure &&
    mine.httpOnly === theirs.httpOnly &&
    mine.sameSite === sameSite &&
    mine.size === theirs.size &&
    Math.abs(expires - theirs.expires) < tolerance
  );
}

function compareScript({ scenario, script: { predicted, actual } }: RoundOutcome): readonly Disagreement[] {
  return predicted === actual
    ? []
    : [{ scenario: scenario.name, subject: 'document.cookie', predicted, actual }];
}

function compareRead(
  { mode, url, predicted, exchange }: ReadOutcome,
  { scenario }: RoundOutcome,
): { readonly count: number; readonly disagreements: readonly Disagreement[] } {
  const subject = `${mode} ${url}`;
  const disagreements: Disagreement[] = [];
  const mine = new Map<string, string>();
  for (const cookie of predicted.sent) mine.set(predictedKey(cookie), 'sent');
  for (const { cookie, reasons } of predicted.withheld) mine.set(predictedKey(cookie), reasons.join(', '));
  const theirs = new Map<string, string>();
  for (const { cookie, reasons } of exchange.associated)
    theirs.set(actualKey(cookie), reasons.join(', ') || 'sent');
  const keys = new Set([...mine.keys(), ...theirs.keys()]);
  for (const key of keys) {
    if (mine.get(key) === theirs.get(key)) continue;
    disagreements.push({
      scenario: scenario.name,
      subject: `${subject}: ${key.replaceAll('\0', ' ')}`,
      predicted: mine.get(key) ?? 'not asked',
      actual: theirs.get(key) ?? 'not asked',
    });
  }
  // The protocol mangles octets beyond ASCII in headers; the order is all that is left to compare.
  const mangled = (header: string): string => header.replace(/[^\0-\x7F]+/g, '?');
  if (disagreements.length === 0 && mangled(predicted.header) !== mangled(exchange.cookieHeader)) {
    disagreements.push({
      scenario: scenario.name,
      subject: `${subject}: order`,
      predicted: predicted.header,
      actual: exchange.cookieHeader,
    });
  }
  return { count: keys.size, disagreements };
}
