import { expect, test } from "vitest";
import { FrequentLine } from "#core/log/frequentLine";
import { ViewOf } from "#core/log/words";
import { bytesOf, decode, readLog } from "./listing.ts";

function read(text: string): string | undefined {
  const bytes = bytesOf(text);
  const line = new FrequentLine(new ViewOf());
  if (!line.read(bytes, 0)) {
    return undefined;
  }
  const { isFunction, megabytes, nameFrom, nameTo, kindNumber, count, next } = line;
  const what = isFunction ? decode(bytes.subarray(nameFrom, nameTo)) : `${kindNumber} ${count}`;
  return `${megabytes} ${what} ${bytes.length - next}`;
}

test.each([
  ["[mem-fn] +93  MB: tc$a\n", "93 tc$a 0"],
  ["[mem-fn] -5 MB: a\r\nmore", "-5 a 4"],
  ["[kind 1009] +5764 MB / 69186 stmts\nmore", "5764 1009 69186 4"],
  ["[kind 9] -1 MB / 0 calls\r\n", "-1 9 0 0"],
])("%j is read the short way", (text, expected) => {
  expect(read(text)).toBe(expected);
});

test.each([
  "[mem-fn] +9 MB: a",
  "[mem-fn] +9 MB: aé\n",
  "[mem-fn] +9 MB: abcdefg\u200b\n",
  "[mem-fn] +9 MB: a\u001b[0m\n",
  "[mem-fn] +9 MB: a b\n",
  "[mem-fn] +9 MB: a \n",
  "[mem-fn] +9 MB: a[mem]\n",
  "[mem-fn] +9 MB: \n",
  "[mem-fn] ~9 MB: a\n",
  "[mem-fn] +9999999999 MB: a\n",
  "[mem-fn]\n",
  "[mem] init: 1 MB\n",
  "[kind 9] +9 MB / 9\n",
  "[kind 9] +9 MB / 9 of 10\n",
  "[kind 9] +9 MB / 9 stmts",
  "[kind x] +9 MB / 9 stmts\n",
])("%j is left to the long way", (text) => {
  expect(read(text)).toBeUndefined();
});

// A blank before the tag closes the short way, and changes nothing else but columns.
test.each([
  "[mem-fn] +93  MB: tc$a\n",
  "[mem-fn] +999999999 MB: a\n",
  "[mem-fn] -0 MB: a\r\n",
  "[kind 1009] +5764 MB / 69186 stmts\n",
  "[kind 999999999] -5 MB / 999999999 calls\n",
])("%j reads the same the long way", (text) => {
  expect(read(text)).toBeDefined();
  expect(readLog(text)).toEqual(readLog(` ${text}`));
});
