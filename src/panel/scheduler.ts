/** When work is done: the seam that lets connection and models be tested without a browser. */
export interface Scheduler {
  now(): number;
  /** Once, at a frame soon; also when the page is hidden and has no frames. */
  frame(run: () => void): void;
  /** Once, as soon as input and drawing have had their turn. */
  soon(run: () => void): void;
}

/** Shortest time between two, in milliseconds: nobody reads faster, and input keeps every other frame. */
const FRAME_GAP = 30;
/** Longest wait for a frame, in milliseconds. */
const FRAME_TIMEOUT = 250;
/** A page in the background gets no frames. Nobody sees what it draws, so it takes all of a second's at once. */
const HIDDEN_FRAME = 1000;

export function browserScheduler(): Scheduler {
  const channel = new MessageChannel();
  const waiting: (() => void)[] = [];
  let lastFrame = 0;
  channel.port1.onmessage = () => waiting.shift()?.();
  return {
    now: () => performance.now(),
    frame(run) {
      const once = () => {
        cancelAnimationFrame(frame);
        clearTimeout(timer);
        lastFrame = performance.now();
        run();
      };
      const inFrame = (at: number) => {
        if (at - lastFrame < FRAME_GAP) frame = requestAnimationFrame(inFrame);
        else once();
      };
      // Where the page comes to the front meanwhile, the frame comes first.
      let frame = requestAnimationFrame(inFrame);
      const timer = setTimeout(once, document.hidden ? HIDDEN_FRAME : FRAME_TIMEOUT);
    },
    // A message, not a timer: nested timers are held back to 4 ms each.
    soon(run) {
      waiting.push(run);
      channel.port2.postMessage(null);
    },
  };
}
