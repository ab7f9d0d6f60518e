/** How a recording's things are shown in a report: secrets as length and fingerprint. */
import type { CookieRef } from '../audit/report.ts';
import { utf8Length } from '../cookie/octets.ts';
import type { Attribute } from '../cookie/types.ts';
import type { Recording, RequestEntry, SetCookieEntry } from '../recording/recording.ts';
import { fingerprint } from './fingerprint.ts';
import { redactPath, redactUrl } from './redact-url.ts';

export interface Evidence {
  /** A value's keyed fingerprint, 8 hex digits. */
  fingerprint(value: string): string;
  /** A URL without what may be secret in it. */
  url(url: string): string;
  /** A cookie's identity: a path may hold a secret too. */
  ref(ref: CookieRef): CookieRef;
  /** `POST https://shop.example/login`. */
  request(request: RequestEntry): string;
  /** `Set-Cookie: sid=<32 bytes, 9f3ab2c1>; Path=/; HttpOnly`. */
  line(line: SetCookieEntry): string;
  /** Request and line. */
  answer(line: SetCookieEntry): string;
  /** The newest few of several, and how many more there are. */
  answers(lines: readonly SetCookieEntry[]): readonly string[];
}

const SHOWN = 3;
/** Shorter values are words and flags; they may well be a path segment by chance. */
const SECRET_LENGTH = 8;

export function evidenceFor(recording: Recording): Evidence {
  let secrets: Set<string> | null = null;
  const isSecret = (segment: string) => {
    if (segment.length < SECRET_LENGTH) return false;
    secrets ??= valuesOf(recording);
    return secrets.has(segment);
  };
  const print = (value: string) => fingerprint(recording.fingerprintKey, value);
  const url = (text: string) => redactUrl(text, isSecret);
  // Several rules show the same lines.
  const request = once((entry: RequestEntry) => `${methodOf(entry.method)} ${url(entry.url)}`);
  const path = (text: string) => redactPath(text, isSecret);
  const line = (entry: SetCookieEntry) => `Set-Cookie: ${redactedLine(entry, print, path)}`;
  const answer = once((entry: SetCookieEntry) => `${request(entry.request)} → ${line(entry)}`);
  return {
    fingerprint: print,
    url,
    ref: (ref) => ({ ...ref, path: path(ref.path) }),
    request,
    line,
    answer,
    answers: (lines) => {
      const shown = lines.slice(-SHOWN).map(answer);
      return lines.length > SHOWN ? [...shown, `and ${lines.length - SHOWN} more like these`] : shown;
    },
  };
}

/** Text that was made once of a thing is not made again. */
function once<T extends object>(make: (thing: T) => string): (thing: T) => string {
  const made = new WeakMap<T, string>();
  return (thing) => {
    const known = made.get(thing);
    if (known !== undefined) return known;
    const text = make(thing);
    made.set(thing, text);
    return text;
  };
}

function valuesOf(recording: Recording): Set<string> {
  const values = new Set<string>();
  for (const { cookie } of recording.cookies.values()) values.add(cookie.value);
  for (const { parsed } of recording.setCookies.values()) if (parsed.ok) values.add(parsed.cookie.value);
  return values;
}

function methodOf(method: string): string {
  return /^[A-Za-z]{1,20}$/.test(method) ? method : '?';
}

type Show = (text: string) => string;

function redactedLine(line: SetCookieEntry, print: Show, path: Show): string {
  if (!line.parsed.ok) return `<${utf8Length(line.line)} bytes that are no cookie>`;
  const { name, value, attributes } = line.parsed.cookie;
  const pair = value === '' ? `${name}=` : `${name}=<${utf8Length(value)} bytes, ${print(value)}>`;
  return [pair, ...attributes.map((attribute) => shownAttribute(attribute, path))].join('; ');
}

/** What follows the first `;` may be a piece of a value that holds one: only what is surely an attribute is shown. */
function shownAttribute({ name, value }: Attribute, path: Show): string {
  switch (name.toLowerCase()) {
    case 'secure':
    case 'httponly':
    case 'partitioned':
      return name;
    case 'path':
      return `${name}=${path(value.split(/[?#]/, 1)[0] ?? '').slice(0, 100)}`;
    case 'domain':
      return /^[\w.\-:[\]]{0,253}$/.test(value) ? `${name}=${value}` : `${name}=<${utf8Length(value)} bytes>`;
    case 'expires':
      return /^[\w ,:+-]{0,40}$/.test(value) ? `${name}=${value}` : `${name}=<${utf8Length(value)} bytes>`;
    case 'max-age':
      return /^-?\d{0,15}$/.test(value) ? `${name}=${value}` : `${name}=<${utf8Length(value)} bytes>`;
    case 'samesite':
    case 'priority':
      return /^[A-Za-z]{0,12}$/.test(value) ? `${name}=${value}` : `${name}=<${utf8Length(value)} bytes>`;
    default:
      return `<${utf8Length(name) + utf8Length(value)} bytes>`;
  }
}
