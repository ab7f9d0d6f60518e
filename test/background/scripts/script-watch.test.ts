import { describe, expect, it } from 'vitest';
import { newTabJournal, type TabJournal } from '../../../src/background/journal/tab.ts';
import type { Place } from '../../../src/background/scripts/inject.ts';
import { createScriptWatch } from '../../../src/background/scripts/script-watch.ts';
import type { Fact } from '../../../src/core/recording/fact.ts';

type Navigation = Fact & { kind: 'navigation' };

const committed = (documentId: string, over: Partial<Navigation> = {}): Navigation => ({
  kind: 'navigation',
  at: 1,
  frameId: 0,
  parentFrameId: -1,
  documentId,
  url: 'https://shop.example/',
  ...over,
});

/** Everything that was begun has been done. */
const settle = async () => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
};

function watched(tabs: readonly Partial<TabJournal>[] = [{}], allowed = true) {
  const journals = new Map(
    tabs.map((over, index) => [index + 1, { ...newTabJournal(index + 1, 'e'), watched: true, ...over }]),
  );
  const log: string[] = [];
  const permission = { allowed };
  const watch = createScriptWatch({
    journal: {
      ready: Promise.resolve(),
      tab: (tabId) => journals.get(tabId),
      tabs: () => journals.values(),
      touch: () => undefined,
    },
    canInject: async () => permission.allowed,
    inject: async ({ tabId, documentId }: Place) => void log.push(`into ${tabId} ${documentId}`),
    withdraw: async (tabId) => void log.push(`out of ${tabId}`),
    present: async () => [committed('here'), committed('frame', { frameId: 4, parentFrameId: 0 })],
    changed: (tabId) => log.push(`changed ${tabId}`),
  });
  const tab = (tabId: number) => journals.get(tabId) as TabJournal;
  return { watch, log, tab, permission };
}

describe('watching the scripts of a tab', () => {
  it('puts nothing anywhere before it is switched on', async () => {
    const { watch, log } = watched();
    watch.recorded(1, committed('new'));
    watch.update(1);
    await settle();
    expect(log).toEqual([]);
    expect(watch.isActive(1)).toBe(false);
  });

  it('begins with the documents that are there, and takes each new one once', async () => {
    const { watch, log, tab } = watched([{}, {}]);
    expect(await watch.switch(tab(1), true)).toBe(true);
    await settle();
    for (const fact of [
      committed('new'),
      committed('new'),
      committed('here'),
      committed('same', { sameDocument: true }),
      committed('found', { found: true }),
    ])
      watch.recorded(1, fact);
    watch.recorded(2, committed('other'));
    await settle();
    expect(log).toEqual(['into 1 here', 'into 1 frame', 'into 1 new']);
  });

  it('is refused without the permission', async () => {
    const { watch, log, tab } = watched([{}], false);
    expect(await watch.switch(tab(1), true)).toBe(false);
    expect([tab(1).scripts, log]).toEqual([false, []]);
  });

  it.each<[string, (tab: TabJournal) => void, boolean]>([
    ['recording is paused', (tab) => (tab.recording = false), true],
    ['the panel is closed', (tab) => (tab.watched = false), false],
  ])('ends when %s', async (_, change, isKept) => {
    const { watch, log, tab } = watched();
    await watch.switch(tab(1), true);
    await settle();
    log.length = 0;
    change(tab(1));
    watch.update(1);
    watch.recorded(1, committed('new'));
    await settle();
    expect(log).toEqual(['out of 1']);
    // A pause is the person's own, and ends with it; an opened panel begins nothing by itself.
    Object.assign(tab(1), { recording: true, watched: true });
    watch.update(1);
    await settle();
    expect(log).toEqual(isKept ? ['out of 1', 'into 1 here', 'into 1 frame'] : ['out of 1']);
  });

  it('takes out what was put in while it was switched off', async () => {
    const { watch, log, tab } = watched();
    await watch.switch(tab(1), true);
    await settle();
    watch.recorded(1, committed('new'));
    tab(1).recording = false;
    await settle();
    expect(log.slice(-2)).toEqual(['into 1 new', 'out of 1']);
  });

  it('goes on in the worker that follows a killed one, without putting it in again', async () => {
    const { watch, log } = watched([{ scripts: true }]);
    await settle();
    watch.update(1);
    watch.recorded(1, committed('new'));
    await settle();
    expect(log).toEqual(['into 1 new']);
  });

  it('ends everywhere when the permission is taken back, and not with another one', async () => {
    const { watch, log, tab, permission } = watched([{}, {}]);
    await watch.switch(tab(1), true);
    await settle();
    log.length = 0;
    watch.permissionLost();
    await settle();
    expect(log).toEqual([]);
    permission.allowed = false;
    watch.permissionLost();
    await settle();
    expect(log).toEqual(['out of 1', 'changed 1']);
    expect(tab(1).scripts).toBe(false);
  });
});
