/** One fact into a recording. The only code that changes one. */
import { rebase } from './baseline.ts';
import { receiveEdit } from './edits.ts';
import type { Entry, Fact } from './fact.ts';
import { commitDocument } from './frames.ts';
import type { Moment, Recording } from './recording.ts';
import { addReplay } from './replays.ts';
import { failRequest, reduceRequest } from './requests.ts';
import { receiveScriptWrite } from './script-writes.ts';
import { seeSite, siteOf } from './sites.ts';
import { reduceCookie, reduceJar } from './store-facts.ts';
import { addStoredItem } from './web-storage.ts';

export function reduce(recording: Recording, { seq, fact }: Entry): void {
  recording.lastSeq = Math.max(recording.lastSeq, seq);
  recording.facts += 1;
  if (recording.startedAt === 0) recording.startedAt = fact.at;
  recording.lastAt = Math.max(recording.lastAt, fact.at);
  apply(recording, fact, seq);
}

function apply(recording: Recording, fact: Fact, seq: number): void {
  switch (fact.kind) {
    case 'tab':
      recording.browser = fact.browser;
      recording.storeId = fact.storeId;
      recording.incognito = fact.incognito;
      recording.fingerprintKey = fact.fingerprintKey;
      return;
    case 'navigation':
      navigate(recording, fact);
      return;
    case 'body':
    case 'sent':
    case 'response':
      reduceRequest(recording, fact, seq);
      return;
    case 'failed':
      failRequest(recording, fact);
      return;
    case 'cookie':
      reduceCookie(recording, fact);
      return;
    case 'jar':
      reduceJar(recording, fact);
      return;
    case 'edit':
      receiveEdit(recording, fact);
      return;
    case 'baseline':
      rebase(recording, fact);
      return;
    case 'replay':
      addReplay(recording, fact);
      return;
    case 'web-storage':
      addStoredItem(recording, fact);
      return;
    case 'script-write':
      receiveScriptWrite(recording, fact, seq);
      return;
    case 'script-loss':
      recording.scriptWritesLost += fact.count;
      return;
    case 'page-done':
    case 'mark':
    case 'gap':
      recording.moments.push(momentOf(fact));
      return;
  }
}

function navigate(recording: Recording, fact: Fact & { kind: 'navigation' }): void {
  commitDocument(recording, fact);
  const site = seeSite(recording, siteOf(fact.url), fact.url, fact.at);
  if (fact.parentFrameId >= 0 || fact.lifecycle !== undefined) return;
  if (site !== null) site.topLevel = true;
  if (!fact.sameDocument && !fact.found)
    recording.moments.push({ kind: 'navigation', at: fact.at, url: fact.url });
}

function momentOf(fact: Fact & { kind: 'page-done' | 'mark' | 'gap' }): Moment {
  switch (fact.kind) {
    case 'page-done':
      return { kind: 'page-done', at: fact.at, url: fact.url };
    case 'mark':
      return { kind: 'mark', at: fact.at, mark: fact.mark, text: fact.text ?? '' };
    case 'gap':
      return { kind: 'gap', at: fact.at, since: fact.since, reason: fact.reason };
  }
}
