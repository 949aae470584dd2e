// The CLI as a process of its own, built from its sources.
import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { build } from "esbuild";
import { ROOT } from "./demo.ts";
import type { Scratch } from "./processes.ts";

export interface CliProcess {
  readonly child: ChildProcess;
  /** What it printed so far. */
  readonly out: () => string;
  readonly err: () => string;
  readonly ended: Promise<{ readonly code: number | null; readonly out: string; readonly err: string }>;
}

export interface Cli {
  readonly start: (args: readonly string[], cwd: string) => CliProcess;
}

/** @param scratch holds the program, and what it keeps of its user: tests do not wait for each other's launches */
export async function buildCli(scratch: Scratch): Promise<Cli> {
  const file = scratch.path("cli.cjs");
  await build({
    ...{ bundle: true, platform: "node", target: "node20", format: "cjs", logLevel: "warning" },
    ...{ absWorkingDir: ROOT, entryPoints: [join(ROOT, "server/cli/bin.ts")], outfile: file },
    // As the product is built: libraries in their first shape have requires that a bundler cannot see.
    mainFields: ["module", "main"],
    define: { QUARTZ_RSS_VERSION: '"0.0.0-test"' },
  });
  return { start: (args, cwd) => startCli(file, args, cwd, scratch.path("cache")) };
}

function startCli(file: string, args: readonly string[], cwd: string, cache: string): CliProcess {
  const child = spawn(process.execPath, [file, ...args], {
    ...{ cwd, stdio: ["ignore", "pipe", "pipe"] },
    env: { ...process.env, XDG_CACHE_HOME: cache, ELECTRON_RUN_AS_NODE: "1" },
  });
  let out = "";
  let err = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    err += text;
  });
  const ended = new Promise<{ code: number | null; out: string; err: string }>((resolve) => {
    child.once("close", (code) => resolve({ code, out, err }));
  });
  return { child, ended, out: () => out, err: () => err };
}
