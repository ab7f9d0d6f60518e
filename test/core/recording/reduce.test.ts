import { describe, expect, it } from 'vitest';
import type { Fact } from '../../../src/core/recording/fact.ts';
import {
  cookie,
  jar,
  lines,
  nav,
  recordingOf,
  removed,
  response,
  sent,
  stored,
  T0,
  tabFact,
  theCookie,
} from './facts.ts';

const PAGE = 'https://shop.example/';

describe('moments', () => {
  it('are navigations, finished pages, marks and gaps, in order', () => {
    const recording = recordingOf(
      nav(PAGE),
      { kind: 'page-done', at: T0 + 1, frameId: 0, url: PAGE },
      { kind: 'mark', at: T0 + 2, mark: 'login' },
      { kind: 'mark', at: T0 + 3, mark: 'note', text: 'second factor' },
      { kind: 'gap', at: T0 + 9, since: T0 + 4, reason: 'paused' },
    );
    expect(recording.moments).toEqual([
      { kind: 'navigation', at: T0, url: PAGE },
      { kind: 'page-done', at: T0 + 1, url: PAGE },
      { kind: 'mark', at: T0 + 2, mark: 'login', text: '' },
      { kind: 'mark', at: T0 + 3, mark: 'note', text: 'second factor' },
      { kind: 'gap', at: T0 + 9, since: T0 + 4, reason: 'paused' },
    ]);
  });

  it('are of the page, not of its frames', () => {
    expect(recordingOf(nav(PAGE, { frameId: 3, parentFrameId: 0 })).moments).toEqual([]);
  });
});

describe('the recording itself', () => {
  it('knows its tab, span and numbers', () => {
    expect(recordingOf(nav(PAGE, { at: T0 + 7 }), jar({ at: T0 + 3 }))).toMatchObject({
      browser: 'chromium',
      storeId: '0',
      incognito: false,
      fingerprintKey: '00112233445566778899aabbccddeeff',
      startedAt: T0,
      lastAt: T0 + 7,
      lastSeq: 3,
      facts: 3,
      jarReadAt: T0 + 3,
    });
  });

  it('takes a later word on its store', () => {
    const recording = recordingOf({ ...tabFact, storeId: '1', incognito: true });
    expect(recording).toMatchObject({ storeId: '1', incognito: true });
  });

  it('begins from a baseline', () => {
    const recording = recordingOf({
      kind: 'baseline',
      at: T0,
      reason: 'limit',
      dropped: { requests: 4, facts: 9 },
      frames: [{ frameId: 0, parentFrameId: -1, documentId: 'D', url: PAGE, at: T0 }],
      sites: [{ site: 'shop.example', topLevel: true, https: true, http: false, firstSeen: T0 }],
      cookies: [
        {
          cookie: cookie(),
          firstSeen: T0 - 5,
          present: true,
          requests: 3,
          lastSent: T0 - 1,
          parties: ['first'],
        },
      ],
    });
    expect(recording.dropped).toEqual({ requests: 4, facts: 9 });
    expect(recording.documents.get('D')?.url).toBe(PAGE);
    expect(theCookie(recording)).toMatchObject({
      present: true,
      firstSeen: T0 - 5,
      requests: 3,
      lastSent: T0 - 1,
    });
    expect(theCookie(recording).parties).toEqual(new Set(['first']));
    expect(recording.moments).toEqual([{ kind: 'cut', at: T0, reason: 'limit' }]);
  });

  it('takes a baseline’s cookies without their parties', () => {
    const state = { cookie: cookie(), firstSeen: T0, present: true, requests: 0, lastSent: null };
    const base = {
      kind: 'baseline',
      at: T0,
      reason: 'limit',
      dropped: { requests: 0, facts: 0 },
      frames: [],
      sites: [],
    } as const;
    expect(theCookie(recordingOf({ ...base, cookies: [state] })).parties.size).toBe(0);
  });
});

const LONE = '\ud800';
const HUGE = 'x'.repeat(65_536);
const NASTY = [
  '',
  ' ',
  '\0',
  '\r\n',
  '=',
  ';',
  ';;;',
  LONE,
  '<img src=x onerror=alert(1)>',
  '__proto__',
  'constructor',
  '../..',
  HUGE,
];

describe('hostile facts', () => {
  it.each([
    '',
    'nonsense',
    'http://',
    'https://[',
    'javascript:alert(1)',
    `https://${LONE}.example/`,
    `https://a.example/${HUGE}`,
    'https://a.example:99999/',
    'https://xn--/',
  ])('with the URL %j throw nothing', (url) => {
    const recording = recordingOf(
      nav(url),
      sent(url, 'a=1'),
      response(url, ['a=1; Domain=example'], { initiator: url }),
      response(url, ['a=1'], { requestId: 'r2', type: 'sub_frame', parentFrameId: 99, initiator: url }),
      { kind: 'page-done', at: T0, frameId: 0, url },
    );
    expect(recording.requests.size).toBe(2);
  });

  it.each(NASTY)('with the text %j everywhere throw nothing', (text) => {
    const odd = cookie({ name: text, value: text, domain: text, path: text, partitionKey: text });
    const recording = recordingOf(
      sent(PAGE, text),
      response(PAGE, [
        text,
        `${text}=${text}`,
        `a=1; ${text}; Path=${text}; Domain=${text}; Expires=${text}; Max-Age=${text}`,
      ]),
      { kind: 'cookie', at: T0, removed: true, cause: 'overwrite', cookie: odd },
      { kind: 'cookie', at: T0, removed: false, cause: 'explicit', cookie: odd },
      jar({ sites: [text], cookies: [odd], gone: [text] }),
      { kind: 'mark', at: T0, mark: 'note', text },
      { kind: 'failed', at: T0, requestId: text, error: text },
    );
    expect(lines(recording)).toHaveLength(3);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, -1, 8.64e15 + 1])('at the time %d throw nothing', (at) => {
    const recording = recordingOf(
      response(PAGE, ['a=1; Max-Age=5'], { at }),
      stored({ name: 'a' }, { at }),
      jar({ at }),
    );
    expect(recording.setCookies.size).toBe(1);
  });

  it('with names of the language’s own objects are plain names', () => {
    const recording = recordingOf(
      response(PAGE, ['__proto__=1', 'constructor=2', 'toString=3']),
      sent(PAGE, 'constructor=2'),
    );
    expect([...recording.cookies.values()].map((entry) => entry.cookie.name)).toEqual([
      '__proto__',
      'constructor',
      'toString',
    ]);
  });

  it('of a kind from a later version are left out', () => {
    expect(recordingOf({ kind: 'from-the-future', at: T0 } as unknown as Fact).facts).toBe(2);
  });

  it('with thousands of cookies of one name are taken in a moment', () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, index) => `sid=${index}; Path=/p${index}`);
    const before = performance.now();
    const recording = recordingOf(response(PAGE, many(20_000)));
    // Each line looking at all of its name before it takes minutes; the bound makes it a second or two on a slow machine.
    expect(performance.now() - before).toBeLessThan(15_000);
    expect(recording.cookies.size).toBe(20_000);
  }, 30_000);

  it('with thousands of refused lines are settled in a moment', () => {
    const refused = Array.from({ length: 5000 }, (_, index) => `n${index}=1; SameSite=None`);
    const found = Array.from({ length: 5000 }, (_, index) => cookie({ name: `n${index}`, value: '2' }));
    const recording = recordingOf(response(PAGE, refused), jar({ cookies: found }));
    expect(lines(recording).every(({ confirmed }) => confirmed === true)).toBe(true);
    expect(recording.index.refused.size).toBe(0);
  });

  it('removals by the thousand leave nothing behind', () => {
    const facts = Array.from({ length: 3000 }, (_, index) => removed('expired', { name: `n${index}` }));
    expect(recordingOf(...facts).cookies.size).toBe(0);
  });
});
