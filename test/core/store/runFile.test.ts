import { expect, test } from "vitest";
import { parseRunFile } from "#core/store/parseRunFile";
import { formatRunFile, newRunFile, type RunFile } from "#core/store/runFile";
import { isRunId, runId, timeOfRunId } from "#core/store/runId";

const ID = "20261125T085000Z-3f9a";
const bare = newRunFile({ id: ID, origin: "launch", status: "running" });

const full: RunFile = {
  ...bare,
  ...{ label: "before", note: "the seed's", status: "finished", writer: { pid: 7, started: "boot:12" } },
  ...{ startedAt: "2026-11-25T08:50:00.125Z", endedAt: "2026-11-25T08:50:21Z", build: "self" },
  ...{ command: ["quartz", "--no-cache", "main.qz"], cwd: "/src", flags: ["--no-cache"] },
  compiler: { path: "/bin/quartz", sha256: "ab", version: "quartz 5.12", commit: "ca2f64fc" },
  subject: { commit: "ca2f64fc", dirtyHash: null },
  platform: { os: "linux", arch: "x64", release: "6.1" },
  allocator: "mimalloc",
  pressure: { before: { freeBytes: 7, swapUsedBytes: 0, compressedBytes: null }, after: null },
  ...{ wallMs: 21_000.5, peakBytes: 12_470_000_000, peakFrom: "printed" },
  exit: { code: null, signal: "SIGKILL", reason: "over 14 GB" },
  hypothesis: { text: "intern the names", metric: "phase:typecheck", predictedBytes: -4_664_000_000 },
  group: { id: ID, index: 0, of: 3, variant: "A" },
};

test.each([
  ["of which little is known", bare],
  ["of which all is known", full],
])("a run %s comes back as it was", (_, run) => {
  expect(parseRunFile(formatRunFile(run))).toEqual({ run });
});

test("missing values are null, unknown keys are passed over", () => {
  const text = JSON.stringify({ version: 1, id: ID, origin: "import", status: "finished", colour: "red" });
  expect(parseRunFile(text)).toEqual({ run: newRunFile({ id: ID, origin: "import", status: "finished" }) });
});

test("a newer version is refused with what to do", () => {
  expect(parseRunFile(JSON.stringify({ ...bare, version: 2 }))).toEqual({
    problem: {
      kind: "newer",
      message: "it has version 2: made by a newer version: update Quartz RSS Lens",
    },
  });
});

test.each([
  ["", /JSON/],
  ['{"version":1,', /JSON/],
  ["null", /JSON is not an object: null/],
  ["[]", /JSON is not an object: \[\]/],
  ["{}", /version is not a whole number: nothing/],
  [JSON.stringify({ ...bare, version: "1" }), /version is not a whole number: "1"/],
  [JSON.stringify({ ...bare, id: "../../etc" }), /id is not a run's.*"\.\.\/\.\.\/etc"/],
  [JSON.stringify({ ...bare, log: "../other" }), /log is "\.\.\/other"; expected one of stderr\.log/],
  [JSON.stringify({ ...bare, status: "done" }), /status is "done"; expected one of running, finished/],
  [JSON.stringify({ ...bare, peakBytes: -1 }), /peakBytes is not a number from 0 on: -1/],
  [JSON.stringify({ ...bare, peakBytes: 2 ** 60 }), /peakBytes is not a number from 0 on/],
  [JSON.stringify({ ...bare, wallMs: "long" }), /wallMs is not a number from 0 on: "long"/],
  [JSON.stringify({ ...bare, command: ["a", 1] }), /command is not a list of texts: \["a",1\]/],
  [JSON.stringify({ ...bare, startedAt: "yesterday" }), /startedAt is not a moment/],
  [JSON.stringify({ ...bare, startedAt: "2026-13-45T99:99:99Z" }), /startedAt is not a moment/],
  [JSON.stringify({ ...bare, compiler: 7 }), /compiler is not an object: 7/],
  [JSON.stringify({ ...bare, compiler: {} }), /compiler\.path is not a text: nothing/],
  [
    JSON.stringify({ ...bare, pressure: { before: { freeBytes: "7" } } }),
    /pressure\.before\.freeBytes is not a number from 0 on: "7"/,
  ],
])("%s is a problem that names the place", (text, message) => {
  const { problem } = parseRunFile(text);
  expect(problem?.kind).toBe("broken");
  expect(problem?.message).toMatch(message);
});

test("an id tells the moment and sorts by it", () => {
  const early = runId(new Date("2026-11-25T08:50:00.999Z"), 0x3f9a / 0x10000);
  expect(early).toBe(ID);
  expect(runId(new Date("2026-11-25T08:50:01Z"), 0)).toBe("20261125T085001Z-0000");
  expect(early < runId(new Date("2026-11-25T08:50:01Z"), 0)).toBe(true);
  expect(timeOfRunId(early)).toBe("2026-11-25T08:50:00Z");
});

test.each(["", ".", "..", "20261125T085000Z", "20261125T085000Z-3F9A", `${ID}/..`, `${ID}\n`])(
  "%j is no run's id",
  (name) => {
    expect(isRunId(name)).toBe(false);
    expect(timeOfRunId(name)).toBeUndefined();
  },
);
