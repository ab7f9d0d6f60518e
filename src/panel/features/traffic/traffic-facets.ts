import type { Facet } from '../../facets.ts';
import type { TrafficRow } from './row.ts';

export const TRAFFIC_FACETS = [
  { id: 'verdict', values: (row) => [row.verdict] },
  { id: 'certainty', values: (row) => [row.certainty] },
  { id: 'party', values: (row) => [row.request.party] },
  { id: 'type', values: (row) => [row.request.type] },
  { id: 'site', values: (row) => [row.request.site] },
] as const satisfies readonly Facet<TrafficRow>[];

export type TrafficFacetId = (typeof TRAFFIC_FACETS)[number]['id'];
