/**
 * What scripts say they wrote, set against what the cookie store shows. A claim names the writer of a change that no
 * response explains; by itself it changes nothing.
 */
import { siteOfHost } from '../site/site.ts';
import { pushBounded } from './bounded.ts';
import type { BrowserCookie } from './fact.ts';
import { keyOf } from './keys.ts';
import type { CookieEvent, Recording, ScriptWriteEntry, Writer } from './recording.ts';

/** A change that comes later than this after a write is not the write's. */
const MATCH_WITHIN_MS = 30_000;
/** The report of a write may come after the store's word by as much. */
const LATE_MS = 10_000;
/** Two processes read the same clock at their own moments. */
const CLOCK_MS = 50;
const MAX_WAITING = 50;
const MAX_NAMES = 2000;

/** Waits for the store's word. */
export function awaitStore({ index }: Recording, name: string, write: ScriptWriteEntry): void {
  const { scriptClaims } = index;
  const waiting = scriptClaims.get(name) ?? [];
  scriptClaims.delete(name);
  scriptClaims.set(name, waiting);
  pushBounded(waiting, write, MAX_WAITING);
  if (scriptClaims.size <= MAX_NAMES) return;
  for (const oldest of scriptClaims.keys()) {
    scriptClaims.delete(oldest);
    return;
  }
}

/** Who wrote a cookie, or (`isGone`) removed it, where no response did; settles the write that did. */
export function explainByScript(
  { index }: Recording,
  cookie: BrowserCookie,
  isGone: boolean,
  at: number,
): Writer {
  const { name } = cookie;
  const waiting = index.scriptClaims.get(name) ?? [];
  const key = keyOf(cookie);
  const value = isGone ? null : cookie.value;
  const isRecent = (write: ScriptWriteEntry) => at - write.at < MATCH_WITHIN_MS;
  const found =
    waiting.find((write) => isRecent(write) && says(write, cookie, value)) ??
    waiting.find((write) => isRecent(write) && !isGone && isRefusalOf(write, cookie));
  if (found === undefined) return { kind: 'script-or-extension' };
  found.confirmed = found.predicted.stored;
  const place = waiting.indexOf(found);
  // What was written to the same cookie before is overwritten: nothing will ever tell of it.
  const rest = waiting.filter((write, index) => index > place || (index < place && write.cookie !== key));
  if (rest.length === 0) index.scriptClaims.delete(name);
  else index.scriptClaims.set(name, rest);
  return { kind: 'script', write: found.key };
}

/** The store told of it before the report of the write came: names the writer after the fact; false: no such change. */
export function explainEarlier(recording: Recording, name: string, write: ScriptWriteEntry): boolean {
  for (const entry of recording.index.cookiesByName.get(name) ?? []) {
    for (const [index, event] of entry.history.entries()) {
      if (event.at < write.at - CLOCK_MS || event.at > write.at + LATE_MS) continue;
      if (!isUnexplained(event) || !says(write, entry.cookie, valueAfter(event))) continue;
      entry.history[index] = { ...event, by: { kind: 'script', write: write.key } };
      entry.explainedLater += 1;
      entry.parties.add(write.party);
      write.confirmed = true;
      return true;
    }
  }
  return false;
}

type Told = Exclude<CookieEvent, { kind: 'rejected' }>;

function isUnexplained(event: CookieEvent): event is Told {
  return event.kind !== 'rejected' && event.by.kind === 'script-or-extension';
}

function valueAfter(event: Told): string | null {
  return event.kind === 'gone' ? null : event.after.value;
}

/**
 * Whether the engine expects the write to leave this cookie with this value, or gone. Firefox puts the cookies of
 * third-party frames into partitions that no line asks for.
 */
function says({ predicted }: ScriptWriteEntry, cookie: BrowserCookie, value: string | null): boolean {
  if (!predicted.stored) return false;
  const { domain, hostOnly, path, partitionKey } = predicted.cookie;
  const isOf =
    domain === cookie.domain &&
    hostOnly === cookie.hostOnly &&
    path === cookie.path &&
    (partitionKey === null || partitionKey === cookie.partitionKey);
  return isOf && (predicted.expired === true ? value === null : predicted.cookie.value === value);
}

/** Refused by our rules, and yet this very name and value is there: the store is right. */
function isRefusalOf({ predicted, parsed, site }: ScriptWriteEntry, cookie: BrowserCookie): boolean {
  if (predicted.stored || !parsed.ok) return false;
  return parsed.cookie.value === cookie.value && siteOfHost(cookie.domain) === site;
}
