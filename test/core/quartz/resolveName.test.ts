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
