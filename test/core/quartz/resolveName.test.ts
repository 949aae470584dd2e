import { describe, expect, test } from "vitest";
import { resolveName } from "#core/quartz/resolveName";
import { indexOf } from "../../support/sources.ts";

const index = indexOf({
  "self-hosted/quartz.qz": "def main()\nend\n\ndef compile(source: String)\nend\n",
  "self-hosted/backend/mir.qz": "def lower(x: Int): Int = x\n",
  "std/progress.qz": "impl Progress\n  def spinner_only(self)\n  end\nend\n",
  "std/net/mod.qz": "async def fetch(url: String)\nend\n",
  "std/os.qz": 'extern "C" def puts(text: String): Int\n',
  "std/quake.qz": "def task(name: String)\nend\n",
  "tools/quake.qz": "def task(name: String)\nend\n\ndef only_here()\nend\n",
  "std/over.qz": "def twice(a: Int)\nend\n\ndef twice(a: Int, b: Int)\nend\n",
  "std/clauses.qz": "def fact(n: Int): Int = 1\n\ndef fact(n: Int): Int = n * fact(n - 1)\n",
});

function resolve(name: string): string {
  const found = resolveName(index, name);
  if (found.how === "ambiguous") {
    return `ambiguous: ${found.candidates.map(({ uri }) => uri.slice(8)).join(", ")}`;
  }
  if ("entry" in found) {
    const { entry, rest, clauses } = found;
    const more = clauses.length > 1 ? ` (${clauses.length} clauses)` : "";
    return `${found.how} ${entry.uri.slice(8)} ${entry.symbol.name}${rest ? ` + ${rest}` : ""}${more}`;
  }
  return found.how;
}

describe("a logged name is looked up in the compiler's own order", () => {
  test.each([
    ["mir$lower", "exact self-hosted/backend/mir.qz lower"],
    ["compile", "exact self-hosted/quartz.qz compile"],
    ["Progress$spinner_only", "method std/progress.qz spinner_only"],
    ["net$fetch", "exact std/net/mod.qz fetch"],
    ["net$fetch$poll", "prefix std/net/mod.qz fetch + poll"],
    ["__Future_fetch$poll", "prefix std/net/mod.qz fetch + poll"],
    ["mir$lower$12", "prefix self-hosted/backend/mir.qz lower + 12"],
    ["moved$only_here", "suffix tools/quake.qz only_here"],
    ["quake$only_here", "exact tools/quake.qz only_here"],
    ["quake$task", "ambiguous: std/quake.qz, tools/quake.qz"],
    ["over$twice", "ambiguous: std/over.qz, std/over.qz"],
    ["clauses$fact", "exact std/clauses.qz fact (2 clauses)"],
    ["qz_str_ends_with", "runtime"],
    ["__qz_mem_release", "runtime"],
    ["mir$nowhere", "unknown"],
    ["compile$nowhere", "unknown"],
    ["only_here$12", "prefix tools/quake.qz only_here + 12"],
    ["os$puts", "unknown"],
    ["", "unknown"],
    ["$", "unknown"],
  ])("%s → %s", (name, expected) => {
    expect(resolve(name)).toBe(expected);
  });
});

describe("a name with several candidates", () => {
  const choose = (name: string, uri: string, arity: number | null): ReturnType<typeof resolveName> => {
    const mangledName = name.replace("$poll", "");
    index.hints.setChoices([{ name, uri: `file:///${uri}`, mangledName, arity }]);
    const found = resolveName(index, name);
    index.hints.setChoices([]);
    return found;
  };

  test("means what a person chose", () => {
    expect(choose("quake$task", "tools/quake.qz", 1)).toMatchObject({
      how: "exact",
      entry: { uri: "file:///tools/quake.qz" },
      decided: { by: "choice", candidates: [{}, {}] },
    });
    expect(resolve("quake$task")).toMatch(/^ambiguous/);
  });

  test("an overload is chosen by its arity", () => {
    expect(choose("over$twice", "std/over.qz", 2)).toMatchObject({ entry: { symbol: { arity: 2 } } });
    expect(choose("over$twice", "std/over.qz", null)).toMatchObject({ how: "ambiguous" });
  });

  test("the state machine of a chosen function is its own", () => {
    expect(choose("quake$task$poll", "std/quake.qz", 1)).toMatchObject({ how: "prefix", rest: "poll" });
  });

  test("a choice that is no candidate any more decides nothing", () => {
    expect(choose("quake$task", "gone/quake.qz", 1)).toMatchObject({ how: "ambiguous" });
  });
});

test("a method is found in whatever file its type is extended", () => {
  const spread = indexOf({
    "types.qz": "struct Vec\n  size: Int\nend\n",
    "grow.qz": "extend Vec\n  def push(self, item: Int)\n  end\nend\n",
    "show.qz": "impl Show for Vec\n  def show(self)\n  end\nend\n",
  });
  expect(resolveName(spread, "Vec$push")).toMatchObject({ how: "method", entry: { uri: "file:///grow.qz" } });
  expect(resolveName(spread, "Vec$show")).toMatchObject({ how: "method", entry: { uri: "file:///show.qz" } });
  expect(resolveName(spread, "Vec$pop")).toEqual({ how: "unknown", reason: "noFunction" });
});

describe("an unknown name says the likely reason", () => {
  test.each([
    ["mir$nowhere", "noFunction"],
    ["Progress$nowhere", "noFunction"],
    ["elsewhere$f", "noModule"],
    ["__Future_elsewhere$f$poll", "noModule"],
    ["nowhere", "notInRoot"],
    ["nowhere$poll", "notInRoot"],
  ])("%s: %s", (name, reason) => {
    expect(resolveName(index, name)).toEqual({ how: "unknown", reason });
  });

  test("without any root", () => {
    expect(resolveName(indexOf({ "m.qz": "def f()\nend\n" }), "compile")).toEqual({
      how: "unknown",
      reason: "noRoot",
    });
  });
});
