import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { createEndings } from '../../src/panel/endings/model.ts';
import type { TabState } from '../../src/protocol/port.ts';
import { cookieOf, jarOf, START, testStore } from '../helpers/panel-store.ts';

const MINUTE = 60_000;
const TAB: TabState = {
  tabId: 1,
  url: 'https://shop.example/',
  page: 'inspectable',
  access: 'granted',
  askFor: [],
  recording: true,
  keep: false,
  scripts: false,
  incognito: false,
};

const SOON = [
  cookieOf('JSESSIONID', { expires: START + 4 * MINUTE }),
  cookieOf('theme', { expires: START + 3 * MINUTE }),
  cookieOf('remember_me', { expires: START + 20 * MINUTE }),
  cookieOf('far', { expires: START + 3_000 * MINUTE }),
];

function endingsOf(preferences: Record<string, unknown> = {}) {
  const made = testStore([jarOf(...SOON)], preferences);
  made.store.sink.state(TAB);
  made.store.sink.status('live');
  const now = signal(START + 2);
  const endings = createEndings(made.store, now);
  const names = (list: typeof endings.soon) => list.value.map(({ entry }) => entry.cookie.name);
  return { ...made, now, endings, soon: () => names(endings.soon), alerts: () => names(endings.alerts) };
}

describe('what ends soon', () => {
  it('is within the horizon, soonest first, and goes as time does', () => {
    const { store, now, soon } = endingsOf();
    expect(soon()).toEqual(['theme', 'JSESSIONID', 'remember_me']);
    store.horizon.value = 15;
    expect(soon()).toEqual(['theme', 'JSESSIONID']);
    now.value = START + 3 * MINUTE;
    expect(soon()).toEqual(['JSESSIONID']);
  });

  it('keeps the horizon of the last time, where it is one', () => {
    expect(endingsOf({ horizon: 3 }).soon()).toEqual(['theme']);
    expect(endingsOf({ horizon: -1 }).store.horizon.value).toBe(30);
  });
});

describe('alerts', () => {
  it('are of sessions and logins that are about to end, not of every cookie', () => {
    const { now, alerts } = endingsOf();
    expect(alerts()).toEqual(['JSESSIONID']);
    now.value = START + 16 * MINUTE;
    expect(alerts()).toEqual(['remember_me']);
  });

  it('follow what a person said of a cookie', () => {
    const { store, alerts } = endingsOf();
    store.saidOf.value = { 'shop.example': { theme: true, JSESSIONID: false } };
    expect(alerts()).toEqual(['theme']);
  });

  it.each([
    ['paused', { ...TAB, recording: false }, 'live'],
    ['without a connection', TAB, 'reconnecting'],
  ] as const)('are none while recording is %s', (_, tab, status) => {
    const { store, alerts } = endingsOf();
    store.sink.state(tab);
    store.sink.status(status);
    expect(alerts()).toEqual([]);
  });

  it('come once for a cookie and end, and are withdrawn by a renewal', () => {
    const { add, now, endings, alerts } = endingsOf();
    const [first] = endings.alerts.value;
    if (first === undefined) throw new Error('no alert');
    endings.dismiss(first);
    expect(alerts()).toEqual([]);
    // The same end seen again is no other end.
    add(jarOf(...SOON));
    now.value += 1_000;
    expect(alerts()).toEqual([]);
    const renewed = cookieOf('JSESSIONID', { expires: START + 40 * MINUTE });
    add({ kind: 'cookie', at: now.value, cause: 'explicit', removed: false, cookie: renewed });
    now.value = START + 4 * MINUTE;
    expect(alerts()).toEqual([]);
    now.value = START + 36 * MINUTE;
    expect(alerts()).toEqual(['JSESSIONID']);
    add({
      kind: 'cookie',
      at: now.value,
      cause: 'explicit',
      removed: false,
      cookie: { ...renewed, expires: START + 80 * MINUTE },
    });
    now.value += 1_000;
    expect(alerts()).toEqual([]);
  });
});
