import { expect, test } from "vitest";
import { MEBIBYTE } from "#core/base/units";
import { readGluedHeading, readGluedRow } from "#core/log/table/gluedRow";
import type { TableLine } from "#core/log/table/tableLine";

/** `tc_expr 9 NODE_CALL +5764 / 69186`, with the column of each fault. */
function shown(line: TableLine | undefined): string | undefined {
  if (line?.type !== "entry" || line.entry.type !== "kind") {
    return line?.type === "unreadable" ? `${line.fault.at}: ${line.fault.message}` : line?.type;
  }
  const { place, totalBytes, count, approximate } = line.entry;
  const who = [place.dispatcher, place.number, place.name].map((part) => part ?? "-").join(" ");
  const faults = line.faults.map(({ at }) => ` !${at}`).join("");
  return `${who} ${approximate ? "~" : ""}${totalBytes / MEBIBYTE} / ${count}${faults}`;
}

test.each([
  ["Node kindCountRSS deltaPer-stmt avg", "statement"],
  ["Expr kindCountRSS deltaPer-call avg", "expression"],
  ["  **KindCountDelta MBPer call", "expression"],
  ["Stmt kindCountGrowth", "statement"],
  ["kindCountTotal", undefined],
])("%j is a heading", (text, domain) => {
  expect(readGluedHeading(text)).toEqual({ domain });
});

test.each([
  "kind",
  "Node kind of a count",
  "KindCount",
  "Node kind | Count | delta",
  `kindcountdelta${"x".repeat(61)}`,
])("%j is none", (text) => {
  expect(readGluedHeading(text)).toBeUndefined();
});

test.each([
  ["NODE_CALL (9)69,186+5,764 MB~87 KB/call", "tc_expr 9 NODE_CALL 5764 / 69186"],
  ["NODE_IDENT (6)209,691+3 MB15 bytes/call (trivial!)", "tc_expr 6 NODE_IDENT 3 / 209691"],
  ["NODE_BLOCK (32)13,132+14,041 MB~1 MB/stmt (composite)", "tc_stmt 32 NODE_BLOCK 14041 / 13132"],
  ["  `NODE_CALL`(9) 69,186 +5,764 MB (leaf)", "- 9 NODE_CALL 5764 / 69186"],
  ["NODE_CALL 9 69,186 −5 GB", "- 9 NODE_CALL -5120 / 69186"],
  ["NODE_U8 (77)5+~1.5 KB", `- 77 NODE_U8 ~${1.5 / 1024} / 5`],
  ["NODE_CALL (1009)5+1 MB", "tc_expr 9 NODE_CALL 1 / 5"],
  ["> NODE_CALL (9)5+99999999999999 MB", "- 9 NODE_CALL NaN / 5 !16"],
  ["NODE_CALL (9)9007199254740993+5 MB", "- 9 NODE_CALL 5 / NaN !13"],
])("%j is a row", (text, expected) => {
  expect(shown(readGluedRow(text, undefined))).toBe(expected);
});

test.each([
  ["prose", "NODE_CALL is 5.76 GB of the 5.4 GB net"],
  ["prose behind figures", "NODE_CALL (9) 69,186 +5,764 MB is too much"],
  ["a rate", "NODE_CALL (9)69,186+87 KB/call"],
  ["a rate in words", "NODE_CALL (9) 69,186 +87 KB per call"],
  ["no sign", "NODE_CALL (9)69,186 5,764 MB"],
  ["no unit", "NODE_CALL (9)69,186+5,764"],
  ["no count", "NODE_CALL (9)+5,764 MB"],
  ["a digit that may be the kind's or the count's", "NODE_CALL 969,186+5,764 MB"],
  ["the same without a blank", "NODE_CALL969,186+5,764 MB"],
  ["a number that may be the kind's or the count", "NODE_CALL 9 +5,764 MB"],
])("%s is none", (_, text) => {
  expect(readGluedRow(text, undefined)).toBeUndefined();
});

test("a heading tells the domain, and that there is no column of numbers", () => {
  expect(shown(readGluedRow("NODE_IF (23)5+3 MB", { domain: "statement" }))).toBe("tc_stmt 23 NODE_IF 3 / 5");
  expect(shown(readGluedRow("NODE_IF5+3 MB~1 MB/stmt", { domain: undefined }))).toBe(
    "tc_stmt - NODE_IF 3 / 5",
  );
});

test("below a heading, what begins like a row is one", () => {
  const heading = { domain: undefined };
  expect(shown(readGluedRow(" NODE_CALL (9)69,186+57x6 MB", heading))).toBe(
    "1: Found `NODE_CALL (9)69,186+57x6 MB`; expected a row like `NODE_CALL (9)69,186+5,764 MB~87 KB/call`.",
  );
  expect(shown(readGluedRow("NODE_CALL (9)69.186+5 MB", heading))).toContain("0: Found");
  expect(shown(readGluedRow("NODE_CALL (9)69,1861+5 MB", heading))).toBe(
    "13: Found `69,1861`; expected a whole number, like `69,186`.",
  );
  expect(readGluedRow("NODE_CALL (9) is what counts", heading)).toBeUndefined();
  expect(readGluedRow("NODE_CALL is 5.76 GB", heading)).toBeUndefined();
});
