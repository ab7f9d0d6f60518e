import type { AnalysisAnswer } from '../../../src/panel/features/strength/analysis-messages.ts';
import type { Analyst } from '../../../src/panel/features/strength/analyst.ts';
import type { SampleEvent, SampleRequest } from '../../../src/protocol/sample.ts';

/** The worker's end of a port that a page opened. */
export class SamplePort {
  readonly said: SampleRequest[] = [];
  isClosed = false;
  #hear: (message: unknown) => void = () => {};
  #lose: () => void = () => {};
  readonly onMessage = {
    addListener: (hear: (message: unknown) => void) => {
      this.#hear = hear;
    },
  };
  readonly onDisconnect = {
    addListener: (lose: () => void) => {
      this.#lose = lose;
    },
  };

  postMessage(message: unknown) {
    if (this.isClosed) throw new Error('Attempting to use a disconnected port object');
    this.said.push(message as SampleRequest);
  }
  disconnect() {
    this.isClosed = true;
  }
  tell(event: SampleEvent | { readonly kind: string }) {
    this.#hear(structuredClone(event));
  }
  /** `count` answers with an ID each. */
  give(count: number, from = 0) {
    for (let i = from + 1; i <= from + count; i++) this.tell({ kind: 'id', sent: i, value: `id-${i}` });
  }
  die() {
    this.isClosed = true;
    this.#lose();
  }
}

/** Answers when the test says so. */
export function heldAnalyst() {
  const asked: { readonly values: readonly string[]; answer(): void; fail(): void }[] = [];
  const analyst: Analyst = {
    analyse: (values) =>
      new Promise((resolve) => {
        asked.push({ values, answer: () => resolve(answerFor(values)), fail: () => resolve(null) });
      }),
  };
  return { analyst, asked };
}

export function answerFor(values: readonly string[]): AnalysisAnswer {
  return {
    id: 1,
    took: 1,
    strength: {
      positions: [],
      report: {
        sampleSize: values.length,
        length: { min: 4, max: 4 },
        alphabet: 'hex',
        upperBoundBits: 16,
        effectiveBits: null,
        kind: 'opaque',
        findings: [],
      },
    },
  };
}
