import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Fact } from '../../../../src/core/recording/fact.ts';
import type { Recording } from '../../../../src/core/recording/recording.ts';
import { reduce } from '../../../../src/core/recording/reduce.ts';
import { type ExampleEvent, factsOf } from '../../../../src/core/rules/example.ts';
import {
  LOGIN,
  LOGOUT,
  OTHER_LINE,
  SESSION_GONE,
  SESSION_LINE,
  VISIT,
} from '../../../../src/core/rules/examples/logins.ts';
import { AUTOMATIC } from '../../../../src/panel/features/snapshots/automatic-name.ts';
import { NOW } from '../../../../src/panel/features/snapshots/choice.ts';
import { keeperOf } from '../../../../src/panel/features/snapshots/keeper.ts';
import { createSnapshotsModel } from '../../../../src/panel/features/snapshots/model.ts';
import { auditedPanel } from '../../../helpers/audited-panel.ts';
import { recordingOf } from '../../../helpers/recording.ts';
import { memoryArea } from './area.ts';

// The keeper's own storage is the browser's; each test gives another.
vi.hoisted(() => vi.stubGlobal('chrome', { runtime: {} }));

const OLD = 'sid=31d4d96e407aad42a7c1';
const NEW = 'sid=9f02b6c1d4e87a35c0b4';
const facts = (events: readonly ExampleEvent[]) => factsOf({ name: '', events });

/** A panel that has seen the first events, its model, and a way to go on. */
function panelOn(events: readonly ExampleEvent[], preferences = {}) {
  const begun = facts(events);
  const recording: Recording = recordingOf(begun);
  const test = auditedPanel(recording, preferences);
  const keeper = keeperOf(test.panel, memoryArea());
  const model = createSnapshotsModel(test.panel, keeper);
  let seen = begun.length;
  const write = (more: readonly Fact[]) => {
    for (const fact of more) reduce(recording, { seq: recording.lastSeq + 1, fact });
    test.panel.store.sink.changed();
  };
  return {
    ...test,
    keeper,
    model,
    /** The events that follow; those of before are given again, so that times go on. */
    goOn(all: readonly ExampleEvent[]) {
      write(facts(all).slice(seen));
      seen = facts(all).length;
      test.audit();
    },
  };
}

const pairOf = ({ pair: { value } }: ReturnType<typeof createSnapshotsModel>) =>
  value === null ? null : [value.before.why, value.after.id === NOW ? NOW : value.after.why];
const counts = ({ comparison: { value } }: ReturnType<typeof createSnapshotsModel>) =>
  value === null ? null : [value.added.length, value.removed.length, value.changed.length, value.same];

describe('by hand', () => {
  const first: readonly ExampleEvent[] = [SESSION_LINE, 'theme=dark; Path=/; Max-Age=3600'];

  it('none is taken: nothing to compare', () => {
    const { model } = panelOn(first);
    expect([pairOf(model), counts(model), model.rows.value]).toEqual([null, null, []]);
  });

  it('the first stands against now, which goes on', () => {
    const { model, keeper, goOn } = panelOn(first);
    keeper.take();
    expect([pairOf(model), counts(model)]).toEqual([
      ['by-hand', NOW],
      [0, 0, 0, 2],
    ]);
    goOn([...first, OTHER_LINE, 'new=1', 'theme=; Max-Age=0']);
    expect(counts(model)).toEqual([1, 1, 1, 0]);
    expect(model.rows.value.map(({ kind, cookie }) => `${kind} ${cookie.name}`)).toEqual([
      'added new',
      'removed theme',
      'changed sid',
    ]);
  });

  it('the next stands against the one before it; what is chosen holds until it is deleted', () => {
    const { model, keeper, goOn } = panelOn(first);
    keeper.take();
    goOn([...first, 'new=1']);
    keeper.take();
    expect(counts(model)).toEqual([1, 0, 0, 2]);
    model.swap();
    expect(counts(model)).toEqual([0, 1, 0, 2]);
    const [newest] = keeper.snapshots.value;
    model.choose('after', newest?.id ?? '');
    model.choose('before', newest?.id ?? '');
    expect(counts(model)).toEqual([0, 0, 0, 3]);
    keeper.remove(newest?.id ?? '');
    expect(pairOf(model)).toEqual(['by-hand', NOW]);
    expect(counts(model)).toEqual([1, 0, 0, 2]);
  });

  it('a renewal is hidden, counted, and shown when asked for', () => {
    const { model, keeper, goOn } = panelOn(first);
    keeper.take();
    goOn([...first, 'x=1', 'theme=dark; Path=/; Max-Age=3600']);
    expect([counts(model), model.renewals.value]).toEqual([[1, 0, 0, 2], 1]);
    model.onlyMatters.value = false;
    expect(counts(model)).toEqual([1, 0, 1, 1]);
  });

  it('search and filters narrow what is shown, not what is counted', () => {
    const { model, keeper, goOn } = panelOn(first);
    keeper.take();
    goOn([...first, 'alpha=1', 'beta=1; Path=/deep', OTHER_LINE]);
    model.store.search.value = 'DEEP';
    expect(model.shown.value.map(({ cookie }) => cookie.name)).toEqual(['beta']);
    model.store.search.value = '';
    model.facets.value = { attribute: ['value'] };
    expect(model.shown.value.map(({ cookie }) => cookie.name)).toEqual(['sid']);
    model.facets.value = { change: ['added'] };
    expect(model.shown.value).toHaveLength(2);
    expect(counts(model)).toEqual([2, 0, 1, 1]);
  });

  it('a value is nothing to search for', () => {
    const { model, keeper, goOn } = panelOn(first);
    keeper.take();
    goOn([...first, OTHER_LINE]);
    model.store.search.value = NEW.slice(4);
    expect(model.shown.value).toEqual([]);
  });
});

describe('at login and logout', () => {
  const before: readonly ExampleEvent[] = [VISIT, { url: 'https://shop.example/login', cookie: OLD }];
  const login: readonly ExampleEvent[] = [
    ...before,
    { ...LOGIN, cookie: OLD, setCookie: [OTHER_LINE] },
    { url: 'https://shop.example/account', cookie: NEW },
  ];
  const logout: readonly ExampleEvent[] = [
    ...login,
    { ...LOGOUT, cookie: NEW, setCookie: [SESSION_GONE] },
    {},
  ];
  const on = { [AUTOMATIC]: true };
  const reasons = (keeper: ReturnType<typeof keeperOf>) => keeper.snapshots.value.map(({ why }) => why);

  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('nothing is taken unless it is switched on', () => {
    const { keeper, goOn } = panelOn(before);
    goOn(logout);
    vi.runAllTimers();
    expect(keeper.snapshots.value).toEqual([]);
  });

  it('the state before and after a login is taken, and what it changed is shown', () => {
    const { model, keeper, goOn } = panelOn(before, on);
    goOn(login);
    vi.runAllTimers();
    expect(reasons(keeper)).toEqual(['login', 'before-login']);
    expect(pairOf(model)).toEqual(['before-login', 'login']);
    expect(model.comparison.value?.changed.map(({ differences }) => differences)).toEqual([
      [{ attribute: 'value', from: OLD.slice(4), to: NEW.slice(4) }],
    ]);
  });

  it('the logout’s state before is the one after the login, where nothing happened between', () => {
    const { model, keeper, goOn } = panelOn(before, on);
    goOn(login);
    vi.runAllTimers();
    goOn(logout);
    vi.runAllTimers();
    expect(reasons(keeper)).toEqual(['logout', 'login', 'before-login']);
    expect(pairOf(model)).toEqual(['login', 'logout']);
    expect(counts(model)).toEqual([0, 1, 0, 0]);
  });

  it('what was over before it is switched on is not taken', () => {
    const { keeper } = panelOn(login);
    keeper.automatic.value = true;
    vi.runAllTimers();
    expect(keeper.snapshots.value).toEqual([]);
  });

  it('each is taken once, however often the report is made anew', () => {
    const { keeper, goOn, audit } = panelOn(before, on);
    goOn(login);
    audit();
    vi.runAllTimers();
    audit();
    vi.runAllTimers();
    expect(reasons(keeper)).toEqual(['login', 'before-login']);
  });

  it('a failed login changes nothing worth keeping', () => {
    const { keeper, goOn } = panelOn(before, on);
    goOn([...before, { ...LOGIN, cookie: OLD, status: 401, responseHeaders: {} }]);
    vi.runAllTimers();
    expect(keeper.snapshots.value).toEqual([]);
  });

  it('one panel has one keeper', () => {
    const { panel, keeper } = panelOn(before);
    expect(keeperOf(panel)).toBe(keeper);
  });
});
