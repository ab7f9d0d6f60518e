import { useLayoutEffect, useRef } from 'preact/hooks';
import { isKey, type Key } from '../../ui/keys.ts';
import { usePanel } from '../panel.ts';
import { ACTIONS, type Action } from './bindings.ts';
import { isTyping } from './typing.ts';

/** Does it on its key, for as long as what calls this is on show. */
export function useKey(action: Action, run: () => void): void {
  useKeys(ACTIONS[action].keys, run);
}

/** Does it on any of the keys, and says on which. */
export function useKeys(keys: readonly Key[], run: (index: number) => void): void {
  const { store } = usePanel();
  const latest = useRef(run);
  latest.current = run;
  // What is on show has its keys at once.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.repeat || event.isComposing || isTyping(event.target)) return;
      const index = keys.findIndex((key) => isKey(event, key));
      // Only single keys may be pressed by mistake.
      if (!store.singleKeys.peek() && !keys[index]?.startsWith('Mod+')) return;
      // A modal dialog has its own keys.
      if (index < 0 || document.querySelector('dialog[open]') !== null) return;
      event.preventDefault();
      // DevTools has keys of its own, `?` among them, and listens at the document.
      event.stopPropagation();
      latest.current(index);
    };
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, [keys, store]);
}

/** A button's own doing, by its id. */
export function press(buttonId: string): void {
  const button = document.getElementById(buttonId);
  button?.focus();
  button?.click();
}
