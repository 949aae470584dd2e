// Workspaces with builds whose compilers are small programs of ours: real processes that print memory lines.
import { readdirSync } from "node:fs";
import type { RunFile } from "#core/store/runFile";
import type { Scratch } from "./processes.ts";

/** Prints a log as a compiler does, and more than a pipe holds on standard output. */
export const COMPILER = `
process.stdout.write("define void @main()\\n".repeat(200000));
process.stderr.write("[mem] init: 1 MB current (0ms)\\n[mem-fn] +136 MB: helper\\n[mem] typecheck: 5402 MB (+5401) (9871ms)\\n");
`;

/** Says who it is, and goes on until it is ended: as little as possible by itself. */
export const ENDLESS = `
process.on("SIGTERM", () => {});
process.stderr.write("[mem] init: 1 MB current (0ms)\\n[mem] typecheck: 900 MB (+899) (10ms)\\n");
require("node:fs").appendFileSync("pids", process.pid + "\\n");
if (process.argv[2] !== "child") {
  require("node:child_process").spawn(process.execPath, [__filename, "child"], { detached: true, stdio: "ignore" }).unref();
}
setInterval(() => {}, 1000);
`;

export interface BuildFields {
  readonly name: string;
  readonly steps: readonly Readonly<Record<string, unknown>>[];
  readonly patch?: string;
}

/** A step that runs a program of the workspace. */
export function step(
  role: "build" | "measure",
  program: string,
  more: Readonly<Record<string, unknown>> = {},
) {
  return { role, command: [process.execPath, program], ...more };
}

/** @returns the folder */
export function writeBuilds(scratch: Scratch, name: string, builds: readonly BuildFields[]): string {
  scratch.write(`${name}/main.qz`, "def main()\n  helper()\nend\n\ndef helper(): Int = 1\n");
  scratch.write(
    `${name}/quartz-rss.json`,
    JSON.stringify({ builds: builds.map((build) => ({ file: "main.qz", ...build })) }),
  );
  return scratch.path(name);
}

/** What is in the run folders of a workspace, in the order in which they were begun. */
export function runsOf(scratch: Scratch, name: string): readonly (RunFile & { readonly folder: string })[] {
  const runs = `${name}/.quartz-rss/runs`;
  return readdirSync(scratch.path(runs))
    .map((id) => ({ ...JSON.parse(scratch.read(`${runs}/${id}/run.json`)), folder: `${runs}/${id}` }))
    .toSorted((one, other) => (one.startedAt < other.startedAt ? -1 : 1));
}
