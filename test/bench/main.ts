// Speed and memory against the usual way, in the same run. Ratios count; absolute figures depend on the machine.
import { logReaderRow } from "./logReader.ts";
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

async function main(): Promise<void> {
  const table = [HEAD, cells(await logReaderRow())];
  const widths = HEAD.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  for (const row of table) {
    process.stdout.write(`${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ")}\n`);
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
});
