/** Facts of the browser's cookie store: single changes, and readings of whole sites. */
import { siteOfHost } from '../site/site.ts';
import { explainRemoval, explainWrite, settleByReading } from './confirm.ts';
import { applyRemoval, applyWrite, sameCookie } from './cookies.ts';
import { explainByEdit } from './edits.ts';
import type { BrowserCookie, Fact } from './fact.ts';
import { keyOf } from './keys.ts';
import type { CookieKey, Recording, Site, Writer } from './recording.ts';
import { explainByScript } from './script-claims.ts';

export function reduceCookie(recording: Recording, fact: Fact & { kind: 'cookie' }): void {
  const key = keyOf(fact.cookie);
  if (fact.removed) {
    // The first half of an update: the second, with the new cookie, decides what it was.
    if (fact.cause === 'overwrite') recording.index.overwriting.set(key, fact.cookie);
    else removed(recording, key, fact);
    return;
  }
  const before = recording.index.overwriting.get(key);
  recording.index.overwriting.delete(key);
  if (before !== undefined && !recording.cookies.has(key)) {
    applyWrite(recording, before, fact.at, { kind: 'before' });
  }
  written(recording, key, fact.cookie, fact.at);
}

function written(recording: Recording, key: CookieKey, cookie: BrowserCookie, at: number): void {
  const entry = recording.cookies.get(key);
  const by = explainByEdit(recording, cookie, false, at) ?? explainWrite(recording, key, cookie, at);
  // A response's write was applied when the response was seen; the store only confirms it.
  if (by.kind === 'response' && entry?.present && sameCookie(entry.cookie, cookie)) {
    entry.cookie = cookie;
    return;
  }
  applyWrite(recording, cookie, at, by);
}

function removed(recording: Recording, key: CookieKey, fact: Fact & { kind: 'cookie' }): void {
  const { cookie, cause, at } = fact;
  const edit = explainByEdit(recording, cookie, true, at);
  const byBrowser = cause === 'expired' || cause === 'evicted';
  const by: Writer = edit ?? (byBrowser ? { kind: 'browser' } : explainRemoval(recording, key, cookie, at));
  applyRemoval(recording, key, at, cause, by);
}

export function reduceJar(recording: Recording, fact: Fact & { kind: 'jar' }): void {
  const isFirstReading = (site: Site) => !recording.index.sitesRead.has(site);
  const found = new Map(fact.cookies.map((cookie) => [keyOf(cookie) as string, cookie]));
  settleByReading(recording, new Set(fact.sites as Site[]), fact.at, new Set(fact.gone), found);
  for (const cookie of fact.cookies) {
    const known = recording.cookies.get(keyOf(cookie));
    const isOld = known === undefined && isFirstReading(siteOfHost(cookie.domain) as Site);
    // A request showed it: nobody knows who wrote it, only that it was there.
    const isShown = fact.sites.length === 0;
    const unknown = () => explainByScript(recording, cookie, false, fact.at);
    const by: Writer =
      explainByEdit(recording, cookie, false, null) ?? (isOld || isShown ? { kind: 'before' } : unknown());
    applyWrite(recording, cookie, fact.at, by);
  }
  for (const key of fact.gone) {
    const gone = recording.cookies.get(key as CookieKey);
    const by = gone === undefined ? null : explainByEdit(recording, gone.cookie, true, null);
    applyRemoval(recording, key as CookieKey, fact.at, 'absent', by ?? { kind: 'browser' });
  }
  for (const site of fact.sites) recording.index.sitesRead.add(site as Site);
  if (fact.sites.length > 0) recording.jarReadAt = fact.at;
}

/** How long the store may take to follow a response that was just seen. */
const SETTLE_MS = 250;

/** What a reading of the store, begun at `at`, says that the recording does not: the content of a `jar` fact. */
export function diffJar(
  recording: Recording,
  sites: readonly string[],
  read: readonly BrowserCookie[],
  at: number,
): Fact & { kind: 'jar' } {
  const concerned = new Set(sites);
  const present = new Map(read.map((cookie) => [keyOf(cookie), cookie]));
  const settled = (changedAt: number) => changedAt < at - SETTLE_MS;
  const cookies: BrowserCookie[] = [];
  for (const [key, cookie] of present) {
    const entry = recording.cookies.get(key);
    if (entry === undefined) cookies.push(cookie);
    else if (settled(entry.changedAt) && !(entry.present && sameCookie(entry.cookie, cookie)))
      cookies.push(cookie);
  }
  const gone: string[] = [];
  for (const entry of recording.cookies.values()) {
    if (entry.present && concerned.has(entry.site) && !present.has(entry.key) && settled(entry.changedAt)) {
      gone.push(entry.key);
    }
  }
  return { kind: 'jar', at: at - SETTLE_MS, sites, cookies, gone };
}
