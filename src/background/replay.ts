/**
 * Asks a server whether an old session ID still works: one recorded GET three times, without cookies, with the current
 * and with the old ones. Only on a person's click. Bodies are compared and dropped; neither they nor cookies are kept.
 */
import type { Fact, Header, ReplayAnswer, ReplayCookies } from '../core/recording/fact.ts';
import type { ReplayPlan } from '../core/session/replay/plan.ts';
import type { CallResult } from '../protocol/port.ts';
import type { ReplayProgress, ReplayQuestion } from '../protocol/replay.ts';
import { loadPart } from './on-demand/load.ts';
import type { RawAnswer, ReplayRequests } from './replay-request.ts';

export interface Replayer {
  /** Resolves when the first request begins, or to why it does not. */
  start(tabId: number, question: ReplayQuestion): Promise<CallResult>;
  stop(tabId: number): void;
}

export interface ReplayerOptions {
  readonly requests: Pick<ReplayRequests, 'send' | 'isPossible'>;
  /** Made anew of the worker's own recording; null: it holds nothing to ask with. */
  readonly planFor: (tabId: number, question: ReplayQuestion) => Promise<ReplayPlan | null>;
  readonly hasAccess: (url: string) => Promise<boolean>;
  readonly record: (tabId: number, fact: Fact & { kind: 'replay' }) => void;
  readonly tell: (tabId: number, progress: ReplayProgress) => void;
  readonly now: () => number;
  /** This many random octets as hex. */
  readonly randomHex: (octets: number) => string;
}

/** The old ID comes last: a server may answer its use by ending all sessions. */
const ORDER = ['none', 'current', 'old'] as const satisfies ReplayCookies[];

export function createReplayer(options: ReplayerOptions): Replayer {
  const { requests, record, tell, now, randomHex } = options;
  let running: { readonly tabId: number; readonly stop: AbortController } | null = null;

  const refusal = async (plan: ReplayPlan | null, { url }: ReplayQuestion) => {
    if (!requests.isPossible()) return 'no-permission';
    if (plan === null || plan.request.url !== url) return 'changed';
    return (await options.hasAccess(url)) ? null : 'no-access';
  };

  const run = async (tabId: number, question: ReplayQuestion, plan: ReplayPlan, stop: AbortSignal) => {
    const salt = randomHex(16);
    const answers = {} as Record<ReplayCookies, ReplayAnswer>;
    for (const cookies of ORDER) {
      tell(tabId, { question, step: cookies });
      const raw = await requests.send(requestOf(plan, cookies), stop);
      if (stop.aborted) {
        tell(tabId, { question, step: 'stopped' });
        return;
      }
      answers[cookies] = await answerOf(raw, question.url, salt);
    }
    const { what, flow, ids } = plan;
    record(tabId, { kind: 'replay', at: now(), what, flow, url: question.url, ids, answers });
    tell(tabId, { question, step: 'done' });
  };

  return {
    async start(tabId, question) {
      if (running !== null) return { ok: false, error: 'busy' };
      const stop = new AbortController();
      const mine = { tabId, stop };
      running = mine;
      const done = () => {
        if (running === mine) running = null;
      };
      try {
        const plan = await options.planFor(tabId, question);
        const error = await refusal(plan, question);
        if (error !== null || plan === null) {
          done();
          return { ok: false, error: error ?? 'changed' };
        }
        run(tabId, question, plan, stop.signal)
          .catch((problem) => {
            // The kind of error only: its message may quote a value.
            console.error('Crumbtrail: replay', problem instanceof Error ? problem.name : 'Error');
            tell(tabId, { question, step: 'failed' });
          })
          .finally(done);
        return { ok: true };
      } catch (error) {
        done();
        throw error;
      }
    },
    stop(tabId) {
      if (running?.tabId === tabId) running.stop.abort();
    },
  };
}

const PAGE = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';
const DATA = 'application/json, text/plain, */*';

function requestOf({ request, headers }: ReplayPlan, cookies: ReplayCookies) {
  return {
    url: request.url,
    cookie: headers[cookies],
    accept: request.type === 'xmlhttprequest' ? DATA : PAGE,
    headers: request.requestHeaders.filter(({ name }: Header) => name.startsWith('sec-fetch-')),
  };
}

async function answerOf(raw: RawAnswer, url: string, salt: string): Promise<ReplayAnswer> {
  const { text, ...answer } = raw;
  const { lasting, ...look } = (await loadPart()).lookOfBody(text, url);
  return { ...answer, ...look, hash: text === '' ? '' : await digest(salt + lasting) };
}

async function digest(text: string): Promise<string> {
  const octets = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(octets)].map((octet) => octet.toString(16).padStart(2, '0')).join('');
}
