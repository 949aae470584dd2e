import { describe, expect, test } from "vitest";
import { decodeFlameBlock, encodeFlameBlock } from "#core/view/flameBlock";
import { flame } from "../../support/flame.ts";

const COLUMNS = flame(`
  run
  run;(start) init 1 MB @1
  run;typecheck +5401 MB @23
  run;typecheck;mir_lower$mir_lower_expr +136 MB @5 source
  run;typecheck;bad +99999 MB @6 absurd
  run;typecheck;(remainder) +5265 MB
  run;codegen -1900 MB @26
`);

function blockOf(): ArrayBuffer {
  return Uint8Array.from(encodeFlameBlock(COLUMNS)).buffer;
}

describe("a block of flame columns", () => {
  test("comes back as it went in, NaN and negative deltas included", () => {
    expect(decodeFlameBlock(blockOf(), COLUMNS.strings)).toEqual(COLUMNS);
  });

  test("is read in place: nothing is copied", () => {
    const block = blockOf();
    const { start, flags } = decodeFlameBlock(block, COLUMNS.strings);
    expect([start.buffer, flags.buffer]).toEqual([block, block]);
  });

  test("costs 8 bytes, 38 a frame and 4 a row", () => {
    expect(blockOf().byteLength).toBe(8 + 38 * COLUMNS.start.length + 4 * COLUMNS.rowOffsets.length);
  });

  test.each([0, 7, 8, 60, blockOf().byteLength - 1])("cut after %i bytes is refused", (length) => {
    expect(() => decodeFlameBlock(blockOf().slice(0, length), COLUMNS.strings)).toThrow(RangeError);
  });

  test("of no frames is no frames", () => {
    const none = { ...decodeFlameBlock(new Uint32Array([0, 0, 0]).buffer, []) };
    expect([none.start.length, [...none.rowOffsets]]).toEqual([0, [0]]);
  });
});
