/** When work is done: the seam that lets connection and models be tested without a browser. */
export interface Scheduler {
  now(): number;
  /** Once, at the next frame; also when the page is hidden and has no frames. */
  frame(run: () => void): void;
  /** Once, as soon as input and drawing have had their turn. */
  soon(run: () => void): void;
}

/** Longest wait for a frame, in milliseconds: a page in the background gets none. */
const FRAME_TIMEOUT = 250;

export function browserScheduler(): Scheduler {
  const channel = new MessageChannel();
  const waiting: (() => void)[] = [];
  channel.port1.onmessage = () => waiting.shift()?.();
  return {
    now: () => performance.now(),
    frame(run) {
      let done = false;
      const once = () => {
        if (done) return;
        done = true;
        cancelAnimationFrame(frame);
        clearTimeout(timer);
        run();
      };
      const frame = requestAnimationFrame(once);
      const timer = setTimeout(once, document.hidden ? 0 : FRAME_TIMEOUT);
    },
    // A message, not a timer: nested timers are held back to 4 ms each.
    soon(run) {
      waiting.push(run);
      channel.port2.postMessage(null);
    },
  };
}
