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
  /** Reads soon what is new or unsettled. */
  soon(tabId: number): void;
  forget(tabId: number): void;
}

export interface JarReaderOptions {
  readonly recordingOf: (tabId: number) => Promise<Recording | null>;
  readonly storeOf: (tabId: number) => string | null;
  readonly record: (tabId: number, fact: Fact) => void;
  readonly now: () => number;
}

/** Long enough for the store to have followed the responses, short enough to feel live. */
const SOON_MS = 400;

export function createJarReader({ recordingOf, storeOf, record, now }: JarReaderOptions): JarReader {
  const readBefore = new Map<number, Set<string>>();
  const timers = new Map<number, ReturnType<typeof setTimeout>>();

  const readSome = async (tabId: number, choose: (recording: Recording) => string[]) => {
    const recording = await recordingOf(tabId);
    const storeId = storeOf(tabId);
    if (recording === null || storeId === null) return;
    const sites = choose(recording);
    if (sites.length === 0) return;
    const at = now();
    const cookies = await readSites(storeId, sites, topLevelSites(recording));
    // The store took its time: what is known may have changed, and be another recording after a cut.
    const current = await recordingOf(tabId);
    if (current === null) return;
    const known = readBefore.get(tabId) ?? new Set();
    for (const site of sites) known.add(site);
    readBefore.set(tabId, known);
    record(tabId, diffJar(current, sites, cookies, at));
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

  return {
    read: (tabId) => readSome(tabId, (recording) => [...recording.sites.keys()]),
    soon(tabId) {
      if (timers.has(tabId)) return;
      const run = () => {
        timers.delete(tabId);
        readSome(tabId, unsettled(tabId)).catch((error) =>
          console.error('Crumbtrail: cookie store', String(error)),
        );
      };
      timers.set(tabId, setTimeout(run, SOON_MS));
    },
    forget(tabId) {
      clearTimeout(timers.get(tabId));
      timers.delete(tabId);
      readBefore.delete(tabId);
    },
  };
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
