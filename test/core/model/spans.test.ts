import { expect, test } from "vitest";
import { formatDelta } from "#core/base/units";
import { spansOf } from "#core/model/spans";
import { runOf } from "../../support/logs.ts";

function spans(log: string): readonly string[] {
  return spansOf(runOf(log)).map(({ kind, name, deltaBytes, steps }) => {
    const inside = steps.map((step) => `${step.name} ${formatDelta(step.deltaBytes ?? 0)}`).join(", ");
    return `${kind} ${name} ${deltaBytes === undefined ? "?" : formatDelta(deltaBytes)}${inside && ` (${inside})`}`;
  });
}

test("the level before the first delta is a start of its own", () => {
  expect(spans("[mem] typecheck: 5776 MB (+5401) (9871ms)")).toEqual([
    "start typecheck +375 MB",
    "phase typecheck +5401 MB",
  ]);
  expect(spans("[mem] init: 1 MB current (0ms)")).toEqual(["start init ?"]);
});

test("one MB of rounding is no gap, two are", () => {
  expect(spans("[mem] a: 10 MB (+10) (1ms)\n[mem] b: 21 MB (+10) (2ms)")).toEqual([
    "phase a +10 MB",
    "phase b +10 MB",
  ]);
  expect(spans("[mem] a: 10 MB (+10) (1ms)\n[mem] b: 22 MB (+10) (2ms)")).toEqual([
    "phase a +10 MB",
    "gap b +2 MB",
    "phase b +10 MB",
  ]);
});

test("sub-phases wait in an open span until their phase has its reading", () => {
  expect(spans("[mem] parse: 42 MB (+42) (1ms)\n[mem] resolve_pass1: 100 MB")).toEqual([
    "phase parse +42 MB",
    "open  +58 MB (resolve_pass1 +58 MB)",
  ]);
});
