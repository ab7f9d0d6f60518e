/** How Set-Cookie lines are searched: by the facets of the menu, and by what request and line say. */
import { number, text, texts, yesNo } from '../../search/cookie-search.ts';
import type { Searchable } from '../../search/match.ts';
import type { TrafficRow } from './row.ts';
import { TRAFFIC_FACETS } from './traffic-facets.ts';

const menu = TRAFFIC_FACETS.map(({ id, values }) => [id, texts<TrafficRow>(values)] as const);

/** Whole lines and URLs are searched only where values are shown. */
export const TRAFFIC_SEARCH: Searchable<TrafficRow> = {
  has: (row, word, inValues) =>
    row.text.includes(word) ||
    row.attributes.toLowerCase().includes(word) ||
    (inValues && `${row.entry.line}\n${row.request.url}`.toLowerCase().includes(word)),
  texts(row, inValues) {
    const open = [
      row.name,
      addressOf(row),
      `${row.request.method} ${addressOf(row)}`,
      row.attributes,
      row.verdict,
    ];
    return inValues ? [...open, row.entry.line, row.request.url] : open;
  },
  facets: {
    ...Object.fromEntries(menu),
    name: text(({ name }) => name),
    domain: text(({ request }) => request.host),
    url: text(addressOf),
    method: text(({ request }) => request.method),
    status: number(({ request }) => request.status),
    set: number(({ entry }) => entry.at),
    secure: yesNo((row) => hasAttribute(row, 'secure')),
    httponly: yesNo((row) => hasAttribute(row, 'httponly')),
    value: texts(({ entry: { parsed } }) => (parsed.ok ? [parsed.cookie.value] : [])),
  },
};

/** Without the query, which may hold secrets. */
function addressOf({ request }: TrafficRow): string {
  const end = request.url.search(/[?#;]/);
  return end === -1 ? request.url : request.url.slice(0, end);
}

function hasAttribute({ attributes }: TrafficRow, name: string): boolean {
  return attributes.split(';').some((each) => each.split('=', 1)[0]?.trim().toLowerCase() === name);
}
