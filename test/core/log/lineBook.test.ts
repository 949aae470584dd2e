import { expect, test } from "vitest";
import { LineBook } from "#core/log/lineBook";
import { TaggedLine } from "#core/log/taggedLine";
import { bytesOf, decode, list } from "./listing.ts";

test("each entry counts once", () => {
  const book = new LineBook(() => []);
  const bytes = bytesOf("[mem] init: 1 MB");
  const line = new TaggedLine(decode, bytes, { line: 0, from: 0, tag: 0, end: bytes.length }, false);
  book.mem(line, false);
  book.other("text");
  book.unknown(line);
  book.problem(line, () => line.cutOff());
  book.note(4, { text: "n", part: "measured" });
  book.record(false);
  expect(book.tally).toEqual({ lines: 6, records: 3, unknown: 1, problems: 1, other: 1 });
});

test("what is left out of a reading is told with the reading's run", () => {
  expect(list("[mem] init: 1 MB\n[mem] init: 1 MB (+5x) (0ms)\n[mem] lex: 2 MB\n")).toMatchInlineSnapshot(`
    "
    3 lines = 3 records + 0 unknown + 0 problems + 0 other
    measured 0 from 0, max 1
      0 init 1
    measured 1 from 1, max 2
      1 init 1 0ms (+5x)
      2 lex 2 - of +1
      1:17 malformed-line: Found \`(+5x)\`; expected a delta like \`(+5401)\` or a time like \`(9871ms)\`. Left out.
    "
  `);
});
