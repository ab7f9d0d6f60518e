/** Every name the demo and edge sites answer to. Any other `*.test` name is answered by the edge pages. */
export const HOSTS = {
  flawed: 'flawed.test',
  flawedWww: 'www.flawed.test',
  flawedCdn: 'cdn.flawed.test',
  sound: 'sound.test',
  tracker: 'tracker.test',
  edge: 'edge.test',
  edgeWww: 'www.edge.test',
  other: 'other.test',
} as const;

export const HOST_NAMES: readonly string[] = Object.values(HOSTS);

/** The two addresses of one host: same name, two ports. */
export type Origins = { readonly host: string; readonly http: string; readonly https: string };

export type Ports = { readonly http: number; readonly https: number };

export function originsOf(host: string, ports: Ports): Origins {
  return { host, http: `http://${host}:${ports.http}`, https: `https://${host}:${ports.https}` };
}
