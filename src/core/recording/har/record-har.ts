/** A HAR file into a recording: the same facts as the browser gives, through the same reducer. */
import { createRecording } from '../create.ts';
import type { Fact } from '../fact.ts';
import type { Recording } from '../recording.ts';
import { reduce } from '../reduce.ts';
import { chainsOf } from './chains.ts';
import { cookieHints } from './cookie-hints.ts';
import type { HarEntry } from './entry.ts';
import { addSteps, factOf, navigationTo, type Step, stepOf, wasSent } from './entry-facts.ts';
import { type Placed, placeChains } from './frames.ts';
import { HarError } from './har-error.ts';
import { settleTimes } from './order.ts';
import { readEntry, type Unread } from './read-entry.ts';
import { type HarLog, readLog } from './read-log.ts';
import { SentPairs } from './sent-pairs.ts';
import { storeEvidence } from './store-evidence.ts';
import type { HarWarning, HarWarnings } from './warnings.ts';

export interface HarOptions {
  /** 32 hex digits; default: zeros, for facts alone. */
  readonly fingerprintKey?: string;
  /** Default: Firefox's rules for a file of Firefox, else Chromium's. */
  readonly browser?: 'chromium' | 'firefox';
  /** Told each fact in turn. */
  readonly onFact?: (fact: Fact) => void;
}

export interface HarRecording {
  readonly recording: Recording;
  readonly warnings: HarWarnings;
  /** Epoch milliseconds; null where there is no request at all. */
  readonly lastEntryAt: number | null;
}

/**
 * @param har a parsed HAR 1.2 file, or its text.
 * @throws HarError where it is none, or nothing of it can be read.
 */
export function recordHar(har: unknown, options: HarOptions = {}): HarRecording {
  const log = guarded(() => readLog(har));
  const { entries, warnings } = readEntries(log);
  const chains = chainsOf(entries);
  const placed = placeChains(log, chains);
  settleTimes(entries, placed.chains);
  const first = entries[0]?.at ?? 0;
  const recording = createRecording();
  let seq = 0;
  const add = (fact: Fact) => {
    options.onFact?.(fact);
    seq += 1;
    reduce(recording, { seq, fact });
  };
  add({
    kind: 'tab',
    at: first,
    browser: options.browser ?? log.browser,
    storeId: '0',
    incognito: false,
    fingerprintKey: options.fingerprintKey ?? '0'.repeat(32),
  });
  const hasFullView =
    log.producer === 'chrome' || log.producer === 'playwright' || log.producer === 'firefox';
  const evidence = storeEvidence(recording, cookieHints(entries), hasFullView);
  for (const step of stepsInOrder(log, placed, first)) {
    if (step.kind === 'sent' && wasSent(step.hop.entry))
      for (const fact of evidence.before(step.hop.entry, step.at)) add(fact);
    add(factOf(step));
  }
  return { recording, warnings, lastEntryAt: entries.at(-1)?.at ?? null };
}

const MAX_NAMED = 100;

function readEntries(log: HarLog): { entries: HarEntry[]; warnings: HarWarnings } {
  const entries: HarEntry[] = [];
  const skipped: HarWarning[] = [];
  let count = 0;
  const file = { producer: log.producer, sentPairs: new SentPairs() };
  for (let index = 0; index < log.entries.length; index++) {
    const entry = attempt(() => readEntry(log.entries[index], index, file));
    if (!('problem' in entry)) entries.push(entry);
    else if (entry.problem !== null) {
      count += 1;
      if (skipped.length < MAX_NAMED) skipped.push({ entry: index, problem: entry.problem });
    }
  }
  const [worst] = skipped;
  if (entries.length === 0 && worst !== undefined)
    throw new HarError(`Nothing of this HAR file can be read: of its first damaged entry, ${worst.problem}.`);
  // Tools write entries as they end, or by connection.
  entries.sort((a, b) => a.at - b.at || a.index - b.index);
  return { entries, warnings: { skipped, count } };
}

/** What is no plain data (a proxy, a getter that throws) is a damaged entry. */
function attempt(read: () => HarEntry | Unread): HarEntry | Unread {
  try {
    return read();
  } catch {
    return { problem: 'it cannot be read' };
  }
}

function guarded(read: () => HarLog): HarLog {
  try {
    return read();
  } catch (error) {
    if (error instanceof HarError) throw error;
    throw new HarError('This is no HAR file: it cannot be read.');
  }
}

function stepsInOrder(log: HarLog, { chains, found }: Placed, first: number): Step[] {
  const hops = chains.flatMap((chain, index) => chain.hops.map((entry) => ({ chain, entry, index })));
  hops.sort((a, b) => a.entry.at - b.entry.at || a.entry.index - b.entry.index);
  const steps: Step[] = found.map(({ at, document }) =>
    stepOf({ ...navigationTo(document, Math.min(at, first)), found: true }),
  );
  for (const { chain, entry, index } of hops) addSteps(steps, chain, entry, `har-${index + 1}`);
  steps.push(...pagesDone(log, chains));
  // Stable: of one moment, what began earlier comes first.
  return steps.sort((a, b) => a.at - b.at);
}

/** Of pages with one load: elsewhere (Playwright, Safari) the time is that of the last. */
function pagesDone(log: HarLog, chains: Placed['chains']): Step[] {
  const loads = new Map<string, string | null>();
  for (const { type, document, hops } of chains) {
    const pageref = hops[0]?.pageref ?? '';
    if (type === 'main_frame' && document !== null)
      loads.set(pageref, loads.has(pageref) ? null : document.url);
  }
  return log.pages.flatMap(({ id, at, onLoad }) => {
    const url = loads.get(id);
    if (url === undefined || url === null || at === null || onLoad === null) return [];
    const done = Math.round(at + onLoad);
    return [stepOf({ kind: 'page-done', at: done, frameId: 0, url })];
  });
}
