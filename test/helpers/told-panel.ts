/** A panel that is told facts by us and not by the worker: any recording, of any length of time, at once. */
import type { Entry, Fact } from '../../src/core/recording/fact.ts';
import type { TabState } from '../../src/protocol/port.ts';
import { PROTOCOL_VERSION } from '../../src/protocol/version.ts';

export interface Told {
  /** To be run in the panel's page before its own scripts. */
  readonly script: string;
  /** An expression for the same page: further facts, as one delta. */
  more(facts: readonly Fact[]): string;
}

const EPOCH = 'told';

export function toldPanel(facts: readonly Fact[], url: string): Told {
  let seq = 0;
  const entries = (each: readonly Fact[]): Entry[] => each.map((fact) => ({ seq: ++seq, fact }));
  const state: TabState = {
    tabId: 1,
    url,
    page: 'inspectable',
    access: 'granted',
    askFor: [],
    recording: true,
    keep: true,
    scripts: false,
    incognito: false,
  };
  const hello = [
    { version: PROTOCOL_VERSION, kind: 'state', state },
    {
      version: PROTOCOL_VERSION,
      kind: 'snapshot',
      epoch: EPOCH,
      part: 0,
      last: true,
      entries: entries(facts),
    },
  ];
  return {
    script: `(() => {
      const listeners = [];
      const say = (message) => { for (const listener of listeners) listener(message); };
      let seq = 1e6;
      const numbered = (facts) => facts.map((fact) => ({ seq: ++seq, fact }));
      // For pages that make their facts themselves: further ones, and all that are left after a cut.
      globalThis.tellFacts = (facts) => tell(numbered(facts));
      globalThis.restart = (facts) =>
        say({ version: ${PROTOCOL_VERSION}, kind: 'snapshot', epoch: '${EPOCH}', part: 0, last: true, entries: numbered(facts) });
      globalThis.tell = (entries) =>
        say({ version: ${PROTOCOL_VERSION}, kind: 'delta', epoch: '${EPOCH}', entries, journaled: entries.at(-1)?.seq ?? 0 });
      const port = {
        postMessage(message) {
          if (message.kind === 'attach') setTimeout(() => ${JSON.stringify(hello)}.forEach(say));
          if (message.kind === 'call') say({ version: ${PROTOCOL_VERSION}, kind: 'reply', id: message.id, result: { ok: true } });
        },
        disconnect() {},
        onMessage: { addListener: (listener) => listeners.push(listener) },
        onDisconnect: { addListener() {} },
      };
      if (globalThis.chrome?.runtime?.connect) chrome.runtime.connect = () => port;
    })()`,
    more: (each) => `tell(${JSON.stringify(entries(each))})`,
  };
}
