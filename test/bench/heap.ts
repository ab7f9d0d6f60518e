/** Heaps of a page or a worker, after a collection. */
import type { Tab } from './tab.ts';

/** Octets in use. */
export async function heapOf(target: Tab): Promise<number> {
  await target.send('HeapProfiler.collectGarbage');
  const { usedSize } = await target.send('Runtime.getHeapUsage');
  return Number(usedSize);
}

export function megabytes(octets: number): string {
  return `${(octets / 1_000_000).toFixed(1)} MB`;
}
