import { type Signal, signal } from '@preact/signals';

interface Source<T> {
  read(): T;
  write(value: T): void;
  onChange(listener: (value: T) => void): void;
}

/** A signal that several pages share: what one of them sets, the others show at once. */
export function sharedSignal<T>(source: Source<T>): Signal<T> {
  const held = signal(source.read());
  let known = held.peek();
  source.onChange((value) => {
    known = value;
    held.value = value;
  });
  held.subscribe((value) => {
    if (value === known) return;
    known = value;
    source.write(value);
  });
  return held;
}
