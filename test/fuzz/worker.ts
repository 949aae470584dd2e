// A target in a thread of its own: an input that is never done with would stop the clock too.
import { Worker } from "node:worker_threads";
import { type FuzzOutcome, type FuzzPlan, inputOf } from "./fuzz.ts";
import { targetOf } from "./targets.ts";

/** What the thread is started with. */
export interface FuzzJob {
  readonly name: string;
  readonly plan: FuzzPlan;
  /** One 32-bit integer: the number of the input that is being read. */
  readonly progress: SharedArrayBuffer;
}

/** Inputs take well under a millisecond, the largest a few. */
const ENDLESS_SECONDS = 20;

/** @param script what the thread runs: it fuzzes as `FuzzJob` says and posts a `FuzzOutcome` */
export async function fuzzInWorker(
  script: string,
  { name, plan }: Omit<FuzzJob, "progress">,
): Promise<FuzzOutcome> {
  const job: FuzzJob = { name, plan, progress: new SharedArrayBuffer(4) };
  const progress = new Int32Array(job.progress).fill(-1);
  const start = performance.now();
  const failed = (message: string): FuzzOutcome => {
    const input = Atomics.load(progress, 0);
    const bytes = inputOf(targetOf(name, plan.seed), plan.seed, input);
    return {
      inputs: input + 1,
      seconds: (performance.now() - start) / 1000,
      failure: { input, bytes, message, smallest: undefined },
    };
  };
  const worker = new Worker(script, { workerData: job });
  const stall = new Stall();
  return await new Promise<FuzzOutcome>((resolve, reject) => {
    const watch = setInterval(() => {
      if (stall.secondsAt(Atomics.load(progress, 0), performance.now()) > ENDLESS_SECONDS) {
        resolve(failed(`not done after ${ENDLESS_SECONDS} s`));
      }
    }, 500);
    worker.once("message", resolve);
    // Without memory the thread ends, whatever it catches.
    worker.once("error", (error) =>
      Atomics.load(progress, 0) < 0 ? reject(error) : resolve(failed(error.message)),
    );
    worker.once("exit", () => clearInterval(watch));
  }).finally(() => worker.terminate());
}

/** How long the same input has been seen. */
export class Stall {
  #input = -1;
  #since = 0;

  secondsAt(input: number, nowMs: number): number {
    if (input !== this.#input) {
      this.#input = input;
      this.#since = nowMs;
    }
    return (nowMs - this.#since) / 1000;
  }
}
