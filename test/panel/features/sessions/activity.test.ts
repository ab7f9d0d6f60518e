import { describe, expect, it } from 'vitest';
import { EXAMPLE_START, type ExampleEvent } from '../../../../src/core/rules/example.ts';
import { LOGIN, OTHER_LINE, VISIT } from '../../../../src/core/rules/examples/logins.ts';
import { ACTIVITY_FACETS, type Activity } from '../../../../src/panel/features/sessions/activity.ts';
import { createSessionsModel } from '../../../../src/panel/features/sessions/model.ts';
import { auditedPanel } from '../../../helpers/audited-panel.ts';
import { recordingOfEvents } from '../../../helpers/recording.ts';

const OLD = 'sid=31d4d96e407aad42a7c1';
const NEW = 'sid=9f02b6c1d4e87a35c0b4';
const login = { ...LOGIN, cookie: OLD, setCookie: [OTHER_LINE] };

const activity = (...events: readonly ExampleEvent[]): readonly Activity[] =>
  createSessionsModel(auditedPanel(recordingOfEvents(...events)).panel).shown.value?.activity ?? [];

const told = (entry: Activity): string => {
  switch (entry.kind) {
    case 'event':
      return `${entry.event.kind} ${entry.event.verdict ?? ''}`.trim();
    case 'anomaly':
      return entry.anomaly.kind;
    case 'mark':
      return `mark ${entry.mark.text}`;
    case 'gap':
      return `gap ${entry.gap.reason}`;
  }
};

describe('the log', () => {
  it.each<[string, readonly ExampleEvent[], readonly string[]]>([
    ['a login', [VISIT, { cookie: OLD }, login], ['issued', 'login rotated']],
    [
      'another ID without a login, told once',
      [VISIT, { url: 'https://shop.example/page', cookie: OLD, setCookie: [OTHER_LINE] }],
      ['issued', 'changed-without-login'],
    ],
    [
      'the old ID sent again',
      [VISIT, { cookie: OLD }, login, { cookie: NEW }, { url: 'https://shop.example/x', cookie: OLD }],
      ['issued', 'login rotated', 'old-id-again'],
    ],
    [
      'sent over HTTP',
      ['sid=31d4d96e407aad42a7c1; Path=/; HttpOnly', { url: 'http://shop.example/x', cookie: OLD }],
      ['issued', 'sent-over-http'],
    ],
    [
      'a mark, once for all cookies',
      [
        VISIT,
        'auth_token=7b0c77a1e2d94f3806aa12; Path=/; HttpOnly',
        { fact: { kind: 'mark', at: EXAMPLE_START + 2500, mark: 'note', text: 'second tab' } },
      ],
      ['issued', 'issued', 'mark second tab'],
    ],
    [
      'a pause of the recording',
      [
        VISIT,
        { fact: { kind: 'gap', at: EXAMPLE_START + 9000, since: EXAMPLE_START + 4000, reason: 'paused' } },
      ],
      ['issued', 'gap paused'],
    ],
    ['nothing of a cookie that is no session', ['theme=dark; Path=/'], []],
  ])('%s', (_, events, expected) => {
    expect(activity(...events).map(told)).toEqual(expected);
  });

  it('is in order of time, and keys are apart', () => {
    const entries = activity(VISIT, { cookie: OLD }, login, { cookie: OLD }, { cookie: NEW });
    const times = entries.map(({ at }) => at);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(new Set(entries.map(({ key }) => key)).size).toBe(entries.length);
  });

  it('leads to the request', () => {
    const [, found] = activity(VISIT, { cookie: OLD }, login);
    expect(found?.request).toBe('r2/0');
  });

  it('is filtered by kind and cookie', () => {
    const [issued] = activity(VISIT, { cookie: OLD }, login);
    expect(issued && ACTIVITY_FACETS.map(({ values }) => values(issued))).toEqual([['change'], ['sid']]);
  });
});
