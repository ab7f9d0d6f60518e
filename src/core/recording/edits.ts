/**
 * What the extension itself is about to write, told before it does: the store's word of it, which comes later, has a writer then.
 * By itself it changes nothing.
 */
import { pushBounded } from './bounded.ts';
import type { BrowserCookie, EditKind, Fact } from './fact.ts';
import { keyOf } from './keys.ts';
import type { CookieKey, PendingEdit, Recording, Writer } from './recording.ts';

/** A change that comes later than this after it is somebody else's; what a reading shows may be long ago. */
const MATCH_WITHIN_MS = 30_000;
const MAX_WAITING = 20;
const MAX_KEYS = 12_000;

export function receiveEdit({ index }: Recording, { at, by, writes }: Fact & { kind: 'edit' }): void {
  const { edits } = index;
  for (const { key, value } of writes) {
    const waiting = edits.get(key as CookieKey) ?? [];
    edits.delete(key as CookieKey);
    edits.set(key as CookieKey, waiting);
    pushBounded(waiting, { at, by, value }, MAX_WAITING);
  }
  for (const oldest of edits.keys()) {
    if (edits.size <= MAX_KEYS) return;
    edits.delete(oldest);
  }
}

/** The person, or a guard of theirs, where the change is one that was announced; null: it is not. */
export function explainByEdit(
  { index }: Recording,
  cookie: BrowserCookie,
  isGone: boolean,
  at: number | null,
): Writer | null {
  const key = keyOf(cookie);
  const waiting = index.edits.get(key);
  if (waiting === undefined) return null;
  const value = isGone ? null : cookie.value;
  const isIt = (edit: PendingEdit) => edit.value === value && (at === null || at - edit.at < MATCH_WITHIN_MS);
  const place = waiting.findIndex(isIt);
  const found = waiting[place];
  if (found === undefined) return null;
  // What was announced before is over: the store has gone on.
  if (place + 1 === waiting.length) index.edits.delete(key);
  else waiting.splice(0, place + 1);
  return writerOf(found.by);
}

function writerOf(by: EditKind): Writer {
  return by === 'protect' || by === 'block' ? { kind: 'guard', guard: by } : { kind: 'person', step: by };
}
