import { MEBIBYTE } from "#core/base/units";
import { createLogReader } from "#core/log/reader";
import type { MemoryLog } from "#core/log/record";
import type { RowMode } from "#core/log/rows";
import { type BenchRow, median, settledBytes } from "./row.ts";
import { type PeerLog, readBySplitting } from "./splitPeer.ts";
import { syntheticLog } from "./syntheticLog.ts";

const REPEATS = 7;

/**
 * Reads 2 million lines with rows kept, with rows folded, and the usual way, in turn, and checks that kept rows are what the
 * usual way reads.
 */
export async function logReaderRows(): Promise<readonly BenchRow[]> {
  const { chunks, bytes } = syntheticLog();
  checkSame(readOurs(chunks, "kept"), readBySplitting(chunks));
  const kept = noMeasures();
  const folded = noMeasures();
  const peer = noMeasures();
  for (let repeat = 0; repeat < REPEATS; repeat++) {
    await measure(kept, () => readOurs(chunks, "kept"));
    await measure(folded, () => readOurs(chunks, "folded"));
    await measure(peer, () => readBySplitting(chunks));
  }
  const megabytes = bytes / 1e6;
  const row = (name: string, ours: Measured): BenchRow => ({
    name,
    oursMbPerSecond: megabytes / (median(ours.ms) / 1000),
    peerMbPerSecond: megabytes / (median(peer.ms) / 1000),
    oursMemoryMb: median(ours.memory) / 1e6,
    peerMemoryMb: median(peer.memory) / 1e6,
  });
  return [
    row("log, 2 M lines, 60 % relevant, rows kept", kept),
    row("the same, rows folded (editor, text report)", folded),
  ];
}

function noMeasures(): Measured {
  return { ms: [], memory: [] };
}

interface Measured {
  readonly ms: number[];
  readonly memory: number[];
}

async function measure({ ms, memory }: Measured, read: () => object): Promise<void> {
  const before = await settledBytes();
  const held: object[] = [];
  const start = performance.now();
  held.push(read());
  ms.push(performance.now() - start);
  memory.push((await settledBytes()) - before);
  // Not before: the result had to be there while its size was taken.
  held.length = 0;
}

function readOurs(chunks: readonly Uint8Array[], mode: RowMode): MemoryLog {
  const decoder = new TextDecoder();
  const reader = createLogReader((bytes) => decoder.decode(bytes), mode);
  for (const chunk of chunks) {
    reader.push(chunk);
  }
  return reader.end();
}

function checkSame({ runs, tally }: MemoryLog, peer: PeerLog): void {
  const [run, ...others] = runs;
  if (run === undefined || others.length > 0) {
    throw new Error(`expected one run, got ${runs.length}`);
  }
  const { functions, kinds, phases } = run;
  const same =
    tally.lines === peer.lines &&
    functions.length === peer.functions.length &&
    kinds.length === peer.kinds.length &&
    phases.length === peer.phases.length &&
    peer.functions.every(
      ({ line, name, mb }, row) =>
        functions.line[row] === line &&
        functions.names[functions.name[row] ?? -1] === name &&
        functions.deltaBytes[row] === mb * MEBIBYTE,
    ) &&
    peer.kinds.every(
      ({ line, number, mb, count }, row) =>
        kinds.line[row] === line &&
        kinds.number[row] === number &&
        kinds.deltaBytes[row] === mb * MEBIBYTE &&
        kinds.count[row] === count,
    ) &&
    peer.phases.every(
      ({ line, name, mb }, index) =>
        phases[index]?.line === line &&
        phases[index].name === name &&
        phases[index].rssBytes === mb * MEBIBYTE,
    );
  if (!same) {
    throw new Error("both ways must read the same");
  }
}
