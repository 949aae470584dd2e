// Whether the process that writes a run is still there. A number alone does not tell: it is given to others later.
import { execFile } from "node:child_process";
import { readFile, readlink } from "node:fs/promises";
import { promisify } from "node:util";
import type { RunWriter } from "#core/store/runFile";

const execute = promisify(execFile);

/** This process, as `isAlive` knows it again. */
export async function thisProcess(): Promise<RunWriter> {
  return { pid: process.pid, started: await startOf(process.pid) };
}

export async function isAlive({ pid, started }: RunWriter): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // A process of another user may not be sent anything, but it is there.
    if (!(error instanceof Error && "code" in error && error.code === "EPERM")) {
      return false;
    }
  }
  const now = started === null ? null : await startOf(pid);
  return now === null || now === started;
}

/** When a process began, in words that no other process with its number has. Null where the system does not tell. */
async function startOf(pid: number): Promise<string | null> {
  try {
    return process.platform === "linux" ? await linuxStart(pid) : await psStart(pid);
  } catch {
    return null;
  }
}

/** Ticks since the boot, with the boot; numbers of processes count within a namespace. */
async function linuxStart(pid: number): Promise<string | null> {
  const boot = (await readFile("/proc/sys/kernel/random/boot_id", "utf8")).trim();
  const space = await readlink("/proc/self/ns/pid");
  const ticks = startTicksOf(await readFile(`/proc/${pid}/stat`, "utf8"));
  return ticks === undefined ? null : `${boot} ${space} ${ticks}`;
}

/** Field 22. The second one is the program's name in parentheses, which may hold blanks and parentheses itself. */
export function startTicksOf(stat: string): string | undefined {
  return stat
    .slice(stat.lastIndexOf(")") + 1)
    .trim()
    .split(" ")[19];
}

async function psStart(pid: number): Promise<string | null> {
  const { stdout } = await execute("ps", ["-o", "lstart=", "-p", String(pid)], {
    env: { ...process.env, LC_ALL: "C", TZ: "UTC" },
  });
  return stdout.trim() || null;
}
