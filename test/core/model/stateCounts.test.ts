import { describe, expect, test } from "vitest";
import { stateOf, vainFree } from "#core/model/stateCounts";
import { modelOf } from "../../support/model.ts";

const VECS = "[mem] tc Vec entries (sum of sizes): 18276\n[mem] tc nested Vec<Vec> entries: 72001\n";

/** What each span of a log has of counts: `typecheck: 90277 tracked, tc interner.strings=3042`. */
function states(log: string): readonly string[] {
  const model = modelOf(log);
  return model.spans.map(({ kind, name }, index) => {
    const { tracked, others } = stateOf(model, index);
    const keys = others.map(({ key, value }) => `${key}=${value}`);
    return [`${kind} ${name}: ${tracked?.entries ?? "nothing"} tracked`, ...keys].join(", ");
  });
}

describe("counts belong to the phase whose reading follows them", () => {
  test("and to no other", () => {
    expect(
      states(
        `[mem] init: 1 MB\n${VECS}[mem] tc interner.strings: 3042\n[mem] typecheck: 9 MB (+8)\n[mem] mir: 10 MB (+1)`,
      ),
    ).toEqual([
      "start init: nothing tracked",
      "phase typecheck: 90277 tracked, tc interner.strings=3042",
      "phase mir: nothing tracked",
    ]);
  });

  test("not to the gap before it, which ends on the same line", () => {
    expect(states(`[mem] init: 1 MB\n${VECS}[mem] typecheck: 90 MB (+8)`)).toEqual([
      "start init: nothing tracked",
      "gap typecheck: nothing tracked",
      "phase typecheck: 90277 tracked",
    ]);
  });

  test("a step inside the phase does not end them", () => {
    expect(states(`[mem] init: 1 MB\n${VECS}[mem] resolve_pass1: 5 MB\n[mem] resolve: 9 MB (+8)`)).toEqual([
      "start init: nothing tracked",
      "phase resolve: 90277 tracked",
    ]);
  });

  test("while the phase is open, to the open phase", () => {
    expect(states(`[mem] init: 1 MB\n${VECS}[mem-fn] +9 MB: f`).at(-1)).toBe("open : 90277 tracked");
  });
});

describe("tracked entries", () => {
  test("are those of the two Vec lines alone", () => {
    const log =
      "[mem] tc Vec entries (sum of sizes): 5\n[mem] tc Vec capacity: 7\n[mem] tc registry: funcs=9\n";
    expect(states(`${log}[mem] t: 9 MB`)).toEqual([
      "start t: 5 tracked, tc Vec capacity=7, tc registry.funcs=9",
    ]);
  });

  test("are counted once when the state is printed twice", () => {
    expect(states(`${VECS}${VECS}[mem] t: 9 MB`)).toEqual(["start t: 90277 tracked"]);
  });

  test.each(["-5", "99999999999999999999"])("are unknown with a count of %s", (count) => {
    expect(states(`[mem] tc Vec entries (sum of sizes): ${count}\n[mem] t: 9 MB`)).toEqual([
      "start t: nothing tracked",
    ]);
  });
});

describe("a phase that frees in vain", () => {
  const vain = (free: string) =>
    vainFree(modelOf(`[mem] init: 1 MB\n${VECS}[mem] tc: 5402 MB (+5401)\n${free}`), 2);

  test.each(["tc_free: 5402 MB (+0)", "free_ast: 5390 MB (-12)", "mir_free: 5405 MB (+3)"])(
    "%s is one",
    (line) => {
      expect(vain(`[mem] ${line}`)).toEqual({
        tracked: { entries: 90_277, bytes: 1_444_432 },
        phase: { name: "tc", growthBytes: 5401 * 1_048_576 },
      });
    },
  );

  test.each([
    "tc_free: 402 MB (-5000)",
    "mir: 5402 MB (+0)",
    "freeze: 5402 MB (+0)",
    "tc_freedom: 5402 MB (+0)",
  ])("%s is none", (line) => {
    expect(vain(`[mem] ${line}`)).toBeUndefined();
  });

  test("a second one is still about the phase that built the state up", () => {
    const model = modelOf(
      `[mem] init: 1 MB\n${VECS}[mem] tc: 5402 MB (+5401)\n[mem] tc_free: 5402 MB (+0)\n[mem] free_all: 5402 MB (+0)`,
    );
    expect(vainFree(model, 3)?.tracked?.entries).toBe(90_277);
  });

  test("without a phase before it nothing is known", () => {
    expect(vainFree(modelOf("[mem] tc_free: 5 MB (+0)"), 1)).toEqual({
      tracked: undefined,
      phase: undefined,
    });
  });
});
