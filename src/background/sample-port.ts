/** Pages that collect a sample: a port each, for as long as the run lasts. */
import { native } from '../platform/native.ts';
import { isOwnPage } from '../protocol/guard.ts';
import {
  guardSampleRequest,
  SAMPLE_PORT,
  type SampleEnd,
  type SampleEvent,
  type SampleOrder,
} from '../protocol/sample.ts';
import type { SampleRequests } from './sample-request.ts';
import { collectSample } from './sampler.ts';

export interface SamplePortOptions {
  readonly requests: Pick<SampleRequests, 'begin' | 'end' | 'ask'>;
  /** Whether the tab's recording holds the address as one that a person can have been shown. */
  readonly isOffered: (order: SampleOrder) => Promise<boolean>;
  readonly hasAccess: (url: string) => Promise<boolean>;
  readonly now: () => number;
}

/** While one waits the worker has no events: this often the page is told, which keeps it alive. */
const STIR_MS = 10_000;

export function listenForSamples(options: SamplePortOptions): void {
  const { requests, now } = options;
  const own = { id: native.runtime.id, root: native.runtime.getURL('') };
  let isRunning = false;

  const refusal = async (order: SampleOrder): Promise<SampleEnd | null> => {
    if (!(await options.isOffered(order))) return 'changed';
    return (await options.hasAccess(order.url)) ? null : 'no-access';
  };

  const run = async (order: SampleOrder, tell: (event: SampleEvent) => void, stop: AbortSignal) => {
    if (isRunning) return { sent: 0, end: 'busy' } as const;
    isRunning = true;
    try {
      const refused = await refusal(order);
      if (refused !== null) return { sent: 0, end: refused };
      await requests.begin();
      const wait = async (milliseconds: number, stopped: AbortSignal) => {
        const until = now() + milliseconds;
        for (let left = milliseconds; left > 0 && !stopped.aborted; left = until - now()) {
          await pause(Math.min(left, STIR_MS), stopped);
          if (left > STIR_MS) await native.runtime.getPlatformInfo();
        }
      };
      return await collectSample(order, tell, stop, { ask: requests.ask, wait, now });
    } finally {
      await requests.end();
      isRunning = false;
    }
  };

  native.runtime.onConnect.addListener((port) => {
    if (port.name !== SAMPLE_PORT) return;
    if (!isOwnPage(port.sender, own)) {
      port.disconnect();
      return;
    }
    const stop = new AbortController();
    let isStarted = false;
    const tell = (event: SampleEvent) => {
      // A page that is gone has disconnected: the run is being stopped.
      if (!stop.signal.aborted || event.kind === 'ended') post(port, event);
    };
    port.onDisconnect.addListener(() => stop.abort());
    port.onMessage.addListener((data: unknown) => {
      const request = guardSampleRequest(data);
      if (request?.kind === 'stop') stop.abort();
      if (request?.kind !== 'start' || isStarted) return;
      isStarted = true;
      run(request.order, tell, stop.signal).then(
        ({ sent, end }) => tell({ kind: 'ended', sent, end }),
        (error) => {
          // The kind of error only: its message may quote a value.
          console.error('Crumbtrail: sample', error instanceof Error ? error.name : 'Error');
          tell({ kind: 'ended', sent: 0, end: 'broken' });
        },
      );
    });
  });
}

function post(port: chrome.runtime.Port, event: SampleEvent): void {
  try {
    port.postMessage(event);
  } catch {
    // The page went away in this very moment.
  }
}

function pause(milliseconds: number, stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (stop.aborted) {
      resolve();
      return;
    }
    const done = () => {
      clearTimeout(timer);
      stop.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    stop.addEventListener('abort', done);
  });
}
