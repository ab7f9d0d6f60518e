/** What a request was for: as the file says (`_resourceType`, Sec-Fetch-Dest), else as it looks. */
import type { ResourceType } from '../fact.ts';
import type { Chain } from './chains.ts';
import type { HarEntry } from './entry.ts';

/** A page's own load; whether of the page or of a frame in it is told by where it stands (`frames.ts`). */
export type HarType = Exclude<ResourceType, 'main_frame' | 'sub_frame'> | 'page' | 'frame' | 'document';

/** Chrome's and Playwright's words. */
const BY_RESOURCE_TYPE: Readonly<Record<string, HarType>> = {
  document: 'document',
  stylesheet: 'stylesheet',
  image: 'image',
  media: 'media',
  texttrack: 'media',
  font: 'font',
  script: 'script',
  xhr: 'xmlhttprequest',
  fetch: 'xmlhttprequest',
  eventsource: 'xmlhttprequest',
  preflight: 'xmlhttprequest',
  websocket: 'websocket',
  ping: 'ping',
  beacon: 'ping',
  'csp-violation-report': 'csp_report',
  cspviolationreport: 'csp_report',
  cspreport: 'csp_report',
};

/** Fetch, destinations. */
const BY_DESTINATION: Readonly<Record<string, HarType>> = {
  document: 'page',
  iframe: 'frame',
  frame: 'frame',
  fencedframe: 'frame',
  object: 'object',
  embed: 'object',
  style: 'stylesheet',
  xslt: 'stylesheet',
  image: 'image',
  audio: 'media',
  video: 'media',
  track: 'media',
  font: 'font',
  script: 'script',
  worker: 'script',
  sharedworker: 'script',
  serviceworker: 'script',
  audioworklet: 'script',
  paintworklet: 'script',
  report: 'csp_report',
  websocket: 'websocket',
  empty: 'xmlhttprequest',
};

/** Of a whole chain: redirects change the URL, not the purpose. */
export function typeOf({ hops }: Chain): HarType | null {
  for (const hop of hops) {
    const type = toldBy(hop);
    if (type !== null) return type;
  }
  const last = hops.at(-1);
  const first = hops[0];
  return last === undefined || first === undefined ? null : guess(first, last);
}

function toldBy({ url, resourceType, requestHeaders, hints, mimeType }: HarEntry): HarType | null {
  if (/^wss?:/.test(url)) return 'websocket';
  const named = own(BY_RESOURCE_TYPE, resourceType);
  const destination = own(BY_DESTINATION, headerOf(requestHeaders, 'sec-fetch-dest').toLowerCase());
  if (hints.prefetch) return 'other';
  // Only the destination tells a page from a frame; only the resource type a ping from a fetch.
  if (destination === 'page' || destination === 'frame') return destination;
  if (named !== null) return named;
  if (resourceType !== '' && resourceType !== 'other') return 'other';
  if (headerOf(requestHeaders, 'sec-fetch-mode') === 'websocket') return 'websocket';
  if (destination !== null || resourceType === '') return destination;
  // What the browser asks for by itself: a page's icon.
  return /^image\//.test(mimeType) ? 'image' : 'other';
}

function own(words: Readonly<Record<string, HarType>>, word: string): HarType | null {
  return Object.hasOwn(words, word) ? (words[word] ?? null) : null;
}

export function headerOf(headers: HarEntry['requestHeaders'], name: string): string {
  for (const header of headers) if (header.name === name) return header.value;
  return '';
}

const BY_MIME: readonly (readonly [RegExp, HarType])[] = [
  [/^text\/css$/, 'stylesheet'],
  [/javascript|ecmascript/, 'script'],
  [/^image\//, 'image'],
  [/^(?:audio|video)\//, 'media'],
  [/^font\/|font-woff|opentype|truetype/, 'font'],
  [/json|xml$|^text\/event-stream/, 'xmlhttprequest'],
];

/** null: nothing tells. */
function guess(first: HarEntry, last: HarEntry): HarType | null {
  const { accept, xhr, upgrades } = first.hints;
  if (xhr || first.method === 'OPTIONS') return 'xmlhttprequest';
  if (accept.startsWith('text/html') || upgrades) return 'document';
  const { mimeType } = last;
  if (accept === '' && /html/.test(mimeType)) return 'document';
  if (/json/.test(headerOf(first.requestHeaders, 'content-type'))) return 'xmlhttprequest';
  for (const [pattern, type] of BY_MIME) if (pattern.test(mimeType)) return type;
  if (/html/.test(mimeType)) return 'xmlhttprequest';
  return first.fields?.format === 'form' || first.fields?.format === 'multipart' ? 'document' : null;
}
