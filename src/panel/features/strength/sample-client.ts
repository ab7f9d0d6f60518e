import type { PortLike } from '../../../platform/reconnecting-port.ts';
import {
  readSampleEvent,
  type SampleEvent,
  type SampleOrder,
  type SampleRequest,
} from '../../../protocol/sample.ts';
import { PROTOCOL_VERSION } from '../../../protocol/version.ts';

export interface SampleRun {
  stop(): void;
}

/** Starts a run; `lost`: the browser stopped the worker, or there is none. Nothing is heard after an end. */
export function startSample(
  connect: () => PortLike,
  order: SampleOrder,
  hear: (event: SampleEvent | { readonly kind: 'lost' }) => void,
): SampleRun {
  let port: PortLike | null = null;
  let isOver = false;
  const end = (event: Parameters<typeof hear>[0]) => {
    if (isOver) return;
    isOver = true;
    hear(event);
    port?.disconnect();
  };
  const say = (message: SampleRequest) => {
    try {
      port?.postMessage(message);
    } catch {
      end({ kind: 'lost' });
    }
  };
  try {
    port = connect();
    port.onMessage.addListener((data) => {
      const event = readSampleEvent(data);
      if (event === null || isOver) return;
      if (event.kind === 'ended') end(event);
      else hear(event);
    });
    port.onDisconnect.addListener(() => end({ kind: 'lost' }));
    say({ version: PROTOCOL_VERSION, kind: 'start', order });
  } catch {
    end({ kind: 'lost' });
  }
  return { stop: () => say({ version: PROTOCOL_VERSION, kind: 'stop' }) };
}
