import { expect, test } from "vitest";
import { MEBIBYTE } from "#core/base/units";
import { filterTree, parseTreeFilter } from "#core/view/tree/treeFilter";
import { heading, leaf, noSize, plainText, sizeOf, type TreeNode } from "#core/view/tree/treeNode";

function row(name: string, megabytes?: number): TreeNode {
  const size = megabytes === undefined ? noSize(name) : sizeOf(name, megabytes * MEBIBYTE, Number.NaN);
  return leaf(name, size, name, () => plainText(name, "", "subject"));
}

const TREE = [
  heading("h", () => plainText("h", "", "section"), [
    row("mir$lower backend/mir.qz", 50),
    row("mir$Emit backend/mir.qz", 51),
    heading("inner", () => plainText("inner", "", "section"), [row("lexer$lower lexer.qz", 200)]),
  ]),
  row("note of lower"),
];

function filtered(text: string): string {
  const filter = parseTreeFilter(text);
  if (filter === undefined) {
    return "unreadable";
  }
  const { nodes, hidden } = filterTree(TREE, filter);
  const names = (some: readonly TreeNode[]): readonly string[] =>
    some.flatMap((node) =>
      node.heading ? [`[${names(node.children).join(" ")}]`] : [node.size.name.split(" ")[0] ?? ""],
    );
  return `${names(nodes).join(" ")} -${hidden}`;
}

test.each([
  ["", "[mir$lower mir$Emit [lexer$lower]] note -0"],
  ["lower", "[mir$lower [lexer$lower]] note -1"],
  ["LOWER backend", "[mir$lower] -3"],
  ["emit", "[mir$Emit] -3"],
  [">50", "[mir$Emit [lexer$lower]] -2"],
  [">=50", "[mir$lower mir$Emit [lexer$lower]] -1"],
  ["> 0.1 GB", "[[lexer$lower]] -3"],
  [">50 mir", "[mir$Emit] -3"],
  ["mir >50MB", "[mir$Emit] -3"],
  [">50,5", "[mir$Emit [lexer$lower]] -2"],
  ["nothing", " -4"],
  [">x", "unreadable"],
  [">", "unreadable"],
  [">50x", "unreadable"],
  ["Vec<Int>$push", " -4"],
])("%s", (text, expected) => {
  expect(filtered(text)).toBe(expected);
});
