import { expect, test } from "vitest";
import { MEBIBYTE } from "#core/base/units";
import {
  type Figure,
  isGiven,
  plain,
  readCount,
  readDelta,
  readElapsed,
  readReading,
} from "#core/log/table/figure";

/** `~5 (rest)` for a value of 5, what was expected for an unreadable one, `-` for none. */
function shown(figure: Figure): string {
  switch (figure.type) {
    case "nothing":
      return "-";
    case "unreadable":
      return figure.expected.replace("problem.table", "expected ");
    case "value":
      return `${figure.approximate ? "~" : ""}${figure.value} ${figure.rest}`.trim();
  }
}

test.each([
  ["+136 MB", 136],
  ["5,764 MB", 5764],
  ["-5 MB", -5],
  ["\u22125MB", -5],
  ["+-5 MB", -5],
  ["- 5 MB", -5],
  ["(+5401 MB)", 5401],
  ["**+5,764 MB**", 5764],
  ["`+136  MB`", 136],
  ["±0 MB", 0],
  ["-0 MB", 0],
  ["3 MiB", 3],
  ["1'048'576 MB", 1_048_576],
  ["1_048_576 MB", 1_048_576],
  ["13\u2009132 MB", 13_132],
  ["13\u202f132 MB", 13_132],
  ["2 GB", 2048],
  ["2048 KB", 2],
  ["2097152 bytes", 2],
  ["1048576 B", 1],
])("a delta of %j is %d MB", (text, megabytes) => {
  expect(readDelta(text, undefined)).toEqual({
    type: "value",
    value: megabytes * MEBIBYTE,
    approximate: false,
    rest: "",
  });
});

test.each([
  ["~5 MB", "~5242880"],
  ["≈ 5 MB", "~5242880"],
  ["About 5 MB", "~5242880"],
  ["+~5 MB", "~5242880"],
  ["~ +5 MB", "~5242880"],
  ["12.47 GB", "13389560545"],
  ["+0.5 KB", "512"],
  ["+3 MB (trivial!)", "3145728 (trivial!)"],
  ["+3 MB, inclusive", "3145728 , inclusive"],
  ["+3 MB ← here", "3145728 ← here"],
  ["+99999999999999 MB", "NaN"],
  [`+${"9".repeat(400)} MB`, "NaN"],
])("a delta of %j is %s bytes", (text, expected) => {
  expect(shown(readDelta(text, undefined))).toBe(expected);
});

test.each([
  "",
  " ",
  "-",
  "–",
  "—",
  "?",
  "n/a",
  "N/A",
  "same",
  "wall about 35 s",
  "- none",
  "about the same 6.3 GB",
])("%j claims no figure", (text) => {
  for (const figure of [readDelta(text, 1), readReading(text, 1), readCount(text), readElapsed(text, 1)]) {
    expect(figure).toEqual({ type: "nothing" });
  }
});

test("the unit of a cell goes before that of the heading, and one of them must be there", () => {
  expect(shown(readDelta("5", MEBIBYTE))).toBe("5242880");
  expect(shown(readDelta("5 KB", MEBIBYTE))).toBe("5120");
  expect(shown(readDelta("12470 (12.47 GB)", MEBIBYTE))).toBe("13075742720 (12.47 GB)");
  expect(shown(readDelta("5", undefined))).toBe("expected Unit");
  expect(shown(readElapsed("5", undefined))).toBe("expected Unit");
});

test.each([
  "57x6 MB",
  "5 %",
  "5 %, MB",
  "87 KB/call",
  "87 KB / call",
  "87 KB per call",
  "87 KB, per call",
  "5 Mb",
  "5 MBs",
  "5-6 MB",
  "5 → 7 MB",
  "12.47 GB, now 7.81 GB",
  "5 of 10 MB",
  "12,47 MB",
  "1,0000 MB",
  "1,000'000 MB",
  "1.2.3 MB",
  ".5 MB",
  "±5 MB",
  "3 days",
])("%j is no delta", (text) => {
  expect(shown(readDelta(text, MEBIBYTE))).toBe("expected Delta");
});

test.each([
  ["5776 MB", "6056574976"],
  ["~12500 MB peak (current ≈ peak)", "~13107200000 peak (current ≈ peak)"],
  ["-5 MB", "expected Reading"],
  ["+5 MB", "expected Reading"],
  ["±0 MB", "expected Reading"],
  ["57x6", "expected Reading"],
  [".5 GB", "expected Reading"],
])("a reading of %j is %s", (text, expected) => {
  expect(shown(readReading(text, undefined))).toBe(expected);
});

test.each([
  ["69,186", "69186"],
  ["0", "0"],
  ["69186 stmts", "69186"],
  ["~69,000 calls", "~69000"],
  ["1,088 (few)", "1088 (few)"],
  ["9007199254740993", "NaN"],
  ["69.186", "expected Count"],
  ["69k", "expected Count"],
  ["-5", "expected Count"],
  ["15 bytes/call", "expected Count"],
  ["5 MB", "expected Count"],
  [".5", "expected Count"],
])("a count of %j is %s", (text, expected) => {
  expect(shown(readCount(text))).toBe(expected);
});

test.each([
  ["2608", 1, "2608"],
  ["9871ms", undefined, "9871"],
  ["(9871ms)", undefined, "9871"],
  ["9.87 s", undefined, "9870"],
  ["2.3", 1000, "2300"],
  ["1.5 ms", undefined, "1.5"],
  ["~35 s", 1, "~35000"],
  ["99999999999999999999", 1, "NaN"],
  ["-5", 1, "expected Elapsed"],
  ["1:30", 1, "expected Elapsed"],
  ["5 min", 1, "expected Elapsed"],
  [".5", 1, "expected Elapsed"],
])("a time of %j, in units of %j ms, is %s", (text, perUnit, expected) => {
  expect(shown(readElapsed(text, perUnit))).toBe(expected);
});

test("marks are no part of a text", () => {
  expect(plain("**`a  b`** ")).toBe("a b");
  expect(isGiven("`-`")).toBe(false);
  expect(isGiven("0")).toBe(true);
});
