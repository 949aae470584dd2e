// Reading and changing the `run.json` of a run folder.
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { t } from "#core/base/text";
import { type ParsedRunFile, parseRunFile } from "#core/store/parseRunFile";
import { RUN_FILE_NAME, type RunFile } from "#core/store/runFile";
import { replaceFile, stayWithin } from "../writeWhole.ts";

/** More than a thousand times what a run needs: a longer file is none of ours. */
const LONGEST_BYTES = 8_000_000;

export function runFilePath(folder: string): string {
  return join(folder, RUN_FILE_NAME);
}

/** @throws when there is none, or when it cannot be read */
export async function readRunFile(folder: string): Promise<ParsedRunFile> {
  const path = runFilePath(folder);
  const { size } = await stat(path);
  return size > LONGEST_BYTES
    ? { problem: { kind: "broken", message: t("store.tooLong", { bytes: size }) } }
    : parseRunFile(await readFile(path, "utf8"));
}

/** A run file that cannot be changed; the message names the file and the cause. */
export class RunFileError extends Error {}

/**
 * Changes what is given and keeps the rest as it is in the file now, also what this version does not know. A run whose
 * folder is gone stays gone.
 * @param within the workspace folder @throws RunFileError, or when it cannot be read or written
 */
export async function changeRunFile(
  folder: string,
  changes: Partial<RunFile>,
  within: string,
): Promise<RunFile> {
  const path = runFilePath(folder);
  const before = await readFile(path, "utf8");
  const { run, problem } = parseRunFile(before);
  if (problem !== undefined) {
    throw new RunFileError(t("store.unchangeable", { file: path, cause: problem.message }));
  }
  const known: unknown = JSON.parse(before);
  const text = `${JSON.stringify({ ...(known instanceof Object ? known : {}), ...changes }, null, 2)}\n`;
  await stayWithin(folder, within);
  await replaceFile(path, new TextEncoder().encode(text));
  return { ...run, ...changes };
}
