import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { CLOSE_KEY, OFFER_KEYS } from '../../ui/keys.ts';
import type { Store } from '../store.ts';
import { type Completion, complete, type Option, take } from './complete.ts';
import { savedSearches } from './saved.ts';
import type { SearchScope } from './scope.ts';
import { warmRoles } from './warm-roles.ts';

const NONE: readonly Option[] = [];

/** The list under the box: when it is there, which option the keys are at, and what taking one does. */
export function useCompletion(
  store: Store,
  scope: SearchScope | null,
  input: RefObject<HTMLInputElement | null>,
) {
  const [isFocused, setFocused] = useState(false);
  const [isClosed, setClosed] = useState(false);
  /** A person asked what there is, by the arrow down. */
  const [asked, setAsked] = useState(false);
  const [caret, setCaret] = useState(0);
  const [at, setAt] = useState<number | null>(null);
  /** Where the caret goes once the text is drawn. */
  const nextCaret = useRef<number | null>(null);

  const text = store.search.value;
  const isOn = isFocused && !isClosed;
  const completion: Completion | null = isOn
    ? complete(text, Math.min(caret, text.length), { scope, saved: savedSearches(store).value, asked })
    : null;
  const options = completion?.options ?? NONE;
  const active = at !== null && at < options.length ? at : null;

  useLayoutEffect(() => {
    if (nextCaret.current === null) return;
    input.current?.setSelectionRange(nextCaret.current, nextCaret.current);
    nextCaret.current = null;
  });

  function moved(place: number): void {
    setCaret(place);
    setAt(null);
  }

  function takeOption(option: Option): void {
    if (completion === null) return;
    const taken = take(text, completion, option);
    store.search.value = taken.text;
    nextCaret.current = taken.caret;
    moved(taken.caret);
    setAsked(false);
    // What a saved search says is complete.
    setClosed(option.kind === 'saved');
  }

  function step(by: 1 | -1): void {
    setClosed(false);
    if (options.length === 0) setAsked(true);
    else
      setAt(
        active === null
          ? by === 1
            ? 0
            : options.length - 1
          : (active + by + options.length) % options.length,
      );
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const chosen = options[active ?? -1];
    switch (event.key) {
      case OFFER_KEYS.next:
      case OFFER_KEYS.previous:
        event.preventDefault();
        step(event.key === OFFER_KEYS.next ? 1 : -1);
        break;
      case OFFER_KEYS.take:
        if (chosen) takeOption(chosen);
        else setClosed(true);
        break;
      case OFFER_KEYS.takeFirst: {
        // Behind `facet:` only a value can come; elsewhere Tab goes on unless an option was gone to.
        const option = event.shiftKey
          ? undefined
          : (chosen ?? (completion?.inFacet ? options[0] : undefined));
        if (option === undefined) break;
        event.preventDefault();
        takeOption(option);
        break;
      }
      case CLOSE_KEY:
        event.stopPropagation();
        if (options.length > 0) setClosed(true);
        else {
          store.search.value = '';
          moved(0);
        }
    }
  }

  return {
    options,
    active,
    isFocused,
    take: takeOption,
    handlers: {
      onInput(event: { readonly currentTarget: HTMLInputElement }) {
        const { value, selectionStart } = event.currentTarget;
        store.search.value = value;
        moved(selectionStart ?? value.length);
        setClosed(false);
        setAsked(false);
      },
      onKeyDown,
      onSelect(event: { readonly currentTarget: HTMLInputElement }) {
        const place = event.currentTarget.selectionStart ?? 0;
        if (place !== caret) moved(place);
      },
      onFocus() {
        setFocused(true);
        warmRoles(store.recording.peek().cookies.values());
        // Whoever comes back to a text has not asked to go on with it.
        setClosed(text !== '');
      },
      onBlur() {
        setFocused(false);
        setAsked(false);
        setAt(null);
      },
    },
  };
}
