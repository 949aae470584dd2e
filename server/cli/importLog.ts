// `quartz-rss import`: keeps logs that were made elsewhere as runs.
import { relative } from "node:path";
import { t } from "#core/base/text";
import { importLog } from "../node/store/importLog.ts";
import { snapshotOfFolder } from "../node/store/sourceSnapshot.ts";
import { causeOf, EXIT_OK, EXIT_UNUSABLE, inputName, readInput, type Streams } from "./io.ts";
import { projectRoots } from "./projectRoots.ts";
import { UsageError } from "./usage.ts";

export interface ImportOptions {
  /** The folder that holds the store, and the sources. */
  readonly workspace: string;
  readonly files: readonly string[];
  readonly label: string | undefined;
  readonly note: string | undefined;
}

/** Prints the id of each new run. @throws UsageError where no log is named */
export async function importLogs(
  { workspace, files, label, note }: ImportOptions,
  streams: Streams,
): Promise<number> {
  if (files.length === 0) {
    throw new UsageError(t("cli.noFiles", { command: "import" }));
  }
  const roots = await projectRoots(workspace, streams);
  const snapshot = await snapshotOfFolder(
    workspace,
    roots.map((root) => relative(workspace, root)),
    "import",
  );
  let code = EXIT_OK;
  for (const file of files) {
    try {
      const bytes = readInput(file, streams);
      const { run } = await importLog(workspace, {
        bytes,
        label: label || null,
        note: note || null,
        snapshot,
      });
      await streams.out(`${run.id}\n`);
    } catch (error) {
      streams.err(t("runs.notImported", { file: inputName(file), cause: causeOf(error) }));
      code = EXIT_UNUSABLE;
    }
  }
  return code;
}
