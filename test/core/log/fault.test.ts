import { expect, test } from "vitest";
import { bytesOfMegabytes, foundAt, quoted, safeInteger, unsafeInteger } from "#core/log/fault";

test("what was found is one word, shortened, or the end of the line", () => {
  expect(foundAt("a bc d", 2)).toBe("`bc`");
  expect(foundAt("a bc", 4)).toBe("the end of the line");
  expect(foundAt("x".repeat(99), 0)).toBe(`\`${"x".repeat(40)}…\``);
  expect(quoted("[mem] a")).toBe("`[mem] a`");
});

test("a value that is not a safe integer is no number, and is told as printed", () => {
  expect(bytesOfMegabytes(8_589_934_591)).toBe(9_007_199_253_692_416);
  expect(bytesOfMegabytes(8_589_934_592)).toBeNaN();
  expect(safeInteger(2 ** 53)).toBeNaN();
  expect(unsafeInteger("a 9007199254740993 MB", 2)).toMatchObject({ at: 2, code: "unsafe-integer" });
  expect(unsafeInteger("a 9007199254740993 MB", 2).message).toContain("`9007199254740993`");
});
