/** What a login did to each session cookie, and to all of them together (sessions.md, "Login verdicts"). */
import type { SessionEvent } from '../audit/report.ts';
import type { RequestEntry } from '../recording/recording.ts';
import { type CookieLife, type CookieState, sentWith, stateAt, wasWrittenBy } from './cookie-life.ts';
import type { Flow } from './flow.ts';
import { indexOf } from './join-attempts.ts';
import { readingOf } from './reading.ts';
import { appliesTo, wouldSend } from './sends.ts';
import type { SiteView } from './view.ts';

export type LoginVerdict = Extract<
  NonNullable<SessionEvent['verdict']>,
  'rotated' | 'issued' | 'kept' | 'added' | 'rolling' | 'failed' | 'unobserved'
>;

export interface Change {
  readonly life: CookieLife;
  readonly verdict: LoginVerdict;
  /** The login is kept in no cookie: nothing can be said of this one. */
  readonly isElsewhere?: true;
  /** Stable IDs; null: none. */
  readonly before: string | null;
  readonly after: string | null;
  readonly stateBefore: CookieState | null;
  readonly stateAfter: CookieState | null;
}

/** An ID, none (null), or not known (undefined). */
type Known = string | null | undefined;

export interface LoginVerdictContext {
  readonly view: SiteView;
  readonly isRolling: (life: CookieLife) => boolean;
}

/** The verdict for every session cookie that the flow concerns; remember-me cookies left out. */
export function changesBy(
  context: LoginVerdictContext,
  flow: Flow,
  lives: readonly CookieLife[],
): readonly Change[] {
  const changes = lives.flatMap((life) => changeOf(context, flow, life));
  if (flow.outcome.result !== 'success') {
    // Told of the cookies that were there; where none was yet, of those that came later.
    const there = changes.filter(({ before, after }) => before !== null || after !== null);
    return there.length === 0 ? changes : there;
  }
  const judged = changes.some(({ verdict }) => verdict === 'rotated');
  const issued = changes.some(({ verdict }) => verdict === 'issued');
  const elsewhere = !issued && !judged && isElsewhere(context.view, flow);
  return changes.map((change) => {
    if (change.verdict !== 'kept') return change;
    if (elsewhere) return { ...change, verdict: 'unobserved', isElsewhere: true };
    return issued && !judged ? { ...change, verdict: 'added' } : change;
  });
}

/** rotated + issued or kept = rotated, kept + issued = added. */
export function verdictOfFlow(verdicts: readonly LoginVerdict[]): LoginVerdict {
  const order = ['failed', 'rotated', 'added', 'kept', 'issued', 'rolling'] as const;
  return order.find((verdict) => verdicts.includes(verdict)) ?? 'unobserved';
}

function changeOf(context: LoginVerdictContext, flow: Flow, life: CookieLife): readonly Change[] {
  const stateBefore = stateBeforeFlow(life, flow);
  const stateAfter = stateAt(life, flow.until) ?? null;
  const before = idBefore(context.view, life, flow, stateBefore);
  const after = stateAfter?.id ?? null;
  const base = { life, before: before ?? null, after, stateBefore: stateBefore ?? null, stateAfter };
  if (flow.outcome.result === 'failed') return [{ ...base, verdict: 'failed' }];
  const concerned =
    flow.requests.length === 0 ||
    flow.requests.some(({ url }) => appliesTo(life.cookie, url)) ||
    wasWrittenBy(life, flow);
  if (!concerned) return [];
  if (flow.outcome.result === 'unknown') return [{ ...base, verdict: 'unobserved' }];
  if (before === undefined) return after === null ? [] : [{ ...base, verdict: 'unobserved' }];
  if (before === null) return after === null ? [] : [{ ...base, verdict: 'issued' }];
  if (after === null) return [];
  if (before === after) return [{ ...base, verdict: 'kept' }];
  return [{ ...base, verdict: context.isRolling(life) ? 'rolling' : 'rotated' }];
}

/** Of the states before the first credential left; what the flow's own responses wrote at that very moment is not. */
function stateBeforeFlow(life: CookieLife, flow: Flow): CookieState | undefined {
  const state = stateAt(life, flow.at);
  if (state?.request == null || !flow.requests.includes(state.request)) return state;
  return life.states.findLast(
    (earlier) =>
      earlier.at <= flow.at && !(earlier.request !== null && flow.requests.includes(earlier.request)),
  );
}

/** What the first credential itself sent is surest; then what was known of the cookie; then that it would have been known. */
function idBefore(view: SiteView, life: CookieLife, flow: Flow, state: CookieState | undefined): Known {
  const [first] = flow.requests;
  const sent = first === undefined ? undefined : sentWith(life, first);
  if (sent !== undefined) return sent === '' ? null : sent;
  if (state !== undefined) return state.id;
  if (first !== undefined && wasMissing(view, life, first)) return null;
  return view.recording.index.sitesRead.has(view.site) && !life.states.some(({ by }) => by === 'before')
    ? null
    : undefined;
}

/** A request that would have sent the cookie did not: the first credential, or one before it that went to the cookie's path. */
function wasMissing({ requests }: SiteView, { cookie }: CookieLife, first: RequestEntry): boolean {
  const end = indexOf(requests, first);
  for (let i = end; i >= Math.max(0, end - LOOK_BACK); i--) {
    const request = requests[i];
    if (request?.headersSeen && wouldSend(cookie, request)) return true;
  }
  return false;
}

const LOOK_BACK = 300;

/** The login is kept in no cookie: pages are asked for with an Authorization header from then on. */
function isElsewhere(view: SiteView, flow: Flow): boolean {
  if (flow.by === 'http') return true;
  const [first] = readingOf(view).authorised;
  return first !== undefined && first.at > flow.at;
}
