/** A browser in a few words: requests of a made-up visit, with the cookies a real one would send. */

import { audit } from '../../../src/core/audit/audit.ts';
import { buildSubjects, type PersonsWord } from '../../../src/core/audit/build-subject.ts';
import type { SessionEvent, SiteReport } from '../../../src/core/audit/report.ts';
import { CookieJar } from '../../../src/core/cookie/jar.ts';
import type { BodyFields, BrowserCookie, Fact, ResourceType } from '../../../src/core/recording/fact.ts';
import { keyOf } from '../../../src/core/recording/keys.ts';
import type { Recording } from '../../../src/core/recording/recording.ts';
import { analyseSessions, type SessionAnalysis } from '../../../src/core/session/analysis.ts';
import { recordingOf } from '../../helpers/recording.ts';

export const START = 1_790_000_000_000;
export const HOST = 'https://shop.example';

export interface Ask {
  readonly status?: number;
  /** Set-Cookie lines. */
  readonly set?: readonly string[];
  /** Names of the body's fields. */
  readonly fields?: readonly string[];
  readonly format?: BodyFields['format'];
  /** A redirect, followed by the next answer. */
  readonly to?: string;
  /** The answer to the page that the redirect leads to. */
  readonly lands?: Ask;
  readonly type?: ResourceType;
  /** Lower-case names. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly sends?: Readonly<Record<string, string>>;
  /** Milliseconds until the answer; default 50. */
  readonly takes?: number;
  /** The cookie header, where it is not what the jar has; null: none. */
  readonly cookie?: string | null;
  /** Nobody watches: no body, no request headers. */
  readonly unwatched?: true;
  /** No answer was seen. */
  readonly lost?: true;
}

export class Visit {
  readonly #facts: Fact[] = [
    {
      kind: 'tab',
      at: START,
      browser: 'chromium',
      storeId: '0',
      incognito: false,
      fingerprintKey: '00112233445566778899aabbccddeeff',
    },
  ];
  readonly #jar = new CookieJar();
  #now = START;
  #count = 0;

  /** `GET /path`, `POST https://other.example/path`; without a type it is a page. */
  ask(line: string, ask: Ask = {}): this {
    const [method = 'GET', path = '/'] = line.split(' ');
    this.#now += 1000;
    this.#exchange(`r${++this.#count}`, method, new URL(path, HOST).href, ask);
    return this;
  }

  xhr(line: string, ask: Ask = {}): this {
    return this.ask(line, { type: 'xmlhttprequest', format: 'json', ...ask });
  }

  wait(milliseconds: number): this {
    this.#now += milliseconds;
    return this;
  }

  mark(mark: 'login' | 'logout' | 'note', text = ''): this {
    this.#facts.push({ kind: 'mark', at: this.#now + 100, mark, text });
    return this;
  }

  pageDone(path: string): this {
    this.#facts.push({ kind: 'page-done', at: this.#now + 500, frameId: 0, url: new URL(path, HOST).href });
    return this;
  }

  /** A cookie that was there before anything was recorded. */
  had(pair: string, more: Partial<BrowserCookie> = {}): this {
    const [name = '', value = ''] = pair.split('=');
    this.#jar.set(`${pair}; Path=/`, { url: HOST, now: this.#now });
    const cookie = { ...plain(name, value), ...more };
    this.#facts.push({
      kind: 'jar',
      at: this.#now + 10,
      sites: ['shop.example'],
      cookies: [cookie],
      gone: [],
    });
    return this;
  }

  /** Script writes a cookie, or removes it. */
  script(pair: string): this {
    const [name = '', value = ''] = pair.split('=');
    this.#now += 1000;
    this.#jar.set(value === '' ? `${pair}; Max-Age=0` : pair, {
      url: `${HOST}/`,
      now: this.#now,
      api: 'script',
    });
    this.#facts.push({
      kind: 'cookie',
      at: this.#now,
      removed: value === '',
      cause: 'explicit',
      cookie: plain(name, value),
    });
    return this;
  }

  /** The person who looks writes a cookie with the extension, or removes it. */
  person(pair: string): this {
    const [name = '', value = ''] = pair.split('=');
    const key = keyOf(plain(name, value));
    const writes = [{ key, value: value === '' ? null : value }];
    return this.fact((now) => ({ kind: 'edit', at: now + 990, by: 'edit', writes })).script(pair);
  }

  fact(fact: (now: number) => Fact): this {
    this.#facts.push(fact(this.#now));
    return this;
  }

  #exchange(requestId: string, method: string, url: string, ask: Ask): void {
    const { type = 'main_frame', fields, set = [], to, lands, takes = 50 } = ask;
    const at = this.#now;
    const basics = {
      requestId,
      url,
      method,
      type,
      frameId: 0,
      ...(type === 'main_frame' ? {} : { initiator: HOST }),
    };
    if (fields !== undefined && ask.unwatched === undefined) {
      this.#facts.push({
        kind: 'body',
        at,
        ...basics,
        fields: { format: ask.format ?? 'form', names: fields },
      });
    }
    if (ask.unwatched === undefined) {
      const stored = this.#jar.read({ url, now: at, method }).header;
      const cookie = ask.cookie === undefined ? stored || null : ask.cookie;
      this.#facts.push({ kind: 'sent', at, ...basics, cookie, headers: headers(ask.sends) });
    }
    if (ask.lost) return;
    const status = ask.status ?? (to === undefined ? 200 : 302);
    const location: Record<string, string> = to === undefined ? {} : { location: to };
    this.#now += takes;
    for (const line of set) this.#jar.set(line, { url, now: this.#now });
    this.#facts.push({
      kind: 'response',
      at: this.#now,
      ...basics,
      status,
      setCookies: set,
      headers: headers({ ...location, ...ask.headers }),
    });
    if (to !== undefined && status >= 300 && status < 400) {
      this.#now += 5;
      const next = method === 'POST' && status !== 307 ? 'GET' : method;
      this.#exchange(requestId, next, new URL(to, url).href, {
        type,
        ...(ask.unwatched ? { unwatched: true } : {}),
        ...lands,
      });
    } else if (type === 'main_frame') {
      this.#facts.push({ kind: 'navigation', at: this.#now, frameId: 0, parentFrameId: -1, url });
    }
  }

  recording(): Recording {
    return recordingOf(this.#facts);
  }

  analysis(saidOf?: PersonsWord): SessionAnalysis {
    const subject = buildSubjects(this.recording(), saidOf).find(({ site }) => site === 'shop.example');
    if (subject === undefined) throw new Error('no site');
    return subject.shared(analyseSessions);
  }

  report(): SiteReport {
    const { sites } = audit(this.recording(), { now: this.#now, source: 'browser' });
    const site = sites.find((each) => each.site.endsWith('//shop.example'));
    if (site === undefined) throw new Error('no site');
    return site;
  }

  /** `sid: login rotated`, in order of time, of all session cookies. */
  story(kinds: readonly SessionEvent['kind'][] = ['login', 'logout', 'privilege-change']): readonly string[] {
    return this.report()
      .sessions.flatMap(({ cookie, events }) => events.map((event) => ({ name: cookie.name, ...event })))
      .filter(({ kind }) => kinds.includes(kind))
      .sort((a, b) => a.at - b.at)
      .map(({ name, kind, verdict }) => `${name}: ${kind}${verdict === undefined ? '' : ` ${verdict}`}`);
  }

  /** Verdicts of logins as a whole. */
  verdicts(): readonly (string | null)[] {
    return this.analysis().flows.flatMap(({ flow, verdict }) => (flow.kind === 'login' ? [verdict] : []));
  }

  rules(): readonly string[] {
    return this.report().findings.map(({ rule }) => rule);
  }
}

export function visit(): Visit {
  return new Visit();
}

function plain(name: string, value: string): BrowserCookie {
  return {
    name,
    value,
    domain: 'shop.example',
    hostOnly: true,
    path: '/',
    secure: true,
    httpOnly: false,
    sameSite: 'lax',
    expires: null,
    partitionKey: null,
  };
}

function headers(map: Readonly<Record<string, string>> = {}) {
  return Object.entries(map).map(([name, value]) => ({ name, value }));
}

const FLAGS = 'Path=/; Secure; HttpOnly; SameSite=Lax';
/** A Set-Cookie line of a sound session cookie. */
export const line = (name: string, value: string, more = '') => `${name}=${value}; ${FLAGS}${more}`;
export const gone = (name: string) => `${name}=; ${FLAGS}; Max-Age=0`;
export const A = '31d4d96e407aad42a7c1dd3e';
export const B = '9f02b6c1d4e87a35c0b4e61f';
export const C = 'c77e10b2a94f5d3806e1b2d9';
