import { readCookieEditor } from './cookie-editor.ts';
import { readCookieHeader } from './cookie-header.ts';
import { readCurl } from './curl.ts';
import { readHar } from './har.ts';
import { readNetscape } from './netscape.ts';
import { readOurs } from './ours.ts';
import { readPuppeteer } from './puppeteer.ts';
import { recognise } from './recognise.ts';
import type { Place, ReadPart } from './rows.ts';
import { readSetCookie } from './set-cookie.ts';
import { readStorageState } from './storage-state.ts';
import {
  type FileProblem,
  type FormatId,
  MOST_CHARACTERS,
  MOST_ROWS,
  type ReadOptions,
  type ReadResult,
} from './types.ts';

type JsonFormat = 'json' | 'cookie-editor' | 'storage-state' | 'puppeteer' | 'har';

const OF_JSON: Readonly<Record<JsonFormat, (data: unknown, place: Place) => ReadPart>> = {
  json: readOurs,
  'cookie-editor': readCookieEditor,
  'storage-state': readStorageState,
  puppeteer: readPuppeteer,
  har: readHar,
};

const OF_TEXT: Readonly<Record<Exclude<FormatId, JsonFormat>, (text: string, place: Place) => ReadPart>> = {
  netscape: readNetscape,
  'cookie-header': readCookieHeader,
  'set-cookie': readSetCookie,
  curl: readCurl,
};

/**
 * Reads the cookies of whatever text: the format is recognised by its content unless one is named. Never throws. A row that cannot be
 * read has its problem and stops no other; sizes are bounded (`MOST_CHARACTERS`, `MOST_ROWS`).
 */
export function readCookies(text: string, { url, now, format }: ReadOptions): ReadResult {
  const none = (problem: FileProblem): ReadResult => ({
    format: format ?? null,
    rows: [],
    problem,
    leftOut: [],
  });
  if (text.length > MOST_CHARACTERS) return none('too-large');
  // Editors of Windows begin a file with it.
  const bare = text.startsWith('\ufeff') ? text.slice(1) : text;
  if (bare.trim() === '') return none('empty');
  const data = parsed(bare);
  const found = format ?? recognise(bare, data);
  if (found === null) return none(Array.isArray(data) && data.length === 0 ? 'no-cookies' : 'unknown-format');
  const part = readAs(found, bare, data, { url, now });
  if (part === null) return none('not-json');
  const rows = part.rows.slice(0, MOST_ROWS);
  return { format: found, rows, problem: problemOf(part), leftOut: part.leftOut ?? [] };
}

/** undefined: it is no JSON. */
function parsed(text: string): unknown {
  if (!/^\s{0,1000}[{[]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** null: JSON is wanted, and this is none. */
function readAs(format: FormatId, text: string, data: unknown, place: Place): ReadPart | null {
  if (!isJson(format)) return OF_TEXT[format](text, place);
  return data === undefined ? null : OF_JSON[format](data, place);
}

function isJson(format: FormatId): format is JsonFormat {
  return format in OF_JSON;
}

function problemOf({ rows, needsUrl, newerVersion }: ReadPart): FileProblem | null {
  if (needsUrl) return 'needs-url';
  if (rows.length > MOST_ROWS) return 'too-many';
  if (rows.length === 0) return 'no-cookies';
  return newerVersion ? 'newer-version' : null;
}
