import type { LimitSource } from './limits.ts';

const NIST = 'https://pages.nist.gov/800-63-4/sp800-63b.html';
const OWASP =
  'https://cheatsheetseries.owasp.org/cheatsheets/Session_Management_Cheat_Sheet.html#session-expiration';

/** Where the limits stand. */
export const SOURCE_URLS: Readonly<Record<LimitSource, string>> = {
  'NIST SP 800-63B-4, AAL1': NIST,
  'NIST SP 800-63B-4, AAL2': NIST,
  'NIST SP 800-63B-4, AAL3': NIST,
  'OWASP Session Management': OWASP,
  'OWASP Session Management, high value': OWASP,
};
