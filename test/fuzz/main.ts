// `npm run fuzz`: looks for inputs that break an invariant, with other inputs each time unless a seed is given.
import { parseArgs } from "node:util";
import { isMainThread, parentPort, workerData } from "node:worker_threads";
import { type FuzzPlan, fuzz } from "./fuzz.ts";
import { outcomeText } from "./report.ts";
import { TARGETS, targetOf } from "./targets.ts";
import { type FuzzJob, fuzzInWorker } from "./worker.ts";

function planOf(args: readonly string[]): FuzzPlan {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seed: { type: "string", default: String(Date.now() % 1_000_000_000) },
      inputs: { type: "string", default: "1000000" },
      seconds: { type: "string", default: "60" },
    },
  });
  return {
    seed: wholeNumber("--seed", values.seed),
    inputs: wholeNumber("--inputs", values.inputs),
    seconds: wholeNumber("--seconds", values.seconds),
  };
}

function wholeNumber(option: string, text: string): number {
  if (!/^\d{1,9}$/.test(text)) {
    throw new Error(`${option} is a whole number of at most nine digits, not “${text}”`);
  }
  return Number(text);
}

/** Each target has the inputs and the seconds of the plan for itself. */
async function main(): Promise<void> {
  const plan = planOf(process.argv.slice(2));
  for (const name of TARGETS.keys()) {
    const outcome = await fuzzInWorker(__filename, { name, plan });
    process.stdout.write(`${outcomeText(name, plan.seed, outcome)}\n`);
    if (outcome.failure !== undefined) {
      process.exitCode = 1;
    }
  }
}

function work({ name, plan, progress }: FuzzJob): void {
  const current = new Int32Array(progress);
  const onInput = (input: number): void => void Atomics.store(current, 0, input);
  parentPort?.postMessage(fuzz(targetOf(name, plan.seed), plan, { now: () => performance.now(), onInput }));
}

if (isMainThread) {
  main().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  });
} else {
  work(workerData);
}
