/** The grade on the toolbar button of the tabs that are in front. */
import type { Report } from '../core/audit/report.ts';
import { native } from '../platform/native.ts';

export interface Badge {
  /** Something happened in the tab: its grade may be another soon. */
  touch(tabId: number): void;
  /** Every grade may be another soon. */
  touchAll(): void;
  /** The tab came to the front. */
  front(tabId: number): void;
}

export interface BadgeOptions {
  readonly reportOf: (tabId: number) => Promise<Report | null>;
  readonly siteOfTab: (tabId: number) => string | null;
}

/** Grades are worth a look when things have calmed down; under steady traffic, at least this often. */
const CALM_MS = 1000;
const AT_LEAST_MS = 5000;

/** First and last change since the grade was looked at. */
interface Times {
  readonly since: number;
  touched: number;
}

const COLOURS: Readonly<Record<string, string>> = {
  A: '#1a7f37',
  B: '#4d7c0f',
  C: '#9a6700',
  D: '#bc4c00',
  F: '#cf222e',
};

export function createBadge({ reportOf, siteOfTab }: BadgeOptions): Badge {
  const inFront = new Set<number>();
  const waiting = new Map<number, Times>();

  const show = async (tabId: number) => {
    const report = await reportOf(tabId);
    const site = siteOfTab(tabId);
    const grade = report?.sites.find((each) => each.site.endsWith(`//${site}`))?.grade ?? '';
    const text = grade === '–' ? '' : grade;
    try {
      await native.action.setBadgeText({ tabId, text });
      if (text !== '')
        await native.action.setBadgeBackgroundColor({ tabId, color: COLOURS[text.charAt(0)] ?? '#57606a' });
    } catch {
      // The tab was closed meanwhile.
    }
  };

  // No timer is set again for each fact: in a storm that alone was a tenth of the worker's time.
  const touch = (tabId: number) => {
    if (!inFront.has(tabId)) return;
    const at = Date.now();
    const known = waiting.get(tabId);
    if (known !== undefined) {
      known.touched = at;
      return;
    }
    const times = { since: at, touched: at };
    waiting.set(tabId, times);
    setTimeout(() => look(tabId, times), CALM_MS);
  };

  const look = (tabId: number, times: Times) => {
    const due = Math.min(times.touched + CALM_MS, times.since + AT_LEAST_MS) - Date.now();
    if (due > 0) {
      // A clock set back must not hold it up.
      setTimeout(() => look(tabId, times), Math.min(due, CALM_MS));
      return;
    }
    waiting.delete(tabId);
    void show(tabId);
  };

  const front = (tabId: number) => {
    inFront.add(tabId);
    touch(tabId);
  };

  native.tabs.onActivated.addListener(({ tabId, windowId }) => {
    void native.tabs.query({ windowId }).then((tabs) => {
      for (const tab of tabs) if (tab.id !== undefined && tab.id !== tabId) inFront.delete(tab.id);
    });
    front(tabId);
  });
  native.tabs.onRemoved.addListener((tabId) => inFront.delete(tabId));
  void native.tabs.query({ active: true }).then((tabs) => {
    for (const tab of tabs) if (tab.id !== undefined) front(tab.id);
  });

  return { touch, touchAll: () => inFront.forEach(touch), front };
}
