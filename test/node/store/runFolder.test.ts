import { mkdir, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { parseRunFile } from "#core/store/parseRunFile";
import { isRunId } from "#core/store/runId";
import { isAlive, startTicksOf, thisProcess } from "../../../server/node/store/processStart.ts";
import { createRunFolder } from "../../../server/node/store/runFolder.ts";
import { makeWorkspace, type Workspace } from "../../support/workspace.ts";

let workspace: Workspace;
beforeEach(async () => {
  workspace = await makeWorkspace({});
});
afterEach(() => workspace.remove());

test("a new run can be read at once: running, by this process, in a folder that git does not see", async () => {
  const folder = await createRunFolder(workspace.folder, {
    origin: "launch",
    command: ["quartz", "main.qz"],
  });
  expect(await readdir(workspace.folder)).toEqual([".quartz-rss"]);
  expect(await readFile(join(workspace.folder, ".quartz-rss", ".gitignore"), "utf8")).toBe("*\n");
  const [id = "", ...others] = await readdir(join(workspace.folder, ".quartz-rss", "runs"));
  expect(others).toEqual([]);
  expect(isRunId(id)).toBe(true);
  expect((await readdir(folder.path)).toSorted()).toEqual(["run.json", "stderr.log"]);
  const { run } = parseRunFile(await readFile(join(folder.path, "run.json"), "utf8"));
  expect(run).toEqual(folder.run);
  expect(run).toMatchObject({ id, status: "running", command: ["quartz", "main.qz"], endedAt: null });
  expect(run?.writer).toEqual(await thisProcess());
});

test("a .gitignore that is there already stays", async () => {
  await workspace.write(".quartz-rss/.gitignore", "runs\n");
  await createRunFolder(workspace.folder, { origin: "launch" });
  expect(await readFile(join(workspace.folder, ".quartz-rss", ".gitignore"), "utf8")).toBe("runs\n");
});

test("the log is appended to, and the end is written with what became known", async () => {
  const folder = await createRunFolder(workspace.folder, { origin: "launch", label: "before" });
  for (const text of ["[mem] init: 1 MB\n", "[mem] lex: 2 MB\n"]) {
    const log = await folder.openLog();
    await log.writeFile(text);
    await log.close();
  }
  expect(await readFile(folder.logPath, "utf8")).toBe("[mem] init: 1 MB\n[mem] lex: 2 MB\n");
  await folder.finish("failed", { wallMs: 12, exit: { code: 1, signal: null, reason: null } });
  const { run } = parseRunFile(await readFile(join(folder.path, "run.json"), "utf8"));
  expect(run).toEqual(folder.run);
  expect(run).toMatchObject({ label: "before", status: "failed", wallMs: 12, exit: { code: 1 } });
  expect(run?.endedAt).not.toBeNull();
});

test("a change keeps what others wrote meanwhile, and what this version does not know", async () => {
  const folder = await createRunFolder(workspace.folder, { origin: "launch" });
  const path = join(folder.path, "run.json");
  await writeFile(path, JSON.stringify({ ...folder.run, label: "mine", colour: "red" }));
  await Promise.all([folder.update({ wallMs: 1 }), folder.update({ peakBytes: 2 })]);
  expect(JSON.parse(await readFile(path, "utf8"))).toMatchObject({
    ...{ label: "mine", colour: "red", wallMs: 1, peakBytes: 2 },
  });
});

test("a run of a newer version is not written over", async () => {
  const folder = await createRunFolder(workspace.folder, { origin: "launch" });
  const path = join(folder.path, "run.json");
  const newer = JSON.stringify({ ...folder.run, version: 2 });
  await writeFile(path, newer);
  await expect(folder.finish("finished")).rejects.toThrow(
    /run\.json: cannot be changed: .*update Quartz RSS Lens/,
  );
  expect(await readFile(path, "utf8")).toBe(newer);
});

test("a run whose folder was deleted stays gone", async () => {
  const folder = await createRunFolder(workspace.folder, { origin: "launch" });
  await rm(join(workspace.folder, ".quartz-rss"), { recursive: true });
  await expect(folder.finish("finished")).rejects.toThrow(/ENOENT.*run\.json/);
  expect(await readdir(workspace.folder)).toEqual([]);
});

test("many at once get a folder each", async () => {
  const folders = await Promise.all(
    Array.from({ length: 20 }, () => createRunFolder(workspace.folder, { origin: "launch" })),
  );
  const names = await readdir(join(workspace.folder, ".quartz-rss", "runs"));
  expect(names.toSorted()).toEqual(folders.map(({ run }) => run.id).toSorted());
  expect(new Set(names).size).toBe(20);
});

test("a store that is a link out of the workspace is not written to", async () => {
  const outside = await makeWorkspace({});
  await mkdir(join(workspace.folder, ".quartz-rss"));
  await symlink(outside.folder, join(workspace.folder, ".quartz-rss", "runs"));
  await expect(createRunFolder(workspace.folder, { origin: "launch" })).rejects.toThrow(/leads out of/);
  expect(await readdir(outside.folder)).toEqual([]);
  await outside.remove();
});

test("what goes wrong while it is filled leaves nothing behind", async () => {
  const full = createRunFolder(workspace.folder, { origin: "import" }, async () => {
    throw new Error("no more");
  });
  await expect(full).rejects.toThrow("no more");
  expect(await readdir(join(workspace.folder, ".quartz-rss", "runs"))).toEqual([]);
});

test("a process is told from one that got its number later", async () => {
  const own = await thisProcess();
  expect(await isAlive(own)).toBe(true);
  expect(await isAlive({ ...own, started: null })).toBe(true);
  expect(await isAlive({ ...own, started: `${own.started}1` })).toBe(false);
  expect(await isAlive({ pid: 2 ** 30, started: null })).toBe(false);
});

test("the start is found behind any program name", () => {
  const fields = Array.from({ length: 30 }, (_, at) => String(at + 4)).join(" ");
  expect(startTicksOf(`7 (a) b (c) S ${fields}`)).toBe("22");
});
