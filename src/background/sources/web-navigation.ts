/** Documents committed to frames, as facts: the frame tree tells first from third party. */
import type { Fact } from '../../core/recording/fact.ts';
import { withoutUserinfo } from '../../core/recording/url.ts';
import { native } from '../../platform/native.ts';
import type { Emit } from './web-request.ts';

interface Details {
  readonly tabId: number;
  readonly frameId: number;
  readonly parentFrameId?: number;
  readonly url: string;
  readonly timeStamp: number;
  readonly documentId?: string;
  readonly parentDocumentId?: string;
  readonly documentLifecycle?: string;
}

export function listenToNavigations(emit: Emit): void {
  const { webNavigation } = native;
  webNavigation.onCommitted.addListener((details) => emit(details.tabId, navigation(details as Details)));
  webNavigation.onHistoryStateUpdated.addListener((details) => {
    if (details.frameId === 0) emit(details.tabId, { ...navigation(details as Details), sameDocument: true });
  });
  webNavigation.onCompleted.addListener(({ tabId, frameId, url, timeStamp }) => {
    if (frameId === 0)
      emit(tabId, { kind: 'page-done', at: Math.round(timeStamp), frameId, url: withoutUserinfo(url) });
  });
}

export function navigation(details: Details): Fact & { kind: 'navigation' } {
  const lifecycle = details.documentLifecycle;
  return {
    kind: 'navigation',
    at: Math.round(details.timeStamp),
    frameId: details.frameId,
    parentFrameId: details.parentFrameId ?? (details.frameId === 0 ? -1 : 0),
    ...(details.documentId === undefined ? {} : { documentId: details.documentId }),
    ...(details.parentDocumentId === undefined ? {} : { parentDocumentId: details.parentDocumentId }),
    url: withoutUserinfo(details.url),
    ...(lifecycle === 'prerender' || lifecycle === 'cached' || lifecycle === 'pending_deletion'
      ? { lifecycle }
      : {}),
  };
}

/** The frames a tab has now, for a recording that begins in the middle of a page. */
export async function presentFrames(tabId: number, now: number): Promise<(Fact & { kind: 'navigation' })[]> {
  const frames = (await native.webNavigation.getAllFrames({ tabId })) ?? [];
  return frames.map((frame) => ({
    ...navigation({ ...(frame as unknown as Details), tabId, timeStamp: now }),
    found: true,
  }));
}
