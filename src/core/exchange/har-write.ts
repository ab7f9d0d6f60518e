/** Cookies as a log (HAR 1.2) of one page for each host, which sets them: with `Set-Cookie` lines, which say more than the lists. */
import { judgeSet } from '../cookie/store.ts';
import type { BrowserCookie } from '../recording/fact.ts';
import { jsonText } from './json-list.ts';
import { leftOut, lossesOf } from './losses.ts';
import type { WrittenPart } from './rows.ts';
import { setCookieLine } from './set-cookie.ts';
import type { Lost, WriteOptions } from './types.ts';

interface Answer {
  readonly lines: string[];
  readonly cookies: object[];
}

/** A line that a browser would refuse on that page is left out, as is a cookie that differs from another in its partition alone. */
export function writeHar(cookies: readonly BrowserCookie[], { now }: WriteOptions): WrittenPart {
  const answers = new Map<string, Answer>();
  const written = new Set<string>();
  const lost: Lost[] = [];
  for (const [index, cookie] of cookies.entries()) {
    const url = `https://${cookie.domain}/`;
    const line = setCookieLine({ ...cookie, partitionKey: null });
    const set = line === null ? null : judgeSet(line, { url, now }, []);
    if (line === null || !set?.stored || set.expired) {
      lost.push(...leftOut(cookie, index));
      continue;
    }
    const { creation, lastAccess, size, ...back } = set.cookie;
    const place = `${back.hostOnly}\0${back.domain}\0${back.path}\0${back.name}`;
    if (written.has(place)) {
      lost.push({ cookie: index, field: 'partitionKey', why: 'left-out' });
      continue;
    }
    written.add(place);
    lost.push(...lossesOf(cookie, index, back));
    const answer = answers.get(url) ?? { lines: [], cookies: [] };
    answers.set(url, answer);
    answer.lines.push(line);
    answer.cookies.push(listed(cookie));
  }
  const urls = [...answers.keys()];
  const log = {
    version: '1.2',
    creator: { name: 'Crumbtrail', version: '1' },
    pages: urls.map((url, index) => pageOf(url, index, now)),
    entries: [...answers].map(([url, answer], index) => entryOf(url, answer, index, now)),
  };
  return jsonText({ log }, lost);
}

/** As section "cookies" of the format has it. */
function listed({ name, value, path, domain, hostOnly, expires, httpOnly, secure }: BrowserCookie): object {
  return {
    name,
    value,
    path,
    domain: hostOnly ? domain : `.${domain}`,
    ...(expires === null ? {} : { expires: new Date(expires).toISOString() }),
    httpOnly,
    secure,
  };
}

function pageOf(url: string, index: number, now: number): object {
  return {
    startedDateTime: new Date(now).toISOString(),
    id: `page_${index + 1}`,
    title: url,
    pageTimings: {},
  };
}

function entryOf(url: string, { lines, cookies }: Answer, index: number, now: number): object {
  const sizes = { headersSize: -1, bodySize: -1 };
  return {
    pageref: `page_${index + 1}`,
    startedDateTime: new Date(now).toISOString(),
    time: 0,
    _resourceType: 'document',
    request: {
      method: 'GET',
      url,
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: [],
      queryString: [],
      ...sizes,
    },
    response: {
      status: 200,
      statusText: 'OK',
      httpVersion: 'HTTP/1.1',
      cookies,
      headers: lines.map((value) => ({ name: 'Set-Cookie', value })),
      content: { size: 0, mimeType: 'text/html' },
      redirectURL: '',
      ...sizes,
    },
    cache: {},
    timings: { send: 0, wait: 0, receive: 0 },
  };
}
