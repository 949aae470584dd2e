import { describe, expect, test } from "vitest";
import { hoverOf, LINKS, paragraphs } from "./hoverPage.ts";

const LOG = "[mem] init: 1 MB\n[mem-fn] +12 MB: m$f\n[mem-fn] +9 MB: m$cold\n[mem] t: 100 MB (+99)\n";
const M = "@inline\ndef f(a: Int)\n  a\nend\n";

/** First paragraph of the hover at ⟨ in one file, beside `m.qz` unless that is the file. */
function title(path: string, text: string, log = LOG): string | undefined {
  return paragraphs(hoverOf({ log, files: { "m.qz": M, [path]: text } }))?.[0]?.replace(/ · \[.*/, "");
}

describe("it speaks", () => {
  test.each([
    ["on the name", M.replace("def f", "def ⟨f"), { start: 4, end: 5 }],
    ["behind the name", M.replace("def f", "def f⟨"), { start: 4, end: 5 }],
    ["on the rest of the head line", M.replace("a: Int", "a: ⟨Int"), { start: 0, end: 13 }],
  ])("%s", (_, text, { start, end }) => {
    const hover = hoverOf({ log: LOG, files: { "m.qz": text } });
    expect(hover?.range).toEqual({ start: { line: 1, character: start }, end: { line: 1, character: end } });
    expect(paragraphs(hover)?.[0]).toMatch(/^\*\*`m\$f`\*\* · compiled function/);
  });

  test.each([
    ["a qualified call", "def g()\n  m::⟨f(1)\nend\n"],
    ["a call that only one function fits", "def g()\n  ⟨f(1)\nend\n"],
    ["a call behind a closed string", 'def g()\n  print("a", ⟨f(1))\nend\n'],
  ])("on %s", (_, text) => {
    expect(title("other.qz", text)).toBe("**`m$f`** · compiled function");
  });

  test("a call in the module of the function means that one", () => {
    const found = hoverOf({
      log: LOG,
      files: { "m.qz": `${M}def g()\n  ⟨f(1)\nend\n`, "n.qz": M },
    });
    expect(found?.range).toEqual({ start: { line: 5, character: 2 }, end: { line: 5, character: 3 } });
  });

  test("both families of one function, one after the other", () => {
    const walk = "def tc_expr(n: Int)\n  kind = n\n  if kind == NODE_CALL\n    return m::f(n)\n  end\nend\n";
    const log = "[mem-fn] +12 MB: m$f\n[kind 1009] +64 MB / 69 stmts\n[mem] t: 100 MB (+99)\n";
    const hover = hoverOf({ log, files: { "walk.qz": walk, "m.qz": M.replace("def f", "def ⟨f") } });
    expect(hover?.markdown.split("\n\n---\n\n").map((part) => part.split(" · [")[0])).toEqual([
      "**`m$f`** · compiled function",
      "**`NODE_CALL`** · expression kind 9 in `tc_expr`",
    ]);
  });

  test("of many figures on one line it tells the first and counts the others", () => {
    const names = Array.from({ length: 8 }, (_, at) => `[mem-fn] +9 MB: m$f$${at}`);
    const hover = hoverOf({
      log: `${names.join("\n")}\n[mem] t: 100 MB (+99)\n`,
      files: { "m.qz": M.replace("def f", "def ⟨f") },
    });
    expect(hover?.markdown.split("\n\n---\n\n").at(-1)).toBe("Further figures, listed in the tree: 2");
  });
});

describe("it is quiet", () => {
  test.each([
    ["in a body", "m.qz", M.replace("  a", "  ⟨a")],
    ["on an attribute", "m.qz", M.replace("@inline", "@in⟨line")],
    ["on an end", "m.qz", M.replace("end", "⟨end")],
    ["in front of an indented head line", "m.qz", "impl T\n⟨    def f(a: Int)\n    a\n  end\nend\n"],
    ["on a call of a function without figures", "other.qz", "def g()\n  ⟨h(1)\nend\ndef h(a: Int)\nend\n"],
    ["on the head line of such a function", "other.qz", "def ⟨g()\nend\n"],
    ["on a name in a comment", "other.qz", "def g()\n  1 # ⟨f(1)\nend\n"],
    ["on a name in a string", "other.qz", 'def g()\n  "⟨f(1)"\nend\n'],
    ["on a member", "other.qz", "def g()\n  x.⟨f(1)\nend\n"],
    ["on a name that is not called", "other.qz", "def g()\n  ⟨f\nend\n"],
    [
      "on a declaration of the same name",
      "other.qz",
      "def g()\nend\nimpl T\n  def ⟨f(a: Int, b: Int)\n  end\nend\n",
    ],
    ["on a line that no person wrote", "other.qz", `def g()\n  ⟨f(1)${" + 1".repeat(1000)}\nend\n`],
    ["behind the end", "other.qz", "def g()\nend\n⟨"],
  ])("%s", (_, path, text) => {
    expect(title(path, text)).toBeUndefined();
  });

  test("on a call that several functions fit", () => {
    const files = { "m.qz": M, "n.qz": M, "other.qz": "def g()\n  ⟨f(1)\nend\n" };
    expect(hoverOf({ log: `${LOG}[mem-fn] +9 MB: n$f\n`, files })).toBeUndefined();
  });
});

describe("links", () => {
  const linksOf = (links: typeof LINKS): readonly string[] =>
    [
      ...(
        hoverOf({ log: LOG, files: { "m.qz": M.replace("def f", "def ⟨f") }, links })?.markdown ?? ""
      ).matchAll(/\]\(<([^>]*)>\)/g),
    ].map(([, target = ""]) => target);

  test("lead to the log's line, to the chart and to the tree", () => {
    const target = encodeURIComponent(JSON.stringify([{ family: "subject", name: "m$f" }]));
    expect(linksOf(LINKS)).toEqual([
      `command:quartzRss.showInChart?${target}`,
      `command:quartzRss.revealInTree?${target}`,
      "file:///q/mem.log#L2",
    ]);
  });

  test("name no command that the client did not announce", () => {
    const none = { ...LINKS, chartCommand: undefined, treeCommand: undefined };
    expect(linksOf(none)).toEqual(["file:///q/mem.log#L2"]);
    expect(linksOf({ ...LINKS, treeCommand: undefined })[0]).toMatch(/^command:quartzRss\.showInChart\?/);
  });

  test("a kind is named by its row", () => {
    const walk = "def tc_expr(n: Int)\n  kind = n\n  ⟨if kind == NODE_CALL\n    return n\n  end\nend\n";
    const hover = hoverOf({
      log: "[kind 1009] +64 MB / 69 stmts\n[mem] t: 100 MB (+99)\n",
      files: { "w.qz": walk },
    });
    expect(hover?.markdown).toContain(encodeURIComponent('[{"family":"handler","row":0}]'));
  });
});

test("what a log says cannot become Markdown, nor a command", () => {
  const evil = "m$f$[x](command:evil)<img>";
  const log = `[mem] init: 1 MB\n[mem-fn] +12 MB: ${evil}\n[mem] **t**](command:evil): 100 MB (+99)\n[mem-fn] phase=[y](command:evil) fn=m$f total=9000000 calls=1\n`;
  const markdown =
    hoverOf({ log, files: { "m.qz": M.replace("def f", "def ⟨f") } })?.markdown.replace(/`+[^`]*`+/g, "") ??
    "";
  expect(markdown).toContain("compiled function");
  const commands = [...markdown.matchAll(/(?<!\\)\]\(<?([^)>]*)/g)].map(([, target]) => target);
  expect(commands.filter((target) => target?.includes("command:evil"))).toEqual([]);
  expect(markdown).not.toMatch(/(?<!\\)<img/);
});
