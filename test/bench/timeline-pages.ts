/** What is watched in the panel's page while the timeline is drawn, zoomed and fed. Expressions to evaluate in it. */

/** Clicks a tab; milliseconds until its rows are painted. */
export const switchTo = (tab: string, grid: string) => `new Promise((done, failed) => {
  const button = [...document.querySelectorAll('[role=tab]')].find((each) => each.textContent.includes('${tab}'));
  const began = performance.now();
  button.click();
  const look = () => {
    if (performance.now() - began > 10_000) return failed(new Error('no rows in ${tab}'));
    const rows = document.querySelectorAll('[role=grid][aria-label^="${grid}"] [role=row]');
    if (rows.length < 20) return requestAnimationFrame(look);
    requestAnimationFrame(() => setTimeout(() => done(performance.now() - began)));
  };
  look();
})`;

/** Milliseconds until everything was received and is listed. */
export const UNTIL_LOADED = (rows: number) => `new Promise((done) => {
  const look = () => {
    const grid = document.querySelector('[role=grid]');
    if (Number(grid?.getAttribute('aria-rowcount')) > ${rows}) requestIdleCallback(() => done(performance.now()));
    else setTimeout(look, 20);
  };
  look();
})`;

/** Begins to watch frames and long tasks; `watched()` ends it. */
export const WATCH = `globalThis.watched = (() => {
  const frames = [];
  const tasks = [];
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) tasks.push(duration);
  });
  observer.observe({ type: 'longtask' });
  let last = null;
  let going = true;
  const frame = (at) => {
    if (!going) return;
    if (last !== null) frames.push(at - last);
    last = at;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  return () => {
    going = false;
    observer.disconnect();
    return { frames, tasks };
  };
})(); 0`;

/** Twelve deltas a second and more, each with its share of the events: what 200 events a second are to a panel. */
export const feed = (deltas: readonly string[], everyMs: number) => `new Promise((done) => {
  const deltas = ${JSON.stringify(deltas)}.map((text) => new Function(text));
  const timer = setInterval(() => {
    const next = deltas.shift();
    if (next) return next();
    clearInterval(timer);
    setTimeout(done, 300);
  }, ${everyMs});
})`;

/** The least that could be drawn for the same screen at each turn of a wheel: forty rows of one bar and six strokes. */
export const MINIMAL = `<!doctype html><meta charset="utf-8"><title>Minimal timeline</title>
<style>body { margin: 0; } svg { display: block; height: 22px; width: 100%; }</style><script src="timeline.js"></script>`;

export const MINIMAL_SCRIPT = `
let zoom = 1;
addEventListener('wheel', (event) => {
  event.preventDefault();
  zoom *= 1.0018 ** event.deltaY;
  draw();
}, { passive: false });
function draw() {
  document.body.innerHTML = Array.from({ length: 40 }, (_, row) => {
    const strokes = Array.from({ length: 6 }, (_, stroke) => 'M' + (row + stroke * 20) / zoom + ' 3v16').join('');
    return '<svg><rect x="20" y="6" height="10" width="' + (400 + row) / zoom + '" /><path stroke="black" d="' + strokes + '" /></svg>';
  }).join('');
}
addEventListener('DOMContentLoaded', draw);
`;
