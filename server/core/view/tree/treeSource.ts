// What the tree is made of.
import type { Attribution } from "../../model/attribution.ts";
import type { RunModel } from "../../model/runModel.ts";
import type { Comparison } from "../diff/comparison.ts";
import type { LogSources } from "../log/logSources.ts";

export interface TreeSource {
  readonly model: RunModel;
  readonly attribution: Attribution;
  /** With the pinned baseline. */
  readonly comparison?: Comparison | undefined;
  /** Where the names and places of probe lines lead. */
  readonly sources: LogSources;
  /** URIs of the workspace folders, without a slash at their ends. */
  readonly folders: readonly string[];
  /** BCP 47 tag for derived figures. */
  readonly locale: string;
}

/** Path of a file below its workspace folder, for people and for the filter. */
export function pathOf(uri: string, { folders }: Pick<TreeSource, "folders">): string {
  const folder = folders.find((candidate) => uri.startsWith(`${candidate}/`));
  const path = folder === undefined ? uri.slice(uri.lastIndexOf("/") + 1) : uri.slice(folder.length + 1);
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
