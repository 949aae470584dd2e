import { describe, expect, test } from "vitest";
import { modelRun } from "#core/model/runModel";
import { nodeKindNames } from "#core/quartz/nodeKinds";
import { stateNotes } from "#core/view/stateNotes";
import { fixtureRun } from "../../support/logs.ts";
import { modelOf } from "../../support/model.ts";

const VECS = "[mem] tc Vec entries (sum of sizes): 18276\n[mem] tc nested Vec<Vec> entries: 72001\n";
const PLATFORM =
  "beside that, macOS keeps freed malloc pages: RSS does not fall there even where memory was freed";

function notes(log: string, phase: string, locale = "en"): readonly string[] {
  const model = modelOf(log);
  return stateNotes(
    model,
    model.spans.findIndex(({ kind, name }) => kind === "phase" && name === phase),
    locale,
  );
}

describe("the published log", () => {
  const model = modelRun(fixtureRun("before-fix.log"), nodeKindNames([]));
  const of = (phase: string) =>
    stateNotes(
      model,
      model.spans.findIndex(({ name }) => name === phase),
      "en",
    );

  test("what is tracked is no part of what the phase grew by; other counts are counts", () => {
    expect(of("typecheck")).toEqual([
      "tracked state ≈ 1.4 MB of 5,401 MB, 0.0255 %: freeing it cannot help",
      "tracked entries: 90,277, reckoned at 16 bytes each",
      "counts, no sizes: tc registry.structs 47, tc registry.funcs 2,140, tc registry.traits 6, tc registry.ptypes 106, tc interner.strings 3,042, global interner.strings 32,964",
    ]);
  });

  test("the phase that frees says first that there was almost nothing to free, then what the platform adds", () => {
    expect(of("tc_free")).toEqual([
      "there was almost nothing to free: tracked state ≈ 1.4 MB of 5,401 MB while typecheck, 0.0255 %",
      PLATFORM,
    ]);
  });

  test("the other phases have nothing to say", () => {
    expect([of("mir"), of("codegen"), of("parse")]).toEqual([[], [], []]);
  });
});

describe("a conclusion is drawn only where the figures bear it", () => {
  test("state that is a real part of the growth can be freed", () => {
    expect(notes(`[mem] init: 1 MB\n${VECS}[mem] tc: 11 MB (+10)\n[mem] tc_free: 11 MB (+0)`, "tc")[0]).toBe(
      "tracked state ≈ 1.4 MB of 10 MB, 13.8 %: freeing it gives back no more than that",
    );
    expect(
      notes(`[mem] init: 1 MB\n${VECS}[mem] tc: 11 MB (+10)\n[mem] tc_free: 11 MB (+0)`, "tc_free"),
    ).toEqual(["there was to free: tracked state ≈ 1.4 MB", PLATFORM]);
  });

  test("a phase that did not grow has no share", () => {
    expect(notes(`[mem] init: 1 MB\n${VECS}[mem] tc: 1 MB (+0)`, "tc")[0]).toBe("tracked state ≈ 1.4 MB");
  });

  test("without counts, what there was to free is not known", () => {
    expect(notes("[mem] init: 1 MB\n[mem] tc: 11 MB (+10)\n[mem] tc_free: 11 MB (+0)", "tc_free")).toEqual([
      "how much there was to free is not known: the log counts no tracked entries",
      PLATFORM,
    ]);
  });

  test("a growth that cannot be true is no whole", () => {
    expect(notes(`[mem] init: 1 MB\n${VECS}[mem] tc: 11 MB (+99999)`, "tc")[0]).toBe(
      "tracked state ≈ 1.4 MB",
    );
  });
});

test("figures are the reader's", () => {
  const [first] = notes(`[mem] init: 1 MB\n${VECS}[mem] tc: 5402 MB (+5401)`, "tc", "de");
  expect(first).toBe("tracked state ≈ 1,4 MB of 5.401 MB, 0,0255 %: freeing it cannot help");
});
