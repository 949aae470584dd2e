import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runCli } from "../support/cli.ts";

const fixture = (name: string): string => fileURLToPath(new URL(`../fixtures/logs/${name}`, import.meta.url));
const MB = 1_048_576;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "quartz-rss-cli-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function file(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

describe("report for people", () => {
  test("reads well, and stays under 40 lines", async () => {
    const { code, out } = await runCli(["report", "--top", "10", fixture("before-fix.log")]);
    expect(code).toBe(0);
    const lines = out.split("\n");
    expect(lines.length).toBeLessThan(40);
    expect(lines[0]).toMatch(/before-fix\.log, run 1: highest reading 12470 MB$/);
    expect(lines).toContain("    +136 MB  mir_lower$mir_lower_expr  (while typecheck, 2.52 %)");
    expect(lines).toContain("  +4,451 MB  not explained while typecheck");
    const typecheck = lines.indexOf("  +5401 MB  typecheck  9.87 s");
    expect(lines.slice(typecheck + 1, typecheck + 7)).toEqual([
      "              tracked state ≈ 1.4 MB of 5,401 MB, 0.0255 %: freeing it cannot help",
      "              tracked entries: 90,277, reckoned at 16 bytes each",
      expect.stringMatching(/^ {14}counts, no sizes: tc registry\.structs 47, .*interner\.strings 32,964$/),
      "     +0 MB  tc_free  9.87 s",
      "              there was almost nothing to free: tracked state ≈ 1.4 MB of 5,401 MB while typecheck, 0.0255 %",
      expect.stringMatching(/^ {14}beside that, macOS keeps freed malloc pages/),
    ]);
    expect(out).toContain("153 total functions leaked >8 MB each");
  });

  test("kinds say that they overlap", async () => {
    const { out } = await runCli(["report", "--top", "10", fixture("phase3b-kinds.log")]);
    expect(out).toContain("inclusive: totals overlap, never add them");
    expect(out).toMatch(/\+5764 MB {2}NODE_CALL in tc_expr {2}\/ 69,186, ≈ 85 KB each/);
    expect(out.split("\n").length).toBeLessThan(40);
  });

  test("several logs, several runs, one page each", async () => {
    const { out } = await runCli(["report", fixture("before-fix.log"), fixture("pasted-expectation.log")]);
    expect(out).toMatch(/before-fix\.log, run 1:/);
    expect(out).toMatch(/pasted-expectation\.log, run 1 \(expectation\):/);
  });
});

describe("report as JSON is a contract", () => {
  test("phases, functions, counts and notes of a run", async () => {
    const { out } = await runCli(["report", "--format", "json", fixture("before-fix.log")]);
    const [run] = JSON.parse(out);
    expect(run).toMatchObject({
      run: 0,
      kind: "measured",
      peakBytes: null,
      maxReadingBytes: 12_470 * MB,
      otherLines: 0,
    });
    expect(run.phases[5 - 1]).toEqual({
      ...{ line: 22, name: "typecheck", rssBytes: 5776 * MB, deltaBytes: 5401 * MB, growthBytes: 5401 * MB },
      ...{ elapsedMs: 9871, subPhase: false, approximate: false },
    });
    expect(run.phases[0]).toMatchObject({ deltaBytes: null, growthBytes: null, elapsedMs: 0 });
    expect(run.functions[0]).toEqual({
      ...{ line: 5, phase: "typecheck", name: "mir_lower$mir_lower_expr", deltaBytes: 136 * MB },
    });
    expect(run.functions).toHaveLength(11);
    expect(run.counts).toEqual({
      "tc Vec entries (sum of sizes)": 18_276,
      "tc nested Vec<Vec> entries": 72_001,
      "tc registry.structs": 47,
      "tc registry.funcs": 2140,
      "tc registry.traits": 6,
      "tc registry.ptypes": 106,
      "tc interner.strings": 3042,
      "global interner.strings": 32_964,
    });
    expect(run.notes).toHaveLength(1);
    expect(run.problems).toEqual([]);
  });

  test("node kinds name dispatcher, domain and number", async () => {
    const { out } = await runCli(["report", "--format", "json", fixture("phase3b-kinds.log")]);
    const [{ kinds }] = JSON.parse(out);
    expect(
      kinds.find(
        ({ number, domain }: { number: number; domain: string }) => number === 9 && domain === "expression",
      ),
    ).toEqual({
      ...{
        line: 15,
        phase: "typecheck",
        dispatcher: "tc_expr",
        domain: "expression",
        number: 9,
        name: "NODE_CALL",
      },
      ...{ deltaBytes: 5764 * MB, count: 69_186 },
    });
    expect(kinds[0]).toMatchObject({
      dispatcher: "tc_stmt",
      domain: "statement",
      number: 22,
      name: "NODE_RETURN",
    });
  });

  test("sub-phases do not move the base", async () => {
    const { out } = await runCli(["report", "--format", "json", fixture("baseline-ca2f64fc.log")]);
    const [{ phases }] = JSON.parse(out);
    expect(
      phases
        .slice(3, 6)
        .map((phase: { name: string; subPhase: boolean; growthBytes: number }) => [
          phase.name,
          phase.subPhase,
          phase.growthBytes / MB,
        ]),
    ).toEqual([
      ["resolve_pass1", true, 10_420],
      ["resolve_pass2", true, 10_453],
      ["resolve", false, 10_456],
    ]);
  });

  test("an expectation is never a measured run", async () => {
    const { out } = await runCli(["report", "--format", "json", fixture("pasted-expectation.log")]);
    const [run] = JSON.parse(out);
    expect(run.kind).toBe("expectation");
    expect(run.peakBytes).toBe(12_500 * MB);
    expect(run.phases.every((phase: { approximate: boolean }) => phase.approximate)).toBe(true);
  });
});

describe("bad input", () => {
  test("names file, line and cause; the usable part is still used", async () => {
    const broken = await file(
      "broken.log",
      "[mem] init: 1 MB current (0ms)\n[mem-fn] +abc MB: x\n[mem] lex: 3 MB (+2) (1ms)\n",
    );
    const { code, out, err } = await runCli(["report", "--format", "json", broken]);
    expect(code).toBe(0);
    expect(JSON.parse(out)[0].phases).toHaveLength(2);
    expect(err).toMatch(/broken\.log:2:11: Found `abc`; expected/);
  });

  test("a missing file, a folder, and a log without memory lines exit 2, the rest is printed", async () => {
    const empty = await file("empty.log", "");
    const { code, out, err } = await runCli([
      "report",
      join(folder, "nope.log"),
      folder,
      empty,
      fixture("after-fix.log"),
    ]);
    expect(code).toBe(2);
    expect(err).toMatch(/nope\.log: cannot be read: no such file/);
    expect(err).toMatch(/cannot be read: it is a folder/);
    expect(err).toMatch(/empty\.log: no memory lines in 0 lines/);
    expect(out).toContain("+737 MB  typecheck");
  });

  test.each([
    [["report"], /report needs at least one file/],
    [["explode", "x"], /unknown command “explode”/],
    [["report", "--top", "0", "x"], /--top is a whole number above 0/],
    [["report", "--format", "xml", "x"], /--format is “text” or “json”/],
    [["report", "--nope", "x"], /--nope/],
  ])("%j", async (args, message) => {
    const { code, err } = await runCli(args);
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });
});

test("standard input is read for -", async () => {
  const { out } = await runCli(
    ["report", "-"],
    "[mem] init: 1 MB current (0ms)\n[mem] lex: 9 MB (+8) (1ms)\n",
  );
  expect(out).toContain("(standard input), run 1: highest reading 9 MB");
});

test("--help shows examples, --version the version", async () => {
  const help = await runCli(["--help"]);
  expect(help.code).toBe(0);
  expect(help.out).toContain("quartz-rss report --top 5 before.log after.log");
  expect((await runCli(["--version"])).out).toBe("0.0.0-test\n");
});
