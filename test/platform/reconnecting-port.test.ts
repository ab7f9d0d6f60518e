import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  createReconnectingPort,
  FIRST_DELAY,
  LONGEST_DELAY,
  type ReconnectingPortOptions,
} from '../../src/platform/reconnecting-port.ts';
import { fakePorts } from '../helpers/fake-port.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function open(overrides: Partial<ReconnectingPortOptions> = {}) {
  const ports = fakePorts();
  const heard: unknown[] = [];
  const statuses: string[] = [];
  let announcements = 0;
  const port = createReconnectingPort({
    connect: ports.connect,
    announce: () => ({ hello: ++announcements }),
    onMessage: (message) => heard.push(message),
    onStatus: (status) => statuses.push(status),
    ...overrides,
  });
  return { ports, port, heard, statuses };
}

describe('createReconnectingPort', () => {
  it('connects at once, announces itself first and hears what comes', () => {
    const { ports, port, heard, statuses } = open();
    port.send('a');
    ports.last().say('b');
    expect(ports.last().sent).toEqual([{ hello: 1 }, 'a']);
    expect(heard).toEqual(['b']);
    expect(statuses).toEqual(['open']);
  });

  it('announces itself again on a new connection, before what was queued meanwhile', () => {
    const { ports, port, statuses } = open();
    ports.last().break();
    port.send('while away');
    expect(statuses).toEqual(['open', 'waiting']);
    vi.advanceTimersByTime(FIRST_DELAY);
    expect(ports.all).toHaveLength(2);
    expect(ports.last().sent).toEqual([{ hello: 2 }, 'while away']);
    expect(statuses).toEqual(['open', 'waiting', 'open']);
  });

  it('waits 100 ms, then twice as long each time, up to 5 s, while nobody answers', () => {
    const { ports } = open();
    const waits: number[] = [];
    for (let round = 0; round < 8; round++) {
      const before = ports.all.length;
      ports.last().break();
      let waited = 0;
      while (ports.all.length === before) {
        vi.advanceTimersByTime(50);
        waited += 50;
      }
      waits.push(waited);
    }
    expect(waits).toEqual([100, 200, 400, 800, 1600, 3200, LONGEST_DELAY, LONGEST_DELAY]);
  });

  it('begins with the short wait again after the other side has spoken', () => {
    const { ports } = open();
    ports.last().break();
    vi.advanceTimersByTime(100);
    ports.last().break();
    vi.advanceTimersByTime(200);
    ports.last().say('alive');
    ports.last().break();
    vi.advanceTimersByTime(FIRST_DELAY);
    expect(ports.all).toHaveLength(4);
  });

  it('keeps only the newest messages while it waits', () => {
    const { ports, port } = open({ queueLimit: 2 });
    ports.last().break();
    for (const message of ['a', 'b', 'c']) port.send(message);
    vi.advanceTimersByTime(FIRST_DELAY);
    expect(ports.last().sent).toEqual([{ hello: 2 }, 'b', 'c']);
  });

  it('sends a message again whose port had broken a moment before its event', () => {
    const { ports, port } = open();
    ports.last().refusePosts();
    port.send('a');
    vi.advanceTimersByTime(FIRST_DELAY);
    expect(ports.last().sent).toEqual([{ hello: 2 }, 'a']);
  });

  it('tries again where connecting throws', () => {
    let failures = 2;
    const ports = fakePorts();
    const { statuses } = open({
      connect: () => {
        if (failures-- > 0) throw new Error('no worker yet');
        return ports.connect();
      },
    });
    vi.advanceTimersByTime(100 + 200);
    expect(ports.all).toHaveLength(1);
    expect(statuses).toEqual(['waiting', 'waiting', 'open']);
  });

  it('gives up where connecting throws for good', () => {
    const connect = vi.fn(() => {
      throw new Error('Extension context invalidated.');
    });
    const { statuses } = open({ connect, isFinal: () => true });
    vi.advanceTimersByTime(60_000);
    expect(statuses).toEqual(['gone']);
    expect(connect).toHaveBeenCalledTimes(1);
  });

  it('does not connect again once closed', () => {
    const { ports, port } = open();
    port.close();
    ports.last().break();
    vi.advanceTimersByTime(60_000);
    expect(ports.all).toHaveLength(1);
  });

  it('ignores what an old port still says', () => {
    const { ports, heard } = open();
    const old = ports.last();
    old.break();
    vi.advanceTimersByTime(FIRST_DELAY);
    old.say('late');
    expect(heard).toEqual([]);
  });
});
