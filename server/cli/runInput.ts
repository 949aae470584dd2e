// What a command line names as a run: a log, a document with a log in it, standard input, or the folder of a kept run.
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { t } from "#core/base/text";
import { createLogReader } from "#core/log/reader";
import type { Run } from "#core/log/record";
import { usualRun } from "#core/log/usualRun";
import { NO_FACTS, type RunFacts } from "#core/model/compare/runFacts";
import type { Snapshot } from "#core/model/snapshot";
import { parseSnapshot, SnapshotError } from "#core/model/snapshotFile";
import { parseRunFile } from "#core/store/parseRunFile";
import { RUN_FILE_NAME, RUN_LOG_NAME, RUN_SYMBOLS_NAME } from "#core/store/runFile";
import { causeOf, inputName, readInput, type Streams } from "./io.ts";
import { sayProblems } from "./report.ts";

export interface RunInput {
  /** The log's name in answers. */
  readonly log: string;
  readonly run: Run;
  readonly facts: RunFacts;
}

/**
 * The run that is asked for; undefined when there is none, which has been said then.
 * @param number of the run in its log, from 1; undefined: the last measured one, or the last of what else is there
 */
export async function readRun(
  file: string,
  number: number | undefined,
  streams: Streams,
): Promise<RunInput | undefined> {
  const log = inputName(file);
  try {
    const isFolder = file !== "-" && (await stat(file)).isDirectory();
    const runs = await runsOf(isFolder ? join(file, RUN_LOG_NAME) : file, log, streams);
    const run = number === undefined ? usualRun(runs) : runs[number - 1];
    if (run === undefined) {
      if (runs.length > 0) {
        streams.err(t("cli.noSuchRun", { file: log, number: number ?? 0, runs: runsText(runs) }));
      }
      return undefined;
    }
    sayProblems(log, run, streams);
    return { log, run, facts: isFolder ? await factsOf(file, streams) : NO_FACTS };
  } catch (error) {
    streams.err(t("cli.unreadable", { file: log, cause: causeOf(error) }));
    return undefined;
  }
}

async function runsOf(file: string, log: string, streams: Streams): Promise<readonly Run[]> {
  const decoder = new TextDecoder();
  const reader = createLogReader((bytes) => decoder.decode(bytes), "folded");
  for await (const chunk of readInput(file, streams)) {
    reader.push(chunk);
  }
  const { runs, tally } = reader.end();
  if (runs.length === 0) {
    streams.err(t("cli.noMemoryLines", { file: log, lines: tally.lines }));
  }
  return runs;
}

/** `1 (measured), 2 (expectation)` */
function runsText(runs: readonly Run[]): string {
  return runs.map(({ kind }, index) => `${index + 1} (${kind})`).join(", ");
}

/** What of the folder cannot be used is said and taken as not known: the log is what counts. */
async function factsOf(folder: string, streams: Streams): Promise<RunFacts> {
  const file = join(folder, RUN_FILE_NAME);
  const text = await readFile(file, "utf8").catch(() => undefined);
  const parsed = text === undefined ? undefined : parseRunFile(text);
  if (parsed?.problem !== undefined) {
    streams.err(t("cli.leftAside", { file, cause: parsed.problem.message }));
  }
  return { ...NO_FACTS, ...parsed?.run, snapshot: await snapshotOf(folder, streams) };
}

async function snapshotOf(folder: string, streams: Streams): Promise<Snapshot | null> {
  const file = join(folder, RUN_SYMBOLS_NAME);
  const text = await readFile(file, "utf8").catch(() => undefined);
  if (text === undefined) {
    return null;
  }
  try {
    return parseSnapshot(JSON.parse(text));
  } catch (error) {
    if (error instanceof SnapshotError || error instanceof SyntaxError) {
      streams.err(t("cli.leftAside", { file, cause: error.message }));
      return null;
    }
    throw error;
  }
}
