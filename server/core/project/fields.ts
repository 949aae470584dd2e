// Objects of the project file: known keys by name, each with its reader.
import type { Node } from "jsonc-parser";
import { t } from "../base/text.ts";
import { closest } from "./closest.ts";
import { expected, type Reader } from "./readers.ts";
import { Value } from "./value.ts";

/** Key → reader. */
export type Shape = Readonly<Record<string, Reader<unknown>>>;

/** What of a shape's keys was there and can be used. */
export type Fields<S extends Shape> = {
  readonly [K in keyof S]?: S[K] extends Reader<infer T> ? T : never;
};

interface Given {
  readonly key: Node;
  readonly node: Node;
}

/**
 * The usable fields of an object; wrong, double and missing keys are taken down. Undefined for what is no object, and where
 * a key that is needed is missing or unusable.
 */
export function readFields<S extends Shape>(
  value: Value,
  shape: S,
  needed: readonly (keyof S & string)[] = [],
): Fields<S> | undefined {
  if (value.node.type !== "object") {
    return expected(value, t("project.expectedObject"));
  }
  const given = givenKeys(value, Object.keys(shape));
  const read: [string, unknown][] = [];
  for (const [name, { node }] of given) {
    const found = shape[name]?.(
      new Value(node, value.path === "" ? name : `${value.path}.${name}`, value.book),
    );
    if (found !== undefined) {
      read.push([name, found]);
    }
  }
  for (const name of needed.filter((key) => !given.has(key))) {
    const where = value.path === "" ? value.shown : value.path;
    value.refuse("missingKey", t("project.missingKey", { key: name, where }));
  }
  const fields: Readonly<Record<string, unknown>> = Object.fromEntries(read);
  // Each key was read by its own reader, which the compiler cannot follow through the loop.
  return needed.every((key) => Object.hasOwn(fields, key)) ? (fields as Fields<S>) : undefined;
}

/** Known keys with a value; of several of one name the last counts, as in JSON. */
function givenKeys(value: Value, known: readonly string[]): ReadonlyMap<string, Given> {
  const given = new Map<string, Given>();
  for (const { children } of value.node.children ?? []) {
    const [key, node] = children ?? [];
    // A key that is still being typed has no value: the syntax is what is wrong.
    if (key === undefined || node === undefined) {
      continue;
    }
    const name = String(key.value);
    if (!known.includes(name)) {
      const near = closest(name, known);
      const args = { key: value.book.shown(key.offset, key.length), keys: known.join(", ") };
      const message =
        near === undefined ? t("project.unknownKey", args) : t("project.unknownKeyNear", { ...args, near });
      value.book.add("unknownKey", key.offset, key.length, message);
      continue;
    }
    if (given.has(name)) {
      value.book.add("duplicateKey", key.offset, key.length, t("project.duplicateKey", { key: name }));
    }
    given.set(name, { key, node });
  }
  return given;
}
