import { expect, test } from "vitest";
import { readFields } from "#core/log/own/fields";
import { isGivenWith, type OwnKey, readGiven } from "#core/log/own/given";

function given(text: string, ...keys: readonly OwnKey[]) {
  const fields = readFields(text);
  return readGiven(fields.type === "fields" ? fields.byKey : new Map(), keys);
}

const ALL: readonly OwnKey[] = [
  "phase",
  "fn",
  "dispatcher",
  "kind",
  "name",
  "index",
  "label",
  "caller",
  "what",
  "at",
  "self",
  "total",
  "bytes",
  "calls",
  "edge",
  "rss",
  "ms",
];

test("each key has its form", () => {
  const line =
    "phase=mir fn=f dispatcher=d kind=9 name=NODE_CALL index=3 label=l caller=c what=w at=a.qz:2 self=-1 total=+2 bytes=3 calls=4 edge=leave rss=5 ms=6.5";
  expect(given(line, ...ALL)).toStrictEqual({
    given: {
      phase: "mir",
      fn: "f",
      dispatcher: "d",
      kind: 9,
      name: "NODE_CALL",
      index: 3,
      label: "l",
      caller: "c",
      what: "w",
      at: { file: "a.qz", line: 1 },
      self: -1,
      total: 2,
      bytes: 3,
      calls: 4,
      edge: false,
      rss: 5,
      ms: 6.5,
    },
    misfit: undefined,
    faults: [],
  });
});

test("keys that were not asked for are passed over, whatever they hold", () => {
  const { given: values, misfit, faults } = given("fn=f total=x calls=99999999999999999999", "fn");
  expect(Object.values(values).filter((value) => value !== undefined)).toEqual(["f"]);
  expect({ misfit, faults }).toEqual({ misfit: undefined, faults: [] });
});

test("the first value of the line that does not fit is told, and none of them is given", () => {
  const { given: values, misfit } = given('calls=x total=y fn=""', "fn", "total", "calls");
  expect(misfit).toMatchObject({ field: { key: "calls", at: 6 }, expected: "problem.ownCount" });
  expect(isGivenWith(values, ["fn"])).toBe(false);
});

test("figures that are no safe integers are NaN, with a fault each in the order of the line", () => {
  const line = 'calls=9007199254740992 rss="9007199254740993" ms=9007199254740994 self=5';
  const { given: values, faults } = given(line, "rss", "ms", "calls", "self");
  expect([values.calls, values.rss, values.ms, values.self]).toEqual([NaN, NaN, NaN, 5]);
  expect(faults.map(({ at, code, message }) => `${at} ${code}: ${message}`)).toEqual([
    "6 unsafe-integer: Found `9007199254740992`; expected a value that can be counted exactly, at most 9007199254740991.",
    "27 unsafe-integer: Found `9007199254740993`; expected a value that can be counted exactly, at most 9007199254740991 bytes.",
    "49 unsafe-integer: Found `9007199254740994`; expected a value that can be counted exactly, at most 9007199254740991 ms.",
  ]);
});

test("an exit and a NaN are given, a key that is not there is not", () => {
  const { given: values } = given("edge=leave calls=99999999999999999999", "edge", "calls", "fn");
  expect(isGivenWith(values, ["edge", "calls"])).toBe(true);
  expect(isGivenWith(values, ["edge", "fn"])).toBe(false);
  expect(isGivenWith(values, [])).toBe(true);
});
