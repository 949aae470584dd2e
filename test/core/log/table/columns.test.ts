import { expect, test } from "vitest";
import { MEBIBYTE } from "#core/base/units";
import { HEADER_FIRST_WORDS, readColumn } from "#core/log/table/columns";

test.each([
  ["phase", "phase", undefined],
  ["**Phase**", "phase", undefined],
  ["Node kind", "kind", undefined],
  ["`fn`", "function", undefined],
  ["name", "name", undefined],
  ["number", "kindNumber", undefined],
  ["node", "kindName", undefined],
  ["Count", "count", undefined],
  ["delta MB", "delta", MEBIBYTE],
  ["RSS delta (MB)", "delta", MEBIBYTE],
  ["MB leaked", "delta", MEBIBYTE],
  ["growth, in KB", "delta", 1024],
  ["Δ RSS [GB]", "delta", 1024 * MEBIBYTE],
  ["total", "total", undefined],
  ["current MB", "reading", MEBIBYTE],
  ["RSS (GB)", "reading", 1024 * MEBIBYTE],
  ["after", "reading", undefined],
  ["peak RSS", "peak", undefined],
  ["elapsed ms", "elapsed", 1],
  ["ms", "elapsed", 1],
  ["Per-call avg", "average", undefined],
  ["KB/stmt", "average", 1024],
  ["RSS before", "before", undefined],
  ["baseline", "before", undefined],
])("the heading %j is %s, in units of %j", (text, role, perUnit) => {
  expect(readColumn(text)).toMatchObject({ role, perUnit });
});

test.each([
  "",
  "MB",
  "delta %",
  "delta ms",
  "delta B",
  "elapsed MB",
  "delta MB GB",
  "typecheck delta MB",
  "variant",
  "RSS delta per commit of the tc_stmt dispatcher, measured over all of it",
])("the heading %j is none that we know", (text) => {
  expect(["average", undefined]).toContain(readColumn(text).role);
  expect(readColumn(text).role === "average").toBe(text.includes(" per ") && text.length <= 64);
});

test("a heading of ours begins with one of these words", () => {
  expect(HEADER_FIRST_WORDS).toEqual([
    ...["phase", "phases", "kind", "kinds", "node", "expr", "expression", "stmt", "statement", "number"],
    ...["function", "functions", "fn", "name"],
  ]);
});
