import { expect, test } from "vitest";
import type { MatchReport } from "#core/model/matchReport";
import { type WorkspaceFacts, workspaceState } from "#core/view/workspaceState";

const FITS: MatchReport = {
  of: "functions",
  matched: 153,
  all: 153,
  elsewhere: 0,
  isLittle: false,
  reason: undefined,
};
const LITTLE: MatchReport = { ...FITS, matched: 3, isLittle: true, reason: "otherCommit" };

const stateOf = (facts: Partial<WorkspaceFacts>) =>
  workspaceState(
    { isIndexed: true, isEmpty: false, match: undefined, title: "mem.log, run 1", ...facts },
    "en",
  );

test.each([
  ["nothing is known while sources are read", { isIndexed: false, match: LITTLE }, "reading"],
  ["sources without a log", {}, "noLog"],
  ["neither", { isEmpty: true }, "noSources"],
  ["a log without sources", { isEmpty: true, match: { ...LITTLE, matched: 0 } }, "noSources"],
  ["a log of other sources", { match: LITTLE }, "noMatch"],
  ["a log that fits", { match: FITS }, "ready"],
] as const)("%s", (_, facts, state) => {
  expect(stateOf(facts).state).toBe(state);
});

test("the share is said, and the likely reason", () => {
  expect(stateOf({ match: LITTLE }).message).toBe(
    "3 of 153 functions of this log are in this workspace. The modules of the others are here, the functions are not: the log may be of another commit.",
  );
  expect(stateOf({ match: { ...LITTLE, reason: "otherRoot" } }).message).toContain("another root");
  expect(stateOf({ match: { ...LITTLE, reason: "rootFile" } }).message).toContain("builds[].file");
  expect(stateOf({ match: { ...LITTLE, of: "kinds", reason: undefined } }).message).toBe(
    "3 of 153 node kinds of this log have a branch in this workspace.",
  );
});

test("nothing is said of a log that fits, nor while sources are read", () => {
  expect(stateOf({ match: FITS }).message).toBe("");
  expect(stateOf({ match: LITTLE, isIndexed: false }).message).toBe("");
});

test("without sources the run is named", () => {
  expect(stateOf({ isEmpty: true, match: LITTLE }).message).toContain("mem.log, run 1");
});

test("what was found in another folder is said", () => {
  expect(stateOf({ match: { ...FITS, elsewhere: 2 } }).message).toBe(
    "2 of the 153 functions found are not in the log's folder, but in another one of this workspace.",
  );
});
