import { beforeEach, describe, expect, it } from 'vitest';
import type { ExampleEvent } from '../../../../src/core/rules/example.ts';
import { EXAMPLE_START } from '../../../../src/core/rules/example.ts';
import {
  LOGIN,
  LOGOUT,
  OTHER_LINE,
  SESSION_GONE,
  SESSION_LINE,
  VISIT,
} from '../../../../src/core/rules/examples/logins.ts';
import { createSessionsModel } from '../../../../src/panel/features/sessions/model.ts';
import { isSaidOf, SAID_OF } from '../../../../src/protocol/choices.ts';
import { auditedPanel } from '../../../helpers/audited-panel.ts';
import { recordingOfEvents } from '../../../helpers/recording.ts';

const OLD = 'sid=31d4d96e407aad42a7c1';
const NEW = 'sid=9f02b6c1d4e87a35c0b4';
const LOGIN_PAGE = { url: 'https://shop.example/login', cookie: OLD };
const account = (cookie: string) => ({ url: 'https://shop.example/account', cookie });
const KEPT: readonly ExampleEvent[] = [VISIT, LOGIN_PAGE, { ...LOGIN, cookie: OLD }, account(OLD)];
const SOUND: readonly ExampleEvent[] = [
  VISIT,
  LOGIN_PAGE,
  { ...LOGIN, cookie: OLD, setCookie: [OTHER_LINE] },
  account(NEW),
  { ...LOGOUT, cookie: NEW, setCookie: [SESSION_GONE] },
  {},
];
const THEME = 'theme=dark; Path=/; Max-Age=31536000';

const modelOf = (events: readonly ExampleEvent[], preferences = {}) => {
  const test = auditedPanel(recordingOfEvents(...events), preferences);
  return { ...test, model: createSessionsModel(test.panel) };
};

describe('what is shown', () => {
  it('of nothing recorded is nothing', () => {
    const { model } = modelOf([]);
    expect(model.shown.value).toBeNull();
    expect(model.sites.value).toEqual([]);
  });

  it('of a site without a session: no block, but what could be named', () => {
    const shown = modelOf([THEME]).model.shown.value;
    expect(shown?.blocks).toEqual([]);
    expect(shown?.candidates.map(({ ref }) => ref.name)).toEqual(['theme']);
    expect(shown?.bounds).toBeNull();
  });

  it('of a login that keeps the ID: a block with one run and the verdict', () => {
    const shown = modelOf([...KEPT]).model.shown.value;
    expect(shown?.site).toBe('shop.example');
    expect(shown?.origin).toBe('https://shop.example');
    const [block] = shown?.blocks ?? [];
    expect(block?.lane.runs).toHaveLength(1);
    expect(block?.lane.ticks).toHaveLength(3);
    expect(block?.cards.map(({ event, tone }) => [event.kind, event.verdict, tone])).toEqual([
      ['login', 'kept', 'bad'],
    ]);
    expect(block?.cards[0]?.event.before).toBe(block?.lane.runs[0]?.fingerprint);
  });

  it('of a sound login and logout: two runs, both verdicts good, each with its question to the server', () => {
    const [block] = modelOf([...SOUND]).model.shown.value?.blocks ?? [];
    expect(block?.lane.runs.map(({ id }) => id)).toEqual([0, 1]);
    expect(
      block?.cards.map(({ event, tone, offer }) => [event.verdict, tone, offer?.what, offer?.whyNot]),
    ).toEqual([
      ['rotated', 'good', 'pre-login', 'logged-out'],
      ['cleared', 'good', 'pre-logout', null],
    ]);
  });

  it('the axis reaches from the first sight to the end of the recording', () => {
    const { bounds } = modelOf([...SOUND]).model.shown.value ?? {};
    expect(bounds?.from).toBeLessThan(EXAMPLE_START + 1050);
    expect(bounds?.to).toBeGreaterThan(EXAMPLE_START + 6060);
  });

  it('of several sites is the newest; or the one that a person chose', () => {
    const { model } = modelOf([...KEPT, { url: 'https://other.example/' }]);
    expect(model.sites.value).toEqual(['https://shop.example', 'https://other.example']);
    expect(model.shown.value?.site).toBe('other.example');
    model.chosen.value = 'https://shop.example';
    expect(model.shown.value?.site).toBe('shop.example');
  });
});

describe("a person's word", () => {
  let test: ReturnType<typeof modelOf>;
  const names = () => test.model.shown.value?.blocks.map(({ session }) => session.cookie.ref.name);
  const say = (name: string, isSession: boolean | null) => {
    test.model.say(name, isSession);
    test.audit();
  };
  beforeEach(() => {
    test = modelOf([...KEPT, THEME]);
  });

  it('makes a cookie the session that was not told to be one, first of all', () => {
    expect(names()).toEqual(['sid']);
    say('theme', true);
    expect(names()).toEqual(['theme', 'sid']);
    expect(test.model.shown.value?.blocks[0]?.said).toBe(true);
    expect(test.panel.store.preferences.read(SAID_OF, isSaidOf, {})).toEqual({
      'shop.example': { theme: true },
    });
  });

  it('takes a cookie away that is none, and puts it where it can be taken back', () => {
    say('sid', false);
    expect(names()).toEqual([]);
    expect(test.model.shown.value?.candidates[0]?.ref.name).toBe('sid');
    say('sid', null);
    expect(names()).toEqual(['sid']);
    expect(test.panel.store.saidOf.value).toEqual({});
  });

  it('is kept from before', () => {
    test = modelOf([...KEPT, THEME], { saidOf: { 'shop.example': { sid: false, theme: true } } });
    expect(names()).toEqual(['theme']);
  });
});

describe('marks', () => {
  it.each(['login', 'logout'] as const)('%s is told to the worker', async (mark) => {
    const { model, calls } = modelOf([...KEPT]);
    await model.mark(mark);
    expect(calls).toEqual([{ method: 'mark', mark, text: '' }]);
    expect(model.marked.value).toEqual({ mark, ok: true });
  });

  it('says so where one could not be made', async () => {
    const { model, answer } = modelOf([...KEPT]);
    answer({ ok: false, error: 'timeout' });
    await model.mark('note', 'second tab');
    expect(model.marked.value).toEqual({ mark: 'note', ok: false });
  });

  it('a login that is marked is judged, though no form was seen', () => {
    const page = { url: 'https://shop.example/app', cookie: OLD };
    const mark = { fact: { kind: 'mark', at: EXAMPLE_START + 2200, mark: 'login', text: '' } } as const;
    const [block] = modelOf([SESSION_LINE, page, mark]).model.shown.value?.blocks ?? [];
    expect(block?.cards.map(({ event }) => [event.kind, event.verdict])).toEqual([['login', 'kept']]);
  });
});
