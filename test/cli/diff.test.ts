import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { formatSnapshot } from "#core/model/snapshotFile";
import { formatRunFile, newRunFile, type RunFile } from "#core/store/runFile";
import { runCli } from "../support/cli.ts";

const demo = (name: string): string =>
  fileURLToPath(new URL(`../../demo/workspace/logs/${name}`, import.meta.url));
const MB = 1_048_576;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "quartz-rss-diff-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function file(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

describe("the fix that the demo's logs tell of", () => {
  test("for people: typecheck −86 %, peak −37 %, wall −13 %", async () => {
    const { code, out, err } = await runCli(["diff", demo("before-fix.log"), demo("after-fix.log")]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const lines = out.split("\n");
    expect(lines[0]).toMatch(/after-fix\.log, run 1, against .*before-fix\.log, run 1$/);
    expect(out).toContain("737 MB ▼ 4,664 (−86 %)  typecheck\n");
    expect(out).toContain("7810 MB ▼ 4,660 (−37 %)  peak (only the highest reading)\n");
    expect(out).toContain("18.3 s ▼ 2.7 s (−13 %)   elapsed until the last reading\n");
    expect(out).toContain("333 MB, no change       resolve\n");
    expect(out).toContain("not printed now, was 136 MB  mir_lower$mir_lower_expr  (while typecheck)\n");
    expect(lines[1]).toMatch(/^! Only the base has lines of compiled functions/);
    expect(lines.length).toBeLessThan(40);
  });

  test("for scripts", async () => {
    const { out } = await runCli([
      ...["diff", "--format", "json", demo("before-fix.log"), demo("after-fix.log")],
    ]);
    const [diff] = JSON.parse(out);
    const typecheck = diff.phases.find(({ name }: { name: string }) => name === "typecheck");
    expect(typecheck).toMatchObject({
      baseBytes: 5401 * MB,
      newBytes: 737 * MB,
      differenceBytes: -4664 * MB,
    });
    const percents = [typecheck.ratio, diff.peak.ratio, diff.elapsed.ratio].map((ratio) =>
      Math.round(ratio * 100),
    );
    expect(percents).toEqual([-86, -37, -13]);
  });
});

describe("which run of a log", () => {
  const TWICE =
    "[mem] init: 1 MB current (0ms)\n[mem] lex: 9 MB (+8) (5ms)\n[mem] init: 1 MB current (0ms)\n[mem] lex: 4 MB (+3) (5ms)\n# Expected:\n#   [mem] lex: ~7 MB (+6)\n";

  test("the last measured one, or the one that is asked for", async () => {
    const log = await file("twice.log", TWICE);
    expect((await runCli(["diff", log, log])).out).toContain("3 MB, no change  lex\n");
    const chosen = await runCli(["diff", "--base-run", "1", "--run", "2", log, log]);
    expect(chosen.out).toContain("3 MB ▼ 5 (−63 %)  lex\n");
  });

  test("an expectation when asked for, or when there is nothing else; it says so first", async () => {
    const log = await file("twice.log", TWICE);
    const { out } = await runCli(["diff", "--base-run", "3", log, log]);
    expect(out.split("\n")[1]).toMatch(/^! The base is an expectation, not a measured run/);
    expect(out).toContain("3 MB ≈ ▼ 3 (−50 %)  lex\n");
    const pasted = await runCli(["diff", demo("pasted-expectation.log"), demo("before-fix.log")]);
    expect(pasted.code).toBe(0);
    expect(pasted.out).toContain("5401 MB ≈ ▼ 1,099 (−17 %)");
  });

  test("a number that the log does not have is told, with those that it has", async () => {
    const log = await file("twice.log", TWICE);
    const { code, out, err } = await runCli(["diff", "--run", "9", log, log]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toBe(`${log}: no run 9; there are 1 (measured), 2 (measured), 3 (expectation)\n`);
  });

  test("standard input is either of the two, and a document with a log in it will do", async () => {
    const document = "# Hand-off\n\nWe measured:\n\n```\n[mem] lex: 9 MB (+8) (5ms)\n```\n\nand so on.\n";
    const log = await file("plain.log", "[mem] lex: 4 MB (+3) (5ms)\n");
    const { out } = await runCli(["diff", "-", log], document);
    expect(out).toContain("3 MB ▼ 5 (−63 %)  lex\n");
    expect((await runCli(["diff", "-", "-"], document)).code).toBe(2);
  });
});

test("folders of kept runs say what stands in the way, and know a function that was moved", async () => {
  const base = await runFolder("base", "a$f", { allocator: "system", wallMs: 2000 });
  const run = await runFolder("new", "b$f", { allocator: "mimalloc", wallMs: 1000 });
  const { code, out, err } = await runCli(["diff", base, run]);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  const lines = out.split("\n");
  expect(lines[1]).toBe("! Different allocators: system, then mimalloc.");
  expect(lines).toContain("  90 MB, no change  b$f (was a$f)  (while typecheck)");
});

test("what cannot be used of a folder is told and left aside", async () => {
  const base = await runFolder("broken", "a$f", {});
  await writeFile(join(base, "run.json"), "{}");
  await writeFile(join(base, "symbols.json"), "[");
  const { code, err } = await runCli(["diff", base, base]);
  expect(code).toBe(0);
  expect(err).toMatch(/broken\/run\.json: left aside: .*\n.*broken\/symbols\.json: left aside: /);
});

test("bad input names its cause", async () => {
  const log = await file("good.log", "[mem] lex: 4 MB (+3) (5ms)\n");
  const missing = await runCli(["diff", log, join(folder, "nowhere.log")]);
  expect(missing).toMatchObject({ code: 2, out: "" });
  expect(missing.err).toMatch(/nowhere\.log: cannot be read: no such file\n$/);
  const other = await file("other.txt", "hello\n");
  expect((await runCli(["diff", other, log])).err).toContain("other.txt: no memory lines in 1 lines");
  expect((await runCli(["diff", log])).err).toBe(
    "diff needs two runs: BASE and NEW; see quartz-rss --help\n",
  );
  expect((await runCli(["diff", "--run", "0", log, log])).code).toBe(2);
});

async function runFolder(name: string, symbol: string, known: Partial<RunFile>): Promise<string> {
  const path = join(folder, name);
  await mkdir(path, { recursive: true });
  await writeFile(
    join(path, "stderr.log"),
    `[mem-fn] +90 MB: ${symbol}\n[mem] typecheck: 100 MB (+100) (900ms)\n`,
  );
  const run = newRunFile({ id: "20261125T085000Z-3f9a", origin: "launch", status: "finished", ...known });
  await writeFile(join(path, "run.json"), formatRunFile(run));
  const seen = { file: "a.qz", startLine: 0, endLine: 3, hash: "0123456789abcdef" };
  const snapshot = formatSnapshot({
    ...{ version: 1, taken: "run", branches: new Map() },
    symbols: new Map([[symbol, [seen]]]),
  });
  await writeFile(join(path, "symbols.json"), JSON.stringify(snapshot));
  return path;
}
