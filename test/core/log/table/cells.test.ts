import { expect, test } from "vitest";
import { cellsOf, type Layout, layoutOf, leadOf } from "#core/log/table/cells";

/** Cells as `column:text`. */
function cells(text: string, layout: Layout | undefined = layoutOf(text)): readonly string[] | undefined {
  return layout && cellsOf(text, layout)?.map(({ text, at }) => `${at}:${text}`);
}

test.each<[line: string, layout: Layout, cells: readonly string[]]>([
  ["| phase | rss |", "edged", ["2:phase", "10:rss"]],
  ["| phase |", "edged", ["2:phase"]],
  ["  | phase|rss", "edged", ["4:phase", "10:rss"]],
  ["> | phase | | ", "edged", ["4:phase", "12:"]],
  ["|| 5", "edged", ["1:", "3:5"]],
  ["| a \\| b | c |", "edged", ["2:a \\| b", "11:c"]],
  ["| a | b \\|", "edged", ["2:a", "6:b \\|"]],
  ["phase | rss", "piped", ["0:phase", "8:rss"]],
  ["* phase | rss |", "piped", ["2:phase", "10:rss"]],
  ["phase\trss", "tabbed", ["0:phase", "6:rss"]],
  ["\tphase\t rss ", "tabbed", ["0:", "1:phase", "8:rss"]],
  ["phase  rss delta   ms\r", "spaced", ["0:phase", "7:rss delta", "19:ms"]],
  ["  a  13\u2009132", "spaced", ["2:a", "5:13\u2009132"]],
])("%j is %s", (line, layout, expected) => {
  expect(layoutOf(line)).toBe(layout);
  expect(cells(line)).toEqual(expected);
});

test.each<[line: string, layout: Layout]>([
  ["phase | rss", "edged"],
  ["| phase | rss |", "piped"],
  ["phase rss", "piped"],
  ["phase  rss", "tabbed"],
  ["phase", "spaced"],
  ["", "edged"],
])("%j is no %s row", (line, layout) => {
  expect(cells(line, layout)).toBeUndefined();
});

test("a line of prose has no layout", () => {
  expect(layoutOf("NODE_CALL is 5.76 GB of the net growth.")).toBeUndefined();
  expect(leadOf("  > * NODE")).toBe(6);
});

test("nobody writes a table of so many columns", () => {
  for (const separator of ["|", "\t", "  "]) {
    expect(cells(`a${`${separator}a`.repeat(63)}`)).toHaveLength(64);
    expect(cells(`a${`${separator}a`.repeat(64)}`)).toBeUndefined();
  }
});
