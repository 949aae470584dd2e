import { expect, test } from "vitest";
import { MEBIBYTE } from "#core/base/units";
import { type KeptRun, trendOf } from "#core/model/trend";
import { newRunFile, type RunFile } from "#core/store/runFile";
import { runOf } from "../../support/logs.ts";

function kept(second: number, typecheck: string, known: Partial<RunFile> = {}): KeptRun {
  const id = `20261125T08500${second}Z-0000`;
  return {
    file: newRunFile({ origin: "launch", status: "finished", ...known, id }),
    run: runOf(`[mem] init: 1 MB (0ms)\n[mem] typecheck: ${typecheck} (9ms)`),
  };
}

const LINUX = { os: "linux", arch: "x64", release: "6.1" };
const said = (runs: readonly KeptRun[]) =>
  trendOf(runs).map(({ metric, kind, platform, points }) =>
    [
      metric,
      kind,
      platform,
      ...points.map(({ id, bytes }) => `${id.slice(14, 15)}:${bytes / MEBIBYTE}`),
    ].join(" "),
  );

test("a series for the peak and for each phase, in time order", () => {
  expect(said([kept(3, "101 MB (+100)"), kept(1, "301 MB (+300)"), kept(2, "201 MB (+200)")])).toEqual([
    "peak measured  1:301 2:201 3:101",
    "phase:typecheck measured  1:300 2:200 3:100",
  ]);
});

test("a point knows its run, its commit, its label and where a peak is from", () => {
  const subject = { commit: "ca2f64fc", dirtyHash: "ab" };
  const known = { subject, label: "before", peakBytes: 400 * MEBIBYTE, peakFrom: "measured" } as const;
  const [peak, phase] = trendOf([
    kept(1, "301 MB (+300)", { ...known, startedAt: "2026-11-25T08:50:01.500Z" }),
  ]);
  const point = {
    ...{ id: "20261125T085001Z-0000", time: "2026-11-25T08:50:01.500Z", label: "before", commit: "ca2f64fc" },
    ...{ isDirty: true, approximate: false },
  };
  expect(peak?.points).toEqual([{ ...point, bytes: 400 * MEBIBYTE, from: "measured" }]);
  expect(phase?.points).toEqual([{ ...point, bytes: 300 * MEBIBYTE, from: undefined }]);
});

test("other platforms, allocators and builds are other series", () => {
  expect(
    said([
      kept(1, "101 MB (+100)", { platform: LINUX }),
      kept(2, "102 MB (+101)", { platform: LINUX, allocator: "mimalloc" }),
      kept(3, "103 MB (+102)", { platform: { ...LINUX, release: "6.2" } }),
      kept(4, "104 MB (+103)"),
      kept(5, "105 MB (+104)", { platform: LINUX, build: "self" }),
    ]).filter((line) => line.startsWith("peak")),
  ).toEqual([
    ...[
      "peak measured linux x64 1:101 3:103",
      "peak measured linux x64 mimalloc 2:102",
      "peak measured  4:104",
    ],
    "peak measured linux x64 5:105",
  ]);
});

test("what was expected stands apart and is approximate; what cannot be true is left out", () => {
  const expected: KeptRun = {
    ...kept(2, "1 MB"),
    run: runOf("# Expected: typecheck ~5389 MB, peak ~12438 MB"),
  };
  expect(said([kept(1, "101 MB (+100)"), expected])).toEqual([
    ...["peak measured  1:101", "peak expectation  2:12438", "phase:typecheck measured  1:100"],
  ]);
  expect(trendOf([expected])[0]?.points[0]?.approximate).toBe(true);
  expect(said([kept(1, "101 MB (+999999)")])).toEqual(["peak measured  1:101"]);
});

test("no runs, no series", () => {
  expect(trendOf([])).toEqual([]);
});
