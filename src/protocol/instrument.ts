/**
 * What the worker and the instrument in a watched page say to each other. The companion in the page's process writes it, and
 * the page can forge what it hands on: everything is guarded, bounded, and taken as a claim.
 */
import type { ScriptWrite, StoredItem } from '../core/recording/fact.ts';
import { anyOf, finite, list, object, oneOf, type Shape, text, within } from './shape.ts';

export type InstrumentCommand =
  /** An instrument in the page's world tells over this channel. */
  { readonly kind: 'listen'; readonly channel: string } | { readonly kind: 'stop' };

export interface ScriptReport {
  readonly api: ScriptWrite['api'];
  readonly line: string;
  /** As the browser writes it. */
  readonly stack: string;
}

export type InstrumentMessage =
  | {
      readonly kind: 'script-writes';
      readonly at: number;
      readonly writes: readonly ScriptReport[];
      /** Writes that were not told, and reports that were none. */
      readonly lost: number;
    }
  | {
      readonly kind: 'stored-items';
      readonly at: number;
      readonly items: readonly Omit<StoredItem, 'origin'>[];
    };

const MOST_WRITES = 200;
const MOST_ITEMS = 100;

const report: Shape<ScriptReport> = object({
  api: oneOf('document.cookie', 'cookieStore'),
  line: text(8192),
  stack: text(4000),
});

const anything: Shape<unknown> = (value) => (value === undefined ? null : value);

const message = anyOf(
  object({
    kind: oneOf('script-writes'),
    at: finite,
    writes: list(anything, MOST_WRITES),
    lost: within(0, Number.MAX_SAFE_INTEGER),
  }),
  object({
    kind: oneOf('stored-items'),
    at: finite,
    items: list(
      object({ area: oneOf('local', 'session'), key: text(200), look: oneOf('jwt', 'token') }),
      MOST_ITEMS,
    ),
  }),
);

/** From `unknown`; null: nothing we know. Reports that do not fit are counted as lost. */
export function guardInstrumentMessage(data: unknown): InstrumentMessage | null {
  const said = message(data);
  if (said === undefined) return null;
  if (said.kind === 'stored-items') return said;
  const writes = said.writes.flatMap((each) => report(each) ?? []);
  return { ...said, writes, lost: said.lost + said.writes.length - writes.length };
}
