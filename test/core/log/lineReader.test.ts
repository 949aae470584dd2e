import { expect, test } from "vitest";
import { list, listCut, readLog } from "./listing.ts";

test("a line that stops in the middle is not read as something else", () => {
  expect(listCut("\n[mem] init: 1 MB\n  [mem-fn] +13\n")).toMatchInlineSnapshot(`
    "
    2 lines = 1 records + 0 unknown + 1 problems + 0 other
    measured 0 from 0, max 1
      0 init 1
      1:2 cut-line: Found \`[mem-fn] +13\` and no line end; expected a whole line. It was cut off and is not read.
    "
  `);
  expect(listCut("\n[kind 1009] +5764 MB / 691\n")).toContain("cut-line");
  expect(listCut("\n[kind 10\n")).toContain("cut-line");
  expect(listCut("\n[mem-fn] +136 MB: mir_lower$\n")).toContain("cut-line");
  expect(listCut("\n[mem-fn] +136 M\n")).toContain("cut-line");
  expect(listCut("\n[mem-f\n")).toContain("cut-line");
  expect(listCut("\n[mem\n")).toContain("cut-line");
});

test("what is wrong for another reason is told for that reason", () => {
  expect(listCut("\n[mem-fn] +abc MB: x\n")).toContain("malformed-line");
  expect(listCut("\n[mem-other] x\n")).toContain("1 unknown");
});

test("a whole last line counts without its end", () => {
  expect(listCut("\n[mem-fn] +136 MB: mir_lower$mir_lower_expr\n")).toContain("1 records");
  expect(listCut("\n[kind 1009] +5764 MB / 69186 stmts\n")).toContain("1 records");
  expect(listCut("\n...153 total functions leaked >8 MB each...\n")).toContain("1 records");
});

test("no prefix of a log holds a figure that the log does not", () => {
  const text =
    "[mem] init: 1 MB\n[mem-fn] +93 MB: a\n[kind 1009] +5764 MB / 69186 stmts\n[mem] tc a: 18276\n[mem] lex: 57 MB (+56) (21ms)\n";
  const [whole] = readLog(text).runs;
  const phases = new Map(whole?.phases.map((phase) => [phase.line, phase]));
  for (let length = 0; length <= text.length; length++) {
    for (const run of readLog(text.slice(0, length)).runs) {
      expect([...(whole?.functions.deltaBytes ?? [])]).toEqual(
        expect.arrayContaining([...run.functions.deltaBytes]),
      );
      expect([...(whole?.kinds.count ?? [])]).toEqual(expect.arrayContaining([...run.kinds.count]));
      expect(whole?.counts).toEqual(expect.arrayContaining([...run.counts]));
      for (const { line, rssBytes, deltaBytes, elapsedMs } of run.phases) {
        expect(phases.get(line)?.rssBytes).toBe(rssBytes);
        expect([undefined, phases.get(line)?.deltaBytes]).toContain(deltaBytes);
        expect([undefined, phases.get(line)?.elapsedMs]).toContain(elapsedMs);
      }
    }
  }
});

test("columns count UTF-16 code units", () => {
  expect(list("😀é [mem-fn] +é MB: x\n")).toMatchInlineSnapshot(`
    "
    1 lines = 0 records + 0 unknown + 1 problems + 0 other
    measured 0 from 0, max -
      0:14 malformed-line: Found \`é\`; expected a line like \`[mem-fn] +93 MB: name\`.
    "
  `);
});
