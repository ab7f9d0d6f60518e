import { describe, expect, it, vi } from 'vitest';
import { createSampleModel } from '../../../src/panel/features/strength/sample-model.ts';
import { PROTOCOL_VERSION as version } from '../../../src/protocol/version.ts';
import { heldAnalyst, SamplePort } from './fakes.ts';

const order = {
  tabId: 1,
  site: 'shop.example',
  name: 'sid',
  url: 'https://shop.example:8443/start',
  count: 100,
  perSecond: 5,
};

function setUp({ access = true, connects = true } = {}) {
  const ports: SamplePort[] = [];
  const { analyst, asked } = heldAnalyst();
  const origins: string[] = [];
  let now = 1000;
  const model = createSampleModel({
    connect() {
      if (!connects) throw new Error('Extension context invalidated.');
      const port = new SamplePort();
      ports.push(port);
      return port;
    },
    async requestAccess(wanted) {
      origins.push(...wanted);
      return access;
    },
    analyst,
    now: () => now,
  });
  return {
    model,
    asked,
    origins,
    ports,
    state: () => model.sample.peek(),
    port: () => {
      const port = ports.at(-1);
      if (port === undefined) throw new Error('no port');
      return port;
    },
    later: (milliseconds: number) => (now += milliseconds),
  };
}

describe('a sample', () => {
  it('asks for access, then for the run, over a port of its own', async () => {
    const { model, origins, port } = setUp();
    await model.start(order);
    expect(origins).toEqual(['https://shop.example/*']);
    expect(port().said).toEqual([{ version, kind: 'start', order }]);
  });

  it('counts IDs, answers without one, and time', async () => {
    const { model, port, state, later } = setUp();
    await model.start(order);
    later(200);
    port().give(3);
    port().tell({ kind: 'none', sent: 4, status: 200 });
    expect(state()).toMatchObject({ ids: ['id-1', 'id-2', 'id-3'], sent: 4, without: 1, end: null });
    expect(state()).toMatchObject({ startedAt: 1000, lastAt: 1200 });
  });

  it('says until when the server wants it to wait, and goes on', async () => {
    const { model, port, state } = setUp();
    await model.start(order);
    port().tell({ kind: 'none', sent: 1, status: 429 });
    port().tell({ kind: 'waiting', sent: 1, milliseconds: 7000, status: 429 });
    expect(state()?.waiting).toEqual({ until: 8000, status: 429 });
    port().give(1, 1);
    expect(state()?.waiting).toBeNull();
  });

  it.each(['done', 'stopped', 'refused', 'failing', 'no-cookie', 'changed', 'busy', 'broken'] as const)(
    'ends %s, and lets its port go',
    async (end) => {
      const { model, port, state } = setUp();
      await model.start(order);
      port().give(2);
      port().tell({ kind: 'ended', sent: 2, end });
      expect(state()).toMatchObject({ end, ids: ['id-1', 'id-2'] });
      expect(port().isClosed).toBe(true);
    },
  );

  it('keeps what was counted when the worker dies', async () => {
    const { model, port, state } = setUp();
    await model.start(order);
    port().give(5);
    port().die();
    expect(state()).toMatchObject({ end: 'interrupted', sent: 5, ids: { length: 5 } });
    model.stop();
    expect(state()?.end).toBe('interrupted');
  });

  it('stops on a click', async () => {
    const { model, port } = setUp();
    await model.start(order);
    model.stop();
    expect(port().said.at(-1)).toEqual({ version, kind: 'stop' });
  });

  it('is one at a time, and begins anew afterwards', async () => {
    const { model, ports, port, state } = setUp();
    await model.start(order);
    await model.start(order);
    expect(ports).toHaveLength(1);
    port().give(2);
    port().tell({ kind: 'ended', sent: 2, end: 'done' });
    await model.start({ ...order, count: 7 });
    expect(ports).toHaveLength(2);
    expect(state()).toMatchObject({ order: { count: 7 }, ids: [], sent: 0, end: null });
    // A late word of the run before changes nothing.
    ports[0]?.give(1);
    expect(state()?.ids).toEqual([]);
  });

  it.each([
    ['access is refused', { access: false }, 'no-access'],
    ['the extension was replaced', { connects: false }, 'interrupted'],
  ] as const)('ends at once where %s', async (_, options, end) => {
    const { model, state } = setUp(options);
    await model.start(order);
    expect(state()?.end).toBe(end);
  });

  it('takes no message that it does not know', async () => {
    const { model, port, state } = setUp();
    await model.start(order);
    port().tell({ kind: 'constructor' });
    expect(state()).toMatchObject({ ids: [], sent: 0, end: null });
  });
});

describe('its report', () => {
  it('is made from 20 IDs on, again when they have grown by half, and of all at the end', async () => {
    const { model, port, asked } = setUp();
    await model.start(order);
    port().give(19);
    expect(asked).toHaveLength(0);
    port().give(1, 19);
    expect(asked.map(({ values }) => values.length)).toEqual([20]);
    port().give(20, 20);
    expect(asked).toHaveLength(1);
    asked[0]?.answer();
    await vi.waitFor(() => expect(asked.map(({ values }) => values.length)).toEqual([20, 40]));
    expect(model.analysis.peek()?.strength.report.sampleSize).toBe(20);
    port().give(5, 40);
    port().tell({ kind: 'ended', sent: 45, end: 'done' });
    asked[1]?.answer();
    await vi.waitFor(() => expect(asked.map(({ values }) => values.length)).toEqual([20, 40, 45]));
    asked[2]?.answer();
    await vi.waitFor(() => expect(model.isAnalysing.peek()).toBe(false));
    expect(model.analysis.peek()?.strength.report.sampleSize).toBe(45);
    expect(asked).toHaveLength(3);
  });

  it('of an earlier run is not taken for a new one’s', async () => {
    const { model, port, asked } = setUp();
    await model.start(order);
    port().give(20);
    port().tell({ kind: 'ended', sent: 20, end: 'done' });
    await model.start(order);
    asked[0]?.answer();
    await Promise.resolve();
    await Promise.resolve();
    expect(model.analysis.peek()).toBeNull();
  });

  it('that broke does not end the run', async () => {
    const { model, port, asked, state } = setUp();
    await model.start(order);
    port().give(20);
    asked[0]?.fail();
    await vi.waitFor(() => expect(model.isAnalysing.peek()).toBe(false));
    port().give(20, 20);
    expect(state()?.ids).toHaveLength(40);
    expect(asked).toHaveLength(2);
  });
});
