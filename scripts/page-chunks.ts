/**
 * Which file of the build a module goes into: what pages need at once stands in one file for each set of pages that share it.
 * By itself the bundler makes one for each set of all that load it, later parts included: the panel would begin with sixty files.
 */
export interface ModuleGraph {
  getModuleInfo(id: string): { readonly importers: readonly string[] } | null;
}

/** What more pages share is taken first: what a module imports goes along with it unless it has a place already. */
export const pageGroups = [5, 4, 3, 2, 1].map((count) => ({
  debugName: `shared by ${count}`,
  priority: count,
  name: (id: string, graph: ModuleGraph): string | null => {
    const pages = pagesOf(id, graph);
    return pages.length === count ? pages.join('-') : null;
  },
}));

/** The pages that load a module at once, by name; none of a page itself. */
function pagesOf(id: string, graph: ModuleGraph): readonly string[] {
  if (isPage(id)) return [];
  const seen = new Set([id]);
  for (const each of seen) {
    for (const importer of graph.getModuleInfo(each)?.importers ?? []) seen.add(importer);
  }
  return [...seen]
    .filter(isPage)
    .map((page) => page.replace(/[\\/]main\.ts$|\.html$/, '').replace(/^.*[\\/]/, ''))
    .sort();
}

/** Firefox's background begins with a script. */
const isPage = (id: string) => /\.html$|[\\/]background[\\/]main\.ts$/.test(id);
