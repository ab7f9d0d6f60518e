import type { RequestEntry } from '../recording/recording.ts';
import { listOf } from './response-headers.ts';

/** Directives of Cache-Control, lower case, with their arguments; the first of a name stands (RFC 9111 section 4.2.1). */
export function cacheControlOf(request: RequestEntry): ReadonlyMap<string, string> {
  const directives = new Map<string, string>();
  for (const item of listOf(request, 'cache-control')) {
    const [name = '', value = ''] = item.split('=', 2);
    if (!directives.has(name.trim())) directives.set(name.trim(), value.trim().replaceAll('"', ''));
  }
  return directives;
}

/** As it may stand in a report: directives of the standard only, ages as numbers. */
export function shownCacheControl(directives: ReadonlyMap<string, string>): string {
  const shown = [...directives].flatMap(([name, value]) => {
    if (!KNOWN.has(name)) return [];
    return name.endsWith('age') ? [`${name}=${/^\d{1,10}$/.test(value) ? value : '?'}`] : [name];
  });
  return shown.length === 0 ? 'no Cache-Control' : `Cache-Control: ${shown.join(', ')}`;
}

const KNOWN = new Set([
  'public',
  'private',
  'no-cache',
  'no-store',
  'max-age',
  's-maxage',
  'must-revalidate',
  'proxy-revalidate',
  'immutable',
]);
