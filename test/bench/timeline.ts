/**
 * Timeline: as many cookies as Chromium keeps, and 20,000 renewals of them, in the panel of the built extension. The panel is told
 * its facts by the bench: a browser would have to be fed for an hour.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BareChromium, launchBare } from './bare-chromium.ts';
import type { Group, Result } from './group.ts';
import { measureDrawing } from './timeline-drawing.ts';
import { measureHour } from './timeline-hour.ts';
import { MINIMAL, MINIMAL_SCRIPT } from './timeline-pages.ts';
import { measureTabs } from './timeline-tabs.ts';

const PARTS: Readonly<Record<string, (browser: BareChromium) => Promise<Result>>> = {
  drawing: measureDrawing,
  tabs: measureTabs,
  hour: measureHour,
};

export const timeline: Group = {
  name: 'timeline',
  parts: Object.keys(PARTS),
  async run({ peers, parts }) {
    writeFileSync(join(peers.crumbtrail, 'timeline.html'), MINIMAL);
    writeFileSync(join(peers.crumbtrail, 'timeline.js'), MINIMAL_SCRIPT);
    const browser = await launchBare(peers.crumbtrail);
    try {
      const results: [string, Result][] = [];
      for (const [name, measure] of Object.entries(PARTS))
        if (parts.has(name)) results.push([name, await measure(browser)]);
      return {
        figures: Object.fromEntries(results.map(([name, { figures }]) => [name, figures])),
        targets: results.flatMap(([, { targets }]) => targets),
      };
    } finally {
      await browser.close();
    }
  },
};
