// The answer of `quartz-rss runs --format json`.
import type { RunEntry } from "../store/runEntry.ts";
import { newRunFile, type RunFile } from "../store/runFile.ts";

/** A kept run. Of a damaged one all that it would say is null. */
export type RunJson = {
  readonly [K in Exclude<keyof RunFile, "version" | "log" | "writer">]: RunFile[K] | null;
} & {
  readonly folder: string;
  readonly problem: string | null;
};

export function runsJson(entries: readonly RunEntry[]): readonly RunJson[] {
  return entries.map(({ id, path, run, problem }) => {
    const nothing = {
      ...newRunFile({ id, origin: "import", status: "finished" }),
      origin: null,
      status: null,
    };
    const { version, log, writer, ...known } = run ?? nothing;
    return { ...known, folder: path, problem: problem?.message ?? null };
  });
}
