import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import messages from '../../../../public/_locales/en/messages.json' with { type: 'json' };
import { REASONS, reasonWords } from '../../../../src/panel/features/sessions/reasons.ts';
import {
  type FlowKind,
  toneOf,
  type Verdict,
  type VerdictCardModel,
} from '../../../../src/panel/features/sessions/verdict-cards.ts';
import {
  likelihoodKey,
  meaningKey,
  verdictTitle,
  whatPhrase,
  whenPhrase,
} from '../../../../src/panel/features/sessions/words.ts';
import { piecesOf } from '../../../../src/panel/parts/phrase.tsx';
import { setTranslator } from '../../../../src/platform/i18n.ts';

const english = (key: string, parts: readonly string[]): string =>
  (messages as Record<string, { message: string } | undefined>)[key]?.message.replace(
    /\$(\d)/g,
    (_, place: string) => parts[Number(place) - 1] ?? '',
  ) ?? '';

beforeAll(() => setTranslator(english));
afterAll(() => setTranslator(() => ''));

interface Case {
  readonly kind: FlowKind;
  readonly verdict: Verdict;
  readonly before?: string;
  readonly after?: string;
  readonly byHand?: boolean;
  readonly oldIdAlive?: boolean;
}

function sentence({ kind, verdict, before, after, byHand = false, oldIdAlive = false }: Case): string {
  const event = { kind, verdict, at: 0, because: null, requests: [], cookie: null } as const;
  const card: VerdictCardModel = {
    id: 'x',
    event: { ...event, ...(before ? { before } : {}), ...(after ? { after } : {}) },
    side: verdict === 'alive-after-logout' || verdict === 'dead-after-logout' ? 'server' : 'browser',
    tone: 'neutral',
    byHand,
    oldIdAlive,
    offer: null,
  };
  return [
    `${verdictTitle(kind, verdict)}.`,
    english(whenPhrase(card), ['14:03:22', 'POST /login']),
    english(whatPhrase(card), ['connect.sid', before ?? '–', after ?? '–']),
    english(meaningKey(card), []),
  ].join(' ');
}

const A = '9f3ab2c1';
const B = '77d0e4aa';

describe('a verdict in words', () => {
  it.each<[Case, RegExp]>([
    [
      { kind: 'login', verdict: 'kept', before: A, after: A },
      /^Login: ID kept\. Logged in at 14:03:22 by POST \/login\. connect\.sid kept the ID 9f3ab2c1\. Anyone who planted that ID before is now logged in as you\.$/,
    ],
    [{ kind: 'login', verdict: 'rotated', before: A, after: B }, /changed its ID from 9f3ab2c1 to 77d0e4aa/],
    [
      { kind: 'login', verdict: 'rotated', before: A, after: B, oldIdAlive: true },
      /from before the login opens the account all the same/,
    ],
    [{ kind: 'login', verdict: 'issued', after: B }, /issued with the ID 77d0e4aa; there was none before/],
    [{ kind: 'login', verdict: 'added', before: A, after: A }, /kept the ID 9f3ab2c1, and another cookie/],
    [{ kind: 'login', verdict: 'rolling', before: A, after: B }, /proves nothing/],
    [{ kind: 'login', verdict: 'failed', before: A }, /A login failed at .* had the ID 9f3ab2c1/],
    [{ kind: 'login', verdict: 'failed' }, /was not there before/],
    [{ kind: 'login', verdict: 'unobserved' }, /could not be told.*Open the panel before/],
    [{ kind: 'login', verdict: 'kept', before: A, byHand: true }, /Login marked by hand at 14:03:22\./],
    [
      { kind: 'privilege-change', verdict: 'kept', before: A },
      /Change of rights: ID kept.*has the new rights/,
    ],
    [{ kind: 'privilege-change', verdict: 'rotated', before: A, after: B }, /Rights changed at/],
    [{ kind: 'logout', verdict: 'cleared', before: A }, /Logged out at .* lost the ID 9f3ab2c1/],
    [{ kind: 'logout', verdict: 'cleared', before: A, after: B }, /to the new ID 77d0e4aa/],
    [{ kind: 'logout', verdict: 'not-cleared', before: A, after: A }, /still holds the ID 9f3ab2c1/],
    [{ kind: 'logout', verdict: 'not-cleared', before: A, byHand: true }, /Logout marked by hand/],
    [{ kind: 'logout', verdict: 'unobserved', before: A }, /lost the ID 9f3ab2c1 could not be told/],
    [
      { kind: 'logout', verdict: 'alive-after-logout', before: A },
      /old ID still works.*The server was asked/,
    ],
    [{ kind: 'logout', verdict: 'alive-after-logout', before: A, after: B }, /77d0e4aa .* without a login/],
    [{ kind: 'logout', verdict: 'dead-after-logout', before: A }, /refused the ID 9f3ab2c1/],
  ])('%o', (given, expected) => {
    expect(sentence(given)).toMatch(expected);
  });

  it('is whole for every kind and verdict: no key, no empty place', () => {
    const kinds: readonly FlowKind[] = ['login', 'logout', 'privilege-change'];
    for (const kind of kinds)
      for (const verdict of ALL)
        for (const byHand of [true, false]) {
          const text = sentence({ kind, verdict, before: A, after: B, byHand });
          expect(text, `${kind} ${verdict}`).not.toMatch(/_|\$\d|\bundefined\b| {2}/);
        }
  });

  it.each<[FlowKind, Verdict, string]>([
    ['login', 'kept', 'bad'],
    ['privilege-change', 'kept', 'warn'],
    ['login', 'added', 'warn'],
    ['login', 'rotated', 'good'],
    ['login', 'rolling', 'neutral'],
    ['login', 'failed', 'neutral'],
    ['logout', 'not-cleared', 'warn'],
    ['logout', 'alive-after-logout', 'bad'],
    ['logout', 'dead-after-logout', 'good'],
    ['logout', 'unobserved', 'neutral'],
  ])('%s %s is %s', (kind, verdict, tone) => expect(toneOf(kind, verdict)).toBe(tone));
});

const ALL: readonly Verdict[] = [
  'rotated',
  'kept',
  'issued',
  'added',
  'rolling',
  'failed',
  'cleared',
  'not-cleared',
  'alive-after-logout',
  'dead-after-logout',
  'unobserved',
];

it.each([
  [1, 'likely_certain'],
  [0.95, 'likely_certain'],
  [0.94, 'likely_very'],
  [0.5, 'likely'],
  [0.49, 'likely_not'],
] as const)('a likelihood of %d is %s', (likelihood, key) => expect(likelihoodKey(likelihood)).toBe(key));

describe('piecesOf: parts in their places, in whatever order a language has them', () => {
  it.each([
    ['a \ue000 b \ue001', ['a ', 0, ' b ', 1]],
    ['\ue001\ue000', [1, 0]],
    ['no part', ['no part']],
    ['', []],
  ] as const)('%j', (text, pieces) => expect(piecesOf(text)).toEqual(pieces));
});

describe('why something was told so', () => {
  it('has words for every kind', () => {
    for (const kind of Object.keys(REASONS) as (keyof typeof REASONS)[]) {
      expect(reasonWords({ kind, status: 401 })).toMatch(/^[A-Z].+\.$/);
    }
  });

  it('names the status', () => {
    expect(reasonWords({ kind: 'answered', status: 401 })).toBe('Answered 401.');
  });

  it('is nothing at a mark', () => {
    expect(reasonWords(null)).toBe('');
  });
});
