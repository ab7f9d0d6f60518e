/** Content Security Policies of a response. Report-Only ones are no policies, and are not recorded. */
import { LONGEST_VALUE } from '../recording/headers.ts';
import type { RequestEntry } from '../recording/recording.ts';
import { valuesOf } from './response-headers.ts';

/** All of them hold, each by itself (CSP3 section 2.2.2): several headers, or several in one. */
export function policiesOf(request: RequestEntry): readonly string[] {
  return valuesOf(request, 'content-security-policy')
    .flatMap((value) => value.split(/[,\n]/))
    .map((policy) => policy.trim())
    .filter((policy) => policy !== '');
}

/** Its end was not recorded: what is missing may stand there. */
export function isPolicyCut(request: RequestEntry): boolean {
  return valuesOf(request, 'content-security-policy').some(({ length }) => length >= LONGEST_VALUE);
}

export function hasPolicy(request: RequestEntry): boolean {
  return valuesOf(request, 'content-security-policy').some((value) => /[^\s,]/.test(value));
}

/** Sources of the first frame-ancestors, as the specification has it; undefined: there is none. */
export function frameAncestorsOf(policy: string): readonly string[] | undefined {
  const directive = /(?:^|;)\s*frame-ancestors(?![^\s;])([^;]*)/i.exec(policy);
  return directive === null ? undefined : (directive[1] ?? '').split(/\s+/);
}
