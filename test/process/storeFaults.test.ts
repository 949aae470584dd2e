// What the run store is worth when things go wrong: real processes that are killed, disks that are full, folders of others.
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { chmod, mkdir, readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { parseRunFile } from "#core/store/parseRunFile";
import { createRunFolder } from "../../server/node/store/runFolder.ts";
import { RunFolders } from "../../server/node/store/runFolders.ts";
import { ROOT } from "../support/demo.ts";
import { makeWorkspace, type Workspace } from "../support/workspace.ts";

const LIMIT_MS = 60_000;
const NOBODY = ["setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups"] as const;
const isRoot = process.getuid?.() === 0;

let programs: Workspace;
let workspace: Workspace;
const children: ChildProcess[] = [];

beforeAll(async () => {
  programs = await makeWorkspace({});
  await chmod(programs.folder, 0o755);
  await build({
    ...{ bundle: true, platform: "node", target: "node20", format: "cjs", logLevel: "warning" },
    ...{
      absWorkingDir: ROOT,
      mainFields: ["module", "main"],
      define: { QUARTZ_RSS_VERSION: '"0.0.0-test"' },
    },
    entryPoints: {
      cli: join(ROOT, "server/cli/bin.ts"),
      writer: join(ROOT, "test/support/storeWriter.ts"),
    },
    ...{ outdir: programs.folder, outExtension: { ".js": ".cjs" } },
  });
}, LIMIT_MS);
afterAll(() => programs.remove());

beforeEach(async () => {
  workspace = await makeWorkspace({ "mem.log": "[mem] init: 1 MB\n[mem] lex: 2 MB (+1)\n" });
  await chmod(workspace.folder, 0o755);
});
afterEach(async () => {
  await Promise.all(children.splice(0).map(kill));
  await workspace.remove();
});

const runsFolder = (): string => join(workspace.folder, ".quartz-rss", "runs");

/** Writes until it is killed. Settles once it has written `rounds` times. */
async function writer(rounds: number, ...args: readonly string[]): Promise<ChildProcess> {
  const child = spawn(process.execPath, [join(programs.folder, "writer.cjs"), workspace.folder, ...args], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  children.push(child);
  await new Promise<void>((resolve, reject) => {
    let seen = "";
    child.stdout?.setEncoding("utf8").on("data", (text: string) => {
      seen += text;
      if (seen.split("\n").length > rounds) {
        resolve();
      }
    });
    child.stderr?.setEncoding("utf8").on("data", (text: string) => reject(new Error(text)));
    child.once("close", () => reject(new Error("the writer ended by itself")));
  });
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    const closed = new Promise((resolve) => child.once("close", resolve));
    child.kill("SIGKILL");
    await closed;
  }
}

/** The CLI, as `as` runs it. */
function cli(args: readonly string[], as: readonly string[] = []) {
  const [program = "", ...rest] = [...as, process.execPath, join(programs.folder, "cli.cjs"), ...args];
  const { status, stdout, stderr } = spawnSync(program, rest, { encoding: "utf8", cwd: workspace.folder });
  return { code: status, out: stdout, err: stderr };
}

test(
  "kill -9 in the middle of a write leaves a run that can be read, and is seen to have crashed",
  async () => {
    for (const rounds of [1, 2, 3, 5, 8]) {
      const child = await writer(rounds, "update");
      const all = await new RunFolders(workspace.folder).list();
      const own = all.find(({ run }) => run?.writer?.pid === child.pid);
      expect(own?.run?.status).toBe("running");
      await kill(child);
    }
    const entries = await new RunFolders(workspace.folder).list();
    expect(entries.map(({ run, problem }) => run?.status ?? problem)).toEqual(Array(5).fill("crashed"));
    for (const { path, run } of entries) {
      expect(parseRunFile(await readFile(join(path, "run.json"), "utf8")).run?.status).toBe("running");
      expect(run?.wallMs).toBeGreaterThanOrEqual(0);
    }
  },
  LIMIT_MS,
);

test(
  "kill -9 while runs are made shows each of them whole or not at all",
  async () => {
    for (const rounds of [1, 3, 6, 10]) {
      await kill(await writer(rounds, "create"));
    }
    const entries = await new RunFolders(workspace.folder).list();
    expect(entries.length).toBeGreaterThanOrEqual(20);
    expect(entries.filter(({ run }) => run?.status !== "crashed")).toEqual([]);
    // A run can be made and listed as before.
    await createRunFolder(workspace.folder, { origin: "launch" });
    expect((await new RunFolders(workspace.folder).list())[0]?.run).toBeDefined();
  },
  LIMIT_MS,
);

test(
  "two writers of one run leave it whole at any moment",
  async () => {
    const { path } = await createRunFolder(workspace.folder, { origin: "launch", label: "kept" });
    const both = await Promise.all([writer(1, "change", path), writer(1, "change", path)]);
    for (let look = 0; look < 50; look++) {
      const { run, problem } = parseRunFile(await readFile(join(path, "run.json"), "utf8"));
      expect(problem).toBeUndefined();
      expect(run?.label).toBe("kept");
    }
    await Promise.all(both.map(kill));
  },
  LIMIT_MS,
);

test(
  "two processes that make runs at once never share one",
  async () => {
    await Promise.all([writer(10, "create"), writer(10, "create")]);
    await Promise.all(children.map(kill));
    const entries = await new RunFolders(workspace.folder).list();
    expect(entries.length).toBeGreaterThanOrEqual(20);
    expect(entries.filter(({ problem }) => problem !== undefined)).toEqual([]);
  },
  LIMIT_MS,
);

test(
  "a folder that may not be written to is told with path and cause, and nothing is made",
  async () => {
    await chmod(workspace.folder, 0o555);
    const { code, out, err } = cli(["import", "mem.log"], isRoot ? NOBODY : []);
    await chmod(workspace.folder, 0o755);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain("mem.log: not imported: ");
    expect(err).toMatch(/EACCES: permission denied.*\.quartz-rss/);
    expect(await readdir(workspace.folder)).toEqual(["mem.log"]);
  },
  LIMIT_MS,
);

test(
  "runs of somebody else are listed, and what cannot be changed is told",
  async () => {
    const id = cli(["import", "--label", "before", "mem.log"]).out.trim();
    const folder = join(runsFolder(), id);
    for (const path of [folder, runsFolder()]) {
      await chmod(path, 0o555);
    }
    const as = isRoot ? NOBODY : [];
    expect(cli(["runs"], as)).toMatchObject({ code: 0, out: expect.stringContaining("before"), err: "" });
    for (const args of [["--delete"], ["--label", "x"]]) {
      const { code, err } = cli(["runs", ...args, id], as);
      expect(code).toBe(2);
      expect(err).toMatch(/EACCES: permission denied/);
      expect(err).toContain(folder);
    }
    for (const path of [folder, runsFolder()]) {
      await chmod(path, 0o755);
    }
    expect(cli(["runs"]).out).toContain("before");
  },
  LIMIT_MS,
);

test(
  "a run that may not be read is listed with the cause, beside the others",
  async () => {
    const id = cli(["import", "mem.log"]).out.trim();
    await chmod(join(runsFolder(), id, "run.json"), 0o000);
    const other = cli(["import", "--label", "other", "mem.log"]).out.trim();
    const { code, out } = cli(["runs"], isRoot ? NOBODY : []);
    expect(code).toBe(0);
    expect(out).toContain(other);
    expect(out).toMatch(new RegExp(`${id} +damaged +EACCES: permission denied`));
  },
  LIMIT_MS,
);

test(
  "a full disk is told, and leaves what was there as it was",
  async () => {
    const disk = join(workspace.folder, "disk");
    await mkdir(disk);
    const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=256k", "tmpfs", disk]).status === 0;
    try {
      // Where no disk can be made, a limit on the size of files stands for it.
      const as = mounted ? [] : ["bash", "-c", "trap '' XFSZ; ulimit -f 64; exec \"$@\"", "limited"];
      const small = cli(["import", "--folder", disk, "--label", "before", "mem.log"], as);
      expect(small).toMatchObject({ code: 0, err: "" });
      await workspace.write("large.log", "[mem-fn] +136 MB: mir_lower$mir_lower_expr\n".repeat(20_000));
      const large = cli(["import", "--folder", disk, "large.log"], as);
      expect({ code: large.code, out: large.out }).toEqual({ code: 2, out: "" });
      expect(large.err).toMatch(
        /large\.log: not imported: (ENOSPC: no space left on device|EFBIG: file too large)/,
      );
      expect(await readdir(join(disk, ".quartz-rss", "runs"))).toEqual([small.out.trim()]);
      // What is too large for the rest of the disk does not replace what is there.
      const note = cli(["runs", "--folder", disk, "--note", "n".repeat(100_000), small.out.trim()], as);
      const [entry] = await new RunFolders(disk).list();
      expect(entry?.run).toMatchObject({ label: "before" });
      expect(entry?.run?.note === null).toBe(note.code === 2);
    } finally {
      if (mounted) {
        spawnSync("umount", [disk]);
      }
    }
  },
  LIMIT_MS,
);

test(
  "a store that is deleted while it is written to ends the writer, and stays deleted",
  async () => {
    const child = await writer(2, "update");
    const ended = new Promise<string>((resolve) => {
      child.stderr?.on("data", (text) => resolve(String(text)));
    });
    await rm(join(workspace.folder, ".quartz-rss"), { recursive: true, force: true, maxRetries: 100 });
    expect(await ended).toMatch(/ENOENT: no such file or directory.*\.quartz-rss/);
    expect(await new RunFolders(workspace.folder).list()).toEqual([]);
  },
  LIMIT_MS,
);
