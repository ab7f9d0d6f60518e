import type { AnalysisAnswer, AnalysisRequest } from './analysis-messages.ts';

/** As much of a web worker as is needed. */
export interface WorkerLike {
  postMessage(message: AnalysisRequest): void;
  addEventListener(type: 'message', listener: (event: { readonly data: AnalysisAnswer }) => void): void;
  addEventListener(type: 'error', listener: () => void): void;
  terminate(): void;
}

export interface Analyst {
  /** One after another, in order; null: the worker broke. Never rejects. */
  analyse(values: readonly string[]): Promise<AnalysisAnswer | null>;
}

/** @param start starts the worker; it is started when it is first needed, and anew after it broke. */
export function createAnalyst(start: () => WorkerLike): Analyst {
  const waiting = new Map<number, (answer: AnalysisAnswer | null) => void>();
  let worker: WorkerLike | null = null;
  let last = 0;

  const settle = (id: number, answer: AnalysisAnswer | null) => {
    const resolve = waiting.get(id);
    waiting.delete(id);
    resolve?.(answer);
  };
  const broke = () => {
    worker?.terminate();
    worker = null;
    for (const id of [...waiting.keys()]) settle(id, null);
  };
  const running = () => {
    if (worker !== null) return worker;
    const started = start();
    started.addEventListener('message', ({ data }) => settle(data.id, data));
    started.addEventListener('error', broke);
    worker = started;
    return started;
  };

  return {
    analyse(values) {
      const id = ++last;
      return new Promise((resolve) => {
        waiting.set(id, resolve);
        try {
          running().postMessage({ id, values });
        } catch {
          broke();
        }
      });
    },
  };
}

/** The extension's own file: its policy allows no other. */
export function startAnalysisWorker(): WorkerLike {
  return new Worker(new URL('./analysis-worker.ts', import.meta.url), { type: 'module' });
}
