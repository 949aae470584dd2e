// `quartz-rss report` on a log of a gigabyte, as a process of its own: how long, and how much memory at most.
import { spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { syntheticLog } from "./syntheticLog.ts";

const LOG_BYTES = 1_000_000_000;
/** More than a copy's last time. */
const COPY_MS = 2_000_000;
const CLI = resolve("dist/cli.cjs");

/**
 * Runs the CLI and says at the end what it took at most. Linux counts what this process took before the CLI's image
 * replaced it as the CLI's own, so where there is a better source, that is asked.
 */
const WITH_MEMORY = `
  const { existsSync, readFileSync, writeSync } = require("node:fs");
  const status = () => (existsSync("/proc/self/status") ? readFileSync("/proc/self/status", "utf8") : "");
  process.on("exit", () => {
    const kilobytes = /VmHWM:\\s+(\\d+)/.exec(status())?.[1] ?? process.resourceUsage().maxRSS;
    writeSync(2, "\\nKB " + kilobytes + "\\n");
  });
  process.argv.splice(1, 0, ${JSON.stringify(CLI)});
  require(${JSON.stringify(CLI)});
`;

export interface GigabyteReport {
  readonly format: string;
  readonly seconds: number;
  /** Largest resident set of the process, in MB of 1,048,576 bytes. */
  readonly residentMb: number;
}

export function gigabyteReports(): readonly GigabyteReport[] {
  const folder = mkdtempSync(join(tmpdir(), "quartz-rss-bench-"));
  try {
    const log = join(folder, "big.log");
    writeLog(log);
    return ["text", "json"].map((format) => measure(format, log));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One run: each copy goes on where the one before ended, with phases of its own. */
function writeLog(path: string): void {
  const { chunks } = syntheticLog();
  const text = Buffer.concat(chunks).toString("latin1");
  const file = openSync(path, "w");
  for (let copy = 0, written = 0; written < LOG_BYTES; copy++) {
    const moved = text.replace(
      /^\[mem\] step(\d+): (.*)\((\d+)ms\)$/gm,
      (_, step: string, figures: string, ms: string) =>
        `[mem] step${copy}x${step}: ${figures}(${Number(ms) + copy * COPY_MS}ms)`,
    );
    written += writeSync(file, moved, null, "latin1");
  }
  closeSync(file);
}

function measure(format: string, log: string): GigabyteReport {
  const start = performance.now();
  const { stderr, status } = spawnSync(
    process.execPath,
    ["-e", WITH_MEMORY, "report", "--format", format, log],
    {
      stdio: ["ignore", "ignore", "pipe"],
      encoding: "utf8",
      maxBuffer: 1 << 30,
    },
  );
  const [, kilobytes] = /\nKB (\d+)\n$/.exec(stderr) ?? [];
  if (status !== 0 || kilobytes === undefined) {
    throw new Error(`report --format ${format} ended with ${status}: ${stderr.slice(-500)}`);
  }
  return { format, seconds: (performance.now() - start) / 1000, residentMb: Number(kilobytes) / 1024 };
}
