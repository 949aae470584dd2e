import { expect, test } from "vitest";
import { Entry } from "#core/log/entry";
import { LineBook } from "#core/log/lineBook";
import { LineWords } from "#core/log/lineWords";
import { TaggedLine } from "#core/log/taggedLine";
import { bytesOf, decode, list } from "./listing.ts";

function entryLine(text: string): TaggedLine {
  const bytes = bytesOf(text);
  const entry = new Entry();
  entry.open({ bytes, from: 0, end: bytes.length, origin: undefined }, 0, bytes.length, "none", false);
  return new TaggedLine(decode, 0, entry);
}

test("each line counts once, however many entries it has", () => {
  const book = new LineBook(new LineWords(decode), "kept");
  const line = entryLine("[mem-x] a");
  const unreadable = () => book.problem(0, false, () => line.cutOff());
  book.recordLine();
  book.otherLine("text");
  book.unknown(line);
  book.endLine();
  unreadable();
  book.endLine();
  book.note(4, { text: "n", part: "measured" });
  book.record(false);
  unreadable();
  book.endLine();
  expect(book.tally).toEqual({ lines: 5, records: 2, unknown: 1, problems: 1, other: 1 });
});

test("what is read on a line with something that is not makes a problem of the rest", () => {
  const book = new LineBook(new LineWords(decode), "kept");
  book.count(0, false, "a", 1);
  book.unknown(entryLine("[mem-x] a"));
  book.endLine();
  expect(book.tally).toMatchObject({ records: 1, unknown: 0, problems: 0 });
  expect(book.runs()[0]?.problems[0]?.message).toContain("Found `[mem-x] a` beside entries");
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
