// Columns as one block of bytes: one base64 string over LSP, one ArrayBuffer to the page, no object per frame.
// Layout: u32 frames, u32 rows, then start, weight, delta (f64), parent (i32), name (u32), line (i32),
// rowOffsets (u32, rows + 1), kind (u8), flags (u8). Little-endian, as every machine that runs VS Code.
import type { FlameColumns } from "./flameColumns.ts";

const HEADER_BYTES = 8;

export function encodeFlameBlock(columns: FlameColumns): Uint8Array {
  const frames = columns.start.length;
  const rows = columns.rowOffsets.length - 1;
  const parts = [
    new Uint32Array([frames, rows]),
    columns.start,
    columns.weight,
    columns.delta,
    columns.parent,
    columns.name,
    columns.line,
    columns.rowOffsets,
    columns.kind,
    columns.flags,
  ];
  const block = new Uint8Array(parts.reduce((length, part) => length + part.byteLength, 0));
  let at = 0;
  for (const part of parts) {
    block.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at);
    at += part.byteLength;
  }
  return block;
}

/**
 * Views into `block`, nothing copied.
 * @throws RangeError when the block is shorter than its header says.
 */
export function decodeFlameBlock(block: ArrayBuffer, strings: readonly string[]): FlameColumns {
  const [frames = 0, rows = 0] = new Uint32Array(block, 0, 2);
  let at = HEADER_BYTES;
  const take = (bytes: number): number => {
    const from = at;
    at += bytes;
    return from;
  };
  return {
    start: new Float64Array(block, take(frames * 8), frames),
    weight: new Float64Array(block, take(frames * 8), frames),
    delta: new Float64Array(block, take(frames * 8), frames),
    parent: new Int32Array(block, take(frames * 4), frames),
    name: new Uint32Array(block, take(frames * 4), frames),
    line: new Int32Array(block, take(frames * 4), frames),
    rowOffsets: new Uint32Array(block, take((rows + 1) * 4), rows + 1),
    kind: new Uint8Array(block, take(frames), frames),
    flags: new Uint8Array(block, take(frames), frames),
    strings,
  };
}
