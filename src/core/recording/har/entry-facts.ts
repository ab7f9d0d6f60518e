/** The facts of one placed request, with the time each belongs to. */
import type { Fact, RequestBasics } from '../fact.ts';
import type { HarDocument } from './documents.ts';
import type { HarEntry } from './entry.ts';
import type { PlacedChain } from './frames.ts';
import { initiatorOf } from './initiator.ts';

/** One request of a chain, and what its facts have in common. */
interface Hop {
  readonly entry: HarEntry;
  readonly basics: RequestBasics;
}

/** A fact to come: of a file's ten thousand and more, most are made when their turn comes, and are gone when they are told. */
export type Step =
  | { readonly at: number; readonly kind: 'sent' | 'response'; readonly hop: Hop }
  | { readonly at: number; readonly kind: 'fact'; readonly fact: Fact };

/** Each with the time it belongs to. */
export function addSteps(steps: Step[], chain: PlacedChain, entry: HarEntry, requestId: string): void {
  const { at, respondedAt, fields, status, error } = entry;
  const basics = basicsOf(chain, entry, requestId);
  const hop: Hop = { entry, basics };
  if (fields !== null) steps.push({ at, kind: 'fact', fact: { ...basics, kind: 'body', at, fields } });
  // Where nothing else tells that it was tried at all, that it was sent does.
  if (wasSent(entry) || (status === 0 && fields === null)) steps.push({ at, kind: 'sent', hop });
  if (status !== 0) steps.push({ at: respondedAt, kind: 'response', hop });
  if (error !== null) steps.push(stepOf({ kind: 'failed', at: respondedAt, requestId, error }));
  if (chain.document !== null && entry === chain.hops.at(-1))
    steps.push(stepOf(navigationTo(chain.document, respondedAt)));
}

export function stepOf(fact: Fact): Step {
  return { at: fact.at, kind: 'fact', fact };
}

/** Whether the file tells what the request carried. */
export function wasSent({ headersSeen, fromCache }: HarEntry): boolean {
  return headersSeen && !fromCache;
}

export function factOf(step: Step): Fact {
  if (step.kind === 'fact') return step.fact;
  const { entry, basics } = step.hop;
  const { requestId, url, method, type, frameId } = basics;
  // Each field by itself: a spread of one into the other takes ten times as long.
  if (step.kind === 'response') {
    const { respondedAt: at, status, setCookies, responseHeaders: headers } = entry;
    const fact: Writable<Fact & { kind: 'response' }> = {
      kind: 'response',
      at,
      requestId,
      url,
      method,
      type,
      frameId,
      status,
      setCookies,
      headers,
    };
    if (entry.fromCache) fact.fromCache = true;
    addOrigin(fact, basics);
    return fact;
  }
  const isSeen = wasSent(entry);
  const cookie = isSeen ? entry.cookie : null;
  const headers = isSeen ? entry.requestHeaders : [];
  const { at } = entry;
  const fact: Writable<Fact & { kind: 'sent' }> = {
    kind: 'sent',
    at,
    requestId,
    url,
    method,
    type,
    frameId,
    cookie,
    headers,
  };
  addOrigin(fact, basics);
  return fact;
}

type Writable<T> = { -readonly [Field in keyof T]: T[Field] };
type Origin = Pick<RequestBasics, 'parentFrameId' | 'documentId' | 'initiator'>;

/** What only some requests have. */
function addOrigin(to: Writable<Origin>, { parentFrameId, documentId, initiator }: Origin): void {
  if (parentFrameId !== undefined) to.parentFrameId = parentFrameId;
  if (documentId !== undefined) to.documentId = documentId;
  if (initiator !== undefined) to.initiator = initiator;
}

function basicsOf({ type, owner, document }: PlacedChain, entry: HarEntry, requestId: string): RequestBasics {
  const isLoad = type === 'main_frame' || type === 'sub_frame';
  const frameId = isLoad ? (document?.frameId ?? -1) : (owner?.frameId ?? -1);
  const basics: Writable<RequestBasics> = { requestId, url: entry.url, method: entry.method, type, frameId };
  if (type === 'sub_frame') basics.parentFrameId = owner?.frameId ?? -1;
  else if (type !== 'main_frame' && owner !== null) basics.documentId = owner.id;
  const initiator = initiatorOf(entry, type === 'main_frame', owner?.url ?? null);
  if (initiator !== undefined) basics.initiator = initiator;
  return basics;
}

export function navigationTo(
  { id, frameId, parent, url }: HarDocument,
  at: number,
): Fact & { kind: 'navigation' } {
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
