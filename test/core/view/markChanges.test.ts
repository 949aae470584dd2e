import { describe, expect, test } from "vitest";
import type { HeatMark } from "#core/view/markAreas";
import {
  keepsLines,
  MARK_KINDS,
  type MarksByKind,
  markChanges,
  markKey,
  marksByKind,
  withoutPlaces,
} from "#core/view/markChanges";

const head = (fromLine: number, more: Partial<HeatMark> = {}): HeatMark => ({
  ...{ part: "head", family: "subject", level: 3, fromLine, toLine: fromLine, stale: false },
  ...more,
});
const band = (fromLine: number, toLine: number, more: Partial<HeatMark> = {}): HeatMark => ({
  ...head(fromLine, { part: "band", toLine }),
  ...more,
});
const kinds = (...marks: readonly HeatMark[]): MarksByKind => marksByKind(marks, () => false);
const said = (marks: MarksByKind): readonly string[] =>
  [...marks].map(
    ([key, list]) => `${key}: ${list.map(({ fromLine, toLine }) => `${fromLine}-${toLine}`).join(" ")}`,
  );

test("there are twelve kinds of mark, each with a name of its own", () => {
  expect(MARK_KINDS).toHaveLength(12);
  expect(new Set(MARK_KINDS.map(markKey)).size).toBe(12);
});

describe("marks by kind", () => {
  test("a stale body has no band, its head stays", () => {
    const stale = { stale: true };
    expect(said(kinds(head(1, stale), band(2, 5, stale), band(8, 9)))).toEqual([
      "head subject 3: 1-1",
      "band subject 3: 8-9",
    ]);
  });

  test("bands leave out lines whose text begins at the left edge, heads do not", () => {
    const flush = new Set([0, 3, 4, 7]);
    const marks = marksByKind([head(0), band(1, 7), band(8, 8)], (line) => flush.has(line));
    expect(said(marks)).toEqual(["head subject 3: 0-0", "band subject 3: 1-2 5-6 8-8"]);
  });
});

describe("changes", () => {
  const before = kinds(head(0), band(1, 4), head(9, { family: "handler", level: 1 }));

  test("of nothing drawn are all", () => {
    expect(markChanges(undefined, before)).toEqual(before);
  });

  test("of the same marks are none", () => {
    const same = kinds(head(0), band(1, 4), head(9, { family: "handler", level: 1 }));
    expect(said(markChanges(before, same))).toEqual([]);
  });

  test("name only the kinds that differ, and take away what is gone", () => {
    expect(said(markChanges(before, kinds(head(0), band(1, 5))))).toEqual([
      "band subject 3: 1-5",
      "head handler 1: ",
    ]);
  });

  test("one more and one less of a kind", () => {
    const two = kinds(head(0), head(20), band(1, 4), head(9, { family: "handler", level: 1 }));
    expect(said(markChanges(before, two))).toEqual(["head subject 3: 0-0 20-20"]);
    expect(said(markChanges(two, before))).toEqual(["head subject 3: 0-0"]);
  });

  test("a head that becomes stale", () => {
    expect(said(markChanges(kinds(head(0)), kinds(head(0, { stale: true }))))).toEqual([
      "head subject 3: 0-0",
    ]);
  });

  test("after an edit moved them, all that stand and all that shall", () => {
    const moved = withoutPlaces(before);
    expect(said(markChanges(moved, kinds(head(0), band(30, 31, { level: 2 }))))).toEqual([
      "head subject 3: 0-0",
      "band subject 3: ",
      "head handler 1: ",
      "band subject 2: 30-31",
    ]);
    expect(said(markChanges(withoutPlaces(undefined), kinds()))).toEqual([]);
  });
});

describe("an edit keeps marks on their lines", () => {
  test.each([
    [2, 2, "x", true],
    [2, 2, "", true],
    [2, 3, "", false],
    [2, 2, "\n", false],
    [2, 2, "a\rb", false],
    [2, 4, "a\nb\nc", false],
  ])("lines %d to %d by %j: %s", (from, to, text, expected) => {
    expect(keepsLines({ range: { start: { line: from }, end: { line: to } }, text })).toBe(expected);
  });
});
