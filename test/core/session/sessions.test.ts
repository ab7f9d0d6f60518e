import { describe, expect, it } from 'vitest';
import { audit } from '../../../src/core/audit/audit.ts';
import type { SessionReport } from '../../../src/core/audit/report.ts';
import { EXAMPLE_START, type ExampleEvent } from '../../../src/core/rules/example.ts';
import { recordingOfEvents } from '../../helpers/recording.ts';

const ID = '31d4d96e407aad42a7c1';
const OTHER = '9f02b6c1d4e87a35c0b4';

function sessionsOf(...events: readonly ExampleEvent[]): readonly SessionReport[] {
  const report = audit(recordingOfEvents(...events), { now: EXAMPLE_START + 60_000, source: 'browser' });
  return report.sites[0]?.sessions ?? [];
}

function inSeconds(seconds: number): string {
  return new Date(EXAMPLE_START + seconds * 1000).toUTCString();
}

describe('the lifetime of a session', () => {
  it.each<[string, ExampleEvent[], object]>([
    ['no expiry', [`sid=${ID}`], { kind: 'browser-session', expiry: 'browser-session', seconds: null }],
    ['one line with Max-Age', [`sid=${ID}; Max-Age=3600`], { kind: 'fixed', expiry: 'fixed', seconds: 3600 }],
    [
      'the same remaining time again and again',
      [`sid=${ID}; Max-Age=3600`, `sid=${ID}; Max-Age=3600`, `sid=${ID}; Max-Age=3600`],
      { kind: 'sliding', expiry: 'sliding', seconds: 3600 },
    ],
    [
      'the same moment again and again',
      [0, 1, 2, 3, 4].map(() => `sid=${ID}; Expires=${inSeconds(3600)}`),
      { kind: 'fixed', expiry: 'fixed' },
    ],
    [
      'another value with nearly every response',
      [1, 2, 3, 4].map((n) => `sid=${ID}${n}; Max-Age=3600`),
      { kind: 'rolling', expiry: 'sliding', seconds: 3600 },
    ],
    [
      'beyond 400 days, cut by the browser',
      [`sid=${ID}; Max-Age=99999999`, `sid=${ID}; Max-Age=99999999`, `sid=${ID}; Max-Age=99999999`],
      { kind: 'sliding', seconds: 400 * 86_400 },
    ],
    [
      'never set in the recording',
      [{ before: { name: 'sid', value: ID, httpOnly: true } }],
      { kind: 'unknown', expiry: 'unknown', seconds: null },
    ],
  ])('%s', (_, events, lifetime) => {
    expect(sessionsOf(...events)[0]?.lifetime).toMatchObject(lifetime);
  });
});

describe('the IDs of a session', () => {
  it('come in the order they were seen, with the requests that sent them', () => {
    const sessions = sessionsOf(
      `sid=${ID}; Secure`,
      { cookie: `sid=${ID}` },
      { cookie: `sid=${ID}`, setCookie: [`sid=${OTHER}; Secure`] },
      { cookie: `sid=${OTHER}` },
    );
    expect(sessions).toHaveLength(1);
    expect(sessions[0]?.ids.map(({ requests }) => requests)).toEqual([2, 1]);
    const [first, second] = sessions[0]?.ids ?? [];
    expect(first?.fingerprint).not.toBe(second?.fingerprint);
    expect(first?.lastSeen).toBeGreaterThan(first?.firstSeen ?? 0);
    expect(second?.firstSeen).toBeGreaterThan(first?.firstSeen ?? 0);
  });

  it('stay after the cookie was cleared', () => {
    const sessions = sessionsOf(`sid=${ID}; Secure`, 'sid=; Max-Age=0; Secure');
    expect(sessions[0]?.ids).toHaveLength(1);
  });
});

describe('which cookies are sessions', () => {
  it('joins an ID and its signature', () => {
    const sessions = sessionsOf({
      setCookie: [`koa.sess=${ID}; HttpOnly`, `koa.sess.sig=${OTHER}; HttpOnly`],
    });
    expect(sessions.map(({ cookie, members }) => [cookie.name, members])).toEqual([
      ['koa.sess', ['koa.sess.sig']],
    ]);
  });

  it('leaves out what is none, what was refused, and what is another site’s', () => {
    const sessions = sessionsOf(
      { setCookie: [`csrftoken=${ID}; HttpOnly`, 'theme=dark', `sid=${ID}; Domain=other.example`] },
      {
        url: 'https://widget.example/frame',
        type: 'sub_frame',
        initiator: 'https://shop.example',
        setCookie: [`sid=${ID}; Secure; SameSite=None`],
      },
    );
    expect(sessions).toEqual([]);
  });
});
