/**
 * Which page a request belongs to, and whether all frames above it are of that page's site
 * (RFC 6265bis section 5.2.1, "site for cookies").
 */
import { schemefulSite } from '../site/site.ts';
import type { Fact, FrameState, RequestBasics } from './fact.ts';
import type { Recording } from './recording.ts';

const MAX_DOCUMENTS = 500;
/** Chromium allows a page 1,000. A frame taken out of its page is never reported gone, so they would pile up. */
const MAX_FRAMES = 1000;
const MAX_DEPTH = 50;

export function commitDocument(recording: Recording, fact: Fact & { kind: 'navigation' }): void {
  const state: FrameState = {
    frameId: fact.frameId,
    parentFrameId: fact.parentFrameId,
    ...(fact.documentId === undefined ? {} : { documentId: fact.documentId }),
    ...(fact.parentDocumentId === undefined ? {} : { parentDocumentId: fact.parentDocumentId }),
    url: fact.url,
    at: fact.at,
  };
  if (fact.documentId !== undefined) rememberDocument(recording, fact.documentId, state);
  if (fact.lifecycle !== undefined) return;
  if (!fact.sameDocument) dropChildren(recording, fact.frameId);
  recording.frames.delete(fact.frameId);
  recording.frames.set(fact.frameId, state);
  if (recording.frames.size > MAX_FRAMES) dropOldestFrame(recording);
}

function dropOldestFrame(recording: Recording): void {
  for (const frameId of recording.frames.keys()) {
    if (frameId === 0) continue;
    recording.frames.delete(frameId);
    return;
  }
}

function rememberDocument(recording: Recording, id: string, state: FrameState): void {
  recording.documents.delete(id);
  recording.documents.set(id, state);
  if (recording.documents.size > MAX_DOCUMENTS) {
    const oldest = recording.documents.keys().next().value;
    if (oldest !== undefined) recording.documents.delete(oldest);
  }
}

/** A new document has none of the frames that were in the old one. */
function dropChildren(recording: Recording, frameId: number): void {
  if (frameId === 0) {
    recording.frames.clear();
    return;
  }
  const gone = new Set([frameId]);
  // A child that was committed again stands before or after its own children: look until no more are found.
  for (let before = 0; before !== gone.size; ) {
    before = gone.size;
    for (const frame of recording.frames.values()) {
      if (frame.frameId !== 0 && gone.has(frame.parentFrameId)) gone.add(frame.frameId);
    }
  }
  gone.delete(frameId);
  for (const child of gone) recording.frames.delete(child);
}

/** The page's URL, and the frames between request and page, innermost first, the page last. */
export interface Ancestry {
  readonly topLevelUrl: string;
  /** null: some frame on the way is of another site. */
  readonly siteForCookies: string | null;
}

export function ancestryOf(recording: Recording, request: RequestBasics): Ancestry {
  if (request.type === 'main_frame') return { topLevelUrl: request.url, siteForCookies: request.url };
  const chain = chainOf(recording, request);
  const top = chain.at(-1);
  if (top === undefined) {
    const guess = guessOfTop(request);
    return { topLevelUrl: guess, siteForCookies: guess };
  }
  // The page above was never seen: nobody can say that it is of the same site.
  if (top.parentFrameId >= 0) return { topLevelUrl: top.url, siteForCookies: null };
  const site = schemefulSite(top.url);
  const allSame = chain.every((frame) => inheritsOrigin(frame.url) || schemefulSite(frame.url) === site);
  return { topLevelUrl: top.url, siteForCookies: allSame ? top.url : null };
}

/** Of a page that was never seen: who asked, where that is a web page at all. */
function guessOfTop({ initiator, url }: RequestBasics): string {
  return initiator !== undefined && schemefulSite(initiator) !== null ? initiator : url;
}

/** Frames whose document the request comes from: for a frame's own load, those above it. */
function chainOf(recording: Recording, request: RequestBasics): FrameState[] {
  const chain: FrameState[] = [];
  let frame = innermost(recording, request);
  while (frame !== undefined && chain.length < MAX_DEPTH) {
    chain.push(frame);
    frame = parentOf(recording, frame);
  }
  return chain;
}

function innermost(recording: Recording, request: RequestBasics): FrameState | undefined {
  // A frame's load is asked for by the document around it; the one in the frame now is what it replaces.
  if (request.type === 'sub_frame') return recording.frames.get(request.parentFrameId ?? 0);
  const document = request.documentId === undefined ? undefined : recording.documents.get(request.documentId);
  return document ?? recording.frames.get(Math.max(request.frameId, 0));
}

function parentOf(recording: Recording, frame: FrameState): FrameState | undefined {
  if (frame.parentFrameId < 0) return undefined;
  return (
    (frame.parentDocumentId === undefined ? undefined : recording.documents.get(frame.parentDocumentId)) ??
    recording.frames.get(frame.parentFrameId)
  );
}

/** Documents without a URL of their own take the origin of whoever made them. */
function inheritsOrigin(url: string): boolean {
  return url === '' || url.startsWith('about:') || url.startsWith('blob:') || url.startsWith('data:');
}
