/** From `unknown` to a message, at the boundary. What does not fit is `null`, never an exception. */
import * as v from 'valibot';
import type { Fact } from '../core/recording/fact.ts';
import type { Message } from './message.ts';
import type { PageMessage } from './port.ts';
import { PROTOCOL_VERSION } from './version.ts';

const integer = v.pipe(v.number(), v.integer());
const text = v.pipe(v.string(), v.maxLength(1000));

const call = v.variant('method', [
  v.object({ method: v.literal('record'), on: v.boolean() }),
  v.object({ method: v.literal('keep'), on: v.boolean() }),
  v.object({ method: v.literal('clear') }),
  v.object({ method: v.literal('refresh') }),
  v.object({
    method: v.literal('replay'),
    what: v.picklist(['pre-logout', 'pre-login']),
    site: text,
    flow: v.pipe(v.number(), v.finite()),
    url: v.pipe(v.string(), v.maxLength(2000), v.regex(/^https?:\/\//)),
  }),
  v.object({ method: v.literal('stop-replay') }),
  v.object({ method: v.literal('mark'), mark: v.picklist(['login', 'logout', 'note']), text }),
]);

/** Returned facts were the worker's own before it was stopped: their outer shape is checked, and their place. */
const entry = v.object({
  seq: integer,
  fact: v.custom<Fact>(
    (fact) =>
      typeof fact === 'object' && fact !== null && 'kind' in fact && 'at' in fact && Number.isFinite(fact.at),
  ),
});

const pageMessage = v.variant('kind', [
  v.object({
    version: v.literal(PROTOCOL_VERSION),
    kind: v.literal('attach'),
    tabId: integer,
    have: v.nullable(v.object({ epoch: text, seq: integer })),
  }),
  v.object({
    version: v.literal(PROTOCOL_VERSION),
    kind: v.literal('return'),
    epoch: text,
    entries: v.pipe(v.array(entry), v.maxLength(50_000)),
  }),
  v.object({ version: v.literal(PROTOCOL_VERSION), kind: v.literal('call'), id: integer, call }),
]);

const message = v.variant('kind', [v.object({ kind: v.literal('report'), tabId: integer })]);

export type Guarded<T> =
  | { readonly ok: true; readonly message: T }
  | { readonly ok: false; readonly why: 'version' | 'shape' };

/** A page's message over the port; `version` where it comes from another version of the extension. */
export function guardPageMessage(data: unknown): Guarded<PageMessage> {
  const parsed = v.safeParse(pageMessage, data);
  if (parsed.success) return { ok: true, message: parsed.output };
  return { ok: false, why: versionOf(data) === PROTOCOL_VERSION ? 'shape' : 'version' };
}

/** A one-shot message; null: not one of ours. */
export function guardMessage(data: unknown): Message | null {
  const parsed = v.safeParse(message, data);
  return parsed.success ? parsed.output : null;
}

function versionOf(data: unknown): unknown {
  return typeof data === 'object' && data !== null && 'version' in data ? data.version : undefined;
}

/** Only pages of this extension are heard: not content scripts, not other extensions, not web pages. */
export function isOwnPage(
  sender: { readonly id?: string | undefined; readonly url?: string | undefined } | undefined,
  own: { readonly id: string; readonly root: string },
): boolean {
  return sender?.id === own.id && sender.url !== undefined && sender.url.startsWith(own.root);
}
