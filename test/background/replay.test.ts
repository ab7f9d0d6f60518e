import { describe, expect, it, vi } from 'vitest';
import { createReplayer, type ReplayerOptions } from '../../src/background/replay.ts';
import type { RawAnswer, ReplayRequest } from '../../src/background/replay-request.ts';
import { buildSubjects } from '../../src/core/audit/build-subject.ts';
import type { Fact } from '../../src/core/recording/fact.ts';
import { lookOfBody } from '../../src/core/session/replay/body-look.ts';
import { type ReplayPlan, replayOffers } from '../../src/core/session/replay/plan.ts';
import type { ReplayProgress } from '../../src/protocol/replay.ts';
import { A, B, gone, line, visit } from '../core/session/browse.ts';

// Without the audit that is loaded along with it.
vi.mock('../../src/background/on-demand/load.ts', () => ({ loadPart: async () => ({ lookOfBody }) }));

const OLD = B;
const visited = visit()
  .ask('GET /', { set: [line('sid', A)] })
  .ask('POST /login', {
    fields: ['username', 'password'],
    set: [line('sid', B)],
    to: '/account',
    lands: { sends: { 'sec-fetch-mode': 'navigate', referer: 'https://shop.example/login' } },
  })
  .ask('POST /logout', { set: [gone('sid')], to: '/' });
const [subject] = buildSubjects(visited.recording());
const plan = (subject === undefined ? [] : replayOffers(subject, Number.POSITIVE_INFINITY)).at(-1)?.plan;
if (plan == null) throw new Error('nothing to ask');
const question = {
  what: 'pre-logout',
  site: 'shop.example',
  flow: plan.flow,
  url: 'https://shop.example/account',
} as const;

const page = (text: string): RawAnswer => ({ status: 200, to: null, text, length: text.length });
const redirect: RawAnswer = { status: 302, to: 'https://shop.example/login', text: '', length: 0 };

function setUp(
  send: (request: ReplayRequest, stop: AbortSignal) => Promise<RawAnswer>,
  more: Partial<ReplayerOptions> = {},
) {
  const sent: ReplayRequest[] = [];
  const facts: [number, Fact & { kind: 'replay' }][] = [];
  const told: [number, ReplayProgress][] = [];
  const replayer = createReplayer({
    requests: {
      isPossible: () => true,
      send(request, stop) {
        sent.push(request);
        return send(request, stop);
      },
    },
    planFor: async () => plan as ReplayPlan,
    hasAccess: async () => true,
    record: (tabId, fact) => facts.push([tabId, fact]),
    tell: (tabId, progress) => told.push([tabId, progress]),
    now: () => 1_790_000_100_000,
    randomHex: (octets) => 'ab'.repeat(octets),
    ...more,
  });
  return { replayer, sent, facts, told, steps: () => told.map(([, { step }]) => step) };
}

describe('a replay', () => {
  it('sends no, the current and the old cookies, in this order, as the page did', async () => {
    const { replayer, sent, steps } = setUp(async () => redirect);
    expect(await replayer.start(1, question)).toEqual({ ok: true });
    await vi.waitFor(() => expect(steps()).toEqual(['none', 'current', 'old', 'done']));
    expect(sent.map(({ cookie }) => cookie)).toEqual([null, null, `sid=${OLD}`]);
    for (const { url, accept, headers } of sent) {
      expect(url).toBe('https://shop.example/account');
      expect(accept).toMatch(/^text\/html/);
      expect(headers).toEqual([{ name: 'sec-fetch-mode', value: 'navigate' }]);
    }
  });

  it('records the answers without their bodies, and no cookie', async () => {
    const body = '<p>Signed in as the-secret-of-the-body</p><a href="/logout">out</a>';
    const { replayer, facts } = setUp(async ({ cookie }) => (cookie === null ? redirect : page(body)));
    await replayer.start(4, question);
    await vi.waitFor(() => expect(facts).toHaveLength(1));
    const [[tabId, fact] = []] = facts;
    expect(tabId).toBe(4);
    expect(fact).toMatchObject({
      kind: 'replay',
      at: 1_790_000_100_000,
      what: 'pre-logout',
      flow: plan.flow,
    });
    expect(fact?.ids).toEqual(plan.ids);
    expect(fact?.answers.none).toEqual({
      status: 302,
      to: 'https://shop.example/login',
      length: 0,
      hash: '',
      asksPassword: false,
      offersLogin: false,
      offersLogout: false,
    });
    expect(fact?.answers.old).toMatchObject({
      status: 200,
      offersLogout: true,
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(JSON.stringify(fact)).not.toContain('secret');
    expect(JSON.stringify(fact)).not.toContain(OLD);
  });

  it('salts its hashes: those of two replays cannot be compared', async () => {
    let salt = 'a';
    const { replayer, facts } = setUp(async () => page('<p>x</p>'), {
      randomHex: (octets) => salt.repeat(2 * octets),
    });
    await replayer.start(1, question);
    await vi.waitFor(() => expect(facts).toHaveLength(1));
    salt = 'b';
    await replayer.start(1, question);
    await vi.waitFor(() => expect(facts).toHaveLength(2));
    const hashes = facts.map(([, { answers }]) => [answers.none.hash, answers.old.hash]);
    expect(hashes[0]?.[0]).toBe(hashes[0]?.[1]);
    expect(hashes[0]?.[0]).not.toBe(hashes[1]?.[0]);
  });

  it('records that answers did not come', async () => {
    const { replayer, facts } = setUp(async () => ({
      ...redirect,
      status: null,
      to: null,
      problem: 'timeout',
    }));
    await replayer.start(1, question);
    await vi.waitFor(() => expect(facts).toHaveLength(1));
    expect(facts[0]?.[1].answers.old).toMatchObject({ status: null, problem: 'timeout' });
  });
});

describe('a replay is refused', () => {
  it.each<[string, Partial<ReplayerOptions>, string]>([
    ['where the recording holds nothing to ask with', { planFor: async () => null }, 'changed'],
    [
      'where the plan is another than the person was shown',
      { planFor: async () => ({ ...plan, request: { ...plan.request, url: 'https://shop.example/x' } }) },
      'changed',
    ],
    ['without access to the site', { hasAccess: async () => false }, 'no-access'],
    [
      'where the browser has no such rules',
      { requests: { isPossible: () => false, send: async () => redirect } },
      'no-permission',
    ],
  ])('%s', async (_, more, error) => {
    const { replayer, sent, facts, told } = setUp(async () => redirect, more);
    expect(await replayer.start(1, question)).toEqual({ ok: false, error });
    expect([sent, facts, told]).toEqual([[], [], []]);
    // It does not stand in the way of the next one.
    expect(await replayer.start(1, question)).toEqual({ ok: false, error });
  });

  it('while another is under way, of whatever tab', async () => {
    let finish = (_: RawAnswer) => {};
    const { replayer, steps } = setUp(() => new Promise((resolve) => (finish = resolve)));
    await replayer.start(1, question);
    expect(await replayer.start(2, question)).toEqual({ ok: false, error: 'busy' });
    for (const step of ['none', 'current', 'old']) {
      await vi.waitFor(() => expect(steps().at(-1)).toBe(step));
      finish(redirect);
    }
    await vi.waitFor(() => expect(steps().at(-1)).toBe('done'));
    await vi.waitFor(async () => expect(await replayer.start(2, question)).toEqual({ ok: true }));
  });

  it('and a plan that throws does not lock the next one out', async () => {
    let fails = true;
    const { replayer, steps } = setUp(async () => redirect, {
      planFor: async () => {
        if (fails) throw new Error('no storage');
        return plan;
      },
    });
    await expect(replayer.start(1, question)).rejects.toThrow('no storage');
    fails = false;
    expect(await replayer.start(1, question)).toEqual({ ok: true });
    await vi.waitFor(() => expect(steps().at(-1)).toBe('done'));
  });
});

describe('a replay that is stopped', () => {
  const waits = (_: ReplayRequest, stop: AbortSignal) =>
    new Promise<RawAnswer>((resolve) => {
      stop.addEventListener('abort', () => resolve({ ...redirect, status: null, problem: 'stopped' }));
    });

  it('sends and records nothing more', async () => {
    const { replayer, sent, facts, steps } = setUp(waits);
    await replayer.start(1, question);
    replayer.stop(1);
    await vi.waitFor(() => expect(steps()).toEqual(['none', 'stopped']));
    expect(sent).toHaveLength(1);
    expect(facts).toEqual([]);
  });

  it('is not stopped by another tab', async () => {
    const { replayer, steps } = setUp(waits);
    await replayer.start(1, question);
    replayer.stop(2);
    await Promise.resolve();
    expect(steps()).toEqual(['none']);
    replayer.stop(1);
    await vi.waitFor(() => expect(steps()).toEqual(['none', 'stopped']));
  });

  it('says so when something of ours breaks, without quoting it', async () => {
    const complained = vi.spyOn(console, 'error').mockImplementation(() => {});
    const { replayer, facts, steps } = setUp(async () => {
      throw new TypeError(`bad header sid=${OLD}`);
    });
    await replayer.start(1, question);
    await vi.waitFor(() => expect(steps()).toEqual(['none', 'failed']));
    expect(facts).toEqual([]);
    expect(JSON.stringify(complained.mock.calls)).not.toContain(OLD);
    complained.mockRestore();
  });
});
