/** The outermost of a HAR file: what must be there for it to be one. */
import { HarError } from './har-error.ts';
import { type Data, list, record, text, time } from './values.ts';

/** Whose file it is, as far as it changes how it is read. */
export type Producer = 'chrome' | 'firefox' | 'safari' | 'playwright' | 'other';

export interface HarPage {
  readonly id: string;
  readonly title: string;
  readonly at: number | null;
  /** Milliseconds after `at`. */
  readonly onLoad: number | null;
}

export interface HarLog {
  readonly producer: Producer;
  readonly browser: 'chromium' | 'firefox';
  readonly pages: readonly HarPage[];
  readonly entries: readonly unknown[];
}

const EXAMPLE = 'Export one from the network panel of the browser’s developer tools.';

/**
 * @param har the parsed file, or its text (with or without byte-order mark).
 * @throws HarError
 */
export function readLog(har: unknown): HarLog {
  const log = record(record(typeof har === 'string' ? parse(har) : har)?.log);
  if (log === null) throw new HarError(`This is no HAR file: it has no "log". ${EXAMPLE}`);
  if (!Array.isArray(log.entries))
    throw new HarError(`This is no HAR file: its "log" has no list of "entries". ${EXAMPLE}`);
  const creator = nameOf(log.creator);
  const browser = nameOf(log.browser);
  return {
    producer: producerOf(creator),
    browser: /firefox/i.test(creator) || /firefox/i.test(browser) ? 'firefox' : 'chromium',
    pages: list(log.pages).flatMap((page) => pageOf(record(page)) ?? []),
    entries: log.entries,
  };
}

function parse(json: string): unknown {
  if (json.trim() === '') throw new HarError('This is no HAR file: it is empty.');
  try {
    return JSON.parse(json.startsWith('\ufeff') ? json.slice(1) : json);
  } catch {
    // The parser's own message quotes the file, and with it perhaps a secret.
    throw new HarError('This is no HAR file: it is not JSON, or it ends too early.');
  }
}

function nameOf(value: unknown): string {
  return text(record(value)?.name).slice(0, 100);
}

function producerOf(creator: string): Producer {
  if (creator === 'WebInspector') return 'chrome';
  if (creator === 'Playwright') return 'playwright';
  if (/^webkit/i.test(creator) || /^safari/i.test(creator)) return 'safari';
  return /^firefox/i.test(creator) ? 'firefox' : 'other';
}

function pageOf(page: Data | null): HarPage | null {
  if (page === null || typeof page.id !== 'string') return null;
  const onLoad = record(page.pageTimings)?.onLoad;
  return {
    id: page.id,
    title: text(page.title),
    at: time(page.startedDateTime),
    onLoad: typeof onLoad === 'number' && onLoad >= 0 && onLoad < 86_400_000 ? onLoad : null,
  };
}
