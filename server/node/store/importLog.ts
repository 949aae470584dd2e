// A log that was made elsewhere → a run folder of its own.
import { open, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { t } from "#core/base/text";
import { createLogReader } from "#core/log/reader";
import type { Run } from "#core/log/record";
import { usualRun } from "#core/log/usualRun";
import type { Snapshot } from "#core/model/snapshot";
import { formatSnapshot } from "#core/model/snapshotFile";
import { peakOf } from "#core/store/peakOf";
import { RUN_LOG_NAME, RUN_SYMBOLS_NAME, type RunFile } from "#core/store/runFile";
import { createRunFolder, type RunFolder } from "./runFolder.ts";
import { RunFileError } from "./runText.ts";

export interface Import {
  /** The log's bytes: of a file, of standard input, of a clipboard. A chunk is good until the next one is asked for. */
  readonly bytes: AsyncIterable<Uint8Array>;
  readonly label?: string | null;
  readonly note?: string | null;
  /** What the code is like now, where there are sources. */
  readonly snapshot?: Snapshot | undefined;
}

/**
 * The log is kept as it is, and its last measured run gives the peak.
 * @throws RunFileError where it holds no memory lines, else when it cannot be read or written; then nothing is left behind
 */
export function importLog(
  workspace: string,
  { bytes, label = null, note = null, snapshot }: Import,
): Promise<RunFolder> {
  const known = { origin: "import", status: "finished", writer: null, label, note } as const;
  return createRunFolder(workspace, known, async (folder) => {
    const runs = await copyLog(bytes, join(folder, RUN_LOG_NAME));
    const run = usualRun(runs);
    if (run === undefined) {
      throw new RunFileError(t("store.noMemoryLines"));
    }
    if (snapshot !== undefined) {
      await writeFile(join(folder, RUN_SYMBOLS_NAME), `${JSON.stringify(formatSnapshot(snapshot))}\n`);
    }
    return peakOf(run) satisfies Partial<RunFile>;
  });
}

/** Writes the bytes down while they are read. */
async function copyLog(bytes: AsyncIterable<Uint8Array>, path: string): Promise<readonly Run[]> {
  const decoder = new TextDecoder();
  const reader = createLogReader((some) => decoder.decode(some), { largest: 1 });
  const file = await open(path, "w");
  try {
    for await (const chunk of bytes) {
      reader.push(chunk);
      await file.writeFile(chunk);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return reader.end().runs;
}
