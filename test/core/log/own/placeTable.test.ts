import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { expect, test } from "vitest";
import { PlaceTable } from "#core/log/own/placeTable";
import type { FunctionPlace, ProbePlace } from "#core/log/record";

const fn = (name: string, phase?: string): FunctionPlace => ({ type: "function", phase, name });

test("equal places have one id, and ids count up", () => {
  const table = new PlaceTable<FunctionPlace>();
  const ids = [fn("a"), fn("b"), fn("a"), fn("a", "mir"), fn("b")].map((place) => table.intern(place));
  expect(ids).toEqual([0, 1, 0, 2, 1]);
  expect(table.places()).toEqual([fn("a"), fn("b"), fn("a", "mir")]);
});

test("the order in which a place's fields were written does not count", () => {
  const table = new PlaceTable<ProbePlace>();
  table.intern({ type: "site", phase: "mir", function: "f", what: "w", source: { file: "a.qz", line: 1 } });
  table.intern({ source: { line: 1, file: "a.qz" }, what: "w", function: "f", phase: "mir", type: "site" });
  expect(table.places()).toHaveLength(1);
});

test("places given out stay as they are, and are the same array until there are more", () => {
  const table = new PlaceTable<FunctionPlace>();
  expect(table.places()).toEqual([]);
  table.intern(fn("a"));
  const before = table.places();
  table.intern(fn("a"));
  expect(table.places()).toBe(before);
  table.intern(fn("b"));
  expect(before).toEqual([fn("a")]);
  expect(table.places()).toEqual([fn("a"), fn("b")]);
});

test("two places have one id only if they are equal in every field", () => {
  // Few values, so that places differ in one field more often than in all.
  const text = fc.constantFrom("a", "b", "null", "");
  const maybe = fc.option(text, { nil: undefined });
  const number = fc.constantFrom(0, 1);
  const source = fc.record({ file: text, line: number });
  const place: fc.Arbitrary<ProbePlace> = fc.oneof(
    fc.record({ type: fc.constant("function" as const), phase: maybe, name: text }),
    fc.record({
      type: fc.constant("kind" as const),
      phase: maybe,
      dispatcher: maybe,
      domain: fc.constantFrom("expression" as const, "statement" as const, undefined),
      number: fc.option(number, { nil: undefined }),
      name: maybe,
    }),
    fc.record({
      type: fc.constant("checkpoint" as const),
      phase: maybe,
      function: text,
      index: number,
      label: maybe,
      source: fc.option(source, { nil: undefined }),
    }),
    fc.record({ type: fc.constant("callee" as const), phase: maybe, name: text, caller: maybe }),
    fc.record({ type: fc.constant("site" as const), phase: maybe, function: maybe, what: text, source }),
  );
  fc.assert(
    fc.property(fc.array(place, { minLength: 2, maxLength: 40 }), (generated) => {
      // Generated records have no prototype, which would make equal ones differ.
      const places = structuredClone(generated);
      const table = new PlaceTable<ProbePlace>();
      const ids = places.map((one) => table.intern(one));
      expect(ids.map((id) => table.places()[id])).toEqual(places);
      // Each of them was new once, so no two of the table are equal.
      const distinct = places.filter(
        (one, at) => places.findIndex((other) => isDeepStrictEqual(one, other)) === at,
      );
      expect(table.places()).toEqual(distinct);
    }),
  );
});
