import { chmod, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { parseSnapshot } from "#core/model/snapshotFile";
import { formatRunFile, newRunFile, type RunFile } from "#core/store/runFile";
import { runCli } from "../support/cli.ts";
import { makeWorkspace, SMALL_COMPILER, type Workspace } from "../support/workspace.ts";

let workspace: Workspace;
beforeEach(async () => {
  workspace = await makeWorkspace(SMALL_COMPILER);
});
afterEach(() => workspace.remove());

const cli = (args: readonly string[], input = "") =>
  runCli([args[0] ?? "", "--folder", workspace.folder, ...args.slice(1)], input);

const idOf = (number: number): string => `20261125T08500${number}Z-0000`;

async function put(number: number, known: Partial<RunFile> = {}): Promise<void> {
  const run = newRunFile({ origin: "launch", status: "finished", ...known, id: idOf(number) });
  await workspace.write(`.quartz-rss/runs/${run.id}/run.json`, formatRunFile(run));
}

test("an imported log is kept with its label and the code as it is now, and listed", async () => {
  const log = join(workspace.folder, "mem.log");
  const { code, out, err } = await cli(["import", "--label", "before", log]);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  const folder = join(workspace.folder, ".quartz-rss", "runs", out.trim());
  expect(await readFile(join(folder, "stderr.log"))).toEqual(await readFile(log));
  const { taken, symbols } = parseSnapshot(JSON.parse(await readFile(join(folder, "symbols.json"), "utf8")));
  expect(taken).toBe("import");
  expect([...symbols.keys()].toSorted()).toEqual(
    ["expr_handlers$tc_expr_call", "typecheck_walk$tc_expr", "compile", "main"].toSorted(),
  );
  expect((await cli(["runs"])).out).toBe(`${out.trim()}  finished  ≥ 5402 MB      before\n`);
});

test("standard input is a log, too; the root file is that of the project file", async () => {
  await workspace.write(
    "quartz-rss.json",
    '{"builds":[{"name":"a","file":"middle/typecheck_walk.qz","steps":[]}]}',
  );
  const { code, out } = await cli(["import", "-"], "[mem] init: 1 MB\n");
  expect(code).toBe(0);
  const symbols = join(workspace.folder, ".quartz-rss", "runs", out.trim(), "symbols.json");
  expect(await readFile(symbols, "utf8")).toContain('"tc_expr":');
});

test("what cannot be imported is told, the rest is imported", async () => {
  const path = (name: string) => join(workspace.folder, name);
  const { code, out, err } = await cli(["import", path("nope.log"), path("quartz.qz"), path("mem.log")]);
  expect(code).toBe(2);
  expect(out.trim().split("\n")).toHaveLength(1);
  expect(err).toMatch(
    /nope\.log: not imported: no such file\n.*quartz\.qz: not imported: it has no memory lines/,
  );
});

test("a table: status, peak, time, build and names, made fit for a terminal", async () => {
  await put(1, { label: "before", peakBytes: 12_470 * 1_048_576, peakFrom: "printed", wallMs: 21_000 });
  await put(2, { status: "limit", build: "self", note: "a\u001b[31m\nb" });
  await workspace.write(`.quartz-rss/runs/${idOf(3)}/run.json`, '{"version":9}');
  const { code, out } = await cli(["runs"]);
  expect(code).toBe(0);
  expect(out).toBe(`${idOf(3)}  damaged   it has version 9: made by a newer version: update Quartz RSS Lens
${idOf(2)}  limit                     self  a b
${idOf(1)}  finished  12470 MB  21 s        before
`);
});

test("JSON has damaged ones among the others; named ones only where runs are named", async () => {
  await put(1, { label: "before" });
  await workspace.write(`.quartz-rss/runs/${idOf(2)}/run.json`, "{");
  const all = JSON.parse((await cli(["runs", "--format", "json"])).out);
  expect(all).toMatchObject([
    { id: idOf(2), status: null, problem: expect.stringMatching(/JSON/) },
    { id: idOf(1), status: "finished", label: "before", problem: null },
  ]);
  const { code, out, err } = await cli(["runs", "--format", "json", idOf(1), idOf(7)]);
  expect(JSON.parse(out)).toMatchObject([{ id: idOf(1) }]);
  expect({ code, err }).toEqual({ code: 2, err: `there is no run ${idOf(7)}\n` });
});

test("runs get a label and a note, and lose them", async () => {
  await put(1);
  expect((await cli(["runs", "--label", "before", "--note", "the seed's", idOf(1)])).code).toBe(0);
  expect((await cli(["runs"])).out).toBe(`${idOf(1)}  finished        before: the seed's\n`);
  await cli(["runs", "--label", "", idOf(1)]);
  expect((await cli(["runs"])).out).toBe(`${idOf(1)}  finished        the seed's\n`);
});

test("runs are deleted by name; one that cannot be is told", async () => {
  await put(1);
  await put(2);
  const { code, err } = await cli(["runs", "--delete", idOf(1), idOf(7)]);
  expect({ code, err }).toEqual({ code: 2, err: `there is no run ${idOf(7)}\n` });
  expect(await readdir(join(workspace.folder, ".quartz-rss", "runs"))).toEqual([idOf(2)]);
});

test("only the newest stay, with labelled and named ones; what went is printed", async () => {
  await put(1, { label: "before" });
  await put(2);
  await put(3);
  await put(4);
  expect(await cli(["runs", "--keep", "1", idOf(3)])).toEqual({ code: 0, out: `${idOf(2)}\n`, err: "" });
});

test.each([
  [["runs", "--delete"], /name the runs/],
  [["runs", "--label", "x"], /name the runs/],
  [["runs", "--keep", "x"], /--keep is how many runs stay, not “x”/],
  [["runs", "--keep", "1", "--delete", "x"], /one thing at a time/],
  [["runs", "--format", "xml"], /--format is “text” or “json”/],
  [["runs", "--colour"], /--colour/],
  [["import"], /import needs at least one file/],
])("%j is a wrong command line", async (args, message) => {
  const { code, out, err } = await cli(args);
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toMatch(message);
  expect(err).toMatch(/see quartz-rss --help/);
});

test("help is printed for every command", async () => {
  expect((await cli(["runs", "--help"])).out).toMatch(/quartz-rss import/);
});

test("a store that cannot be read is told with its path", async () => {
  await mkdir(join(workspace.folder, ".quartz-rss"));
  await writeFile(join(workspace.folder, ".quartz-rss", "runs"), "");
  await chmod(join(workspace.folder, ".quartz-rss", "runs"), 0o644);
  const { code, err } = await cli(["runs"]);
  expect(code).toBe(2);
  expect(err).toMatch(/ENOTDIR.*\.quartz-rss\/runs/);
});
