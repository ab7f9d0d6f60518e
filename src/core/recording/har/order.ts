/** Times that fit each other: what needs an answer comes after it, whatever the file's clocks say. */
import type { HarEntry } from './entry.ts';
import type { PlacedChain } from './frames.ts';

/** Responses under way that a request is held against. */
const MAX_PENDING = 50;

/** Moves responses that came later than what they caused: a page before its parts, a cookie before it is sent. */
export function settleTimes(entries: readonly HarEntry[], chains: readonly PlacedChain[]): void {
  const loads = new Map<string, HarEntry>();
  for (const { document, hops } of chains) {
    const last = hops.at(-1);
    if (document !== null && last !== undefined) loads.set(document.id, last);
  }
  for (const { owner, hops } of chains) {
    const load = owner === null ? undefined : loads.get(owner.id);
    const [first] = hops;
    if (load !== undefined && first !== undefined) notAfter(load, first.at);
  }
  let pending: { readonly entry: HarEntry; readonly pairs: readonly string[] }[] = [];
  for (const entry of entries) {
    if (pending.length > 0) {
      pending = pending.filter((one) => one.entry.respondedAt > entry.at);
      const sent =
        pending.length === 0 ? null : new Set(entry.sent.map(({ name, value }) => `${name}=${value}`));
      for (const one of pending) {
        const isOfSite = one.entry.site === entry.site;
        if (isOfSite && one.pairs.some((pair) => sent?.has(pair))) notAfter(one.entry, entry.at);
      }
    }
    if (entry.setCookies.length === 0 || entry.respondedAt === entry.at) continue;
    pending.push({ entry, pairs: entry.setCookies.slice(0, MAX_PENDING).map(pairOf) });
    if (pending.length > MAX_PENDING) pending.shift();
  }
}

function notAfter(entry: HarEntry, at: number): void {
  if (entry.respondedAt > at) entry.respondedAt = Math.max(entry.at, at);
}

function pairOf(line: string): string {
  const end = line.indexOf(';');
  return (end === -1 ? line : line.slice(0, end)).trim();
}
