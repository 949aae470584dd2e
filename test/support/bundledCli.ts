// The CLI as a process of its own, for what depends on the working directory.
import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import type { Outcome } from "./cli.ts";
import { ROOT } from "./demo.ts";

export interface BundledCli {
  /** Runs it in a folder. */
  readonly run: (folder: string, ...args: readonly string[]) => Promise<Outcome>;
  readonly remove: () => Promise<void>;
}

/** Bundles the CLI as it is now. */
export async function bundleCli(): Promise<BundledCli> {
  const folder = await mkdtemp(join(tmpdir(), "quartz-rss-cli-"));
  const outfile = join(folder, "cli.cjs");
  await build({
    ...{ absWorkingDir: ROOT, entryPoints: ["server/cli/bin.ts"], outfile },
    ...{ bundle: true, platform: "node", target: "node20", format: "cjs", logLevel: "warning" },
    mainFields: ["module", "main"],
    define: { QUARTZ_RSS_VERSION: '"0.0.0-test"' },
  });
  return {
    run: (cwd, ...args) =>
      new Promise((resolve) => {
        const child = execFile(process.execPath, [outfile, ...args], { cwd }, (_, out, err) =>
          resolve({ code: child.exitCode ?? -1, out, err }),
        );
      }),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
