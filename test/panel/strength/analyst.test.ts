import { describe, expect, it } from 'vitest';
import type {
  AnalysisAnswer,
  AnalysisRequest,
} from '../../../src/panel/features/strength/analysis-messages.ts';
import { createAnalyst, type WorkerLike } from '../../../src/panel/features/strength/analyst.ts';
import { answerFor } from './fakes.ts';

class FakeWorker implements WorkerLike {
  readonly got: AnalysisRequest[] = [];
  isTerminated = false;
  #message: (event: { data: AnalysisAnswer }) => void = () => {};
  #error: () => void = () => {};
  postMessage(message: AnalysisRequest) {
    this.got.push(message);
  }
  addEventListener(type: 'message' | 'error', listener: never) {
    if (type === 'message') this.#message = listener;
    else this.#error = listener;
  }
  terminate() {
    this.isTerminated = true;
  }
  answer(id: number, values: readonly string[]) {
    this.#message({ data: { ...answerFor(values), id } });
  }
  break() {
    this.#error();
  }
}

function setUp() {
  const workers: FakeWorker[] = [];
  const analyst = createAnalyst(() => {
    const worker = new FakeWorker();
    workers.push(worker);
    return worker;
  });
  return { analyst, workers };
}

describe('createAnalyst', () => {
  it('starts one worker, when it is first asked', async () => {
    const { analyst, workers } = setUp();
    expect(workers).toHaveLength(0);
    const one = analyst.analyse(['a']);
    const two = analyst.analyse(['b', 'c']);
    expect(workers).toHaveLength(1);
    workers[0]?.answer(2, ['b', 'c']);
    workers[0]?.answer(1, ['a']);
    expect((await one)?.strength.report.sampleSize).toBe(1);
    expect((await two)?.strength.report.sampleSize).toBe(2);
  });

  it('answers null to all who wait when it breaks, and starts anew', async () => {
    const { analyst, workers } = setUp();
    const asked = [analyst.analyse(['a']), analyst.analyse(['b'])];
    workers[0]?.break();
    expect(await Promise.all(asked)).toEqual([null, null]);
    expect(workers[0]?.isTerminated).toBe(true);
    const next = analyst.analyse(['c']);
    workers[1]?.answer(3, ['c']);
    expect((await next)?.id).toBe(3);
  });

  it('answers null where no worker can be had', async () => {
    const analyst = createAnalyst(() => {
      throw new Error('refused');
    });
    expect(await analyst.analyse(['a'])).toBeNull();
  });
});
