/** From `unknown` to a message, at the boundary. What does not fit is `null`, never an exception. */
import type { Fact } from '../core/recording/fact.ts';
import type { Message } from './message.ts';
import type { Call, PageMessage } from './port.ts';
import { anyOf, boolean, finite, integer, list, object, oneOf, orNull, type Shape, text } from './shape.ts';
import { PROTOCOL_VERSION } from './version.ts';
import { workbenchCall } from './workbench-guard.ts';

const short = text(1000);
const version = oneOf(PROTOCOL_VERSION);

const call: Shape<Call> = anyOf(
  object({ method: oneOf('record'), on: boolean }),
  object({ method: oneOf('keep'), on: boolean }),
  object({ method: oneOf('scripts'), on: boolean }),
  object({ method: oneOf('clear') }),
  object({ method: oneOf('refresh') }),
  object({
    method: oneOf('replay'),
    what: oneOf('pre-logout', 'pre-login'),
    site: short,
    flow: finite,
    url: text(2000, /^https?:\/\//),
  }),
  object({ method: oneOf('stop-replay') }),
  object({ method: oneOf('mark'), mark: oneOf('login', 'logout', 'note'), text: short }),
  workbenchCall,
);

/** Returned facts were the worker's own before it was stopped: their outer shape is checked, and their place. */
const fact: Shape<Fact> = (value) =>
  typeof value === 'object' && value !== null && 'kind' in value && 'at' in value && Number.isFinite(value.at)
    ? (value as Fact)
    : undefined;

const pageMessage: Shape<PageMessage> = anyOf(
  object({
    version,
    kind: oneOf('attach'),
    tabId: integer,
    have: orNull(object({ epoch: short, seq: integer })),
  }),
  object({
    version,
    kind: oneOf('return'),
    epoch: short,
    entries: list(object({ seq: integer, fact }), 50_000),
  }),
  object({ version, kind: oneOf('call'), id: integer, call }),
);

const message: Shape<Message> = object({ kind: oneOf('report'), tabId: integer });

export type Guarded<T> =
  | { readonly ok: true; readonly message: T }
  | { readonly ok: false; readonly why: 'version' | 'shape' };

/** A page's message over the port; `version` where it comes from another version of the extension. */
export function guardPageMessage(data: unknown): Guarded<PageMessage> {
  const parsed = pageMessage(data);
  if (parsed !== undefined) return { ok: true, message: parsed };
  return { ok: false, why: versionOf(data) === PROTOCOL_VERSION ? 'shape' : 'version' };
}

/** A one-shot message; null: not one of ours. */
export function guardMessage(data: unknown): Message | null {
  return message(data) ?? null;
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
