/**
 * A script's write, judged by the engine as the browser does it (RFC 6265bis section 5.7, "non-HTTP API"). It changes no
 * cookie: the store tells of those that came to something, and refused ones are told in the history of whom they meant.
 */
import { defaultPath } from '../cookie/default-path.ts';
import { parseSetCookie } from '../cookie/parse-set-cookie.ts';
import { sameSiteContext } from '../cookie/same-site-context.ts';
import { judgeSet } from '../cookie/store.ts';
import type { ParseResult, SetResult, StoredCookie } from '../cookie/types.ts';
import { schemefulSameSite, urlParts } from '../site/site.ts';
import { cookieAt } from './at-time.ts';
import { remember } from './cookies.ts';
import type { BrowserCookie, Fact } from './fact.ts';
import { ancestryOf } from './frames.ts';
import { keyOf } from './keys.ts';
import type { CookieEntry, Recording, ScriptWriteEntry, ScriptWriteKey } from './recording.ts';
import { awaitStore, explainEarlier } from './script-claims.ts';
import { targetOf } from './set-cookies.ts';
import { siteOf } from './sites.ts';

type ScriptFact = Fact & { kind: 'script-write' };

/** Older ones go: their cookies' histories then say "script" alone. */
const MAX_WRITES = 1000;

export function receiveScriptWrite(recording: Recording, fact: ScriptFact, seq: number): void {
  const { kind: _, ...said } = fact;
  const parsed = parseSetCookie(fact.line, { browser: recording.browser });
  const { documentUrl, topLevelUrl, siteForCookies } = documentOf(recording, fact);
  const site = siteOf(documentUrl);
  const predicted = judge(recording, fact, parsed, documentUrl, topLevelUrl, siteForCookies);
  const target = targetOf(predicted, {
    hasCrossSiteAncestor: siteForCookies === null || !schemefulSameSite(documentUrl, siteForCookies),
  });
  const write: ScriptWriteEntry = {
    ...said,
    key: seq as ScriptWriteKey,
    documentUrl,
    site,
    party: site === siteOf(topLevelUrl) ? 'first' : 'third',
    parsed,
    predicted,
    cookie: target === null ? null : keyOf(target),
    confirmed: null,
  };
  keep(recording, write);
  if (!parsed.ok) return;
  if (target === null) noteRefusal(recording, write, parsed.cookie.name);
  else if (explainEarlier(recording, parsed.cookie.name, write)) return;
  awaitStore(recording, parsed.cookie.name, write);
}

function keep({ scriptWrites }: Recording, write: ScriptWriteEntry): void {
  scriptWrites.set(write.key, write);
  if (scriptWrites.size <= MAX_WRITES) return;
  for (const oldest of scriptWrites.keys()) {
    scriptWrites.delete(oldest);
    return;
  }
}

/** The document's own address, and the page's above it. A frame without an address writes its maker's cookies. */
function documentOf(recording: Recording, { url, frameId, documentId }: ScriptFact) {
  const above = ancestryOf(recording, {
    requestId: '',
    url,
    method: 'GET',
    type: 'other',
    frameId,
    ...(documentId === undefined ? {} : { documentId }),
  });
  if (/^https?:/.test(url)) return { ...above, documentUrl: url };
  let frame = recording.frames.get(frameId);
  for (let depth = 0; frame !== undefined && !/^https?:/.test(frame.url) && depth < 20; depth += 1) {
    frame = frame.parentFrameId < 0 ? undefined : recording.frames.get(frame.parentFrameId);
  }
  return { ...above, documentUrl: frame?.url ?? above.topLevelUrl };
}

function judge(
  recording: Recording,
  { line, at }: ScriptFact,
  parsed: ParseResult,
  url: string,
  topLevelSite: string,
  siteForCookies: string | null,
): SetResult {
  const context = sameSiteContext({
    kind: 'scriptSet',
    url,
    siteForCookies,
    initiator: url,
    method: 'GET',
    isMainFrameNavigation: false,
  });
  return judgeSet(
    line,
    { url, now: at, api: 'script', sameSiteContext: context, topLevelSite },
    parsed.ok ? rivalsAt(recording, parsed.cookie.name, parsed.cookie.path, url, at) : [],
    recording.browser,
  );
}

/** The cookies that the write met, as they were then: its report may come after later changes. */
function rivalsAt(
  recording: Recording,
  name: string,
  path: string | undefined,
  url: string,
  at: number,
): StoredCookie[] {
  const from = urlParts(url);
  if (from === null) return [];
  const its = path?.startsWith('/') ? path : defaultPath(from.path);
  const rivals: StoredCookie[] = [];
  for (const entry of recording.index.cookiesByName.get(name) ?? []) {
    const isRival = entry.cookie.path === its || (entry.cookie.secure && !from.trustworthy);
    const cookie = isRival ? cookieAt(entry, at) : null;
    if (cookie !== null) rivals.push(asStored(entry, cookie));
  }
  return rivals;
}

function asStored(entry: CookieEntry, cookie: BrowserCookie): StoredCookie {
  return { ...cookie, creation: entry.firstSeen, lastAccess: entry.lastSent ?? entry.firstSeen, size: 0 };
}

/** In the history of every cookie of that name the write could have meant; a loop's attempts once. */
function noteRefusal(recording: Recording, write: ScriptWriteEntry, name: string): void {
  for (const entry of recording.index.cookiesByName.get(name) ?? []) {
    if (entry.site !== write.site) continue;
    const last = entry.history.at(-1);
    const before =
      last?.kind === 'rejected' && 'script' in last ? recording.scriptWrites.get(last.script) : undefined;
    const event = { kind: 'rejected', at: write.at, script: write.key } as const;
    if (last?.kind === 'rejected' && 'times' in last && before !== undefined && isSame(before, write)) {
      entry.history[entry.history.length - 1] = { ...event, times: last.times + 1 };
      entry.explainedLater += 1;
    } else remember(entry, { ...event, times: 1 });
  }
}

/** From the same place in the code, refused for the same reasons. */
function isSame(a: ScriptWriteEntry, b: ScriptWriteEntry): boolean {
  const [x, y] = [a.stack[0], b.stack[0]];
  return x?.url === y?.url && x?.line === y?.line && x?.column === y?.column && reasonsOf(a) === reasonsOf(b);
}

function reasonsOf({ predicted }: ScriptWriteEntry): string {
  return predicted.stored ? '' : predicted.reasons.join();
}
