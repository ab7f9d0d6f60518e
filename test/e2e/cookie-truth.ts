import type { CDPSession } from 'playwright';
import { PASSWORD, USER, WRONG_PASSWORD } from '../sites/frameworks/framework-app.ts';

/** One request or redirect hop as the protocol tells of it. */
type Hop = {
  readonly url: string;
  readonly method: string;
  readonly body: string;
  readonly order: number;
  sent: ReadonlyMap<string, string>;
  setLines: readonly string[];
  status: number;
};

/** What the browser itself says of a visit: `Network`'s ExtraInfo events, and the bodies that the extension never keeps. */
export class CookieTruth {
  readonly #hops: Hop[] = [];
  readonly #of = new Map<string, Hop[]>();
  readonly #sent = new Map<string, ReadonlyMap<string, string>[]>();
  readonly #answered = new Map<string, { readonly lines: readonly string[]; readonly status: number }[]>();

  constructor(session: CDPSession) {
    session.on('Network.requestWillBeSent', ({ requestId, request: { url, method, postData = '' } }) => {
      const hop: Hop = {
        url,
        method,
        body: postData,
        order: this.#hops.length,
        sent: new Map(),
        setLines: [],
        status: 0,
      };
      this.#hops.push(hop);
      push(this.#of, requestId, hop);
    });
    session.on('Network.requestWillBeSentExtraInfo', ({ requestId, associatedCookies }) => {
      const sent = associatedCookies.filter(({ blockedReasons }) => blockedReasons.length === 0);
      push(this.#sent, requestId, new Map(sent.map(({ cookie }) => [cookie.name, cookie.value])));
    });
    session.on('Network.responseReceivedExtraInfo', ({ requestId, headers, statusCode }) => {
      const text = Object.entries(headers).find(([name]) => name.toLowerCase() === 'set-cookie')?.[1] ?? '';
      const lines = text.split('\n').filter((line) => line !== '');
      push(this.#answered, requestId, { lines, status: statusCode });
    });
  }

  /** Requests of an origin, in their order. */
  hops(origin: string): readonly Hop[] {
    for (const [requestId, hops] of this.#of) {
      for (const [index, hop] of hops.entries()) {
        hop.sent = this.#sent.get(requestId)?.[index] ?? hop.sent;
        const answer = this.#answered.get(requestId)?.[index];
        hop.setLines = answer?.lines ?? [];
        hop.status = answer?.status ?? 0;
      }
    }
    return this.#hops.filter(({ url }) => url.startsWith(`${origin}/`));
  }
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}

export type Change = 'issued' | 'replaced' | 'same' | 'none';

/** What really became of a cookie at the login: before the first credential, and when the account's first page was open. */
export function changeAtLogin(
  hops: readonly Hop[],
  name: string,
  account: string,
  idOf: (value: string) => string,
): Change {
  const opened = hops.findLastIndex(
    (hop, index) => isCredential(hop) && hops.slice(index).some((later) => isOpen(later, account)),
  );
  const page = hops.findIndex((hop, index) => index > opened && isOpen(hop, account));
  const values = valuesAt(hops, name);
  return compare(values[firstOfFlow(hops, opened)], values[page], idOf);
}

/** And at the logout, until the next look at the account; whether that one was let in. */
export function changeAtLogout(
  hops: readonly Hop[],
  name: string,
  routes: { readonly account: string; readonly logout: string },
  idOf: (value: string) => string,
): { readonly change: Change; readonly letIn: boolean } {
  const logout = hops.findLastIndex(
    ({ url, method }) => pathOf(url) === routes.logout && method !== 'OPTIONS',
  );
  const later = hops.findIndex(({ url }, index) => index > logout && pathOf(url) === routes.account);
  const values = valuesAt(hops, name);
  return { change: compare(values[logout], values[later], idOf), letIn: hops[later]?.status === 200 };
}

/** At a form that is sent to a path, until the next request after it. */
export function changeAtForm(
  hops: readonly Hop[],
  name: string,
  path: string,
  idOf: (value: string) => string,
): Change {
  const form = hops.findLastIndex(({ url, method }) => pathOf(url) === path && method === 'POST');
  const values = valuesAt(hops, name);
  return compare(values[form], values[form + 1], idOf);
}

/** What a cookie was when each request was sent: what went with it, or on another path what was last set there. */
function valuesAt(hops: readonly Hop[], name: string): readonly (string | undefined)[] {
  let value: string | undefined;
  let path = '/';
  return hops.map(({ url, sent, setLines }) => {
    if (sent.has(name) || pathOf(url).startsWith(path)) value = sent.get(name);
    const now = value;
    const line = setLines.findLast((one) => one.startsWith(`${name}=`));
    if (line !== undefined) {
      path = /; ?path=([^;]*)/i.exec(line)?.[1] ?? '/';
      const isGone = /; ?(?:max-age=0|expires=thu, 01.jan.1970)/i.test(line);
      value = isGone ? undefined : line.slice(name.length + 1).split(';', 1)[0];
    }
    return now;
  });
}

function compare(
  before: string | undefined,
  after: string | undefined,
  idOf: (value: string) => string,
): Change {
  if (after === undefined) return 'none';
  if (before === undefined) return 'issued';
  return idOf(before) === idOf(after) ? 'same' : 'replaced';
}

/** Back over the steps of one login to its first; a wrong password begins none. */
function firstOfFlow(hops: readonly Hop[], last: number): number {
  let first = last;
  for (let index = last - 1; index >= 0; index--) {
    const hop = hops[index];
    if (hop === undefined || hop.body.includes(encodeURIComponent(WRONG_PASSWORD).replaceAll('%20', '+')))
      break;
    if (hop.body.includes(WRONG_PASSWORD)) break;
    if (isCredential(hop)) first = index;
  }
  return first;
}

function isCredential({ body }: Hop): boolean {
  return body.includes(USER) || body.includes(PASSWORD) || /otp|one-time/.test(body);
}

function isOpen({ url, status, method }: Hop, account: string): boolean {
  return pathOf(url) === account && method === 'GET' && status === 200;
}

function pathOf(url: string): string {
  return new URL(url).pathname;
}
