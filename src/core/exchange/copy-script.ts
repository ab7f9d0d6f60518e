/** Cookies as JavaScript that sets or sends them. Comments are fixed texts: nothing of a cookie stands outside quotes. */
import type { BrowserCookie } from '../recording/fact.ts';
import { scriptQuoted } from './quote.ts';
import { setCookieLine } from './set-cookie.ts';
import { playwrightCookie } from './storage-state.ts';

interface Script {
  readonly target: string;
  /** The value of a Cookie header. */
  readonly header: string;
  /** False: values are placeholders. */
  readonly values: boolean;
}

export function copyScript(
  kind: 'fetch' | 'playwright' | 'express' | 'document-cookie',
  cookies: readonly BrowserCookie[],
  { target, header, values }: Script,
): string {
  switch (kind) {
    case 'fetch':
      return fetchCall(target, header);
    case 'playwright':
      return `await context.addCookies([\n${cookies.map((cookie) => `  ${literal(playwrightCookie(cookie))},\n`).join('')}]);`;
    case 'express':
      return cookies.map((cookie) => expressCall(cookie, values)).join('\n');
    case 'document-cookie':
      return documentCookie(cookies);
  }
}

/** A header of `fetch` takes one octet a character, so a value of others goes as the octets of its UTF-8. */
function fetchCall(target: string, header: string): string {
  const text = scriptQuoted(header);
  const cookie = /[^\x20-\x7e]/.test(header) ? `Buffer.from(${text}).toString("latin1")` : text;
  return [
    '// For Node.js: in a page, fetch sends the cookies of the browser, and no others.',
    `await fetch(${scriptQuoted(target)}, {`,
    `  headers: { cookie: ${cookie} },`,
    '});',
  ].join('\n');
}

function expressCall(cookie: BrowserCookie, values: boolean): string {
  const { name, value, domain, hostOnly, path, secure, httpOnly, sameSite, expires, partitionKey } = cookie;
  const options = [
    ...(hostOnly ? [] : [`domain: ${scriptQuoted(domain)}`]),
    `path: ${scriptQuoted(path)}`,
    ...(expires === null ? [] : [`expires: new Date(${expires})`]),
    ...(secure ? ['secure: true'] : []),
    ...(httpOnly ? ['httpOnly: true'] : []),
    ...(sameSite === 'unspecified' ? [] : [`sameSite: ${scriptQuoted(sameSite)}`]),
    ...(partitionKey === null ? [] : ['partitioned: true']),
    // Express percent-encodes values unless told otherwise.
    ...(values && !isUnreserved(value) ? ['encode: String'] : []),
  ];
  return `res.cookie(${scriptQuoted(name)}, ${scriptQuoted(value)}, { ${options.join(', ')} });`;
}

/** `encodeURIComponent` leaves it as it is. */
function isUnreserved(value: string): boolean {
  return /^[\w.!~*'()-]*$/.test(value);
}

function documentCookie(cookies: readonly BrowserCookie[]): string {
  const lines = cookies.flatMap((cookie) => setCookieLine({ ...cookie, httpOnly: false }) ?? []);
  const calls = lines.map((line) => `document.cookie = ${scriptQuoted(line)};`);
  if (cookies.some(({ httpOnly }) => httpOnly))
    calls.unshift('// Without HttpOnly, which a script cannot set.');
  return calls.join('\n');
}

/** An object literal; names that are no identifiers do not come up. */
function literal(data: Readonly<Record<string, unknown>>): string {
  const fields = Object.entries(data).map(
    ([name, value]) => `${name}: ${typeof value === 'string' ? scriptQuoted(value) : String(value)}`,
  );
  return `{ ${fields.join(', ')} }`;
}
