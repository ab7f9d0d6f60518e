/** What is watched in the panel's page while the timeline is drawn, zoomed and fed. Expressions to evaluate in it. */
import type { Fact } from '../../src/core/recording/fact.ts';

export const TAB_NAMES = `[...document.querySelectorAll('[role=tab]')].map((tab) => tab.textContent)`;

/** Clicks a tab; milliseconds until its view is painted: other elements than before, and rows where it has any. */
export const switchTo = (tab: string) => `new Promise((done, failed) => {
  const button = [...document.querySelectorAll('[role=tab]')].find((each) => each.textContent === '${tab}');
  const view = document.querySelector('[role=tabpanel]');
  if (button.getAttribute('aria-selected') === 'true') return done(0);
  const before = new Set(view.children);
  const isDrawn = () => {
    if (view.children.length === 0 || [...view.children].some((each) => before.has(each))) return false;
    const grid = view.querySelector('[role=grid]');
    return grid === null || Number(grid.getAttribute('aria-rowcount')) < 2 || grid.querySelectorAll('[role=row]').length > 1;
  };
  const began = performance.now();
  button.click();
  const look = () => {
    if (performance.now() - began > 10_000) return failed(new Error('nothing new in ${tab}'));
    if (!isDrawn()) return requestAnimationFrame(look);
    requestAnimationFrame(() => setTimeout(() => done(performance.now() - began)));
  };
  look();
})`;

/** Whatever is to be done in idle time, however late, is not done: the features' code is loaded when it is asked for. */
export const HOLD_PRELOADING = `(() => {
  const idle = requestIdleCallback;
  globalThis.requestIdleCallback = (run, options) => (options?.timeout ? idle(run, options) : 0);
})();`;

/** Files that the page's code asked for: of each part of it that is loaded later. */
export const FILES_LOADED = `document.head.querySelectorAll('link').length`;

/**
 * Prepares the hour: a stretch of facts that is told again and again, and what the worker does meanwhile, which is to keep a jar and
 * no more facts than its limit. Of a stretch told again, requests are others and times are later.
 */
export const HOUR_OF = (jar: readonly Fact[], stretch: readonly Fact[]) => `(() => {
  const [tab, navigation, { cookies }] = ${JSON.stringify(jar)};
  const stretch = ${JSON.stringify(stretch)};
  const LIMIT = 20_000;
  const keyOf = ({ domain, name }) => domain + ' ' + name;
  const stored = new Map(cookies.map((cookie) => [keyOf(cookie), cookie]));
  let turn = 0;
  let facts = [];
  const newAfter = (fact, since, share) => {
    const at = fact.at + since + share;
    if (fact.kind !== 'cookie') return { ...fact, at, requestId: fact.requestId + '.' + turn };
    const cookie = { ...fact.cookie, value: fact.removed ? stored.get(keyOf(fact.cookie)).value : 'x' + turn, expires: at + 3_600_000 };
    if (!fact.removed) stored.set(keyOf(cookie), cookie);
    return { ...fact, at, cookie };
  };
  const cut = () => {
    facts = facts.slice(-LIMIT / 2);
    const sites = [...new Set(cookies.map(({ domain }) => domain))].map((site) => (
      { site, topLevel: site === 'site0.example', https: true, http: false, firstSeen: navigation.at }
    ));
    const { at } = facts[0];
    const states = [...stored.values()].map((cookie) => (
      { cookie, firstSeen: navigation.at, present: true, requests: 0, lastSent: null, parties: ['first'] }
    ));
    const { frameId, parentFrameId, documentId, url } = navigation;
    const frames = [{ frameId, parentFrameId, documentId, url, at }];
    const baseline = { kind: 'baseline', at, reason: 'limit', dropped: { requests: 0, facts: 0 }, frames, sites, cookies: states };
    restart([tab, baseline, ...facts]);
  };
  globalThis.pass = async (milliseconds) => {
    for (let from = 0; from < stretch.length; from += 400) {
      const next = stretch.slice(from, from + 400)
        .map((fact, index) => newAfter(fact, turn * milliseconds, (milliseconds * (from + index)) / stretch.length));
      tellFacts(next);
      facts.push(...next);
      if (facts.length > LIMIT) cut();
      await new Promise((done) => setTimeout(done, 20));
    }
    turn += 1;
  };
})(); 0`;

export const passes = (milliseconds: number) => `pass(${milliseconds})`;

/** Milliseconds until everything was received and is listed. */
export const UNTIL_LOADED = (rows: number) => `new Promise((done) => {
  const look = () => {
    const grid = document.querySelector('[role=grid]');
    if (Number(grid?.getAttribute('aria-rowcount')) > ${rows}) requestIdleCallback(() => done(performance.now()), { timeout: 2000 });
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

/** Deltas at a steady pace, each with its share of the events. */
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
