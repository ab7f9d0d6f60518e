import { describe, expect, it } from 'vitest';
import { createAnnounce } from '../../../src/background/workbench/announce.ts';
import { nothing, there } from '../../../src/background/workbench/held.ts';
import { createRecording } from '../../../src/core/recording/create.ts';
import type { Fact } from '../../../src/core/recording/fact.ts';
import { keyOf } from '../../../src/core/recording/keys.ts';
import type { Site } from '../../../src/core/recording/recording.ts';
import { seeSite } from '../../../src/core/recording/sites.ts';
import { cookieOf, NOW } from './cookie.ts';

const watched = createRecording();
seeSite(watched, 'shop.example' as Site, 'https://shop.example/', NOW);
seeSite(watched, 'ads.example' as Site, 'https://ads.example/', NOW);

const URLS: Readonly<Record<number, string | null>> = {
  1: 'https://shop.example/',
  2: 'https://www.shop.example/cart',
  3: 'https://elsewhere.example/',
  4: null,
};

describe('what is about to be written', () => {
  it('is told to the recordings of its store that it concerns, to each what concerns it', () => {
    const told: [number, Fact][] = [];
    const announce = createAnnounce({
      tabsOf: (storeId) => (storeId === '0' ? [1, 2, 3, 4] : []),
      recordingNow: (tabId) => (tabId === 1 ? watched : undefined),
      urlOf: (tabId) => URLS[tabId] ?? null,
      record: (tabId, fact) => told.push([tabId, fact]),
      now: () => NOW,
    });
    const own = cookieOf();
    const ads = cookieOf({ name: 'id', domain: 'x.ads.example' });
    const other = cookieOf({ domain: 'nobody.example' });
    announce('0', 'import', [[there(own)], [nothing(ads), there(other)]]);
    announce('1', 'import', [[there(own)]]);
    const fact = (...writes: readonly object[]) => ({ kind: 'edit', at: NOW, by: 'import', writes });
    expect(told).toEqual([
      [1, fact({ key: keyOf(own), value: 'v1' }, { key: keyOf(ads), value: null })],
      // Not in memory: what is known of it is its page.
      [2, fact({ key: keyOf(own), value: 'v1' })],
    ]);
  });
});
