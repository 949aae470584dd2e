// Speed and memory against the usual way, in the same run. Ratios count; absolute figures depend on the machine.
import { gigabyteReports } from "./gigabyteReport.ts";
import { logReaderRows } from "./logReader.ts";
import type { BenchRow } from "./row.ts";
import { type ServerRow, serverRows } from "./serverRows.ts";

const HEAD = ["what", "ours MB/s", "peer MB/s", "ratio", "ours MB kept", "peer MB kept"];

function cells(row: BenchRow): readonly string[] {
  const { oursMbPerSecond, peerMbPerSecond, oursMemoryMb, peerMemoryMb } = row;
  return [
    row.name,
    oursMbPerSecond.toFixed(0),
    peerMbPerSecond.toFixed(0),
    (oursMbPerSecond / peerMbPerSecond).toFixed(1),
    oursMemoryMb.toFixed(0),
    peerMemoryMb.toFixed(0),
  ];
}

const REPORT_HEAD = ["report of a 1 GB log, as", "seconds", "MB resident at most"];

const SERVER_HEAD = ["what the server does", "p50 ms", "p95 ms", "target ms", ""];

function serverCells({ name, p50, p95, target }: ServerRow): readonly string[] {
  return [name, p50.toFixed(1), p95.toFixed(1), `< ${target}`, p95 < target ? "reached" : "missed"];
}

/** Without an argument all; `server` or `logs` for one part. */
const PARTS: Readonly<Record<string, () => Promise<void>>> = {
  server: async () => print([SERVER_HEAD, ...(await serverRows()).map(serverCells)]),
  logs: logRows,
};

function print(table: readonly (readonly string[])[]): void {
  const widths =
    table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? [];
  for (const row of table) {
    process.stdout.write(
      `${row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd()}\n`,
    );
  }
}

async function logRows(): Promise<void> {
  print([HEAD, ...(await logReaderRows()).map(cells)]);
  process.stdout.write("\n");
  const reports = gigabyteReports().map(({ format, seconds, residentMb }) => [
    format,
    seconds.toFixed(1),
    residentMb.toFixed(0),
  ]);
  print([REPORT_HEAD, ...reports]);
}

async function main(): Promise<void> {
  const [only] = process.argv.slice(2);
  for (const [name, part] of Object.entries(PARTS)) {
    if (only === undefined || only === name) {
      await part();
      process.stdout.write("\n");
    }
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
});
