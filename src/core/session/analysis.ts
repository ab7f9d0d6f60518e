/** Sessions of a site: which cookies they are, and what happened to each. */
import type { SessionId, SessionLifetime } from '../audit/report.ts';
import type { Subject, SubjectCookie } from '../audit/subject.ts';
import type { RequestEntry } from '../recording/recording.ts';
import { type Anomaly, anomaliesOf } from './anomalies.ts';
import { boundsOf, type ObservedBounds } from './bounds.ts';
import type { CookieLife } from './cookie-life.ts';
import type { Flow } from './flow.ts';
import { flowsOfSite } from './flows.ts';
import { fingerprintsOf, type IdRun, idsOf, runsOf } from './id-runs.ts';
import { lifetimeOf } from './lifetime.ts';
import { changesBy, type LoginVerdict, verdictOfFlow } from './login-verdict.ts';
import { afterLogout, clearingsBy, withReplays } from './logout-verdict.ts';
import { groupCookies } from './members.ts';
import { type JudgedReplay, lastWord, replaysAbout, replaysOf } from './replay/judged.ts';
import { changeRate, isRolling, provesNothing } from './rolling.ts';
import { eventsOf, type JudgedFlow, type SessionMoment } from './session-events.ts';
import { siteView } from './view.ts';
import { wentOnAfter } from './went-on.ts';

export interface SessionView {
  readonly cookie: SubjectCookie;
  /** Names of further parts: signature, chunks, the same value on another path. */
  readonly members: readonly string[];
  readonly lifetime: SessionLifetime;
  readonly bounds: ObservedBounds;
  readonly ids: readonly SessionId[];
  readonly runs: readonly IdRun[];
  readonly events: readonly SessionMoment[];
  /** IDs as fingerprints. */
  readonly anomalies: readonly (Omit<Anomaly, 'id'> & { readonly fingerprint: string | null })[];
}

export interface SessionAnalysis {
  /** Oldest first. */
  readonly flows: readonly (JudgedFlow & {
    /** Of all session cookies together; null for a logout. */
    readonly verdict: LoginVerdict | null;
  })[];
  /** The likeliest first. */
  readonly sessions: readonly SessionView[];
  /** Replays of the site, oldest first. */
  readonly replays: readonly JudgedReplay[];
}

/** Made once for a subject: `subject.shared(analyseSessions)`. */
export function analyseSessions(subject: Subject): SessionAnalysis {
  const view = siteView(subject);
  const { flows, answers, lives } = flowsOfSite(view);
  const groups = groupCookies(subject.cookies.filter((cookie) => cookie.secret && isThere(cookie)));
  const lifeOf = new Map(lives.map((life) => [life.cookie, life]));
  const carriers = groups.flatMap(({ main, carrier, members }) => {
    const life = lifeOf.get(carrier) ?? lifeOf.get(main);
    return life === undefined ? [] : [{ main, members, life: { ...life, cookie: main } }];
  });
  const ofFlows = new Set<RequestEntry>();
  for (const { requests, kind, attempts } of flows) {
    // The page that a login leads to is a signed-in page like any other.
    const landing = kind === 'logout' ? null : attempts.at(-1)?.landing;
    for (const request of requests) if (request !== landing) ofFlows.add(request);
  }
  const logins = flows.filter(({ kind, outcome }) => kind === 'login' && outcome.result === 'success');
  const firstLogin = logins[0]?.at ?? Number.POSITIVE_INFINITY;
  const isSignedIn = ({ at }: RequestEntry) => at > firstLogin;
  const rates = new Map(carriers.map(({ life }) => [life, changeRate(life, 'id', ofFlows, isSignedIn)]));
  const rolls = (life: CookieLife) => provesNothing(rates.get(life) ?? NEVER);
  const replays = replaysOf(subject.recording, subject.site);
  const judged = flows.map((flow) => judge(flow));

  function replaysFor({ kind, at }: Flow, life: CookieLife, id: string | null): readonly JudgedReplay[] {
    if (replays.length === 0 || id === null) return [];
    const about = { what: kind === 'logout' ? 'pre-logout' : 'pre-login', flow: at } as const;
    const print = fingerprintsOf(life, subject.show.fingerprint);
    return replaysAbout(replays, about, life.cookie.entry?.key, print(id));
  }

  function oldIdOf(flow: Flow, life: CookieLife, id: string | null): JudgedReplay | null {
    const decided = replaysFor(flow, life, id).filter(({ judgement }) => judgement.result !== 'undecided');
    return lastWord(decided, ({ judgement }) => judgement.result === 'alive', flow.until);
  }

  function judge(flow: Flow): SessionAnalysis['flows'][number] {
    const ofSession = carriers.filter(({ main }) => main.role !== 'remember-me').map(({ life }) => life);
    if (flow.kind !== 'logout') {
      const changes = changesBy({ view, isRolling: rolls }, flow, ofSession).map((change) => ({
        ...change,
        oldId: oldIdOf(flow, change.life, change.before),
      }));
      return { flow, changes, clearings: [], verdict: verdictOfFlow(changes.map(({ verdict }) => verdict)) };
    }
    const login = logins.findLast(({ at }) => at < flow.at) ?? null;
    const loginAfter =
      flows.find(({ kind, at }) => kind === 'login' && at > flow.at)?.at ?? Number.POSITIVE_INFINITY;
    const around = { loginBefore: login?.at ?? 0, loginAfter };
    const clearings = clearingsBy(
      flow,
      carriers.map(({ life }) => life),
      login,
    ).map((clearing) => ({
      ...clearing,
      server: withReplays(
        afterLogout(answers, flow, clearing, around),
        replaysFor(flow, clearing.life, clearing.before),
        flow,
      ),
    }));
    // One cookie that was left behind explains what the others were let in with.
    const explained = clearings.some(({ server }) => server?.verdict === 'alive-after-logout');
    return {
      flow,
      changes: [],
      clearings: clearings.map((clearing) => {
        if (clearing.verdict !== 'cleared' || clearing.server !== null) return clearing;
        const on = wentOnAfter(view.requests, answers, flow, clearing, around);
        if (on?.verdict === 'alive-after-logout') return explained ? clearing : { ...clearing, server: on };
        // A value that changes anyway is no new session.
        const provesNone = clearing.after !== null && on === null && rolls(clearing.life);
        return provesNone ? { ...clearing, verdict: 'unobserved' as const } : clearing;
      }),
      verdict: null,
    };
  }

  const marks = subject.recording.moments.flatMap((moment) => (moment.kind === 'mark' ? [moment] : []));
  const logoutTimes = flows.filter(({ kind }) => kind === 'logout').map(({ at }) => at);
  const sessions = carriers.map(({ main, members, life }): SessionView => {
    const print = fingerprintsOf(life, subject.show.fingerprint);
    const rolling = isRolling(rates.get(life) ?? NEVER);
    const rollingValue = isRolling(changeRate(life, 'value', ofFlows, isSignedIn));
    return {
      cookie: main,
      members,
      lifetime: lifetimeOf(life, rollingValue),
      bounds: boundsOf(life, answers, logoutTimes),
      ids: idsOf(life, print),
      runs: runsOf(life, print),
      events: eventsOf({ life, judged, marks, isRolling: rolling, print }),
      anomalies: anomaliesOf(life, flows, rolling).map(({ id, ...rest }) => ({
        ...rest,
        fingerprint: id === null ? null : print(id),
      })),
    };
  });
  return { flows: judged, sessions, replays };
}

const NEVER = { responses: 0, changes: 0, signedIn: 0 } as const;

/** Stored at some time, or sent: a line that was refused is no session. */
function isThere({ entry, lines }: SubjectCookie): boolean {
  return entry !== null || lines.length === 0;
}
