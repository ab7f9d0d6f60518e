/** What popup, panel and worker load at once, compressed; the public suffix list is counted apart. */
import { gzipBytes, loadedAtOnce } from '../contract/built.ts';
import { printTable, type Target } from './figures.ts';
import type { Group } from './group.ts';

const ENTRIES = [
  ['popup', 'src/popup/popup.html', 30],
  ['panel', 'src/panel/panel.html', 120],
  ['worker', 'worker.js', 60],
] as const;

const isList = (path: string) => path.includes('public-suffix-list');

export const sizes: Group = {
  name: 'sizes',
  parts: [],
  async run({ built }) {
    const rows = ENTRIES.map(([name, entry, limit]) => {
      const loaded = loadedAtOnce(built, entry);
      const own = loaded.filter((path) => !isList(path));
      return {
        name,
        limit,
        kilobytes: gzipBytes(built, own) / 1024,
        list: gzipBytes(built, loaded.filter(isList)) / 1024,
        files: loaded,
      };
    });
    printTable(
      'Sizes (gzip, KB, with all that is loaded at once)',
      ['', 'own', 'suffix list', 'limit'],
      rows.map(({ name, kilobytes, list, limit }) => [
        name,
        kilobytes.toFixed(1),
        list.toFixed(1),
        String(limit),
      ]),
    );
    const targets: Target[] = rows.map(({ name, kilobytes, limit }) => ({
      what: `size of the ${name}`,
      value: kilobytes,
      limit,
      unit: ' KB',
    }));
    const list = rows.find(({ name }) => name === 'popup')?.list ?? Number.NaN;
    targets.push({ what: 'suffix list in the popup', value: list, limit: 0, unit: ' KB' });
    return { figures: rows, targets };
  },
};
