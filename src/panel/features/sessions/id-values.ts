import type { SubjectCookie } from '../../../core/audit/subject.ts';
import type { Recording } from '../../../core/recording/recording.ts';
import { fingerprint } from '../../../core/report/fingerprint.ts';

const MOST = 300;

/** Values of a cookie by fingerprint, for who asked to see values. An ID's fingerprint is that of the first value that held it. */
export function valuesById(
  { fingerprintKey }: Recording,
  { lines, entry }: SubjectCookie,
): ReadonlyMap<string, string> {
  const values = new Set<string>();
  for (const { parsed } of lines.slice(-MOST)) if (parsed.ok) values.add(parsed.cookie.value);
  for (const event of entry?.history ?? []) if ('after' in event) values.add(event.after.value);
  if (entry !== null) values.add(entry.cookie.value);
  values.delete('');
  return new Map([...values].map((value) => [fingerprint(fingerprintKey, value), value]));
}
