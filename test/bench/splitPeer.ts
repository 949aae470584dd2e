// The usual way to read such a log, to measure against: one string, split, three regular expressions in turn.

const PHASE = /^\[mem\]\s+(\w+):\s+(\d+)\s+MB(?:\s+\(([+-]?\d+)\))?(?:\s+\((\d+)ms\))?/;
const FUNCTION = /^\[mem-fn\]\s+([+-]\d+)\s+MB:\s+(\S+)/;
const KIND = /^\[kind (\d+)\]\s+([+-]\d+)\s+MB \/ (\d+) \w+/;

export interface PeerLog {
  readonly lines: number;
  readonly phases: { line: number; name: string; mb: number }[];
  readonly functions: { line: number; name: string; mb: number }[];
  readonly kinds: { line: number; number: number; mb: number; count: number }[];
}

export function readBySplitting(chunks: readonly Uint8Array[]): PeerLog {
  const decoder = new TextDecoder();
  const text = `${chunks.map((chunk) => decoder.decode(chunk, { stream: true })).join("")}${decoder.decode()}`;
  const lines = text.split("\n");
  const log: PeerLog = { lines: lines.length - 1, phases: [], functions: [], kinds: [] };
  for (const [line, content] of lines.entries()) {
    const phase = PHASE.exec(content);
    if (phase !== null) {
      log.phases.push({ line, name: phase[1] ?? "", mb: Number(phase[2]) });
      continue;
    }
    const row = FUNCTION.exec(content);
    if (row !== null) {
      log.functions.push({ line, name: row[2] ?? "", mb: Number(row[1]) });
      continue;
    }
    const kind = KIND.exec(content);
    if (kind !== null) {
      log.kinds.push({ line, number: Number(kind[1]), mb: Number(kind[2]), count: Number(kind[3]) });
    }
  }
  return log;
}
