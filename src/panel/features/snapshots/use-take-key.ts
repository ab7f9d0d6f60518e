import { useEffect } from 'preact/hooks';

export const TAKE_KEY = 'S';

/** A letter takes a snapshot while the tab is on show and nobody types. */
export function useTakeKey(take: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toUpperCase() !== TAKE_KEY || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.defaultPrevented || event.repeat || isTyping(event.target)) return;
      event.preventDefault();
      take();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [take]);
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  // A letter in a list of choices goes to the choice that begins with it.
  return ['INPUT', 'SELECT', 'TEXTAREA'].includes(target.tagName)
    ? !(target instanceof HTMLInputElement && ['radio', 'checkbox'].includes(target.type))
    : target.isContentEditable;
}
