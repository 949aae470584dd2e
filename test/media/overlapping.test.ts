import { describe, expect, test } from "vitest";
import { MEBIBYTE } from "#core/base/units";
import type { OverlappingRow } from "#core/view/flameColumns";
import { overlappingGroups } from "../../media/src/overlappingGroups.ts";
import { averageText, ratioText, shareText, totalText } from "../../media/src/overlappingText.ts";

function row(
  name: string,
  dispatcher: string,
  mb: number,
  count: number,
  rest: Partial<OverlappingRow> = {},
) {
  const known = { frame: 100, phase: "typecheck", hasSource: true, absurd: false };
  return { ...known, name, dispatcher, totalBytes: mb * MEBIBYTE, count, ...rest };
}

const CALL = row("NODE_CALL", "tc_expr", 5764, 69_186);
const INDEX = row("NODE_INDEX", "tc_expr", 1248, 14_117);
const BLOCK = row("NODE_BLOCK", "tc_stmt", 14_041, 13_132);
const NET = 5401 * MEBIBYTE;

function ratios(rows: readonly OverlappingRow[], netBytes: number | null): readonly string[] {
  return overlappingGroups(rows, netBytes).map((group) => ratioText(group, "en"));
}

describe("overlapping rows", () => {
  test("are grouped by dispatcher, largest first", () => {
    const groups = overlappingGroups([INDEX, BLOCK, CALL], NET);
    expect(groups.map(({ dispatcher, rows }) => [dispatcher, ...rows.map(({ name }) => name)])).toEqual([
      ["tc_expr", "NODE_CALL", "NODE_INDEX"],
      ["tc_stmt", "NODE_BLOCK"],
    ]);
  });

  test("say Σ / net as a fact, each dispatcher its own", () => {
    expect(ratios([CALL, INDEX, BLOCK], NET)).toEqual([
      "Σ 7,012 MB / net 5,401 MB = 1.3×: nested walks are counted again",
      "Σ 14,041 MB / net 5,401 MB = 2.6×: nested walks are counted again",
    ]);
  });

  test("below the net growth, nothing need have been counted again", () => {
    expect(ratios([INDEX], NET)).toEqual(["Σ 1,248 MB / net 5,401 MB = 0.23×"]);
  });

  test.each([null, 0])("without a net growth (%s) there is no ratio", (net) => {
    expect(ratios([CALL], net)).toEqual(["Σ 5,764 MB; the phase's net growth is not known"]);
  });

  test("of two phases have no common net growth", () => {
    expect(ratios([CALL, { ...INDEX, phase: "mir" }], NET)).toEqual([
      "Σ 5,764 MB; the phase's net growth is not known",
      "Σ 1,248 MB; the phase's net growth is not known",
    ]);
  });

  test("keep what cannot be true out of Σ, and still list it", () => {
    const absurd = row("NODE_LET", "tc_expr", 9_999_999, 1, { absurd: true });
    const [group] = overlappingGroups([absurd, CALL], NET);
    expect(group?.rows.map(({ name }) => name)).toEqual(["NODE_CALL", "NODE_LET"]);
    expect(group?.sumBytes).toBe(CALL.totalBytes);
  });
});

describe("figures of a row", () => {
  test("total as logged, average as an estimate, share above the whole", () => {
    expect([totalText(CALL), averageText(CALL, "en"), shareText(CALL, NET, "en")]).toEqual([
      "+5764 MB",
      "≈ 85 KB",
      "107 %",
    ]);
  });

  test("nothing is made of a count of 0, or of a value that is none", () => {
    const empty = row("NODE_CALL", "tc_expr", Number.NaN, 0);
    expect([totalText(empty), averageText(empty, "en"), shareText(empty, NET, "en")]).toEqual([
      "–",
      "–",
      "–",
    ]);
  });
});
