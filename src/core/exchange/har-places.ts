/** Where in a recorded log a cookie was last named. */
import { parseCookieHeader } from '../cookie/cookie-header.ts';
import { nameOfLine } from '../cookie/parse-set-cookie.ts';
import type { BrowserCookie } from '../recording/fact.ts';
import { hostOf } from '../recording/url.ts';
import { isRecord } from '../value/json-text.ts';

interface Naming {
  readonly host: string;
  readonly where: string;
}

/** Hosts that are told apart for one name. */
const MOST_HOSTS = 20;

export function harPlaces(data: unknown): (cookie: BrowserCookie) => string {
  const namings = new Map<string, Naming[]>();
  const add = (name: string, host: string, where: string) => {
    // The latest stands last.
    const others = (namings.get(name) ?? []).filter((one) => one.host !== host);
    namings.set(name, [...others.slice(-MOST_HOSTS), { host, where }]);
  };
  const log = isRecord(data) && isRecord(data.log) ? data.log : {};
  const entries: readonly unknown[] = Array.isArray(log.entries) ? log.entries : [];
  for (const [index, entry] of entries.entries()) {
    if (!isRecord(entry) || !isRecord(entry.request)) continue;
    const host = typeof entry.request.url === 'string' ? hostOf(entry.request.url) : '';
    const where = `log.entries[${index}]`;
    for (const header of headersOf(entry.request, 'cookie'))
      for (const { name } of parseCookieHeader(header)) add(name, host, `${where}.request`);
    for (const line of headersOf(entry.response, 'set-cookie'))
      add(nameOfLine(line, 'chromium'), host, `${where}.response`);
  }
  return ({ name, domain }) =>
    namings.get(name)?.findLast(({ host }) => host === domain || host.endsWith(`.${domain}`))?.where ?? 'log';
}

function headersOf(side: unknown, name: string): string[] {
  if (!isRecord(side) || !Array.isArray(side.headers)) return [];
  return side.headers.flatMap((header: unknown) =>
    isRecord(header) &&
    typeof header.name === 'string' &&
    typeof header.value === 'string' &&
    header.name.toLowerCase() === name
      ? header.value.split('\n')
      : [],
  );
}
