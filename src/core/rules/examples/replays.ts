/** Examples of asking again whether an old session ID works. */
import type { ReplayAnswer } from '../../recording/fact.ts';
import { keyOf } from '../../recording/keys.ts';
import { fingerprint } from '../../report/fingerprint.ts';
import { EXAMPLE_KEY, EXAMPLE_START, type ExampleEvent } from '../example.ts';

const OPENED: ReplayAnswer = {
  status: 200,
  to: null,
  length: 2000,
  hash: '5d41402abc4b2a76',
  asksPassword: false,
  offersLogin: false,
  offersLogout: true,
};
const CLOSED: ReplayAnswer = {
  ...OPENED,
  status: 302,
  to: 'https://shop.example/login',
  length: 0,
  hash: '',
  offersLogout: false,
};

/** A replay for the `sid` that had this value, about the logout or login that is the event of this index. */
export function replayOf(
  what: 'pre-logout' | 'pre-login',
  index: number,
  value: string,
  result: 'alive' | 'dead',
): ExampleEvent {
  const cookie = keyOf({
    name: 'sid',
    domain: 'shop.example',
    hostOnly: true,
    path: '/',
    partitionKey: null,
  });
  return {
    fact: {
      kind: 'replay',
      at: EXAMPLE_START + 60_000,
      what,
      flow: EXAMPLE_START + (index + 1) * 1000,
      url: 'https://shop.example/account',
      ids: [{ name: 'sid', cookie, fingerprint: fingerprint(EXAMPLE_KEY, value) }],
      answers: {
        none: CLOSED,
        current: what === 'pre-login' ? OPENED : CLOSED,
        old: result === 'alive' ? OPENED : CLOSED,
      },
    },
  };
}
