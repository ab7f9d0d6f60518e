import { useEffect, useRef, useState } from 'preact/hooks';
import type { Feature, FeatureView } from './features/feature.ts';
import type { Panel } from './panel.ts';

/**
 * The view of a feature, made when it is first shown. While its code is on the way the one before stays: a tab never
 * flashes empty. null: there is none yet at all.
 */
export function useFeature(panel: Panel, feature: Feature): FeatureView | null {
  const views = useRef(new Map<string, FeatureView>()).current;
  const last = useRef<FeatureView | null>(null);
  const [, redraw] = useState(0);
  if (!views.has(feature.id)) {
    const mount = feature.load();
    if (!(mount instanceof Promise)) views.set(feature.id, mount(panel));
  }
  useEffect(() => {
    if (views.has(feature.id)) return;
    Promise.resolve(feature.load()).then(
      (mount) => {
        if (!views.has(feature.id)) views.set(feature.id, mount(panel));
        redraw((count) => count + 1);
      },
      (error) => console.error('Crumbtrail: view', String(error)),
    );
  }, [feature]);
  last.current = views.get(feature.id) ?? last.current;
  return last.current;
}

/** Milliseconds: a page that draws frames has less than this to spare. */
const QUIET = 25;
const AGAIN = 2000;

/**
 * Loads the features' code while nothing else is to do, one after the other. Not while rows come: each brings styles, and with every
 * sheet of styles the whole page is laid out anew. Nor for a page that nobody sees.
 */
export function preload([next, ...others]: readonly Feature[]): void {
  if (next === undefined) return;
  requestIdleCallback((idle) => {
    if (document.hidden || idle.timeRemaining() < QUIET) {
      setTimeout(() => preload([next, ...others]), AGAIN);
      return;
    }
    Promise.resolve(next.load())
      .catch(() => undefined)
      .then(() => preload(others));
  });
}
