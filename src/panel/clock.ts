import { type ReadonlySignal, signal } from '@preact/signals';

/** Now, once a second; stands still while nobody sees the page. */
export function createClock(): ReadonlySignal<number> {
  const now = signal(Date.now());
  const tick = () => {
    if (!document.hidden) now.value = Date.now();
  };
  setInterval(tick, 1_000);
  document.addEventListener('visibilitychange', tick);
  return now;
}
