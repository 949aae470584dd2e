// What a person reads of a fuzzing run.
import { inputText } from "../support/logBytes.ts";
import type { FuzzFailure, FuzzOutcome } from "./fuzz.ts";

const SHOWN_BYTES = 2048;

/** One line, and below it the failure, if there is one. */
export function outcomeText(name: string, seed: number, { inputs, seconds, failure }: FuzzOutcome): string {
  const failures = failure === undefined ? "no failure" : "1 failure";
  const head = `${name}: ${inputs} inputs, seed ${seed}, ${seconds.toFixed(1)} s, ${failures}`;
  return failure === undefined ? head : `${head}\n${failureText(seed, failure)}`;
}

function failureText(seed: number, { input, bytes, message, smallest }: FuzzFailure): string {
  const lines = [
    `  ${message}`,
    `  seed ${seed}, input ${input}, ${shownBytes(bytes)}, a character for each:`,
    `  ${inputText(bytes.subarray(0, SHOWN_BYTES))}`,
  ];
  if (smallest !== undefined && smallest.length < bytes.length) {
    lines.push(
      `  without what does not matter, ${shownBytes(smallest)}:`,
      `  ${inputText(smallest.subarray(0, SHOWN_BYTES))}`,
    );
  }
  return lines.join("\n");
}

function shownBytes({ length }: Uint8Array): string {
  return length > SHOWN_BYTES ? `first ${SHOWN_BYTES} of ${length} bytes` : `all ${length} bytes`;
}
