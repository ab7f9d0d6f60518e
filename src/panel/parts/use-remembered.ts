import type { Signal } from '@preact/signals';
import { useState } from 'preact/hooks';
import { usePanel } from '../panel.ts';
import { remembered } from '../store.ts';

/** A view's own signal that is kept as a preference. */
export function useRemembered<T>(key: string, guard: (value: unknown) => value is T, fallback: T): Signal<T> {
  const { preferences } = usePanel().store;
  const [held] = useState(() => remembered(preferences, key, guard, fallback));
  return held;
}
