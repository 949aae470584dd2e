import { expect, test } from "vitest";
import { readOwnLine } from "#core/log/own/ownLine";

/** Where and why a line without an end is not read; what it says otherwise. */
function readCut(body: string): string {
  const line = readOwnLine("function", body, true);
  if (line.type === "unreadable") {
    return `${line.fault.at} ${line.fault.code}`;
  }
  return line.type === "probe" ? `total ${line.totalBytes} count ${line.count}` : line.type;
}

test.each([
  [" fn=f total=5", "12 cut-line"],
  [" total=5 fn=f", "12 cut-line"],
  [" fn=f total=5 ", "total 5 count NaN"],
  [" fn=f total=5\t", "total 5 count NaN"],
  [' total=5 fn="f"', "total 5 count NaN"],
  [' total=5 fn="f', "12 cut-line"],
  [' total=5 fn="f\\', "12 cut-line"],
  [' total=5 fn="f\\"', "12 cut-line"],
])("%s: a word counts where a blank or a quote shows that it is whole", (body, expected) => {
  expect(readCut(body)).toBe(expected);
});

test.each([
  [" fn=f total=5 calls=", "20 cut-line"],
  [" fn=f total=5 calls=1", "20 cut-line"],
  [" fn=f total=5 cal", "14 cut-line"],
  [" fn=f total=5 cal ", "14 malformed-line"],
  [" fn=f total=5 node=1", "total 5 count NaN"],
  [' fn=f total=5 node="1', "19 cut-line"],
  [" fn=f total=x node=1", "12 malformed-line"],
])("%s: half a word matters unless it is a whole key that is passed over", (body, expected) => {
  expect(readCut(body)).toBe(expected);
});

test.each([
  [" fn=f ", "6 cut-line"],
  [' fn="f"', "7 cut-line"],
  [" f", "2 cut-line"],
  [" ", "1 cut-line"],
  ["", "0 cut-line"],
  [" +136 M", "unknown"],
  [" lookup +3 M", "unknown"],
])("%j: what is missing may have stood behind the cut", (body, expected) => {
  expect(readCut(body)).toBe(expected);
});

test("a cut line is shown with its tag", () => {
  expect(readOwnLine("checkpoint", " fn=f index=3 tot", true)).toEqual({
    type: "unreadable",
    fault: {
      at: 14,
      code: "cut-line",
      message:
        "Found `[mem-cp] fn=f index=3 tot` and no line end; expected a whole line. It was cut off and is not read.",
    },
  });
});

test("a line of 64 KB is read in no time, whatever it is made of", () => {
  const parts = [" ", "a", "a=", 'a="', '"', "\\", '\\"', "9", ":", "a=1 ", 'a="b" ', "\t"];
  const start = performance.now();
  for (const part of parts) {
    for (const head of ["", " fn=", ' fn="', " at=", " calls=", " fn=f total=5 "]) {
      readOwnLine("site", head + part.repeat(60_000 / part.length), true);
    }
  }
  expect(performance.now() - start).toBeLessThan(2000);
});
