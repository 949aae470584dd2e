// Speed and memory against the usual way, in the same run. Ratios count; absolute figures depend on the machine.
import { gigabyteReports } from "./gigabyteReport.ts";
import { logReaderRows } from "./logReader.ts";
import type { BenchRow } from "./row.ts";

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

async function main(): Promise<void> {
  print([HEAD, ...(await logReaderRows()).map(cells)]);
  process.stdout.write("\n");
  const reports = gigabyteReports().map(({ format, seconds, residentMb }) => [
    format,
    seconds.toFixed(1),
    residentMb.toFixed(0),
  ]);
  print([REPORT_HEAD, ...reports]);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
});
