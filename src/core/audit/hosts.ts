/** Which hosts use a cookie. */
import type { ResourceType } from '../recording/fact.ts';
import type { RequestEntry } from '../recording/recording.ts';
import type { Subject, SubjectCookie } from './subject.ts';

/** A picture's request carries the cookie because it must, not because the host needs it; nor does a redirect's. */
const USES: readonly ResourceType[] = ['main_frame', 'sub_frame', 'xmlhttprequest', 'websocket'];

/** Pages and calls that carried it and were answered by more than a redirect; the newest fifty at most. */
export function usesOf(
  { recording }: Pick<Subject, 'recording'>,
  { entry }: SubjectCookie,
): readonly RequestEntry[] {
  const uses: RequestEntry[] = [];
  for (const key of entry?.sentBy ?? []) {
    const request = recording.requests.get(key);
    if (request === undefined || !USES.includes(request.type)) continue;
    if (request.status === null || request.status < 300 || request.status > 399) uses.push(request);
  }
  return uses;
}

/** Hosts that set it, or answered a page or a call that carried it. */
export function hostsUsing(subject: Pick<Subject, 'recording'>, cookie: SubjectCookie): ReadonlySet<string> {
  const hosts = new Set(cookie.lines.map((line) => line.request.host));
  for (const { host } of usesOf(subject, cookie)) hosts.add(host);
  return hosts;
}
