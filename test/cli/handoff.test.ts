import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { formatRunFile, newRunFile } from "#core/store/runFile";
import { runCli } from "../support/cli.ts";

const fixture = (name: string): string => fileURLToPath(new URL(`../fixtures/logs/${name}`, import.meta.url));
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "quartz-rss-handoff-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function handoff(log: string, ...more: readonly string[]): Promise<string> {
  const { code, out } = await runCli(["report", "--format", "markdown", "--top", "400", ...more, log]);
  expect(code).toBe(0);
  return out;
}

interface Row {
  readonly line: number;
}

/** What a script sees of a log, without where it stands. */
async function figures(args: readonly string[], input = "") {
  const { out } = await runCli(["report", "--format", "json", ...args], input);
  const runs: readonly Readonly<Record<string, readonly Row[]>>[] = JSON.parse(out);
  const bare = (rows: readonly Row[] | undefined) =>
    (rows ?? []).map(({ line: _, ...row }) => JSON.stringify(row, Object.keys(row).sort())).sort();
  return runs.map((run) => ({
    ...{ kind: run["kind"], peakBytes: run["peakBytes"], maxReadingBytes: run["maxReadingBytes"] },
    phases: (run["phases"] ?? []).map(({ line: _, ...phase }) => phase),
    ...{ functions: bare(run["functions"]), kinds: bare(run["kinds"]), counts: run["counts"] },
    ...{ checkpoints: bare(run["checkpoints"]), callees: bare(run["callees"]), sites: bare(run["sites"]) },
    // Those of an expectation are shown as prose.
    notes: String(run["kind"]) === "measured" ? bare(run["notes"]) : [],
  }));
}

describe("a hand-off is read again", () => {
  test.each([
    "before-fix.log",
    "after-fix.log",
    "baseline-ca2f64fc.log",
    "phase3b-kinds.log",
    "pasted-expectation.log",
    "shapes/several-runs.log",
  ])("with the same figures: %s", async (name) => {
    const page = await handoff(fixture(name));
    expect(await figures(["-"], page)).toEqual(await figures([fixture(name)]));
  });

  test("with the same probes, to the byte", async () => {
    const log = join(folder, "probes.log");
    await writeFile(
      log,
      [
        "[mem] init: 1 MB current (0ms)",
        '[mem-cp] phase=mir fn=a$b index=2 label="arity \\"check\\"" at=x/y.qz:1715 self=1798000001 total=1901000001 calls=69186',
        "[mem-callee] phase=mir fn=a$c caller=Map<String,Int>$get total=12582913 calls=15117",
        "[mem-site] phase=mir fn=a$d at=x/y.qz:412 what=str_byte_slice calls=14000000 bytes=420000000",
        "[mem-kind] phase=mir dispatcher=mir_lower_expr kind=9 name=NODE_CALL total=6043992064 calls=69186",
        "[mem] mir: 6000 MB (+5999) (9ms)",
        "",
      ].join("\n"),
    );
    expect(await figures(["-"], await handoff(log))).toEqual(await figures([log]));
  });

  test("the rest and what nothing explains are no functions", async () => {
    const { out } = await runCli(["report", "--format", "markdown", "--top", "2", fixture("before-fix.log")]);
    const [run] = await figures(["-"], out);
    expect(run?.functions).toHaveLength(2);
    expect(out).toMatch(/\| further functions, together: 9 \| \+680 MB \|/);
    expect(out).toContain("| unexplained by any printed line | +4,451 MB | 82.4 % | `typecheck` |");
  });
});

describe("a hand-off with a baseline", () => {
  test("says what changed, the most telling first, and is read again as the run alone", async () => {
    const page = await handoff(fixture("after-fix.log"), "--baseline", fixture("before-fix.log"));
    expect(page).toMatch(/## Compared with .*before-fix\.log, run 1\n/);
    expect(page).toContain("| phase `typecheck` | 737 MB ▼ 4,664 (−86 %) |");
    expect(page).toMatch(/\| Peak \| 7\d+ MB ▼ 4,\d+ \(−37 %\) \|/);
    expect(page).toMatch(/\| Time \| 18\.3 s ▼ 2\.7 s \(−13 %\) \|/);
    expect(await figures(["-"], page)).toEqual(await figures([fixture("after-fix.log")]));
  });

  test("that cannot be read is told, and the page is still there", async () => {
    const args = ["report", "--format", "markdown", "--baseline", join(folder, "none.log")];
    const { code, out, err } = await runCli([...args, fixture("after-fix.log")]);
    expect(code).toBe(2);
    expect(err).toContain("none.log: cannot be read: no such file");
    expect(out).toMatch(/^# Where the memory goes/);
  });

  test("is refused where it would be passed over", async () => {
    const { code, err } = await runCli(["report", "--baseline", "a.log", "b.log"]);
    expect(code).toBe(2);
    expect(err).toContain("--baseline is for --format markdown");
  });
});

describe("a hand-off says", () => {
  test("the point first, what freeing cannot do, and what may not be concluded", async () => {
    const page = await handoff(fixture("before-fix.log"));
    expect(page).toMatch(
      /^# Where the memory goes: .*before-fix\.log, run 1\n\n\*\*Highest reading 12470 MB; /,
    );
    expect(page).toContain("freeing it cannot help");
    expect(page).toContain("not what that function allocates");
    expect(page).toContain("only the highest reading: the true peak may be higher");
    expect(page).toContain("That a listed function leaks.");
  });

  test("how far node kinds overlap, and no sum of them", async () => {
    const page = await handoff(fixture("phase3b-kinds.log"));
    expect(page).toContain("| NODE_CALL (9) | 69,186 | +5764 MB |");
    expect(page).toContain("totals overlap, so never add them");
    expect(page).not.toMatch(/total of all|sum:/i);
  });

  test("how the run of a run folder was made", async () => {
    const run = join(folder, ".quartz-rss/runs/20261125T085000Z-3f9a");
    await mkdir(run, { recursive: true });
    await writeFile(join(run, "stderr.log"), "[mem] init: 1 MB current (0ms)\n");
    await writeFile(
      join(run, "run.json"),
      formatRunFile(
        newRunFile({
          ...{ id: "20261125T085000Z-3f9a", origin: "launch", status: "finished", label: "before *the* fix" },
          command: ["quartz", "--no-cache", "my file.qz", "it's"],
          compiler: { path: "bin/quartz", sha256: "ab12", version: "5.25", commit: null },
          subject: { commit: "ca2f64fc", dirtyHash: "77aa" },
          platform: { os: "darwin", arch: "arm64", release: "24.0" },
          pressure: { before: { freeBytes: 7e9, swapUsedBytes: 1e9, compressedBytes: null }, after: null },
          ...{ wallMs: 21_000, peakBytes: 13_000_000_000, peakFrom: "measured" },
          exit: { code: 0, signal: null, reason: null },
        }),
      ),
    );
    const page = await handoff(join(run, "stderr.log"));
    expect(page).toContain("# Where the memory goes: before \\*the\\* fix");
    expect(page).toContain("- Compiler: `bin/quartz`, 5.25, sha256 ab12");
    expect(page).toContain("- Compiled tree: commit ca2f64fc, with changes that are not committed (77aa)");
    expect(page).toContain("- Platform: darwin 24.0 arm64");
    expect(page).toContain("- Memory pressure: before: 6.5 GB free, 950 MB of swap used");
    expect(page).toContain("- Peak: 12397 MB (measured from outside)");
    expect(page).toContain("readings are lower bounds");
    expect(page).toContain("quartz --no-cache 'my file.qz' 'it'\\''s' 2>mem.log >/dev/null");
  });

  test("nothing that text of the log could make of the page", async () => {
    const log = join(folder, "hostile.log");
    const evil = "a|b`<img/src=x>";
    await writeFile(
      log,
      [
        "[mem] init: 1 MB current (0ms)",
        `[mem-fn] +9 MB: ${evil}`,
        "[mem-odd] ``` <script>alert(1)</script>",
        "[mem] mir: 10 MB (+9) [x](command:evil) <b> ![](http://x/y) (5ms)",
        "",
      ].join("\n"),
    );
    const page = await handoff(log);
    const outside = page.replace(/^(`{3,})[^\n]*\n[\s\S]*?\n\1$/gm, "").replace(/(`+)[^`][\s\S]*?\1/g, "");
    expect(outside).not.toMatch(/(?<!\\)<(?:img|script|b)/);
    expect(outside).not.toMatch(/(?<!\\)\]\(/);
    expect(page).toContain("````log");
    const [run] = await figures(["-"], page);
    expect(run?.functions[0]).toContain("a|b<img/src=x>");
  });
});
