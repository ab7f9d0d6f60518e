import { schemefulSite, type UrlParts } from '../site/site.ts';
import type { SetContext } from './types.ts';

/** The partition of CHIPS cookies: the top level's schemeful site. Source: the layered-cookies draft, "partition key". */
export function partitionOf({ topLevelSite }: SetContext, parts: UrlParts): string {
  return topLevelSite === undefined ? parts.schemefulSite : (schemefulSite(topLevelSite) ?? topLevelSite);
}
