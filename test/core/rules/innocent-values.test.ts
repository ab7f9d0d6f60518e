import { describe, expect, it } from 'vitest';
import { audit } from '../../../src/core/audit/audit.ts';
import { EXAMPLE_START } from '../../../src/core/rules/example.ts';
import { innocentSites } from '../../helpers/innocent-sites.ts';
import { recordingOfEvents } from '../../helpers/recording.ts';

/** Rules on values and on how sessions behave. */
const RULES = [
  'readable-token',
  'weak-jwt',
  'tamperable-state',
  'weak-session-id',
  'predictable-session-id',
  'session-id-in-url',
  'session-over-http',
  'login-over-http',
  'unbounded-sliding-session',
  'session-for-anonymous-visitor',
  'session-reset-everywhere',
  'script-written-session',
  'token-in-web-storage',
  'missing-reauthentication',
];

describe('innocent sites', () => {
  it.each(innocentSites.map(({ name, events }) => [name, events] as const))(
    '%s: nothing but hints',
    (_, events) => {
      const { sites } = audit(recordingOfEvents(...events), {
        now: EXAMPLE_START + 3_600_000,
        source: 'browser',
      });
      const accused = sites.flatMap(({ findings }) =>
        findings.filter(
          ({ rule, severity, confidence }) =>
            RULES.includes(rule) && severity !== 'info' && confidence !== 'tentative',
        ),
      );
      expect(accused.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
    },
  );
});
