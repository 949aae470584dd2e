// Feeds a target with inputs until they are used up, time is over, or one of them breaks an invariant.
import { type Random, randomOf } from "./random.ts";
import { shrunk } from "./shrink.ts";

/** Something that reads bytes, and what must hold when it does. */
export interface FuzzTarget {
  /** All choices come from `random`, so that the same seed gives the same input. */
  input(random: Random): Uint8Array;
  /** @throws when an invariant is broken */
  check(bytes: Uint8Array, random: Random): void;
}

export interface FuzzPlan {
  readonly seed: number;
  /** Whichever comes first ends the search. */
  readonly inputs: number;
  readonly seconds: number;
}

export interface FuzzOutcome {
  readonly inputs: number;
  readonly seconds: number;
  readonly failure: FuzzFailure | undefined;
}

export interface FuzzFailure {
  /** Number of the input, from 0. */
  readonly input: number;
  readonly bytes: Uint8Array;
  readonly message: string;
  /** What is left of the input when what does not matter is taken out; undefined where that was not tried. */
  readonly smallest: Uint8Array | undefined;
}

interface Surroundings {
  /** Milliseconds of any clock. */
  readonly now: () => number;
  /** Told of each input before it is fed. */
  readonly onInput?: (input: number) => void;
}

const SHRINKING_SECONDS = 5;

export function fuzz(target: FuzzTarget, plan: FuzzPlan, { now, onInput }: Surroundings): FuzzOutcome {
  const start = now();
  const seconds = (): number => (now() - start) / 1000;
  let input = 0;
  for (; input < plan.inputs && seconds() < plan.seconds; input++) {
    onInput?.(input);
    const bytes = inputOf(target, plan.seed, input);
    // The same choices each time, so that a part of the input fails as the whole did.
    const complaint = (part: Uint8Array) => complaintOf(target, part, randomOf(~plan.seed, input));
    const message = complaint(bytes);
    if (message !== undefined) {
      const stopAt = seconds() + SHRINKING_SECONDS;
      const fails = (part: Uint8Array): boolean => seconds() < stopAt && complaint(part) !== undefined;
      const smallest = shrunk(bytes, fails);
      return { inputs: input + 1, seconds: seconds(), failure: { input, bytes, message, smallest } };
    }
  }
  return { inputs: input, seconds: seconds(), failure: undefined };
}

/** What the target says of the input; undefined where it says nothing. */
function complaintOf(target: FuzzTarget, bytes: Uint8Array, random: Random): string | undefined {
  try {
    target.check(bytes, random);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Input number `input` once more. */
export function inputOf(target: FuzzTarget, seed: number, input: number): Uint8Array {
  return target.input(randomOf(seed, input));
}
