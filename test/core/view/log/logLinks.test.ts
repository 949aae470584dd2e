import { describe, expect, test } from "vitest";
import type { SourcePlace } from "#core/log/record";
import { linksOf, MAX_LINKS } from "#core/view/log/logLinks";
import { targetsOf } from "#core/view/log/logSources";
import { wordsOf } from "#core/view/log/logWords";
import { type LogPage, pageOf, SOURCES, sourcesOf } from "./logPage.ts";

const sources = sourcesOf(SOURCES);

/** `0 name → place: tooltip` */
function links(page: LogPage): readonly string[] {
  return linksOf(page.log, page.lines, sources).map(({ range: { start, end }, target, tooltip }) => {
    const text = page.lines.at(start.line).slice(start.character, end.character);
    return `${start.line} ${text} → ${target.uri}:${target.range.start.line}: ${tooltip}`;
  });
}

/** Where the first word of a line leads. */
function targets(line: string): readonly string[] {
  return wordsOf(line)
    .slice(0, 1)
    .flatMap((word) => targetsOf(word, sources))
    .map(({ uri, range }) => `${uri.slice("file:///q/".length)}:${range.start.line}`);
}

test("names and places that lead to one place are links", () => {
  const page = pageOf(`[mem-fn] +9 MB: handlers$tc_expr_call
[mem-fn] +9 MB: compile
[mem-fn] +9 MB: same
[mem-fn] +9 MB: gone$nowhere
[mem-fn] +9 MB: qz_bounds_panic
[mem-callee] fn=handlers$tc_expr_call caller=walk$tc_expr total=5 calls=1
[mem-cp] fn=gone index=0 at=walk.qz:3 total=5 calls=1
[mem-site] at=q/walk.qz:1 what=lambda calls=1
[mem-event] fn=compile edge=enter rss=5
[mem-kind] phase=mir dispatcher=tc_expr kind=9 total=5 calls=1
[mem] typecheck: 99 MB (+98)
`);
  expect(links(page)).toEqual([
    "0 handlers$tc_expr_call → file:///q/handlers.qz:0: handlers$tc_expr_call in handlers.qz, line 1",
    "1 compile → file:///q/main.qz:4: compile in main.qz, line 5",
    "5 handlers$tc_expr_call → file:///q/handlers.qz:0: handlers$tc_expr_call in handlers.qz, line 1",
    "5 walk$tc_expr → file:///q/walk.qz:0: walk$tc_expr in walk.qz, line 1",
    "6 walk.qz:3 → file:///q/walk.qz:2: walk.qz, line 3",
    "7 q/walk.qz:1 → file:///q/walk.qz:0: walk.qz, line 1",
    "8 compile → file:///q/main.qz:4: compile in main.qz, line 5",
  ]);
});

describe("a place in a file", () => {
  const file = (path: string): string | undefined => {
    const place: SourcePlace = { file: path, line: 0 };
    return sources.fileOf(place)?.uri;
  };

  test.each(["walk.qz", "./walk.qz", "q/walk.qz", "q\\walk.qz", "/q/walk.qz"])("%s is found", (path) => {
    expect(file(path)).toBe("file:///q/walk.qz");
  });

  test.each([
    ["no whole segment", "alk.qz"],
    ["two files", "twice.qz"],
    ["outside", "../walk.qz"],
    ["outside, by a detour", "q/../../etc/walk.qz"],
    ["another root", "/other/walk.qz"],
    ["another scheme", "file:///q/walk.qz"],
    ["no source", "/etc/passwd"],
    ["nothing", ""],
  ])("%s is not", (_, path) => {
    expect(file(path)).toBeUndefined();
  });

  test("one folder more tells two files apart", () => {
    expect(file("b/twice.qz")).toBe("file:///q/b/twice.qz");
  });
});

describe("a definition", () => {
  test.each([
    ["one function", "[mem-fn] +9 MB: walk$tc_expr", ["walk.qz:0"]],
    ["all that could be meant", "[mem-fn] +9 MB: same", ["a/twice.qz:0", "b/twice.qz:0"]],
    ["the branch and the handler of a kind", "[kind 1009] +9 MB / 3 stmts", ["walk.qz:2", "handlers.qz:0"]],
    [
      "the same for a probe",
      "[mem-kind] dispatcher=walk$tc_expr kind=9 total=1 calls=1",
      ["walk.qz:2", "handlers.qz:0"],
    ],
    ["none of another dispatcher", "[kind 9] +9 MB / 3 stmts", []],
    ["none of an unknown kind", "[kind 1999] +9 MB / 3 stmts", []],
    ["none of a phase", "[mem] typecheck: 5 MB", []],
    ["the line of a place", "[mem-site] at=walk.qz:3 what=x calls=1", ["walk.qz:2"]],
    ["none of the runtime", "[mem-fn] +9 MB: qz_x", []],
  ])("%s", (_, line, expected) => {
    expect(targets(line)).toEqual(expected);
  });
});

test("there are never more links than the limit, and each name is looked up once", () => {
  let lookups = 0;
  const page = pageOf(`${"[mem-fn] +9 MB: compile\n".repeat(MAX_LINKS + 10)}[mem] mir: 9 MB\n`);
  const counting = {
    ...sources,
    resolve: (name: string) => {
      lookups++;
      return sources.resolve(name);
    },
  };
  expect(linksOf(page.log, page.lines, counting)).toHaveLength(MAX_LINKS);
  expect(lookups).toBeLessThan(3 * MAX_LINKS);
});
