/** A visit as a HAR file of Chrome's shows it: cookies go as a browser would send them, and `auditHar` judges. */
import { auditHar } from '../../../../src/core/audit/audit-har.ts';
import type { SiteReport } from '../../../../src/core/audit/report.ts';
import { CookieJar } from '../../../../src/core/cookie/jar.ts';
import { type Exchange, HAR_T0, harLog } from '../../../helpers/har-log.ts';

export interface Reply {
  readonly status?: number;
  /** Set-Cookie lines. */
  readonly set?: readonly string[];
  /** A redirect, followed by the next answer. */
  readonly to?: string;
  readonly lands?: Reply;
  /** Of the response. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Of the request. */
  readonly sends?: Readonly<Record<string, string>>;
  /** Another site sent it: cookies with SameSite=Strict stay at home, at a POST those with Lax too. */
  readonly crossSite?: true;
}

const STEP_MS = 1500;

export class HarVisit {
  readonly #origin: string;
  readonly #exchanges: Exchange[] = [];
  readonly #jar = new CookieJar();
  #now = 0;

  constructor(origin: string) {
    this.#origin = origin;
  }

  /** A page that is opened. */
  page(path: string, reply: Reply = {}): this {
    return this.#step('GET', path, {}, reply);
  }

  /** A form that is sent; `fields`: their names. */
  form(path: string, fields: string, reply: Reply = {}): this {
    const body = fields
      .split(' ')
      .map((name) => `${encodeURIComponent(name)}=x`)
      .join('&');
    return this.#step('POST', path, { body }, reply);
  }

  /** What script asks for: `GET /api/me`, with JSON where `data` is given. */
  fetch(line: string, data: unknown = undefined, reply: Reply = {}): this {
    const [method = 'GET', path = '/'] = line.split(' ');
    const body = data === undefined ? {} : { body: JSON.stringify(data) };
    return this.#step(method, path, { type: 'xhr', ...body }, reply);
  }

  /** Script writes a cookie. */
  script(line: string): this {
    this.#jar.set(line, { url: this.#origin, now: HAR_T0 + this.#now, api: 'script' });
    return this;
  }

  wait(milliseconds: number): this {
    this.#now += milliseconds;
    return this;
  }

  #step(method: string, path: string, more: Partial<Exchange>, reply: Reply): this {
    this.#now += STEP_MS;
    this.#exchange(method, new URL(path, this.#origin).href, more, reply);
    return this;
  }

  #exchange(method: string, url: string, more: Partial<Exchange>, reply: Reply): void {
    const { set = [], to, lands = {}, status, headers, sends, crossSite } = reply;
    const at = this.#now;
    const sameSiteContext = crossSite && (method === 'GET' ? 'same-site-lax' : 'cross-site');
    const cookie = this.#jar.read({
      url,
      now: HAR_T0 + at,
      method,
      ...(sameSiteContext ? { sameSiteContext } : {}),
    }).header;
    for (const line of set) this.#jar.set(line, { url, now: HAR_T0 + at + 50 });
    this.#exchanges.push({
      url,
      method,
      at,
      ...more,
      ...(cookie === '' ? {} : { cookie }),
      ...(set.length === 0 ? {} : { setCookie: set }),
      ...(status === undefined ? {} : { status }),
      ...(to === undefined ? {} : { location: to }),
      ...(headers === undefined ? {} : { responseHeaders: headers }),
      ...(sends === undefined ? {} : { requestHeaders: sends }),
    });
    if (to === undefined) return;
    this.#now += 60;
    const { type } = more;
    this.#exchange('GET', new URL(to, url).href, type === undefined ? {} : { type }, lands);
  }

  har(): unknown {
    return harLog('chrome', this.#exchanges);
  }

  /** Of the site of the visit's origin. */
  report(): SiteReport {
    const { hostname } = new URL(this.#origin);
    const { sites } = auditHar(this.har());
    const site = sites.find((each) => `.${hostname}`.endsWith(`.${new URL(each.site).hostname}`));
    if (site === undefined) throw new Error('no site');
    return site;
  }
}

/** What accuses of handling sessions wrongly. */
const ACCUSING = new Set([
  'session-fixation',
  'partial-rotation',
  'session-not-cleared',
  'session-alive-after-logout',
  'remember-me-survives-logout',
  'predictable-session-id',
  'weak-session-id',
  'script-written-session',
  'missing-reauthentication',
]);

export interface Judged {
  /** `sid: login rotated`, by time and name. */
  readonly story: readonly string[];
  /** Of every session cookie its role, of every other one that is named by a case its role, too. */
  readonly roles: Readonly<Record<string, string>>;
  /** `rule cookie` of what the site is accused of, guesses left out, sorted. */
  readonly accused: readonly string[];
}

export function judged(visit: HarVisit): Judged {
  const { sessions, cookies, findings } = visit.report();
  const events = sessions.flatMap(({ cookie, events }) =>
    events.flatMap(({ kind, verdict, at }) =>
      verdict === undefined ? [] : [{ at, text: `${cookie.name}: ${kind} ${verdict}`, name: cookie.name }],
    ),
  );
  const accused = findings
    .filter(({ rule, confidence }) => ACCUSING.has(rule) && confidence !== 'tentative')
    .map(({ rule, cookie }) => `${rule} ${cookie?.name ?? '-'}`);
  return {
    story: events.sort((a, b) => a.at - b.at || compare(a.name, b.name)).map(({ text }) => text),
    roles: Object.fromEntries(cookies.map(({ name, role }) => [name, role])),
    accused: [...new Set(accused)].sort(),
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A value that looks as if it were drawn, always the same for one seed. */
export function drawn(seed: string, length: number, alphabet = '0123456789abcdef'): string {
  let state = 2166136261;
  for (const character of seed) state = Math.imul(state ^ character.charCodeAt(0), 16777619);
  let text = '';
  while (text.length < length) {
    state = Math.imul(state ^ (state >>> 15), 2246822519) + 0x9e3779b9;
    text += alphabet[(state >>> 9) % alphabet.length];
  }
  return text;
}

/** PHP's `session.sid_bits_per_character=5`. */
export const BASE32 = '0123456789abcdefghijklmnopqrstuv';
export const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** A session cookie's line as sound sites write it. */
export const line = (name: string, value: string, more = '') =>
  `${name}=${value}; Path=/; Secure; HttpOnly; SameSite=Lax${more}`;
export const gone = (name: string, more = '') =>
  `${name}=; Path=/${more}; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Secure; HttpOnly; SameSite=Lax`;

/** One case of a table. */
export interface Product {
  readonly name: string;
  readonly visit: HarVisit;
  readonly story: readonly string[];
  /** What is truly wrong there. */
  readonly accused?: readonly string[];
  /** Roles of cookies that are easily mistaken; a secret one is in the story already. */
  readonly roles?: Readonly<Record<string, string>>;
}
