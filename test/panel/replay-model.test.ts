import { type Signal, signal } from '@preact/signals';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ReplayAnswer } from '../../src/core/recording/fact.ts';
import type { ReplayOffer } from '../../src/core/session/replay/plan.ts';
import type { ConnectionStatus } from '../../src/panel/connection.ts';
import {
  contentsOf,
  createReplayModel,
  type ReplayModel,
} from '../../src/panel/features/sessions/replay/model.ts';
import type { Call, CallResult } from '../../src/protocol/port.ts';
import type { ReplayProgress } from '../../src/protocol/replay.ts';

const question = {
  what: 'pre-logout',
  flow: 1000,
  site: 'shop.example',
  url: 'https://www.shop.example:8443/account?a=1',
} as const;
const offer = {
  what: 'pre-logout',
  flow: 1000,
  plan: { request: { url: question.url } },
  whyNot: null,
} as unknown as ReplayOffer;

let replay: Signal<ReplayProgress | null>;
let status: Signal<ConnectionStatus>;
let calls: Call[];
let asked: (readonly string[])[];
let result: CallResult;
let allowed: boolean;
let model: ReplayModel;

beforeEach(() => {
  replay = signal<ReplayProgress | null>(null);
  status = signal<ConnectionStatus>('live');
  calls = [];
  asked = [];
  result = { ok: true };
  allowed = true;
  model = createReplayModel({
    store: { replay, status },
    call: async (call) => {
      calls.push(call);
      return result;
    },
    requestAccess: async (origins) => {
      asked.push(origins);
      return allowed;
    },
  });
});

describe('asking', () => {
  it('sends nothing before a person asks', () => {
    expect([calls, asked, model.running.value, model.failed.value]).toEqual([[], [], null, null]);
  });

  it('makes sure of access to the site, then names what is asked: no cookie, no value', async () => {
    await model.ask(offer);
    expect(asked).toEqual([['https://www.shop.example/*']]);
    expect(calls).toEqual([{ method: 'replay', ...question }]);
  });

  it('follows the requests until they are done', async () => {
    const asking = model.ask(offer);
    expect(model.running.value).toEqual({ what: 'pre-logout', flow: 1000, step: null });
    await asking;
    for (const step of ['none', 'current', 'old'] as const) {
      replay.value = { question, step };
      expect(model.running.value).toEqual({ what: 'pre-logout', flow: 1000, step });
    }
    replay.value = { question, step: 'done' };
    expect([model.running.value, model.failed.value]).toEqual([null, null]);
  });

  it('does nothing while another is under way, or without a plan', async () => {
    await model.ask({ ...offer, plan: null });
    await model.ask(offer);
    await model.ask(offer);
    expect(calls).toHaveLength(1);
  });

  it('sends nothing without access', async () => {
    allowed = false;
    await model.ask(offer);
    expect(calls).toEqual([]);
    expect(model.failed.value).toEqual({ what: 'pre-logout', flow: 1000, error: 'no-access' });
    expect(model.running.value).toBeNull();
  });

  it.each([
    ['busy', 'busy'],
    ['changed', 'changed'],
    ['timeout', 'failed'],
  ])('says why the worker refused: %s', async (error, said) => {
    result = { ok: false, error };
    await model.ask(offer);
    expect(model.failed.value?.error).toBe(said);
    expect(model.running.value).toBeNull();
    result = { ok: true };
    await model.ask(offer);
    expect(model.failed.value).toBeNull();
  });

  it.each(['stopped', 'failed'] as const)('ends with %s', async (step) => {
    await model.ask(offer);
    replay.value = { question, step };
    expect(model.failed.value?.error).toBe(step);
  });

  it('is interrupted when the worker is stopped by the browser', async () => {
    await model.ask(offer);
    replay.value = { question, step: 'current' };
    status.value = 'reconnecting';
    expect(model.failed.value?.error).toBe('interrupted');
    expect(model.running.value).toBeNull();
    status.value = 'live';
    await model.ask(offer);
    expect(calls).toHaveLength(2);
  });

  it('of another page of the tab is seen, too', () => {
    replay.value = { question, step: 'none' };
    expect(model.running.value?.step).toBe('none');
  });

  it('is stopped by a call', async () => {
    await model.ask(offer);
    model.stop();
    await vi.waitFor(() => expect(calls.at(-1)).toEqual({ method: 'stop-replay' }));
  });
});

describe('contents', () => {
  const of = (hash: string): ReplayAnswer => ({
    status: 200,
    to: null,
    length: 1,
    hash,
    asksPassword: false,
    offersLogin: false,
    offersLogout: false,
  });
  it.each([
    [['x', 'x', 'y'], 'AAB'],
    [['x', 'y', 'x'], 'ABA'],
    [['x', 'y', 'z'], 'ABC'],
    [['', 'y', 'y'], 'AA'],
    [['', '', ''], ''],
  ])('%j are told apart as %s', ([none = '', current = '', old = ''], letters) => {
    const contents = contentsOf({ answers: { none: of(none), current: of(current), old: of(old) } });
    expect(contents.none + contents.current + contents.old).toBe(letters);
  });
});
