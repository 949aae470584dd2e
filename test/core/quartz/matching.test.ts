import { expect, test } from "vitest";
import type { DeclarationDraft } from "#core/quartz/declaration";
import { lex } from "#core/quartz/lex";
import {
  blockOfClause,
  blockOfInlineEnd,
  blockOfLineEnd,
  bracketOf,
  depthAtDeclaration,
} from "#core/quartz/matching";
import { OpenBlocks } from "#core/quartz/openBlocks";

/** Open blocks by `word@column`; `def` and `impl` have indented bodies, `flat` is a `def` that has not. */
function open(blocks: string): OpenBlocks {
  const stack = new OpenBlocks(lex(""));
  for (const [word = "", column] of blocks.split(" ").map((block) => block.split("@"))) {
    const indent = Number(column);
    const shapes: Readonly<Record<string, "branches" | "bracket" | "brace">> = {
      if: "branches",
      "(": "bracket",
      "{": "brace",
    };
    const isDeclaration = word === "def" || word === "impl" || word === "flat";
    stack.push({
      shape: shapes[word] ?? "block",
      token: 0,
      indent,
      statementIndent: indent,
      declaration: isDeclaration ? draft(word === "impl" ? "holder" : "function") : undefined,
    });
    if (isDeclaration && stack.top !== undefined) {
      stack.top.indented = word !== "flat";
    }
  }
  return stack;
}

function draft(kind: DeclarationDraft["kind"]): DeclarationDraft {
  return {
    kind,
    first: 0,
    name: undefined,
    methodsOf: undefined,
    parameters: undefined,
    bodyStart: 0,
    parent: undefined,
    last: 0,
  };
}

test.each([
  ["def@0 if@2", 2, 1, "its own column"],
  ["def@0 while@2 if@4", 2, 1, "an inner end is missing"],
  ["def@0", 2, -1, "a surplus end in an indented body"],
  ["def@0 if@2", 4, 1, "a statement's end anywhere"],
  ["flat@0", 2, 0, "a body without indentation is counted"],
  ["impl@0 def@2 (@4", 2, 1, "a bracket is missing"],
  ["impl@0 def@2", 0, 0, "a method's end is missing"],
])("%s, end in column %i closes %i: %s", (blocks, column, expected) => {
  expect(blockOfLineEnd(open(blocks), column)).toBe(expected);
});

test.each([
  ["def@0 if@2", 1],
  ["def@0", -1],
  ["flat@0", 0],
  ["def@0 (@2", -1],
])("%s, end behind other tokens closes %i", (blocks, expected) => {
  expect(blockOfInlineEnd(open(blocks))).toBe(expected);
});

test.each([
  ["def@0 if@2 while@4", 2, 1],
  ["def@0 if@2", 4, 1],
  ["def@0 while@2", 2, -1],
  ["def@0 if@2 while@4", undefined, -1],
])("%s, else in column %s goes on with %i", (blocks, column, expected) => {
  expect(blockOfClause(open(blocks), column)).toBe(expected);
});

test.each([
  ["impl@0 def@2 if@4", 2, 1],
  ["impl@0 def@2", 0, 0],
  ["impl@0 def@2", 4, 2],
  ["do@0 (@0", 2, 1],
])("%s, a declaration in column %i ends from depth %i", (blocks, column, expected) => {
  expect(depthAtDeclaration(open(blocks), column)).toBe(expected);
});

test.each([
  ["(@0 if@2", false, undefined, 0],
  ["(@0", true, undefined, 0],
  ["(@0 def@2", false, undefined, -1],
  ["{@0 def@2", true, 0, 0],
  ["{@0 def@2", true, 6, -1],
])("%s, a closing bracket (brace: %s, column %s) closes %i", (blocks, isBrace, column, expected) => {
  expect(bracketOf(open(blocks), isBrace, column)).toBe(expected);
});
