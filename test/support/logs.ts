// Logs in the notation of the domain: lines as the compiler prints them.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createLogReader } from "#core/log/reader";
import type { MemoryLog, Run } from "#core/log/record";

export function readLogBytes(bytes: Uint8Array): MemoryLog {
  const decoder = new TextDecoder();
  const reader = createLogReader((part) => decoder.decode(part));
  reader.push(bytes);
  return reader.end();
}

/** The only run of a log that is given as lines. */
export function runOf(text: string): Run {
  const lines = text.split("\n").map((line) => line.trim());
  const log = readLogBytes(new TextEncoder().encode(`${lines.filter((line) => line !== "").join("\n")}\n`));
  const [run] = log.runs;
  if (run === undefined || log.runs.length !== 1) {
    throw new Error(`expected one run, got ${log.runs.length}`);
  }
  return run;
}

export function fixtureBytes(name: string): Uint8Array {
  return readFileSync(fileURLToPath(new URL(`../fixtures/logs/${name}`, import.meta.url)));
}

export function fixtureRun(name: string): Run {
  const [run] = readLogBytes(fixtureBytes(name)).runs;
  if (run === undefined) {
    throw new Error(`${name} has no run`);
  }
  return run;
}
