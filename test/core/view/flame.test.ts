import { expect, test } from "vitest";
import { attribute } from "#core/model/attribution";
import { flameOf } from "#core/view/flame";
import { FLAG_HAS_SOURCE, FRAME_KINDS } from "#core/view/flameColumns";
import { modelOf } from "../../support/model.ts";
import { indexOf } from "../../support/sources.ts";

const model = modelOf(
  "[mem-fn] +60 MB: m$f\n[mem-fn] +10 MB: gone$g\n[kind 1009] +500 MB / 5 stmts\n[mem] t: 100 MB (+100) (1ms)",
);
const { columns, overlapping, frameOfName } = flameOf(
  model,
  attribute(model, indexOf({ "m.qz": "def f()\nend\n" })),
  "run",
);
const MB = 1_048_576;

test("rows are contiguous, sorted by start, and children lie within their parent", () => {
  const { start, weight, parent, rowOffsets } = columns;
  expect([...rowOffsets]).toEqual([0, 1, 2, 5]);
  for (let frame = 1; frame < start.length; frame++) {
    const above = parent[frame] ?? 0;
    expect(start[frame]).toBeGreaterThanOrEqual(start[above] ?? 0);
    expect((start[frame] ?? 0) + (weight[frame] ?? 0)).toBeLessThanOrEqual(
      (start[above] ?? 0) + (weight[above] ?? 0),
    );
  }
  const frames = [...columns.kind].map(
    (kind, at) =>
      `${FRAME_KINDS[kind]} ${columns.strings[columns.name[at] ?? 0]} ${(columns.start[at] ?? 0) / MB}+${(columns.weight[at] ?? 0) / MB}`,
  );
  expect(frames).toEqual([
    "run run 0+100",
    "phase t 0+100",
    "function m$f 0+60",
    "function gone$g 60+10",
    "remainder  70+30",
  ]);
});

test("only what has a place can be opened", () => {
  expect([...columns.flags].map((flags) => flags & FLAG_HAS_SOURCE)).toEqual([0, 0, FLAG_HAS_SOURCE, 0, 0]);
});

test("node kinds have no width; their ids go on behind the frames", () => {
  expect(overlapping).toMatchObject([
    { frame: 5, name: "NODE_CALL", dispatcher: "tc_expr", phase: "t", totalBytes: 500 * MB },
  ]);
  expect(frameOfName.get("m$f")).toBe(2);
});
