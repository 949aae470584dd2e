// The log and the code of a kept run.
import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createLogReader } from "#core/log/reader";
import type { Run } from "#core/log/record";
import { usualRun } from "#core/log/usualRun";
import type { Snapshot } from "#core/model/snapshot";
import { parseSnapshot } from "#core/model/snapshotFile";
import { RUN_LOG_NAME, RUN_SYMBOLS_NAME } from "#core/store/runFile";

/** The last measured run of its log, else the last one; undefined where there is none. @throws when it cannot be read */
export async function readKeptLog(folder: string): Promise<Run | undefined> {
  const decoder = new TextDecoder();
  const reader = createLogReader((bytes) => decoder.decode(bytes), "folded");
  for await (const bytes of createReadStream(join(folder, RUN_LOG_NAME))) {
    reader.push(bytes);
  }
  const { runs } = reader.end();
  return usualRun(runs);
}

/** Null where nothing is kept that can be used: then no function is known to be renamed. */
export async function readKeptSnapshot(folder: string): Promise<Snapshot | null> {
  try {
    return parseSnapshot(JSON.parse(await readFile(join(folder, RUN_SYMBOLS_NAME), "utf8")));
  } catch {
    return null;
  }
}
