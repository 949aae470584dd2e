import { expect, test } from "vitest";
import { takeSnapshot } from "#core/model/snapshot";
import { formatSnapshot, parseSnapshot, SnapshotError } from "#core/model/snapshotFile";
import { indexOf } from "../../support/sources.ts";

const fileOf = (uri: string): string => uri.replace("file:///", "");

const snapshot = takeSnapshot(
  indexOf({
    "a/m.qz": "def f(a)\n  1\nend\ndef f(b)\n  2\nend\n",
    "b/m.qz": "def g()\n  1\nend\nstruct S\n  def g(self) = 1\nend\n",
    "c/m.qz": "def g()\n  2\nend\n",
    "walk.qz": "def _tc_expr_dispatch(kind)\n  if kind == NODE_CALL\n    f(kind)\n  end\nend\n",
  }),
  "import",
  fileOf,
);

test("every function by its mangled name, clauses and namesakes too, and every branch", () => {
  const places = (names: typeof snapshot.symbols): readonly string[] =>
    [...names].map(
      ([name, seen]) =>
        `${name}: ${seen.map(({ file, startLine, endLine }) => `${file} ${startLine}-${endLine}`).join(", ")}`,
    );
  expect(places(snapshot.symbols)).toEqual([
    "m$f: a/m.qz 0-2, a/m.qz 3-5",
    "m$g: b/m.qz 0-2, c/m.qz 0-2",
    "S$g: b/m.qz 4-4",
    "walk$_tc_expr_dispatch: walk.qz 0-4",
  ]);
  expect(places(snapshot.branches)).toEqual(["tc_expr NODE_CALL: walk.qz 1-2"]);
});

test("goes through JSON unharmed, with lines from 1 in the file", () => {
  const text = JSON.stringify(formatSnapshot(snapshot));
  expect(parseSnapshot(JSON.parse(text))).toEqual(snapshot);
  expect(JSON.parse(text).symbols["S$g"]).toMatchObject({ file: "b/m.qz", startLine: 5, endLine: 5 });
});

test("a name that objects have of their own is a name", () => {
  const names = new Map([
    ["__proto__", [{ file: "m.qz", startLine: 0, endLine: 1, hash: "0123456789abcdef" }]],
  ]);
  const odd = { ...snapshot, symbols: names };
  expect(parseSnapshot(JSON.parse(JSON.stringify(formatSnapshot(odd)))).symbols).toEqual(names);
});

const SEEN = { file: "m.qz", startLine: 1, endLine: 2, hash: "0123456789abcdef" };
const good = (seen: unknown): unknown => ({ version: 1, taken: "run", symbols: { m$f: seen } });

test("a run need not know of branches", () => {
  expect(parseSnapshot(good(SEEN)).branches.size).toBe(0);
});

test.each([
  [null, "JSON is not an object"],
  [[], "JSON is not an object"],
  [{}, "“version” is missing, not a version number"],
  [{ version: "1" }, '“version” is "1", not a version number'],
  [{ version: 1, taken: "x" }, '“taken” is "x", neither “run” nor “import”'],
  [{ version: 1, taken: "run" }, "symbols is not an object"],
  [good(7), 'symbols["m$f"] is not an object'],
  [good([SEEN, { ...SEEN, file: 3 }]), 'symbols["m$f"].file is not a text'],
  [
    good({ ...SEEN, file: "/etc/passwd" }),
    'symbols["m$f"].file is "/etc/passwd", which is no path inside the folder',
  ],
  [
    good({ ...SEEN, file: "a/../../b" }),
    'symbols["m$f"].file is "a/../../b", which is no path inside the folder',
  ],
  [good({ ...SEEN, hash: "xyz" }), 'symbols["m$f"].hash is "xyz", not 16 hexadecimal digits'],
  [good({ ...SEEN, startLine: 0 }), 'symbols["m$f"].startLine is 0, not a line number'],
  [good({ ...SEEN, startLine: 1.5 }), 'symbols["m$f"].startLine is 1.5, not a line number'],
  [good({ ...SEEN, startLine: 3 }), 'symbols["m$f"].endLine is 2, not a line number'],
])("%j is refused: %s", (value, message) => {
  expect(() => parseSnapshot(value)).toThrow(new SnapshotError("broken", message));
});

test("a later version is told apart from a broken file", () => {
  try {
    parseSnapshot({ version: 2, symbols: 7 });
    expect.unreachable();
  } catch (error) {
    expect(error).toBeInstanceOf(SnapshotError);
    expect(error).toMatchObject({ why: "newer", message: "2" });
  }
});
