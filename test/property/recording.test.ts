/** Laws of the recording: it is the same however its facts arrive, and a cut loses only what it says. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRecording } from '../../src/core/recording/create.ts';
import { cut } from '../../src/core/recording/cut.ts';
import type { BrowserCookie, Entry, Fact, ResourceType } from '../../src/core/recording/fact.ts';
import { keyOf } from '../../src/core/recording/keys.ts';
import type { Recording } from '../../src/core/recording/recording.ts';
import { reduce } from '../../src/core/recording/reduce.ts';
import { replay } from '../../src/core/recording/replay.ts';
import { sizeOf } from '../../src/core/recording/size.ts';
import { diffJar } from '../../src/core/recording/store-facts.ts';

const T0 = 1_790_000_000_000;
const host = fc.constantFrom('shop.example', 'www.shop.example', 'ads.example', '127.0.0.1');
const url = fc
  .tuple(fc.constantFrom('http', 'https'), host, fc.constantFrom('/', '/a', '/a/b'))
  .map(([scheme, name, path]) => `${scheme}://${name}${path}`);
const name = fc.constantFrom('sid', 'theme', '__Host-id', '');
const value = fc.oneof(fc.constantFrom('1', '2', ''), fc.string({ unit: 'binary', maxLength: 8 }));
const at = fc.integer({ min: T0, max: T0 + 60_000 });
const requestId = fc.constantFrom('r1', 'r2', 'r3', 'r4', 'r5');

const attributes = fc.subarray(
  [
    'Path=/',
    'Secure',
    'HttpOnly',
    'SameSite=None',
    'Max-Age=0',
    'Max-Age=600',
    'Domain=shop.example',
    'Partitioned',
  ],
  { maxLength: 4 },
);
const line = fc.tuple(name, value, attributes).map(([n, v, rest]) => [`${n}=${v}`, ...rest].join('; '));

const basics = {
  requestId,
  url,
  method: fc.constantFrom('GET', 'POST'),
  type: fc.constantFrom<ResourceType[]>('main_frame', 'sub_frame', 'xmlhttprequest', 'image'),
  frameId: fc.integer({ min: -1, max: 3 }),
};
const cookie: fc.Arbitrary<BrowserCookie> = fc.record({
  name,
  value,
  domain: host,
  hostOnly: fc.boolean(),
  path: fc.constantFrom('/', '/a'),
  secure: fc.boolean(),
  httpOnly: fc.boolean(),
  sameSite: fc.constantFrom('unspecified' as const, 'lax' as const),
  expires: fc.option(at),
  partitionKey: fc.option(fc.constant('https://shop.example')),
});

const answer = fc.record({
  status: fc.constantFrom(200, 302, null),
  to: fc.constantFrom('https://shop.example/login', null),
  length: fc.nat(),
  hash: fc.constantFrom('', 'ab'),
  asksPassword: fc.boolean(),
  offersLogin: fc.boolean(),
  offersLogout: fc.boolean(),
});

const fact: fc.Arbitrary<Fact> = fc.oneof(
  fc.record({
    kind: fc.constant('body' as const),
    at,
    ...basics,
    fields: fc.constant({ format: 'form' as const, names: ['a'] }),
  }),
  fc.record({
    kind: fc.constant('sent' as const),
    at,
    ...basics,
    cookie: fc.option(fc.constantFrom('sid=1', 'sid=2; theme=1')),
    headers: fc.constant([]),
  }),
  fc.record({
    kind: fc.constant('response' as const),
    at,
    ...basics,
    status: fc.constantFrom(200, 302, 401),
    setCookies: fc.array(line, { maxLength: 4 }),
    headers: fc.constant([]),
  }),
  fc.record({ kind: fc.constant('failed' as const), at, requestId, error: fc.constant('net::ERR') }),
  fc.record({
    kind: fc.constant('navigation' as const),
    at,
    frameId: fc.integer({ min: 0, max: 3 }),
    parentFrameId: fc.integer({ min: -1, max: 2 }),
    url,
  }),
  fc.record({
    kind: fc.constant('cookie' as const),
    at,
    removed: fc.boolean(),
    cause: fc.constantFrom(
      'explicit' as const,
      'overwrite' as const,
      'expired' as const,
      'expired_overwrite' as const,
    ),
    cookie,
  }),
  fc.record({
    kind: fc.constant('jar' as const),
    at,
    sites: fc.constant(['shop.example', 'ads.example']),
    cookies: fc.array(cookie, { maxLength: 3 }),
    gone: fc.array(cookie.map(keyOf), { maxLength: 2 }),
  }),
  fc.record({ kind: fc.constant('mark' as const), at, mark: fc.constant('note' as const) }),
  fc.record({
    kind: fc.constant('script-write' as const),
    at,
    api: fc.constantFrom('document.cookie' as const, 'cookieStore' as const),
    line,
    url,
    frameId: fc.integer({ min: 0, max: 3 }),
    stack: fc.constant([{ url: 'https://shop.example/app.js', line: 1, column: 1, function: 'f' }]),
  }),
  fc.record({ kind: fc.constant('script-loss' as const), at, count: fc.nat() }),
  fc.record({
    kind: fc.constant('edit' as const),
    at,
    by: fc.constantFrom('edit' as const, 'delete' as const, 'undo' as const, 'protect' as const),
    writes: fc.array(
      fc
        .tuple(cookie, fc.boolean())
        .map(([held, isGone]) => ({ key: keyOf(held), value: isGone ? null : held.value })),
      { maxLength: 3 },
    ),
  }),
  fc.record({
    kind: fc.constant('web-storage' as const),
    at,
    origin: url.map((address) => new URL(address).origin),
    area: fc.constantFrom('local' as const, 'session' as const),
    key: fc.constantFrom('access_token', 'theme', ''),
    look: fc.constantFrom('jwt' as const, 'token' as const, 'none' as const),
  }),
  fc.record({
    kind: fc.constant('replay' as const),
    at,
    what: fc.constantFrom('pre-logout' as const, 'pre-login' as const),
    flow: at,
    url,
    ids: fc.constant([{ name: 'sid', cookie: 'key', fingerprint: '9f3ab2c1' }]),
    answers: fc.record({ none: answer, current: answer, old: answer }),
  }),
);

const tab: Fact = {
  kind: 'tab',
  at: T0,
  browser: 'chromium',
  storeId: '0',
  incognito: false,
  fingerprintKey: '00',
};
/** A journal: the tab first, numbers that rise with gaps. */
const journal = fc.array(fc.tuple(fact, fc.integer({ min: 1, max: 5 })), { maxLength: 60 }).map((facts) => {
  const entries: Entry[] = [{ seq: 1, fact: tab }];
  let seq = 1;
  for (const [each, step] of facts) {
    seq += step;
    entries.push({ seq, fact: each });
  }
  return entries;
});
const cutJournal = journal.chain((entries) =>
  fc.tuple(fc.constant(entries), fc.integer({ min: 1, max: entries.at(-1)?.seq ?? 1 })),
);

const present = (recording: Recording) =>
  [...recording.cookies.values()]
    .filter((entry) => entry.present)
    .map(({ key, cookie: held, firstSeen }) => ({ key, held, firstSeen }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
const newest = (entries: readonly Entry[]) => entries.at(-1)?.seq ?? 0;

describe('laws of a recording', () => {
  it('one by one, in parts, or as text through the journal: the same recording', () => {
    fc.assert(
      fc.property(journal, fc.nat(60), fc.nat(60), (entries, a, b) => {
        const whole = replay(entries);
        const parts = createRecording();
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        for (const part of [entries.slice(0, from), entries.slice(from, to), entries.slice(to)]) {
          for (const entry of part) reduce(parts, entry);
        }
        expect(parts).toEqual(whole);
        expect(replay(JSON.parse(JSON.stringify(entries)))).toEqual(whole);
      }),
    );
  });

  it('facts are not changed by being applied', () => {
    fc.assert(
      fc.property(journal, (entries) => {
        const before = structuredClone(entries);
        replay(entries);
        expect(entries).toEqual(before);
      }),
    );
  });

  it('what is indexed is what is there', () => {
    fc.assert(
      fc.property(journal, (entries) => {
        const recording = replay(entries);
        for (const [key, entry] of recording.cookies) {
          expect(entry.key).toBe(key);
          expect(recording.index.cookiesByName.get(entry.cookie.name)?.has(entry)).toBe(true);
          expect(entry.history.length).toBeLessThanOrEqual(100);
        }
        for (const line of recording.setCookies.values()) {
          expect(line.request.setCookies[line.index]).toBe(line);
        }
      }),
    );
  });

  it('a reading that was recorded leaves nothing more to record', () => {
    fc.assert(
      fc.property(journal, fc.array(cookie, { maxLength: 6 }), (entries, read) => {
        const sites = ['shop.example', 'ads.example', '127.0.0.1'];
        const recording = replay(entries);
        const when = T0 + 120_000;
        reduce(recording, { seq: 10_000, fact: diffJar(recording, sites, read, when) });
        const again = diffJar(recording, sites, read, when + 60_000);
        expect([again.cookies, again.gone]).toEqual([[], []]);
        expect(present(recording).map(({ key }) => key)).toEqual([...new Set(read.map(keyOf))].sort());
      }),
    );
  });
});

describe('laws of a cut', () => {
  it('everything cut: the same cookies, frames and sites, and no request', () => {
    fc.assert(
      fc.property(journal, (entries) => {
        const whole = replay(entries);
        const after = replay(cut(entries, newest(entries), T0 + 99_000, 'cleared'));
        expect(present(after)).toEqual(present(whole));
        expect(new Map(after.frames)).toEqual(new Map(whole.frames));
        expect(new Map(after.sites)).toEqual(new Map(whole.sites));
        expect(after.requests.size + after.setCookies.size).toBe(0);
        expect(after.dropped).toEqual({
          requests: new Set(entries.flatMap(({ fact: f }) => ('requestId' in f ? [f.requestId] : []))).size,
          facts: entries.length - 1,
        });
      }),
    );
  });

  it('numbers rise, only whole younger requests stay, and the counts are true', () => {
    fc.assert(
      fc.property(cutJournal, ([entries, through]) => {
        const kept = cut(entries, through, T0, 'limit');
        for (const [index, { seq }] of kept.entries()) {
          if (index > 0) expect(seq).toBeGreaterThan(kept[index - 1]?.seq ?? 0);
        }
        const idOf = ({ fact: f }: Entry) => ('requestId' in f ? f.requestId : null);
        const old = new Set(entries.filter(({ seq }) => seq <= through).map(idOf));
        for (const entry of kept.slice(2)) {
          expect(entry.seq).toBeGreaterThan(through);
          if (idOf(entry) !== null) expect(old.has(idOf(entry))).toBe(false);
          expect(entries).toContain(entry);
        }
        const { dropped } = replay(kept);
        old.delete(null);
        expect(dropped.requests).toBe(old.size);
        expect(dropped.facts).toBe(entries.length - (kept.length - 1));
      }),
    );
  });

  it('twice is once, at the later place, where no request crosses the first', () => {
    fc.assert(
      fc.property(journal, (entries) => {
        const middle = entries[Math.floor(entries.length / 2)]?.seq ?? 1;
        const first = cut(entries, middle, T0, 'limit');
        const twice = replay(cut(first, newest(entries), T0, 'limit'));
        const once = replay(cut(entries, newest(entries), T0, 'limit'));
        expect(twice.dropped.facts).toBe(once.dropped.facts);
        expect(twice.frames.size).toBe(once.frames.size);
      }),
    );
  });

  it('with room for less takes less', () => {
    fc.assert(
      fc.property(journal, fc.integer({ min: 0, max: 5000 }), (entries, room) => {
        const kept = cut(entries, newest(entries), T0, 'limit', room);
        const baseline = kept.at(-1)?.fact;
        const cookies = baseline?.kind === 'baseline' ? baseline.cookies : [];
        expect(
          cookies.reduce((sum, { cookie: held }) => sum + held.value.length + held.name.length, 0),
        ).toBeLessThanOrEqual(room);
      }),
    );
  });
});

describe('laws of what a person wrote', () => {
  it('announced alone makes no cookie and takes none: it only says who wrote', () => {
    fc.assert(
      fc.property(journal, (entries) => {
        const without = replay(entries.filter(({ fact: f }) => f.kind !== 'edit'));
        const whole = replay(entries);
        expect(present(whole)).toEqual(present(without));
      }),
    );
  });

  it('is a person’s or a guard’s at most as often as it was announced', () => {
    fc.assert(
      fc.property(journal, (entries) => {
        const events = [...replay(entries).cookies.values()].flatMap(({ history }) => history);
        const theirs = events.filter(
          (event) => 'by' in event && (event.by.kind === 'person' || event.by.kind === 'guard'),
        );
        const announced = entries.flatMap(({ fact: f }) => (f.kind === 'edit' ? f.writes : []));
        expect(theirs.length).toBeLessThanOrEqual(announced.length);
      }),
    );
  });
});

describe('laws of what scripts wrote', () => {
  const isScripts = (event: { readonly kind: string; readonly by?: unknown }) =>
    'by' in event && (event.by as { readonly kind: string }).kind === 'script';
  const scriptFacts = (entries: readonly Entry[]) =>
    entries.filter(({ fact: f }) => f.kind === 'script-write' || f.kind === 'script-loss');

  it('a claim alone makes no cookie and takes none: what is there is what the store and the responses say', () => {
    fc.assert(
      fc.property(journal, (entries) => {
        const claims = new Set(scriptFacts(entries));
        const without = replay(entries.filter((entry) => !claims.has(entry)));
        expect(present(replay(entries))).toEqual(present(without));
      }),
    );
  });

  it('nobody is named a writer who did not say that they wrote', () => {
    fc.assert(
      fc.property(journal, (entries) => {
        const claims = new Set(scriptFacts(entries));
        const without = replay(entries.filter((entry) => !claims.has(entry)));
        for (const { history } of without.cookies.values()) expect(history.some(isScripts)).toBe(false);
      }),
    );
  });
});

describe('laws of size', () => {
  it('is at least the text that is in it, at most a little more than its JSON, and the same twice', () => {
    fc.assert(
      fc.property(fact, (each) => {
        const size = sizeOf(each);
        expect(size).toBe(sizeOf(structuredClone(each)));
        expect(size).toBeGreaterThan(0);
        expect(size).toBeLessThan(new TextEncoder().encode(JSON.stringify(each)).length * 3 + 100);
      }),
    );
  });

  it('a cut for want of room keeps what replays said, and what scripts stored', () => {
    fc.assert(
      fc.property(cutJournal, ([entries, through]) => {
        const whole = replay(entries);
        const after = replay(cut(entries, through, T0 + 60_001, 'limit'));
        expect(after.replays).toEqual(whole.replays);
        expect(new Map(after.webStorage)).toEqual(new Map(whole.webStorage));
      }),
    );
  });
});
