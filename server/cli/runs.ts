// `quartz-rss runs`: lists what is kept, names it, and deletes it.
import { t } from "#core/base/text";
import { runsJson } from "#core/view/runsJson";
import { runsText } from "#core/view/runsText";
import { RunFolders } from "../node/store/runFolders.ts";
import { causeOf, EXIT_OK, EXIT_UNUSABLE, type Streams } from "./io.ts";
import { UsageError } from "./usage.ts";

export interface RunsOptions {
  /** The folder that holds the store. */
  readonly workspace: string;
  /** Which runs to change or list; none: all are listed. */
  readonly ids: readonly string[];
  readonly format: "text" | "json";
  /** An empty one takes the label away. */
  readonly label: string | undefined;
  readonly note: string | undefined;
  /** How many of the newest stay. */
  readonly keep: string | undefined;
  readonly isDelete: boolean;
}

/** @throws UsageError where what is asked for does not go together */
export async function runs(options: RunsOptions, streams: Streams): Promise<number> {
  const { workspace, ids, keep, isDelete } = options;
  const names = namesOf(options);
  const isRename = Object.keys(names).length > 0;
  if ([isDelete, isRename, keep !== undefined].filter(Boolean).length > 1) {
    throw new UsageError(t("runs.oneThing"));
  }
  if ((isDelete || isRename) === (ids.length === 0) && (isDelete || isRename)) {
    throw new UsageError(t("runs.noIds"));
  }
  const folders = new RunFolders(workspace);
  try {
    if (keep !== undefined) {
      return await keepNewest(folders, keep, ids, streams);
    }
    if (isDelete || isRename) {
      return await eachRun(ids, streams, (id) => (isDelete ? folders.delete(id) : folders.rename(id, names)));
    }
    return await list(folders, options, streams);
  } catch (error) {
    if (error instanceof UsageError) {
      throw error;
    }
    streams.err(t("runs.failed", { folder: workspace, cause: causeOf(error) }));
    return EXIT_UNUSABLE;
  }
}

async function list(folders: RunFolders, { ids, format }: RunsOptions, streams: Streams): Promise<number> {
  const all = await folders.list();
  const entries = ids.length === 0 ? all : all.filter(({ id }) => ids.includes(id));
  const missing = ids.filter((id) => !all.some((entry) => entry.id === id));
  for (const id of missing) {
    streams.err(t("store.noRun", { id }));
  }
  await streams.out(
    format === "json" ? `${JSON.stringify(runsJson(entries), null, 2)}\n` : runsText(entries),
  );
  return missing.length === 0 ? EXIT_OK : EXIT_UNUSABLE;
}

function namesOf({ label, note }: RunsOptions): { label?: string | null; note?: string | null } {
  return {
    ...(label === undefined ? {} : { label: label === "" ? null : label }),
    ...(note === undefined ? {} : { note: note === "" ? null : note }),
  };
}

/** What cannot be done to one run does not keep it from the others. */
async function eachRun(
  ids: readonly string[],
  streams: Streams,
  change: (id: string) => Promise<unknown>,
): Promise<number> {
  let code = EXIT_OK;
  for (const id of ids) {
    await change(id).catch((error: unknown) => {
      streams.err(causeOf(error));
      code = EXIT_UNUSABLE;
    });
  }
  return code;
}

async function keepNewest(
  folders: RunFolders,
  keep: string,
  ids: readonly string[],
  streams: Streams,
): Promise<number> {
  if (!/^\d{1,6}$/.test(keep)) {
    throw new UsageError(t("runs.keep", { keep }));
  }
  const gone = await folders.keepNewest(Number(keep), new Set(ids));
  await streams.out(gone.map((id) => `${id}\n`).join(""));
  return EXIT_OK;
}
