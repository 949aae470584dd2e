import { access, mkdir, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { formatRunFile, newRunFile, type RunFile } from "#core/store/runFile";
import { thisProcess } from "../../../server/node/store/processStart.ts";
import { createRunFolder } from "../../../server/node/store/runFolder.ts";
import { RunFolders } from "../../../server/node/store/runFolders.ts";
import { makeWorkspace, type Workspace } from "../../support/workspace.ts";

let workspace: Workspace;
let runs: RunFolders;
beforeEach(async () => {
  workspace = await makeWorkspace({});
  runs = new RunFolders(workspace.folder);
});
afterEach(() => workspace.remove());

const idOf = (number: number): string => `20261125T0850${String(number).padStart(2, "0")}Z-0000`;

async function put(number: number, known: Partial<RunFile> = {}): Promise<string> {
  const run = newRunFile({ origin: "launch", status: "finished", ...known, id: idOf(number) });
  await workspace.write(`.quartz-rss/runs/${run.id}/run.json`, formatRunFile(run));
  return run.id;
}

const listed = async (): Promise<readonly string[]> =>
  (await runs.list()).map(({ id, run, problem }) => `${id} ${run?.status ?? problem?.message}`);

test("no store, no runs", async () => {
  expect(await runs.list()).toEqual([]);
});

test("the newest comes first; what is no run's folder is passed over", async () => {
  await put(1);
  await put(2, { status: "failed" });
  await workspace.write(".quartz-rss/runs/notes.txt", "x");
  await mkdir(join(workspace.folder, ".quartz-rss/runs/.20261125T085003Z-0000.tmp"));
  expect(await listed()).toEqual([`${idOf(2)} failed`, `${idOf(1)} finished`]);
});

test("damaged ones are listed with the cause and hide no other", async () => {
  await put(1);
  await workspace.write(`.quartz-rss/runs/${idOf(2)}/run.json`, '{"version":1,');
  await workspace.write(`.quartz-rss/runs/${idOf(3)}/stderr.log`, "");
  await workspace.write(`.quartz-rss/runs/${idOf(4)}/run.json`, '{"version":7}');
  await workspace.write(
    `.quartz-rss/runs/${idOf(5)}/run.json`,
    formatRunFile(newRunFile({ origin: "launch", status: "finished", id: idOf(1) })),
  );
  await workspace.write(`.quartz-rss/runs/${idOf(6)}`, "a file");
  await mkdir(join(workspace.folder, `.quartz-rss/runs/${idOf(7)}/run.json`), { recursive: true });
  await workspace.write(`.quartz-rss/runs/${idOf(8)}/run.json`, " ".repeat(8_000_001));
  await symlink("nowhere", join(workspace.folder, `.quartz-rss/runs/${idOf(9)}`));
  expect(await listed()).toEqual([
    `${idOf(9)} it has no run.json`,
    `${idOf(8)} run.json has 8000001 bytes, which no run needs`,
    expect.stringMatching(/EISDIR/),
    expect.stringMatching(/ENOTDIR/),
    `${idOf(5)} run.json is that of ${idOf(1)}`,
    `${idOf(4)} it has version 7: made by a newer version: update Quartz RSS Lens`,
    `${idOf(3)} it has no run.json`,
    expect.stringMatching(/JSON/),
    `${idOf(1)} finished`,
  ]);
});

test("a run goes on while its writer does, and has crashed when the writer is gone or another", async () => {
  const writer = await thisProcess();
  await put(1, { status: "running", writer });
  await put(2, { status: "running", writer: { pid: 2 ** 30, started: null } });
  await put(3, { status: "running", writer: { ...writer, started: "another" } });
  await put(4, { status: "running", writer: null });
  await put(5, { status: "finished", writer: { pid: 2 ** 30, started: null } });
  expect(await listed()).toEqual([
    ...[`${idOf(5)} finished`, `${idOf(4)} crashed`, `${idOf(3)} crashed`, `${idOf(2)} crashed`],
    `${idOf(1)} running`,
  ]);
});

test("a file is read again only when it changed", async () => {
  await put(1);
  const [first] = await runs.list();
  const [again] = await runs.list();
  expect(again).toBe(first);
  await runs.rename(idOf(1), { label: "before" });
  expect((await runs.list())[0]?.run?.label).toBe("before");
});

test("hundreds are listed, whole", async () => {
  for (let number = 0; number < 300; number++) {
    const id = `20261125T08${String(number % 60).padStart(2, "0")}00Z-${number.toString(16).padStart(4, "0")}`;
    const run = newRunFile({ id, origin: "launch", status: "finished" });
    await workspace.write(`.quartz-rss/runs/${id}/run.json`, formatRunFile(run));
  }
  expect((await runs.list()).filter(({ run }) => run !== undefined)).toHaveLength(300);
});

test("a label and a note are given and taken away; the rest stays", async () => {
  const id = await put(1, { peakBytes: 7 });
  await runs.rename(id, { label: "before", note: "the seed's" });
  await runs.rename(id, { note: null });
  expect(
    JSON.parse(await readFile(join(workspace.folder, `.quartz-rss/runs/${id}/run.json`), "utf8")),
  ).toMatchObject({
    ...{ label: "before", note: null, peakBytes: 7 },
  });
});

test("deleting takes the folder, damaged or not, and nothing else", async () => {
  await put(1);
  await put(2);
  await workspace.write(`.quartz-rss/runs/${idOf(3)}/run.json`, "{");
  await runs.delete(idOf(1));
  await runs.delete(idOf(3));
  expect(await readdir(join(workspace.folder, ".quartz-rss/runs"))).toEqual([idOf(2)]);
});

test.each(["..", "", "../runs", "20261125T085001Z-ffff"])("%j is no run to delete or name", async (id) => {
  await put(1);
  await expect(runs.delete(id)).rejects.toThrow(`there is no run ${id}`);
  await expect(runs.rename(id, { label: "x" })).rejects.toThrow(`there is no run ${id}`);
  expect(await listed()).toHaveLength(1);
});

test("a link is no run to delete", async () => {
  const outside = await makeWorkspace({ "kept.txt": "x" });
  await mkdir(join(workspace.folder, ".quartz-rss/runs"), { recursive: true });
  await symlink(outside.folder, join(workspace.folder, ".quartz-rss/runs", idOf(1)));
  await expect(runs.delete(idOf(1))).rejects.toThrow("there is no run");
  await access(join(outside.folder, "kept.txt"));
  await outside.remove();
});

test("a run that goes on is not deleted", async () => {
  const { run } = await createRunFolder(workspace.folder, { origin: "launch" });
  await expect(runs.delete(run.id)).rejects.toThrow(`${run.id} goes on`);
  expect(await listed()).toEqual([`${run.id} running`]);
});

test("only the newest are kept, with those that are labelled, pinned or damaged", async () => {
  await put(1, { label: "before" });
  await put(2);
  await put(3);
  await workspace.write(`.quartz-rss/runs/${idOf(4)}/run.json`, "{");
  await put(5);
  expect(await runs.keepNewest(1, new Set([idOf(3)]))).toEqual([idOf(2)]);
  expect((await runs.list()).map(({ id }) => id)).toEqual([idOf(5), idOf(4), idOf(3), idOf(1)]);
});

test("a store that goes while it is read is no fault, and one that comes back is read", async () => {
  for (let number = 0; number < 50; number++) {
    await put(number);
  }
  const reading = runs.list();
  await rm(join(workspace.folder, ".quartz-rss"), { recursive: true });
  for (const entry of await reading) {
    expect(entry.run?.status ?? entry.problem?.message).toMatch(/^(finished|it has no run\.json)$/);
  }
  expect(await runs.list()).toEqual([]);
  await put(1);
  expect(await listed()).toEqual([`${idOf(1)} finished`]);
});

test("a folder of runs that cannot be read is told", async () => {
  await mkdir(join(workspace.folder, ".quartz-rss"));
  await writeFile(join(workspace.folder, ".quartz-rss/runs"), "");
  await expect(runs.list()).rejects.toThrow(/ENOTDIR.*runs/);
});
