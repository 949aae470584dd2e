import { expect, test } from "vitest";
import { NameTable } from "#core/log/nameTable";
import { hashOf, ViewOf } from "#core/log/words";
import { bytesOf, decode } from "./listing.ts";

function tableOf(names: readonly string[]): { readonly table: NameTable; readonly ids: readonly number[] } {
  const table = new NameTable(decode);
  const ids = names.map((name) => {
    const bytes = bytesOf(`.${name}.`);
    const view = new ViewOf().of(bytes);
    return table.intern(view, 1, bytes.length - 1, hashOf(view, 1, bytes.length - 1));
  });
  return { table, ids };
}

test("the same name has the same id, and ids count up", () => {
  const { table, ids } = tableOf(["a", "tc$expr", "a", "ünïcode", "tc$expr"]);
  expect(ids).toEqual([0, 1, 0, 2, 1]);
  expect(table.names()).toEqual(["a", "tc$expr", "ünïcode"]);
});

test("many names, and long ones, keep their ids", () => {
  const names = Array.from({ length: 5000 }, (_, id) => `${"long".repeat(id % 40)}$${id}`);
  const { table, ids } = tableOf([...names, ...names]);
  expect(ids).toEqual([...names.keys(), ...names.keys()]);
  expect(table.names()).toEqual(names);
});

test("names given out stay as they are, and are the same array until there are more", () => {
  const { table } = tableOf(["a"]);
  const before = table.names();
  expect(table.names()).toBe(before);
  const view = new ViewOf().of(bytesOf("b"));
  table.intern(view, 0, 1, hashOf(view, 0, 1));
  expect(before).toEqual(["a"]);
  expect(table.names()).toEqual(["a", "b"]);
});

test("a hash that two names share does not make them one", () => {
  const table = new NameTable(decode);
  const view = new ViewOf().of(bytesOf("abaXab"));
  expect([table.intern(view, 0, 2, 7), table.intern(view, 2, 4, 7), table.intern(view, 4, 6, 7)]).toEqual([
    0, 1, 0,
  ]);
});
