/** The facts of one placed request, with the time each belongs to. */
import type { Fact, RequestBasics } from '../fact.ts';
import type { HarDocument } from './documents.ts';
import type { HarEntry } from './entry.ts';
import type { PlacedChain } from './frames.ts';
import { initiatorOf } from './initiator.ts';

/** `sent` comes apart: what it shows of the store goes before it. */
export type Step =
  | { readonly at: number; readonly fact: Fact }
  | { readonly at: number; readonly fact: Fact & { kind: 'sent' }; readonly sentBy: HarEntry };

export function stepsOf(chain: PlacedChain, entry: HarEntry, requestId: string): Step[] {
  const { at, respondedAt } = entry;
  const basics = basicsOf(chain, entry, requestId);
  const steps: Step[] = [];
  if (entry.fields !== null) steps.push({ at, fact: { kind: 'body', at, ...basics, fields: entry.fields } });
  if (entry.headersSeen && !entry.fromCache) {
    const { cookie, requestHeaders: headers } = entry;
    steps.push({ at, fact: { kind: 'sent', at, ...basics, cookie, headers }, sentBy: entry });
  }
  if (entry.status !== 0) steps.push({ at: respondedAt, fact: responseOf(entry, basics) });
  else if (steps.length === 0) {
    // Nothing else tells that it was tried at all.
    steps.push({ at, fact: { kind: 'sent', at, ...basics, cookie: null, headers: [] } });
  }
  if (entry.error !== null)
    steps.push({ at: respondedAt, fact: { kind: 'failed', at: respondedAt, requestId, error: entry.error } });
  if (chain.document !== null && entry === chain.hops.at(-1))
    steps.push({ at: respondedAt, fact: navigationTo(chain.document, respondedAt) });
  return steps;
}

function basicsOf({ type, owner, document }: PlacedChain, entry: HarEntry, requestId: string): RequestBasics {
  const initiator = initiatorOf(entry, type === 'main_frame', owner?.url ?? null);
  const isLoad = type === 'main_frame' || type === 'sub_frame';
  const frameId = isLoad ? (document?.frameId ?? -1) : (owner?.frameId ?? -1);
  return {
    requestId,
    url: entry.url,
    method: entry.method,
    type,
    frameId,
    ...(type === 'sub_frame' ? { parentFrameId: owner?.frameId ?? -1 } : {}),
    ...(isLoad || owner === null ? {} : { documentId: owner.id }),
    ...(initiator === undefined ? {} : { initiator }),
  };
}

function responseOf(entry: HarEntry, basics: RequestBasics): Fact {
  const { respondedAt: at, status, setCookies, responseHeaders: headers, fromCache } = entry;
  return {
    kind: 'response',
    at,
    ...basics,
    status,
    setCookies,
    headers,
    ...(fromCache ? { fromCache } : {}),
  };
}

export function navigationTo({ id, frameId, parent, url }: HarDocument, at: number): Fact {
  return {
    kind: 'navigation',
    at,
    frameId,
    parentFrameId: parent?.frameId ?? -1,
    documentId: id,
    ...(parent === null ? {} : { parentDocumentId: parent.id }),
    url,
  };
}
