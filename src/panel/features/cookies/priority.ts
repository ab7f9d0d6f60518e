import { attribute, wasTaken } from '../../../core/audit/line.ts';
import type { CookieEntry, Recording } from '../../../core/recording/recording.ts';

const WORDS: Readonly<Record<string, string>> = { low: 'Low', medium: 'Medium', high: 'High' };

/**
 * The `Priority` that the newest line asked for, as Chromium understands it; undefined: it asked for none. The store that extensions
 * see does not tell it (chromium.org: cookie_constants.cc).
 */
export function priorityOf(entry: CookieEntry, recording: Recording): string | undefined {
  if (recording.browser !== 'chromium') return undefined;
  const lines = entry.setBy.flatMap((key) => recording.setCookies.get(key) ?? []);
  const newest = lines.findLast(wasTaken);
  const asked = newest && attribute(newest, 'priority');
  return asked && WORDS[asked.value.toLowerCase()];
}
