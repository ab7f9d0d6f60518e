import type { RequestEntry } from '../recording/recording.ts';
import type { SignedInPage } from './pages.ts';
import { CONFIDENCES } from './severity.ts';
import type { Subject } from './subject.ts';

/**
 * One finding's evidence of many requests: the first, with what it says or lacks, and of how many further addresses the same
 * holds.
 * @param unit in the singular: `page`.
 */
export function seenOn(
  subject: Subject,
  requests: readonly RequestEntry[],
  what: (request: RequestEntry) => string,
  unit = 'page',
): { readonly url: string; readonly evidence: readonly string[] } {
  const [first] = requests;
  if (first === undefined) return { url: '', evidence: [] };
  const more = new Set(requests.map(({ url }) => url.split(/[?#]/, 1)[0])).size - 1;
  const answer = `${subject.show.request(first)} → ${first.status ?? 'no answer'}, ${what(first)}`;
  const rest = more === 0 ? [] : [`and ${more} more ${unit}${more === 1 ? '' : 's'}`];
  return { url: first.url, evidence: [answer, ...rest] };
}

/** Those that are surest to be of somebody logged in come first; null: none at all. */
export function surestFirst(pages: readonly SignedInPage[]) {
  const sorted = pages.toSorted(
    (a, b) => CONFIDENCES.indexOf(a.confidence) - CONFIDENCES.indexOf(b.confidence),
  );
  const [first] = sorted;
  if (first === undefined) return null;
  return { confidence: first.confidence, requests: sorted.map(({ request }) => request) };
}
