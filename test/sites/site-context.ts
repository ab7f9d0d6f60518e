import type { HOSTS, Origins } from './hosts.ts';

/** What a site knows about its surroundings: the addresses of all of them. */
export type SiteContext = {
  readonly origins: Readonly<Record<keyof typeof HOSTS, Origins>>;
};
