import { expect, test } from "vitest";
import { t } from "#core/base/text";
import { readFields } from "#core/log/own/fields";
import { readGiven } from "#core/log/own/given";
import { OWN_SHAPES, type OwnShape } from "#core/log/own/shapes";

const shapes = Object.entries(OWN_SHAPES);

function build({ keys, build: reading }: OwnShape, words: readonly string[]) {
  const fields = readFields(words.join(" "));
  return reading(readGiven(fields.type === "fields" ? fields.byKey : new Map(), keys).given, []);
}

test("the keys of each shape, those that may be missing in brackets", () => {
  const shown = shapes.map(([name, { tag, required, keys }]) => {
    const words = keys.map((key) => (required.includes(key) ? key : `[${key}]`));
    return `${name}: ${tag} ${words.join(" ")}`;
  });
  expect(shown).toEqual([
    "kind: [mem-kind] dispatcher kind total calls [phase] [name] [self]",
    "function: [mem-fn] fn total [phase] [self] [calls]",
    "checkpoint: [mem-cp] fn index total calls [phase] [label] [at] [self]",
    "callee: [mem-callee] fn total calls [phase] [caller] [self]",
    "site: [mem-site] at what calls [phase] [fn] [bytes]",
    "event: [mem-event] fn edge rss [phase] [ms]",
  ]);
});

test.each(shapes)("the example of %s has what is required and no more, and is read", (_, shape) => {
  const [tag, ...words] = t(shape.example).split(" ");
  expect(tag).toBe(shape.tag);
  expect(words.map((word) => word.split("=")[0])).toEqual(shape.required);
  expect(build(shape, words)).toBeDefined();
});

test.each(shapes)("%s is nothing without one of its required keys", (_, shape) => {
  const [, ...words] = t(shape.example).split(" ");
  for (const missing of words) {
    expect(
      build(
        shape,
        words.filter((word) => word !== missing),
      ),
    ).toBeUndefined();
  }
});

test("the domain of a kind is known for the dispatchers of the type checker", () => {
  const domains = ["tc_expr", "tc_stmt", "mir_lower_expr", "constructor"].map((dispatcher) => {
    const reading = build(OWN_SHAPES.kind, [`dispatcher=${dispatcher}`, "kind=9", "total=1", "calls=1"]);
    return reading?.type === "probe" && reading.place.type === "kind" ? reading.place.domain : "none";
  });
  expect(domains).toEqual(["expression", "statement", undefined, undefined]);
});
