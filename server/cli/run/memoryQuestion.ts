// Before a launch: whether the machine has what the build took last time.
import { createInterface } from "node:readline/promises";
import { t } from "#core/base/text";
import { formatAmount } from "#core/base/units";
import { pressureNow } from "../../node/facts/pressure.ts";
import { RunFolders } from "../../node/store/runFolders.ts";
import type { Streams } from "../io.ts";

/** The command cannot ask, and the answer is not given: too little memory. */
export type MemoryAnswer = "enough" | "agreed" | "declined" | "unasked";

export async function askForMemory(
  workspace: string,
  build: string,
  isAgreed: boolean,
  { err }: Streams,
): Promise<MemoryAnswer> {
  const peakBytes = await lastPeak(workspace, build);
  const free = (await pressureNow())?.freeBytes ?? undefined;
  if (peakBytes === undefined || free === undefined || peakBytes <= free) {
    return "enough";
  }
  const known = { peak: formatAmount(peakBytes), free: formatAmount(free) };
  if (isAgreed) {
    err(t("run.littleMemory", known));
    return "agreed";
  }
  if (!process.stdin.isTTY || !process.stderr.isTTY) {
    err(t("run.tooLittleMemory", known));
    return "unasked";
  }
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^\s*y(es)?\s*$/i.test(await lines.question(t("run.memoryQuestion", known)))
      ? "agreed"
      : "declined";
  } finally {
    lines.close();
  }
}

/** Of the newest run of the build that has one. */
async function lastPeak(workspace: string, build: string): Promise<number | undefined> {
  for (const { run } of await new RunFolders(workspace).list()) {
    if (run?.build === build && run.peakBytes !== null) {
      return run.peakBytes;
    }
  }
  return undefined;
}
