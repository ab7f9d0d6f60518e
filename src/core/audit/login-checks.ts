/** What a recorded login flow passed and failed, as QA asks it; told from the report alone. */
import type { Check, Finding, LoginCheck, LoginCheckId, SessionEvent, SiteReport } from './report.ts';

interface Question {
  readonly id: LoginCheckId;
  /** Findings of these rules fail it. */
  readonly rules: readonly string[];
  /** What must have been observed to pass. */
  readonly needs: (site: SiteReport) => readonly string[];
}

const QUESTIONS: readonly Question[] = [
  {
    id: 'rotation',
    rules: ['session-fixation', 'partial-rotation'],
    needs: (site) => eventsOf(site, 'login', ['rotated', 'issued']),
  },
  {
    id: 'flags-kept',
    rules: ['weaker-after-login', 'missing-http-only', 'missing-secure'],
    needs: (site) => eventsOf(site, 'login', ['rotated', 'issued', 'kept', 'added', 'rolling']),
  },
  {
    id: 'cleared-at-logout',
    rules: ['session-not-cleared', 'remember-me-survives-logout', 'ineffective-deletion'],
    needs: (site) => eventsOf(site, 'logout', ['cleared']),
  },
  {
    id: 'dead-on-server',
    rules: ['session-alive-after-logout'],
    needs: (site) => eventsOf(site, 'logout', ['dead-after-logout']),
  },
  {
    id: 'lifetime',
    rules: ['long-lived-session', 'unbounded-sliding-session'],
    needs: (site) => observed(site, 'lifetime'),
  },
  { id: 'csrf-token', rules: ['missing-csrf-token'], needs: (site) => observed(site, 'csrf') },
  {
    id: 'no-store',
    rules: ['cacheable-private-page', 'cacheable-set-cookie'],
    needs: (site) => eventsOf(site, 'login', ['rotated', 'issued', 'kept', 'added', 'rolling']),
  },
  {
    id: 'transport',
    rules: ['login-over-http', 'session-over-http', 'missing-https-redirect'],
    needs: (site) => observed(site, 'transport'),
  },
];

/** In one order always. */
export function loginChecks(site: SiteReport): readonly LoginCheck[] {
  return QUESTIONS.map(({ id, rules, needs }) => {
    const failing = site.findings.filter(
      (finding) => rules.includes(finding.rule) && counts(id, finding, site),
    );
    if (failing.length > 0) {
      const told = failing.flatMap(({ message, evidence }) => [message, ...evidence]);
      return { id, state: 'failed', evidence: told, rules: [...new Set(failing.map(({ rule }) => rule))] };
    }
    const evidence = needs(site);
    return { id, state: evidence.length > 0 ? 'passed' : 'not-observed', evidence, rules: [] };
  });
}

/** Flags, lifetimes and deletions are asked of the session's cookies alone; hints fail nothing. */
function counts(id: LoginCheckId, { severity, cookie }: Finding, { sessions }: SiteReport): boolean {
  if (severity === 'info') return false;
  if (id !== 'flags-kept' && id !== 'cleared-at-logout') return true;
  return sessions.some(
    ({ cookie: session, members }) =>
      session.name === cookie?.name || (cookie !== undefined && members.includes(cookie.name)),
  );
}

function eventsOf(
  { sessions }: SiteReport,
  kind: SessionEvent['kind'],
  verdicts: readonly SessionEvent['verdict'][],
): readonly string[] {
  return sessions.flatMap(({ cookie, events }) =>
    events
      .filter((event) => event.kind === kind && verdicts.includes(event.verdict))
      .map(
        ({ verdict, url }) =>
          `\`${cookie.name.replaceAll('`', '')}\`: ${verdict}${url === undefined ? '' : ` (${url})`}`,
      ),
  );
}

const WORDS: Readonly<Partial<Record<Check, string>>> = {
  lifetime: 'the session cookie was set while recording',
  csrf: 'a form was sent',
  transport: 'the site was asked by plain HTTP',
};

function observed({ coverage }: SiteReport, check: Check): readonly string[] {
  const isObserved = coverage.some((each) => each.check === check && each.state === 'observed');
  return isObserved ? [WORDS[check] ?? check] : [];
}
