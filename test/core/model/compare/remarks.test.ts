import { describe, expect, test } from "vitest";
import { MEBIBYTE } from "#core/base/units";
import { diffRuns } from "#core/model/compare/diffRuns";
import { NO_FACTS, type RunFacts } from "#core/model/compare/runFacts";
import { modelOf } from "../../../support/model.ts";

const RUN = modelOf("[mem] typecheck: 100 MB (+100) (9ms)");
const QUARTZ = ["quartz", "--no-cache", "main.qz"];
const LINUX = { os: "linux", arch: "x64", release: "6.1" };
const memory = (swapUsedBytes: number) => ({ freeBytes: null, swapUsedBytes, compressedBytes: null });

function remarks(base: Partial<RunFacts>, run: Partial<RunFacts>): readonly string[] {
  const facts = { base: { ...NO_FACTS, ...base }, run: { ...NO_FACTS, ...run } };
  return diffRuns(RUN, RUN, facts).remarks.map(({ code, text }) => `${code}: ${text}`);
}

describe("what stands in the way of comparing is said", () => {
  const commit = "ca2f64fc0e1f4a5b9a3c1d7f";
  test.each<readonly [string, Partial<RunFacts>, Partial<RunFacts>, RegExp]>([
    [
      "platform",
      { platform: LINUX },
      { platform: { ...LINUX, os: "darwin" } },
      /^platform: .*linux x64 6\.1, then darwin/,
    ],
    ["allocator", { allocator: "system" }, { allocator: "mimalloc" }, /^allocator: .*system, then mimalloc/],
    [
      "cache",
      { command: QUARTZ },
      { command: ["quartz", "main.qz"] },
      /^cache: The new run ran without --no-cache/,
    ],
    [
      "flags",
      { command: QUARTZ, flags: ["--no-cache"] },
      { command: QUARTZ, flags: ["--no-cache", "-O2"] },
      /^flags: .*“”, then “-O2”/,
    ],
    [
      "subject",
      { subject: { commit, dirtyHash: null } },
      { subject: { commit, dirtyHash: "abc" } },
      /^subject: .*ca2f64fc0e1f, then ca2f64fc0e1f with changes abc/,
    ],
    [
      "pressure",
      { pressure: { before: memory(0), after: memory(900 * MEBIBYTE) } },
      {},
      /^pressure: Memory was short during the base/,
    ],
    [
      "peakOrigin",
      { peakBytes: 120 * MEBIBYTE, peakFrom: "measured" },
      {},
      /^peakOrigin: .*measured around the process, then only the highest reading/,
    ],
  ])("%s", (_, base, run, text) => {
    expect(remarks(base, run)).toEqual([expect.stringMatching(text)]);
  });

  test("the platform before all that may follow from it", () => {
    const codes = remarks(
      { allocator: "system", platform: LINUX },
      { allocator: "mimalloc", platform: { ...LINUX, os: "darwin" } },
    ).map((text) => text.split(":")[0]);
    expect(codes).toEqual(["platform", "allocator"]);
  });

  test("the number of functions, where both print it", () => {
    const counting = (funcs: number) =>
      modelOf(`[mem] tc registry: structs=47 funcs=${funcs}\n[mem] typecheck: 100 MB (+100) (9ms)`);
    const texts = diffRuns(counting(2140), counting(1985)).remarks.map(({ text }) => text);
    expect(texts).toEqual(["Different numbers of functions were compiled: 2,140, then 1,985."]);
    expect(diffRuns(counting(2140), RUN).remarks).toEqual([]);
  });
});

test("what is not known is no difference, and a full swap that stays as it is no pressure", () => {
  const known = { platform: LINUX, allocator: "system", subject: { commit: "a", dirtyHash: null } };
  expect(remarks(known, {})).toEqual([]);
  const swapped = { pressure: { before: memory(900 * MEBIBYTE), after: memory(900 * MEBIBYTE) } };
  expect(remarks(swapped, swapped)).toEqual([]);
});

test("a measured peak counts where none is printed, and wall times where a log has no times", () => {
  const untimed = modelOf("[mem] typecheck: 100 MB (+100)");
  const facts = (wallMs: number, peakMb: number): RunFacts => ({
    ...NO_FACTS,
    ...{ wallMs, peakBytes: peakMb * MEBIBYTE, peakFrom: "measured" },
  });
  const { peak, elapsed } = diffRuns(untimed, untimed, { base: facts(2000, 150), run: facts(1000, 120) });
  expect(peak).toMatchObject({ baseFrom: "measured", differenceBytes: -30 * MEBIBYTE, ratio: -0.2 });
  expect(elapsed).toMatchObject({ from: "wall", differenceMs: -1000, ratio: -0.5 });
  const mixed = diffRuns(RUN, untimed, { base: NO_FACTS, run: facts(1000, 120) });
  expect(mixed.elapsed).toMatchObject({ from: undefined, baseMs: 9, newMs: 1000, differenceMs: undefined });
});
