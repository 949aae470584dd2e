import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { createLogReader } from "#core/log/reader";
import type { Run } from "#core/log/record";
import type { RowMode } from "#core/log/rows";
import { modelRun } from "#core/model/runModel";
import { summarizeRun } from "#core/model/runSummary";
import { nodeKindNames } from "#core/quartz/nodeKinds";
import { reportText } from "#core/view/reportText";
import { bytesOf, decode } from "../log/listing.ts";

const FIXTURES = new URL("../../fixtures/logs/", import.meta.url);
const LOGS = ["./", "shapes/"].flatMap((folder) =>
  readdirSync(new URL(folder, FIXTURES))
    .filter((name) => /\.(log|md)$/.test(name))
    .map((name) => folder + name),
);
const NAMES = nodeKindNames([]);

function runs(bytes: Uint8Array, mode: RowMode): readonly Run[] {
  const reader = createLogReader(decode, mode);
  reader.push(bytes);
  return reader.end().runs;
}

test.each(LOGS)("%s: the page is the same whatever is kept of the lines", (name) => {
  const bytes = new Uint8Array(readFileSync(new URL(name, FIXTURES)));
  for (const top of [1, 3, 10]) {
    const page = (mode: RowMode) =>
      runs(bytes, mode).map((run) => reportText(summarizeRun(run, NAMES, top), name, top));
    expect(page("folded")).toEqual(page("kept"));
    expect(page({ largest: top })).toEqual(page("kept"));
  }
});

test("what is named and the rest make up the charges of the model; remainders are those of the model", () => {
  const text =
    "[mem] init: 100 MB (0ms)\n[mem-fn] +9 MB: a\n[mem-fn] +8 MB: b\n[mem-fn] +7 MB: c\n[mem-fn] +6 MB: d\n[mem-fn] +5 MB: a\n[mem-fn] +999 MB: e\n[mem] resolve_pass1: 150 MB\n[mem-fn] +4 MB: a\n[mem] resolve: 200 MB (+100) (1ms)\n[mem-fn] +3 MB: b\n[mem-fn] +2 MB: c\n[mem-fn] +1 MB: d\n[mem] mir: 300 MB (+100) (2ms)\n";
  const [whole] = runs(bytesOf(text), "kept");
  const [largest] = runs(bytesOf(text), { largest: 1 });
  if (whole === undefined || largest === undefined) {
    throw new Error("no run");
  }
  const model = modelRun(whole, NAMES);
  const summary = summarizeRun(largest, NAMES, 1);
  const all = model.charges.filter(({ absurd }) => !absurd);
  const named = summary.charges.filter(({ absurd }) => !absurd);
  expect(named.map(({ name, deltaBytes }) => [name, deltaBytes / 1_048_576])).toEqual([["a", 14]]);
  expect(summary.rest.count).toBe(all.length - 1);
  expect(summary.rest.deltaBytes / 1_048_576).toBe(31);
  expect(summary.remainders).toEqual(model.remainders.filter(({ bytes }) => bytes !== 0));
});
