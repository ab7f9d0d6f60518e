/** A cookie's life, oldest first: what happened to it, and how often it was sent between. No DOM. */
import type { CookieEntry, CookieEvent, Recording } from '../../../../core/recording/recording.ts';

export interface EventItem {
  readonly kind: 'event';
  readonly event: CookieEvent;
  /** Its number in the cookie's life, which stays as events are added. */
  readonly number: number;
}

/** Requests that sent it, one after another. */
export interface SentItem {
  readonly kind: 'sent';
  readonly count: number;
  readonly from: number;
  readonly to: number;
}

/** Renewals with nothing but requests between: a sliding session has them by the hundred. */
export interface RenewalsItem {
  readonly kind: 'renewals';
  readonly events: readonly EventItem[];
  readonly newest: EventItem;
  /** Requests that sent it meanwhile. */
  readonly sent: number;
}

export type LifeItem = EventItem | SentItem | RenewalsItem;

export interface Life {
  readonly items: readonly LifeItem[];
  /** Events that are known of, but no longer kept. */
  readonly forgotten: number;
}

/** Fewer are told one by one. */
const RUN = 3;

/** O(requests of the tab): for the one cookie that somebody looks at. */
export function lifeOf(recording: Recording, entry: CookieEntry): Life {
  return { items: joinRenewals(eventsAndSends(recording, entry)), forgotten: entry.forgotten };
}

function eventsAndSends(recording: Recording, entry: CookieEntry): (EventItem | SentItem)[] {
  const sends = sendsOf(recording, entry);
  const items: (EventItem | SentItem)[] = [];
  let next = 0;
  const sendsUntil = (until: number) => {
    const first = next;
    while (next < sends.length && (sends[next] ?? 0) < until) next += 1;
    const [from, to] = [sends[first], sends[next - 1]];
    if (next > first && from !== undefined && to !== undefined)
      items.push({ kind: 'sent', count: next - first, from, to });
  };
  for (const [index, event] of entry.history.entries()) {
    sendsUntil(event.at);
    items.push({ kind: 'event', event, number: entry.forgotten + index });
  }
  sendsUntil(Number.POSITIVE_INFINITY);
  return items;
}

/** When it was sent, in order. */
function sendsOf({ requests }: Recording, { key, sentBy, requests: count }: CookieEntry): number[] {
  const sent =
    count <= sentBy.length
      ? sentBy.flatMap((request) => requests.get(request) ?? [])
      : [...requests.values()].filter((request) => request.sent.some(({ cookie }) => cookie === key));
  return sent.map(({ at }) => at).sort((a, b) => a - b);
}

function joinRenewals(items: readonly (EventItem | SentItem)[]): LifeItem[] {
  const joined: LifeItem[] = [];
  let run: (EventItem | SentItem)[] = [];
  const end = () => {
    const events = run.filter((item) => item.kind === 'event');
    const newest = events.at(-1);
    if (events.length < RUN || newest === undefined) joined.push(...run);
    else {
      const last = run.lastIndexOf(newest);
      const first = run.findIndex((item) => item.kind === 'event');
      const sent = run
        .slice(first, last)
        .reduce((sum, item) => sum + (item.kind === 'sent' ? item.count : 0), 0);
      joined.push(...run.slice(0, first), { kind: 'renewals', events, newest, sent }, ...run.slice(last + 1));
    }
    run = [];
  };
  for (const item of items) {
    if (item.kind === 'event' && item.event.kind !== 'renewed') {
      end();
      joined.push(item);
    } else run.push(item);
  }
  end();
  return joined;
}
