/** Lines that the browser cannot read as a cookie: they belong to no cookie of the subject. */
import type { SetCookieBlockedReason } from '../cookie/types.ts';
import type { SetCookieEntry } from '../recording/recording.ts';
import { rawPair } from '../report/raw-pair.ts';
import { REFUSAL_WORDS } from '../report/refusal-words.ts';
import { named } from '../report/words.ts';
import type { Flaw } from '../rules/define-rule.ts';
import { roleOf } from '../session/role.ts';
import { isSecretRole } from '../session/roles.ts';
import { refusals } from './line.ts';
import type { Subject } from './subject.ts';

/** One flaw for each name and reason of those that `isAsked` for. */
export function* unreadLines(
  subject: Subject,
  isAsked: (reason: SetCookieBlockedReason) => boolean,
): Generator<Flaw> {
  const seen = new Map<string, SetCookieEntry[]>();
  for (const line of subject.setCookies) {
    if (line.parsed.ok) continue;
    const [reason] = refusals(line);
    if (reason === undefined || !isAsked(reason)) continue;
    const key = `${reason} ${rawPair(line).name}`;
    const known = seen.get(key);
    if (known === undefined) seen.set(key, [line]);
    else known.push(line);
  }
  for (const refused of seen.values()) {
    const newest = refused.at(-1);
    const reason = newest === undefined ? undefined : refusals(newest)[0];
    if (newest === undefined || reason === undefined) continue;
    const pair = rawPair(newest);
    const first = newest.request.party === 'first';
    const secret = first && isSecretRole(roleOf(pair).role);
    const { what, fix } = REFUSAL_WORDS[reason];
    // An empty line is a slip that loses nothing.
    const lost = first && reason !== 'NoCookieContent';
    yield {
      message: `${pair.name === '' ? 'A Set-Cookie line' : named(pair.name)} was not stored: ${what}.`,
      severity: secret ? 'high' : lost ? 'medium' : 'info',
      secret,
      url: newest.request.url,
      evidence: [...subject.show.answers(refused), `Reason: ${reason}`],
      fix,
    };
  }
}
