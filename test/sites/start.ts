import type { RequestListener } from 'node:http';
import { makeCertificate } from '../helpers/certificate.ts';
import { cdnApp } from './cdn.ts';
import { edgeApp } from './edge.ts';
import { flawedApp } from './flawed/app.ts';
import { HOST_NAMES, HOSTS, type Origins, originsOf, type Ports } from './hosts.ts';
import { serve } from './serve.ts';
import type { SiteContext } from './site-context.ts';
import { soundApp } from './sound/app.ts';
import { trackerApp } from './tracker.ts';

export type SitesOptions = {
  /** Ports to listen on; default: any that are free. */
  readonly ports?: Ports;
  /** The sound site's timeouts in milliseconds; default 15 minutes idle, 8 hours in all. */
  readonly idleTimeout?: number;
  readonly absoluteTimeout?: number;
  /** The sound site's clock, for tests of its timeouts. */
  readonly now?: () => number;
};

/** Addresses by host (`sites.flawed.https`), and the end of it. */
export type Sites = SiteContext['origins'] & {
  readonly ports: Ports;
  /** Addresses of any other `*.test` name; the edge pages answer there. */
  at(host: string): Origins;
  close(): Promise<void>;
};

const MINUTE = 60_000;

/** Starts every site over HTTP and HTTPS on 127.0.0.1, told apart by the Host header. */
export async function startSites(options: SitesOptions = {}): Promise<Sites> {
  const certificate = await makeCertificate([...HOST_NAMES, '*.test']);
  const timeouts = {
    idle: options.idleTimeout ?? 15 * MINUTE,
    absolute: options.absoluteTimeout ?? 480 * MINUTE,
  };
  const served = await serve(
    certificate,
    (ports) => {
      const context: SiteContext = { origins: allOrigins(ports) };
      const edge = edgeApp(context);
      const flawed = flawedApp(context);
      const byHost = new Map<string, RequestListener>([
        [HOSTS.flawed, flawed],
        [HOSTS.flawedWww, flawed],
        [HOSTS.flawedCdn, cdnApp()],
        [HOSTS.sound, soundApp(context, timeouts, options.now ?? Date.now)],
        [HOSTS.tracker, trackerApp(edge)],
      ]);
      return (request, response) => {
        const host = (request.headers.host ?? '').replace(/:\d+$/, '').toLowerCase();
        (byHost.get(host) ?? edge)(request, response);
      };
    },
    options.ports,
  );
  const { ports, close } = served;
  return { ...allOrigins(ports), ports, at: (host) => originsOf(host, ports), close };
}

function allOrigins(ports: Ports): SiteContext['origins'] {
  return {
    flawed: originsOf(HOSTS.flawed, ports),
    flawedWww: originsOf(HOSTS.flawedWww, ports),
    flawedCdn: originsOf(HOSTS.flawedCdn, ports),
    sound: originsOf(HOSTS.sound, ports),
    tracker: originsOf(HOSTS.tracker, ports),
    edge: originsOf(HOSTS.edge, ports),
    edgeWww: originsOf(HOSTS.edgeWww, ports),
    other: originsOf(HOSTS.other, ports),
  };
}
