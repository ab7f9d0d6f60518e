import { effect } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Audit, Audited } from '../../src/panel/audit-recording.ts';
import { createAuditor } from '../../src/panel/auditor.ts';
import { cookieOf, jarOf, START, type TestStore, testStore } from '../helpers/panel-store.ts';

let test: TestStore;
let audit: ReturnType<typeof vi.fn<Audit>>;
let isBusy: boolean;
let waiting: (() => void)[];
let audited: ReturnType<typeof createAuditor>;
const result = () => () => ({ report: {}, subjects: [], texts: {} }) as unknown as Audited;
const change = () => test.add(jarOf(cookieOf('sid')));
const read = () => effect(() => void audited.value);

beforeEach(() => {
  vi.useFakeTimers();
  test = testStore();
  audit = vi.fn<Audit>(result);
  isBusy = false;
  waiting = [];
  audited = createAuditor({
    store: test.store,
    now: () => START,
    load: async () => audit,
    idle: (run) => (isBusy ? waiting.push(run) : run()),
  });
});
afterEach(() => vi.useRealTimers());

describe("the panel's audit", () => {
  it('is not made while nobody reads it', async () => {
    change();
    await vi.advanceTimersByTimeAsync(5000);
    expect(audit).not.toHaveBeenCalled();
    expect(audited.peek()).toBeNull();
  });

  it('is made at once for the first who reads it, however busy the page is', async () => {
    isBusy = true;
    read();
    await vi.advanceTimersByTimeAsync(1);
    expect(audit).toHaveBeenCalledTimes(1);
    expect(audited.peek()).not.toBeNull();
  });

  it('is made about once a second under traffic, the last change included', async () => {
    read();
    await vi.advanceTimersByTimeAsync(1);
    for (let turn = 0; turn < 50; turn++) {
      change();
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(audit.mock.calls.length).toBeGreaterThanOrEqual(5);
    expect(audit.mock.calls.length).toBeLessThanOrEqual(6);
    await vi.advanceTimersByTimeAsync(1000);
    const calls = audit.mock.calls.length;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(audit).toHaveBeenCalledTimes(calls);
  });

  it('waits for idle time under traffic', async () => {
    read();
    await vi.advanceTimersByTimeAsync(1);
    isBusy = true;
    change();
    await vi.advanceTimersByTimeAsync(3000);
    expect(audit).toHaveBeenCalledTimes(1);
    for (const run of waiting) run();
    expect(audit).toHaveBeenCalledTimes(2);
  });

  it("follows a person's word at once, in place of what was waiting", async () => {
    read();
    await vi.advanceTimersByTimeAsync(1);
    change();
    test.store.saidOf.value = { 'shop.example': { sid: true } };
    await vi.advanceTimersByTimeAsync(1);
    expect(audit).toHaveBeenCalledTimes(2);
    const options = audit.mock.lastCall?.[1];
    expect(options?.saidOf?.('shop.example' as never, 'sid')).toBe(true);
    await vi.advanceTimersByTimeAsync(5000);
    expect(audit).toHaveBeenCalledTimes(2);
  });

  it('stops with the last reader, and is fresh again for the next', async () => {
    const stop = read();
    await vi.advanceTimersByTimeAsync(1);
    stop();
    change();
    await vi.advanceTimersByTimeAsync(5000);
    expect(audit).toHaveBeenCalledTimes(1);
    read();
    await vi.advanceTimersByTimeAsync(1000);
    expect(audit).toHaveBeenCalledTimes(2);
  });

  it('lets the page have its turn between putting together and judging', async () => {
    const judged = vi.fn(result());
    audit.mockImplementation(() => judged);
    read();
    while (audit.mock.calls.length === 0) await vi.advanceTimersToNextTimerAsync();
    expect(judged).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(judged).toHaveBeenCalledTimes(1);
    expect(audited.peek()).not.toBeNull();
  });

  it.each([
    ['put together', new TypeError('the text of an error may hold anything')],
    ['judged', new TypeError('nor may this one be told')],
  ])('stays as it was where what is %s breaks, and goes on', async (part, error) => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    read();
    await vi.advanceTimersByTimeAsync(1);
    const before = audited.peek();
    const breaks = () => {
      throw error;
    };
    audit.mockImplementationOnce(part === 'judged' ? () => breaks : breaks);
    change();
    await vi.advanceTimersByTimeAsync(2000);
    expect(audited.peek()).toBe(before);
    expect(log).toHaveBeenCalledWith('Crumbtrail: audit', 'TypeError');
    change();
    await vi.advanceTimersByTimeAsync(2000);
    expect(audited.peek()).not.toBe(before);
    log.mockRestore();
  });
});
