/** Recorded traffic into a report, by the extension's own rules. */

import { recordHar } from '../recording/har/record-har.ts';
import type { HarWarnings } from '../recording/har/warnings.ts';
import { audit } from './audit.ts';
import type { Report } from './report.ts';

export interface AuditHarOptions {
  /** Epoch milliseconds; default: the last entry's time. */
  readonly now?: number;
  /** Up to 16 octets; default: new random ones, so that fingerprints of two reports cannot be compared. */
  readonly fingerprintKey?: Uint8Array;
  /** Whose rules; default: Firefox's for a file of Firefox, else Chromium's. */
  readonly browser?: 'chromium' | 'firefox';
  /** Cookies' values stand in the report. Default: false. */
  readonly showValues?: boolean;
}

export interface HarAudit {
  readonly report: Report;
  /** Entries that were skipped. */
  readonly warnings: HarWarnings;
}

/**
 * @param har a parsed HAR 1.2 file, or its text.
 * @throws HarError (`error.name === 'HarError'`, message for a person) on what is no HAR.
 */
export function auditHar(har: unknown, options: AuditHarOptions = {}): Report {
  return auditHarFile(har, options).report;
}

/** As `auditHar`, with what could not be read. */
export function auditHarFile(har: unknown, options: AuditHarOptions = {}): HarAudit {
  const key = options.fingerprintKey ?? crypto.getRandomValues(new Uint8Array(16));
  const { recording, warnings, lastEntryAt } = recordHar(har, {
    fingerprintKey: hex(key),
    ...(options.browser === undefined ? {} : { browser: options.browser }),
  });
  const report = audit(recording, {
    now: options.now ?? lastEntryAt ?? 0,
    source: 'har',
    showValues: options.showValues ?? false,
  });
  return { report, warnings };
}

function hex(octets: Uint8Array): string {
  return Array.from(octets.slice(0, 16), (octet) => octet.toString(16).padStart(2, '0')).join('');
}
