// The JSON schema, by which editors complete, and the parser know the same keys and values.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parseAmount, parseSize, parseTime } from "#core/project/amounts";
import { PROJECT, SHAPES } from "#core/project/shapes";
import { ROOT } from "../../support/demo.ts";

interface Definition {
  readonly type?: string;
  readonly description?: string;
  readonly pattern?: string;
  readonly additionalProperties?: unknown;
  readonly properties?: Readonly<Record<string, Definition>>;
}

const schema: Definition & { readonly definitions: Readonly<Record<string, Definition>> } = JSON.parse(
  readFileSync(join(ROOT, "syntaxes/quartz-rss.schema.json"), "utf8"),
);
const objects = Object.entries(schema.definitions).filter(([, { properties }]) => properties !== undefined);

test("each key that the parser knows is in the schema, and the other way round", () => {
  const keys = (of: object | undefined): readonly string[] => Object.keys(of ?? {}).toSorted();
  expect(keys(schema.properties)).toEqual(keys(PROJECT));
  expect(objects.map(([name]) => name).toSorted()).toEqual(keys(SHAPES));
  for (const [name, { properties }] of objects) {
    expect([name, keys(properties)]).toEqual([name, keys(SHAPES[name])]);
  }
});

test("no other key is allowed, and each is described", () => {
  for (const [name, { additionalProperties, properties, description }] of [
    ["", schema] as const,
    ...objects,
  ]) {
    expect([name, additionalProperties]).toEqual([name, false]);
    for (const [key, property] of Object.entries(properties ?? {})) {
      const isDescribed = property.description !== undefined || JSON.stringify(property).includes("$ref");
      expect([name, key, isDescribed]).toEqual([name, key, true]);
    }
    expect(description).toBeDefined();
  }
});

test.each([
  ["size", (text: string) => parseSize(text) !== undefined],
  ["time", (text: string) => parseTime(text) !== undefined],
  ["growth", (text: string) => parseAmount(text) !== undefined],
] as const)("%s: the pattern allows what the parser reads", (name, isRead) => {
  const pattern = new RegExp(schema.definitions[name]?.pattern ?? "");
  const figures = ["8", "8.5", "+8", "-8", "", "8,000", "x"];
  const units = [
    "",
    "B",
    "KB",
    "MB",
    "GB",
    "TB",
    "gb",
    "GiB",
    "ms",
    "s",
    "min",
    "h",
    "minutes",
    "%",
    "constructor",
  ];
  for (const text of figures.flatMap((figure) =>
    units.flatMap((unit) => [`${figure}${unit}`, ` ${figure} ${unit} `]),
  )) {
    expect([text, pattern.test(text)]).toEqual([text, isRead(text)]);
  }
});
