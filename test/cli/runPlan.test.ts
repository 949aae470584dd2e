import { expect, test } from "vitest";
import { planRuns } from "../../server/cli/run/plan.ts";
import { parsePrediction } from "../../server/cli/run/prediction.ts";

test("compilers take turns; what builds a compiler is done once, and not at all for given ones", () => {
  const steps = (["build", "measure"] as const).map((role) => ({ role, command: [role, "main.qz"] }));
  const build = { name: "self", file: "main.qz", steps };
  const roles = planRuns(build, [], 3).map((run) => run.build.steps.map(({ role }) => role));
  expect(roles).toEqual([["build", "measure"], ["measure"], ["measure"]]);
  const planned = planRuns(build, ["/a", "/b"], 2);
  expect(planned.map(({ variant }) => variant)).toEqual(["/a", "/b", "/a", "/b"]);
  expect(planned[1]?.build.steps.map(({ command }) => command)).toEqual([["/b", "main.qz"]]);
});

test.each([
  ["phase:typecheck -400 MB", "phase:typecheck", -400 * 1024 ** 2],
  [" peak  +1.5 GB ", "peak", 1.5 * 1024 ** 3],
  ["function:mir$mir_emit \u2212 12 KB", "function:mir$mir_emit", -12 * 1024],
])("prediction: %j", (text, metric, predictedBytes) => {
  expect(parsePrediction(text)).toEqual({ text: text.trim(), metric, predictedBytes });
});

test.each(["", "peak", "peak 400 MB", "phase: -4 MB", "peak -4", "total -4 MB"])(
  "no prediction: %j",
  (text) => {
    expect(() => parsePrediction(text)).toThrow("--predict is a figure and its change");
  },
);
