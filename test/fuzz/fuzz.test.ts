import { expect, test } from "vitest";
import { type FuzzFailure, type FuzzOutcome, type FuzzTarget, fuzz, inputOf } from "./fuzz.ts";
import { outcomeText } from "./report.ts";
import { TARGETS, targetOf } from "./targets.ts";
import { Stall } from "./worker.ts";

const now = (): number => 0;

test.each([...TARGETS.keys()])("%s: the first inputs break nothing", (name) => {
  const plan = { seed: 1, inputs: 300, seconds: 60 };
  const outcome = fuzz(targetOf(name, plan.seed), plan, { now });
  expect(outcomeText(name, plan.seed, outcome)).toBe(`${name}: 300 inputs, seed 1, 0.0 s, no failure`);
});

/** Takes every number for wrong that ends in 77. */
const BROKEN: FuzzTarget = {
  input: (random) => Buffer.from(`number ${random.below(100_000)}`),
  check(bytes) {
    const text = Buffer.from(bytes).toString();
    if (text.endsWith("77")) {
      throw new Error(`Found ${text}`);
    }
  },
};

test("a broken target is told with seed, number and input", () => {
  const plan = { seed: 5, inputs: 10_000, seconds: 60 };
  const outcome = fuzz(BROKEN, plan, { now });
  const { input, bytes, message } = failureIn(outcome);
  expect(outcome.inputs).toBe(input + 1);
  expect(message).toMatch(/^Found number \d*77$/);
  expect(
    outcomeText("numbers", plan.seed, outcome),
  ).toBe(`numbers: ${input + 1} inputs, seed 5, 0.0 s, 1 failure
  ${message}
  seed 5, input ${input}, all ${bytes.length} bytes, a character for each:
  "${message.slice("Found ".length)}"
  without what does not matter, all 2 bytes:
  "77"`);
});

test("the same seed fails again in the same way, another one elsewhere", () => {
  const failure = (seed: number) => fuzz(BROKEN, { seed, inputs: 10_000, seconds: 60 }, { now }).failure;
  expect(failure(5)).toEqual(failure(5));
  expect(failure(6)?.input).not.toBe(failure(5)?.input);
  const { input, bytes } = failureIn(fuzz(BROKEN, { seed: 5, inputs: 10_000, seconds: 60 }, { now }));
  expect(inputOf(BROKEN, 5, input)).toEqual(bytes);
});

test("without a failure it ends with its inputs, or with its time", () => {
  const sound: FuzzTarget = { ...BROKEN, check: () => {} };
  expect(fuzz(sound, { seed: 1, inputs: 4, seconds: 60 }, { now }).inputs).toBe(4);
  let clockMs = 0;
  const ticking = (): number => {
    clockMs += 400;
    return clockMs;
  };
  expect(fuzz(sound, { seed: 1, inputs: 1000, seconds: 2 }, { now: ticking }).inputs).toBe(4);
  expect(outcomeText("numbers", 1, { inputs: 4, seconds: 2.04, failure: undefined })).toBe(
    "numbers: 4 inputs, seed 1, 2.0 s, no failure",
  );
});

test("a long input is shown up to 2 KB", () => {
  const failure = {
    input: 3,
    bytes: new Uint8Array(5000).fill(0xe9),
    message: "too much",
    smallest: undefined,
  };
  const text = outcomeText("numbers", 1, { inputs: 4, seconds: 0, failure });
  expect(text).toContain("seed 1, input 3, first 2048 of 5000 bytes");
  expect(text.split("\n").at(-1)).toBe(`  "${"\\u00e9".repeat(2048)}"`);
});

test("an input that is read for long is seen", () => {
  const stall = new Stall();
  expect([stall.secondsAt(7, 1000), stall.secondsAt(7, 21_000), stall.secondsAt(8, 22_000)]).toEqual([
    0, 20, 0,
  ]);
});

function failureIn({ failure }: FuzzOutcome): FuzzFailure {
  if (failure === undefined) {
    throw new Error("nothing failed");
  }
  return failure;
}
