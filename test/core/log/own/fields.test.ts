import fc from "fast-check";
import { expect, test } from "vitest";
import { type Field, readFields } from "#core/log/own/fields";

/** `key@at-end=value`, with `…` where the text ends within it. */
function show(text: string): string {
  const fields = readFields(text);
  if (fields.type === "broken") {
    return `${fields.at} ${fields.expected} ${fields.found}${fields.open ? " open" : ""}`;
  }
  return [...fields.byKey.values()].map(showField).join(" | ");
}

function showField({ key, value, at, end, open }: Field): string {
  return `${key}@${at}-${end}=${value}${open ? "…" : ""}`;
}

test.each([
  ["", ""],
  [" \t\r ", ""],
  ["a=1", "a@2-3=1…"],
  [" a=1 ", "a@3-4=1"],
  ["\ta=1\t \t_b_c=x\r", "a@3-4=1 | _b_c@12-13=x"],
  ["a= b=", "a@2-2= | b@5-5=…"],
  ["a==b=c", "a@2-6==b=c…"],
  ["größe=1", "0 problem.ownWord `größe=1` open"],
  ["a=größe ", "a@2-7=größe"],
])("%j holds words", (text, expected) => {
  expect(show(text)).toBe(expected);
});

test.each([
  ['a="b c" d=e ', "a@2-7=b c | d@10-11=e"],
  ['a="Map<String, Int>$get"', "a@2-24=Map<String, Int>$get"],
  ['a=""', "a@2-4="],
  [String.raw`a="say \"so\" \\n"`, String.raw`a@2-18=say "so" \n`],
  [String.raw`a="\\" b="\"" `, String.raw`a@2-6=\ | b@9-13="`],
  ['a=b"c" d=\\"', 'a@2-6=b"c" | d@9-11=\\"…'],
])("%s holds a quoted value, or one with quotes in it", (text, expected) => {
  expect(show(text)).toBe(expected);
});

test.each([
  ["a=1 word b=2", "4 problem.ownWord `word`"],
  ["a=1 word", "4 problem.ownWord `word` open"],
  ["a=1 +3 MB ", "4 problem.ownWord `+3`"],
  ["A=1 ", "0 problem.ownWord `A=1`"],
  ["1a=1 ", "0 problem.ownWord `1a=1`"],
  ["=1 ", "0 problem.ownWord `=1`"],
  ["a=1 b=2 a=3 ", "8 problem.ownTwice `a=3`"],
  ['a=1 a="1"', '4 problem.ownTwice `a="1"`'],
  ['a=1 b="c d', '6 problem.ownOpenQuote `"c d` open'],
  ['a="', '2 problem.ownOpenQuote `"` open'],
  ['a="c\\', '2 problem.ownOpenQuote `"c\\` open'],
  ['a="c\\" b=d', '2 problem.ownOpenQuote `"c\\" b=d` open'],
  ['a="c\\nd" b=e', "4 problem.ownEscape `\\n`"],
  ['a="b"c d=e', "5 problem.ownBehindQuote `c`"],
  ['a="b"c', "5 problem.ownBehindQuote `c`"],
  ['a="b""c"', '5 problem.ownBehindQuote `"c"`'],
])("%s holds a word that is none", (text, expected) => {
  expect(show(text)).toBe(expected);
});

test("names that every object has are keys like others", () => {
  expect(show("constructor=1 __proto__=2 ")).toBe("constructor@12-13=1 | __proto__@24-25=2");
});

test("offsets are those of the text, whatever it holds", () => {
  const piece = fc.constantFrom(" ", "\t", '"', "\\", "=", "a", "b", "_", "1", "é");
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const text = pieces.join("");
      const fields = readFields(text);
      if (fields.type === "broken") {
        expect(fields.at).toBeLessThan(text.length);
        return;
      }
      for (const { key, at, end, word, value } of fields.byKey.values()) {
        expect(text.slice(at - key.length - 1, end)).toBe(word);
        expect(word.slice(key.length + 1).replace(/^"|"$/g, "").length).toBeGreaterThanOrEqual(
          value.length - 2,
        );
      }
    }),
  );
});
