import { expect, test } from "vitest";
import { formatDelta, formatShare } from "#core/base/units";
import { modelOf } from "../../support/model.ts";

function charges(log: string): readonly string[] {
  return modelOf(log).charges.map(
    ({ name, phase, deltaBytes, rows, rank, of, share, absurd }) =>
      `${name} ${formatDelta(deltaBytes)} in ${phase ?? "open phase"} #${rank}/${of} ×${rows} ${share === undefined ? "-" : formatShare(share)}${absurd ? " ⚠" : ""}`,
  );
}

test("a function charged in two phases has two charges, each ranked in its own", () => {
  expect(
    charges(`
      [mem-fn] +10 MB: a$f
      [mem-fn] +30 MB: a$g
      [mem] typecheck: 100 MB (+100) (1ms)
      [mem-fn] +20 MB: a$f
      [mem] mir: 300 MB (+200) (2ms)
    `),
  ).toEqual([
    "a$g +30 MB in typecheck #1/2 ×1 30 %",
    "a$f +10 MB in typecheck #2/2 ×1 10 %",
    "a$f +20 MB in mir #1/1 ×1 10 %",
  ]);
});

test("several lines of one function in one phase lie one after the other and add up", () => {
  expect(charges("[mem-fn] +10 MB: a$f\n[mem-fn] +15 MB: a$f\n[mem] t: 50 MB (+50) (1ms)")).toEqual([
    "a$f +25 MB in t #1/1 ×2 50 %",
  ]);
});

test("an absurd line stays apart from the good ones of its function and takes no rank", () => {
  expect(charges("[mem-fn] +10 MB: a$f\n[mem-fn] +99999 MB: a$f\n[mem] t: 50 MB (+50) (1ms)")).toEqual([
    "a$f +10 MB in t #1/1 ×1 20 %",
    "a$f +99999 MB in t #0/1 ×1 - ⚠",
  ]);
});

test("until a reading follows, the phase is open", () => {
  expect(charges("[mem-fn] +10 MB: a$f")).toEqual(["a$f +10 MB in open phase #1/1 ×1 -"]);
});
