import type { Subject } from '../../../core/audit/subject.ts';
import { analyseSessions } from '../../../core/session/analysis.ts';
import type { SecretRole } from '../../../core/session/roles.ts';
import { isSecretRole } from '../../../core/session/roles.ts';
import { observedIds } from '../../../core/session/strength/observed-ids.ts';
import { recordedId } from '../../recorded-id.ts';

/** A session cookie of the recording, and the IDs that it shows. */
export interface Recorded {
  readonly id: string;
  /** Registrable domain of the page. */
  readonly site: string;
  readonly name: string;
  readonly domain: string;
  readonly role: SecretRole;
  /** Secrets. */
  readonly values: readonly string[];
}

/** All session cookies of all sites, the likeliest of each site first. */
export function recordedSessions(subjects: readonly Subject[]): readonly Recorded[] {
  return subjects.flatMap((subject) =>
    subject.shared(analyseSessions).sessions.flatMap(({ cookie }) => {
      const { ref, role } = cookie;
      const values = observedIds(cookie);
      if (!isSecretRole(role) || values.length === 0) return [];
      const { name, domain } = ref;
      return [{ id: recordedId(subject.site, ref), site: subject.site, name, domain, role, values }];
    }),
  );
}

export function areEqual(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index]);
}
