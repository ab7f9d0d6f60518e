/**
 * When to read the cookie store for a watched tab: when watching begins, when a new site appears, and when a page
 * is done and lines wait to be confirmed. Never for each event.
 */
import type { Fact } from '../core/recording/fact.ts';
import type { Recording } from '../core/recording/recording.ts';
import { diffJar } from '../core/recording/store-facts.ts';
import { readSites } from './sources/cookie-store.ts';

export interface JarReader {
  /** Reads now all sites of the recording; resolves when the `jar` fact is recorded. */
  read(tabId: number): Promise<void>;
  /** A fact was recorded in a watched tab: reads soon what is new or unsettled. */
  recorded(tabId: number, kind: Fact['kind']): void;
  forget(tabId: number): void;
}

export interface JarReaderOptions {
  readonly recordingOf: (tabId: number) => Promise<Recording | null>;
  /** What is in memory. */
  readonly recordingNow: (tabId: number) => Recording | undefined;
  readonly storeOf: (tabId: number) => string | null;
  readonly record: (tabId: number, fact: Fact) => void;
  readonly now: () => number;
}

/** Long enough for the store to have followed the responses, short enough to feel live. */
const SOON_MS = 400;
/** A reading that came too early for some lines is followed by another; under steady traffic this often. */
const AGAIN_MS = 1000;

export function createJarReader(options: JarReaderOptions): JarReader {
  const { recordingOf, recordingNow, storeOf, record, now } = options;
  const readBefore = new Map<number, Set<string>>();
  const timers = new Map<number, ReturnType<typeof setTimeout>>();
  const sitesSeen = new Map<number, number>();

  /** Resolves to whether lines are left that came too late for this reading. */
  const readSome = async (tabId: number, choose: (recording: Recording) => string[]): Promise<boolean> => {
    const recording = await recordingOf(tabId);
    const storeId = storeOf(tabId);
    if (recording === null || storeId === null) return false;
    const sites = choose(recording);
    if (sites.length === 0) return false;
    const at = now();
    const cookies = await readSites(storeId, sites, topLevelSites(recording));
    // The store took its time: what is known may have changed, and be another recording after a cut.
    const current = await recordingOf(tabId);
    if (current === null) return false;
    const known = readBefore.get(tabId) ?? new Set();
    for (const site of sites) known.add(site);
    readBefore.set(tabId, known);
    const reading = diffJar(current, sites, cookies, at);
    record(tabId, reading);
    return waitingSince(current) > reading.at;
  };

  const unsettled = (tabId: number) => (recording: Recording) => {
    const known = readBefore.get(tabId);
    const sites = new Set<string>();
    for (const site of recording.sites.keys()) if (!known?.has(site)) sites.add(site);
    for (const waiting of [recording.index.unconfirmed, recording.index.refused]) {
      for (const list of waiting.values()) for (const { request } of list) sites.add(request.site);
    }
    return [...sites];
  };

  const schedule = (tabId: number, wait: number) => {
    if (timers.has(tabId)) return;
    const run = async () => {
      timers.delete(tabId);
      try {
        if (await readSome(tabId, unsettled(tabId))) schedule(tabId, AGAIN_MS);
      } catch (error) {
        console.error('Crumbtrail: cookie store', String(error));
      }
    };
    timers.set(
      tabId,
      setTimeout(() => void run(), wait),
    );
  };

  /** Sites seen for the first time and lines that wait for the store's word. */
  const concernsStore = (tabId: number, kind: Fact['kind']): boolean => {
    const recording = recordingNow(tabId);
    if (recording === undefined) return false;
    const before = sitesSeen.get(tabId) ?? 0;
    sitesSeen.set(tabId, recording.sites.size);
    if (recording.sites.size > before) return true;
    const { refused, unconfirmed } = recording.index;
    // Of a refused line the store tells nothing by itself.
    return kind === 'page-done'
      ? refused.size + unconfirmed.size > 0
      : kind === 'response' && refused.size > 0;
  };

  return {
    async read(tabId) {
      await readSome(tabId, (recording) => [...recording.sites.keys()]);
    },
    recorded(tabId, kind) {
      if (concernsStore(tabId, kind)) schedule(tabId, SOON_MS);
    },
    forget(tabId) {
      clearTimeout(timers.get(tabId));
      timers.delete(tabId);
      readBefore.delete(tabId);
      sitesSeen.delete(tabId);
    },
  };
}

/** When the newest line came that nothing has confirmed or contradicted yet; 0: none waits. */
function waitingSince({ index }: Recording): number {
  let newest = 0;
  for (const waiting of [index.unconfirmed, index.refused]) {
    for (const list of waiting.values()) newest = Math.max(newest, list.at(-1)?.at ?? 0);
  }
  return newest;
}

function topLevelSites(recording: Recording): Set<string> {
  const sites = new Set<string>();
  for (const { site, topLevel, http, https } of recording.sites.values()) {
    if (topLevel && https) sites.add(`https://${site}`);
    if (topLevel && http) sites.add(`http://${site}`);
  }
  // A cookie in a partition that is not read would look as if it were gone.
  for (const { cookie, present } of recording.cookies.values()) {
    if (present && cookie.partitionKey !== null) sites.add(cookie.partitionKey);
  }
  return sites;
}
