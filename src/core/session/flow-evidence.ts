/** How flows are shown as evidence. */
import type { Subject } from '../audit/subject.ts';
import type { CookieLife } from './cookie-life.ts';
import type { Flow } from './flow.ts';
import { fingerprintsOf } from './id-runs.ts';

/** What a finding about a flow has for its URL. */
export function flowUrl({ url }: Flow): { readonly url?: string } {
  return url === null ? {} : { url };
}

/** The flow's first requests, and what became of a cookie's ID. */
export function flowEvidence(
  subject: Subject,
  flow: Flow,
  life: CookieLife,
  what: string,
  id: string | null = null,
): readonly string[] {
  const shown = flow.requests.slice(0, 3).map((request) => {
    const { status } = request;
    return status === null ? subject.show.request(request) : `${subject.show.request(request)} → ${status}`;
  });
  const of = id === null ? '' : ` (ID ${fingerprintsOf(life, subject.show.fingerprint)(id)})`;
  return [...(shown.length === 0 ? ['Marked by hand'] : shown), `Cookie: ${what}${of}`];
}
