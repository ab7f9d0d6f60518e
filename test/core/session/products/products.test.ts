/** What real products' traffic looks like, from a HAR file to the report: sessions, verdicts, accusations. */
import { describe, expect, it } from 'vitest';
import { contentSystems } from './content-systems.ts';
import { frameworks } from './frameworks.ts';
import { judged, type Product } from './har-visit.ts';
import { providers } from './providers.ts';
import { shapes } from './shapes.ts';
import { tools } from './tools.ts';

describe.each<[string, readonly Product[]]>([
  ['content systems and shops', contentSystems],
  ['frameworks', frameworks],
  ['tools', tools],
  ['identity providers', providers],
  ['shapes that are easily mistaken', shapes],
])('%s', (_, products) => {
  it.each(products.map((product) => [product.name, product] as const))('%s', (_, product) => {
    const { visit, story, accused = [], roles = {} } = product;
    const seen = judged(visit);
    const rolesSeen = Object.fromEntries(Object.keys(roles).map((name) => [name, seen.roles[name]]));
    expect({ ...seen, roles: rolesSeen }).toEqual({ story, accused, roles });
  });
});
