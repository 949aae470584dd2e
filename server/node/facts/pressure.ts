// How much memory the system has now.
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { parseMeminfo } from "#core/store/facts/linuxMemory";
import { parseMacMemory } from "#core/store/facts/macMemory";
import type { Pressure } from "#core/store/runFile";

const execute = promisify(execFile);

/** Null where the system does not tell. */
export async function pressureNow(): Promise<Pressure | null> {
  try {
    if (process.platform === "linux") {
      return parseMeminfo(await readFile("/proc/meminfo", "utf8"));
    }
    return process.platform === "darwin" ? await macPressure() : null;
  } catch {
    return null;
  }
}

async function macPressure(): Promise<Pressure> {
  // Numbers with a point, whatever the user's language.
  const env = { ...process.env, LC_ALL: "C" };
  const [pages, swap] = await Promise.all([
    execute("vm_stat", [], { env }),
    execute("sysctl", ["vm.swapusage"], { env }),
  ]);
  return parseMacMemory(pages.stdout, swap.stdout);
}
