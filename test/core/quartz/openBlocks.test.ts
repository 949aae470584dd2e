import { expect, test } from "vitest";
import { lex } from "#core/quartz/lex";
import { OpenBlocks, witnessIndent } from "#core/quartz/openBlocks";
import { TOKEN } from "#core/quartz/tokens";

const block = { shape: "branches", indent: 2, statementIndent: 2, declaration: undefined } as const;

test("clauses are linked head to head, the last to the end", () => {
  const open = new OpenBlocks(lex("if a elsif b else c end"));
  open.push({ ...block, token: 0 });
  open.startClause(0, 2);
  open.startClause(0, 4);
  open.closeWith(0, 6);
  expect([...open.partners]).toEqual([2, 0, 4, 0, 6, 0, 0]);
  expect(open.depth).toBe(0);
});

test("what was never closed ends where the block around it does", () => {
  const open = new OpenBlocks(lex("if a if b end"));
  open.push({ ...block, token: 0 });
  open.push({ ...block, token: 2 });
  open.closeWith(0, 4);
  expect([...open.partners]).toEqual([4, 0, 4, 0, 0]);
});

test("the first line inside tells whether the body is indented; ends and closing brackets tell nothing", () => {
  const open = new OpenBlocks(lex("if a"));
  open.push({ ...block, token: 0 });
  witnessIndent(open.top, 1, 0, TOKEN.end);
  expect(open.top?.indented).toBeUndefined();
  witnessIndent(open.top, 1, 4, TOKEN.name);
  witnessIndent(open.top, 1, 0, TOKEN.name);
  expect(open.top?.indented).toBe(true);
});
