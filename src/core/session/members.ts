/** A session that is split over several cookies: a signature beside it, chunks of a long value, the same on another path, content named after its ID. */
import type { SubjectCookie } from '../audit/subject.ts';
import { namedById } from './named-by-id.ts';

const SIGNATURE = /^(.+)\.sig$/i;
const CHUNK = /^(.+?)(?:\.|C|_|-)(\d{1,2})$/;

/** The name of the cookie that `name` is a further part of, where that one is there too; null: it stands for itself. */
export function mainPartOf(name: string, names: ReadonlySet<string>): string | null {
  const signed = SIGNATURE.exec(name)?.[1];
  if (signed !== undefined && names.has(signed)) return signed;
  const chunk = CHUNK.exec(name);
  const base = chunk?.[1];
  const number = Number(chunk?.[2]);
  if (base === undefined || chunk === null) return null;
  if (names.has(base)) return base;
  // `x.0 x.1` or `xC1 xC2`: the first chunk stands for all.
  const first = [0, 1]
    .map((start) => name.slice(0, name.length - (chunk[2]?.length ?? 0)) + start)
    .find((candidate) => names.has(candidate));
  return first !== undefined && number > 0 && first !== name ? first : null;
}

export interface SessionGroup {
  readonly main: SubjectCookie;
  /** The part whose value is the ID. */
  readonly carrier: SubjectCookie;
  readonly members: readonly string[];
}

/** Cookies joined to sessions, the likeliest first. */
export function groupCookies(cookies: readonly SubjectCookie[]): readonly SessionGroup[] {
  const names = new Set(cookies.map(({ ref }) => ref.name));
  const owners = namedById(cookies);
  const groups: { main: SubjectCookie; parts: SubjectCookie[] }[] = [];
  const byMain = new Map<string, { main: SubjectCookie; parts: SubjectCookie[] }>();
  const twins = new Map<string, { main: SubjectCookie; parts: SubjectCookie[] }>();
  const parts: (readonly [string, SubjectCookie])[] = [];
  for (const cookie of cookies) {
    const main = mainPartOf(cookie.ref.name, names) ?? owners.get(cookie.ref.name) ?? null;
    if (main !== null) {
      parts.push([main, cookie]);
      continue;
    }
    const twin = twins.get(twinKey(cookie));
    if (twin !== undefined) {
      // The one that requests send shows most of what happens to both.
      const isUsedMore = (cookie.entry?.requests ?? 0) > (twin.main.entry?.requests ?? 0);
      twin.parts.push(isUsedMore ? twin.main : cookie);
      if (isUsedMore) twin.main = cookie;
      continue;
    }
    const group = { main: cookie, parts: [] };
    if (newestValue(cookie).length >= SHORTEST_ID) twins.set(twinKey(cookie), group);
    groups.push(group);
    if (!byMain.has(cookie.ref.name)) byMain.set(cookie.ref.name, group);
  }
  for (const [main, cookie] of parts) byMain.get(main)?.parts.push(cookie);
  return groups
    .sort((a, b) => b.main.likelihood - a.main.likelihood)
    .map(({ main, parts: own }) => ({
      main,
      carrier: carrierOf(main, own),
      members: [...new Set(own.map(({ ref }) => ref.name))],
    }));
}

/** ASP.NET Core puts `chunks-2` into the cookie itself, and the value into `…C1` and `…C2`. */
function carrierOf(main: SubjectCookie, parts: readonly SubjectCookie[]): SubjectCookie {
  const isMarker = /^chunks[-:]\d{1,2}$/.test(newestValue(main));
  return isMarker ? (parts.find(({ ref }) => /C1$/.test(ref.name)) ?? main) : main;
}

const SHORTEST_ID = 8;

/** What the same session on another path has in common with it. */
function twinKey(cookie: SubjectCookie): string {
  const { name, domain, partitionKey } = cookie.ref;
  return `${partitionKey ?? ''}\0${domain}\0${name}\0${newestValue(cookie)}`;
}

function newestValue({ entry }: SubjectCookie): string {
  return entry?.cookie.value ?? '';
}
