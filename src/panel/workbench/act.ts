/** What a person does to cookies; what it came to is news of the store. */
import type { BrowserCookie } from '../../core/recording/fact.ts';
import type { Call } from '../../protocol/port.ts';
import type { ChangeResult, CookieChange, WorkOrder } from '../../protocol/workbench.ts';
import type { Panel } from '../panel.ts';
import { runOrder } from './run-order.ts';

type Actor = Pick<Panel, 'store' | 'call'>;

/** As `runOrder`; where nothing was tried, the news say why. */
export async function act(
  panel: Actor,
  step: WorkOrder['step'],
  changes: readonly CookieChange[],
): Promise<readonly ChangeResult[]> {
  panel.store.news.value = null;
  const results = await runOrder(panel, step, changes);
  const error = results[0]?.error;
  if (error && results.every(({ outcome }) => outcome === 'kept'))
    panel.store.news.value = { kind: 'not-taken', error };
  return results;
}

export async function undo(panel: Actor): Promise<void> {
  await ask(panel, { method: 'undo' });
}

export async function redo(panel: Actor): Promise<void> {
  await ask(panel, { method: 'redo' });
}

/** Watches over cookies; null: not any more. */
export async function guard(
  panel: Actor,
  kind: 'protect' | 'block' | null,
  cookies: readonly BrowserCookie[],
): Promise<void> {
  if (cookies.length === 0) return;
  const taken = await ask(
    panel,
    kind === null ? { method: 'unguard', cookies } : { method: 'guard', kind, cookies },
  );
  if (taken) panel.store.news.value = { kind: 'guard', guard: kind, cookies: cookies.length };
}

/** Whether the worker took it; else the news say why not. */
async function ask(panel: Actor, call: Call): Promise<boolean> {
  const answer = await panel.call(call);
  if (!answer.ok) panel.store.news.value = { kind: 'not-taken', error: answer.error };
  return answer.ok;
}
