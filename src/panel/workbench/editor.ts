/** A cookie that a person is changing: what they changed, over the cookie as it is by now. No DOM. */
import { batch, type Signal, signal } from '@preact/signals';
import type { BrowserCookie } from '../../core/recording/fact.ts';

/** What an editor opens with. `before` is the cookie as it is, null: `after` is a new one. */
export interface Draft {
  readonly before: BrowserCookie | null;
  readonly after: BrowserCookie;
}

/** What can be changed. */
export const EDITABLE = [
  'name',
  'value',
  'domain',
  'hostOnly',
  'path',
  'expires',
  'secure',
  'httpOnly',
  'sameSite',
  'partitionKey',
  'hasCrossSiteAncestor',
  'firstPartyDomain',
] as const satisfies readonly (keyof BrowserCookie)[];
export type Editable = (typeof EDITABLE)[number];
export type Edits = Partial<Pick<BrowserCookie, Editable>>;

export interface Editor {
  readonly draft: Draft;
  /** Only what differs from the cookie as it is. */
  readonly edits: Signal<Edits>;
  /** Milliseconds from the time of saving, where the person chose an expiry like that; null: `edits` says it. */
  readonly expiresIn: Signal<number | null>;
  /** Why it was not saved, in the browser's words, which may be none; null: not tried yet. */
  readonly refused: Signal<string | null>;
  readonly saving: Signal<boolean>;
}

/** What is saved, and what has become of the cookie since the editor was opened. */
export interface Standing {
  /** As it is now; null: there is none to change. */
  readonly before: BrowserCookie | null;
  readonly after: BrowserCookie;
  /** Somebody else changed these, and the person did not: theirs are kept. */
  readonly followed: readonly Editable[];
  /** Both changed these: the person's are kept. */
  readonly contested: readonly Editable[];
  /** It was there, and has gone. */
  readonly gone: boolean;
}

export function createEditor(draft: Draft): Editor {
  const edits = draft.before === null ? {} : differences(draft.before, draft.after);
  return {
    draft,
    edits: signal<Edits>(edits),
    expiresIn: signal<number | null>(null),
    refused: signal<string | null>(null),
    saving: signal(false),
  };
}

export function differences(from: BrowserCookie, to: BrowserCookie): Edits {
  return Object.fromEntries(
    EDITABLE.filter((field) => from[field] !== to[field]).map((field) => [field, to[field]]),
  ) as Edits;
}

/** What a save at `now` (epoch milliseconds) would ask for; `live` is the cookie as the store holds it, null: none. */
export function standingOf(editor: Editor, live: BrowserCookie | null, now: number): Standing {
  const { before, after } = editor.draft;
  const edits = editor.edits.value;
  const within = editor.expiresIn.value;
  const made = {
    ...(before === null ? after : (live ?? before)),
    ...edits,
    ...(within === null ? {} : { expires: now + within }),
  };
  if (before === null) return { before: null, after: made, followed: [], contested: [], gone: false };
  const changed = live === null ? [] : EDITABLE.filter((field) => live[field] !== before[field]);
  const isMine = (field: Editable) => field in edits || (field === 'expires' && within !== null);
  return {
    before: live,
    after: made,
    followed: changed.filter((field) => !isMine(field)),
    contested: changed.filter(isMine),
    gone: live === null,
  };
}

/** Fields are changed; back to what the cookie has is no change. `live` as in `standingOf`. */
export function change(editor: Editor, changes: Edits, live: BrowserCookie | null): void {
  const { before } = editor.draft;
  const base = live ?? before;
  const next: Record<string, unknown> = { ...editor.edits.peek(), ...changes };
  for (const field of EDITABLE)
    if (field in next && before !== null && next[field] === base?.[field]) delete next[field];
  batch(() => {
    editor.edits.value = next as Edits;
    if ('expires' in changes) editor.expiresIn.value = null;
    editor.refused.value = null;
  });
}

/** An expiry so many milliseconds after it is saved. */
export function expireIn(editor: Editor, milliseconds: number): void {
  batch(() => {
    editor.expiresIn.value = milliseconds;
    editor.refused.value = null;
  });
}

/** Whether closing it would lose what a person wrote. */
export function isTouched({ edits, expiresIn }: Editor): boolean {
  return expiresIn.value !== null || Object.keys(edits.value).length > 0;
}
