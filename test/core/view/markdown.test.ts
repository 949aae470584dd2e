import { describe, expect, test } from "vitest";
import { escapeMarkdown, inlineCode, markdownLink, markdownList } from "#core/view/markdown";

describe("inline code", () => {
  test.each([
    ["mir_lower$mir_lower_expr", "`mir_lower$mir_lower_expr`"],
    ["a`b", "``a`b``"],
    ["`a``", "``` `a`` ```"],
    ["a\n\n# b", "`a # b`"],
    ["", ""],
    ["   ", ""],
    ["<img src=x onerror=alert(1)>", "`<img src=x onerror=alert(1)>`"],
  ])("%j is %s", (text, code) => {
    expect(inlineCode(text)).toBe(code);
  });

  test("long text is cut", () => {
    expect(inlineCode("x".repeat(100_000))).toBe(`\`${"x".repeat(256)}…\``);
  });
});

describe("plain words", () => {
  test.each([
    ["[a](command:evil)", "\\[a\\]\\(command\\:evil\\)"],
    ["https://evil.test www.evil.test", "https\\:\\/\\/evil\\.test www\\.evil\\.test"],
    ["<b>&amp;", "\\<b\\>\\&amp\\;"],
    ["# head\n    code", "\\# head code"],
    ["← THE TARGET DELTA", "← THE TARGET DELTA"],
  ])("%j is %s", (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped);
  });
});

test("a link's target cannot end early", () => {
  expect(markdownLink("a", "file:///x>(y) z\\#L1")).toBe("[a](<file:///x%3E(y)%20z%5C#L1>)");
});

test("a list has a line for each item", () => {
  expect(markdownList(["a", "**b**"])).toBe("- a\n- **b**");
});
