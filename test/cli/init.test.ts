// As processes: what is written depends on the working directory.
import { readFile, symlink } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parseProject } from "#core/project/parseProject";
import { type BundledCli, bundleCli } from "../support/bundledCli.ts";
import { copyDemo } from "../support/demo.ts";
import { fixtureBytes } from "../support/logs.ts";
import { makeWorkspace, type Workspace } from "../support/workspace.ts";

const PROCESS_MS = 60_000;

let cli: BundledCli;
const made: Pick<Workspace, "remove">[] = [];

async function workspaceWith(files: Readonly<Record<string, string>>): Promise<Workspace> {
  const workspace = await makeWorkspace(files);
  made.push(workspace);
  return workspace;
}

beforeAll(async () => {
  cli = await bundleCli();
}, PROCESS_MS);
afterAll(async () => {
  await Promise.all([cli, ...made].map((one) => one.remove()));
});

test(
  "the canonical build, of what is there, and it is read back without a problem",
  async () => {
    const { folder, write } = await workspaceWith({
      "self-hosted/quartz.qz": "",
      "self-hosted/bin/quartz": "",
      "self-hosted/frontend/node_constants.qz": "",
      "self-hosted/shared/a.qz": "",
      "std/a.qz": "",
    });
    expect(await cli.run(folder, "init")).toEqual({
      ...{ code: 0, err: "" },
      out: "quartz-rss.json: written, with a build of self-hosted/quartz.qz\n",
    });
    const text = await readFile(join(folder, "quartz-rss.json"), "utf8");
    expect(parseProject(text)).toEqual({
      problems: [],
      project: {
        ...{ budgets: [], dispatchers: [], units: [] },
        constantsFile: "self-hosted/frontend/node_constants.qz",
        builds: [
          {
            ...{ name: "self-compile", file: "self-hosted/quartz.qz" },
            steps: [
              {
                role: "measure",
                command: [
                  ...[
                    "./self-hosted/bin/quartz",
                    "--no-cache",
                    "--memory-stats",
                    "-I",
                    "self-hosted/frontend",
                  ],
                  ...["-I", "self-hosted/shared", "-I", "std", "self-hosted/quartz.qz"],
                ],
                ...{ stdout: "discard", timeLimitMs: 1_200_000 },
              },
            ],
          },
        ],
      },
    });
    await write("quartz-rss.json", "mine");
    const refused = await cli.run(folder, "init");
    expect([refused.code, refused.err]).toEqual([
      2,
      "quartz-rss.json: is there already; --force writes over it\n",
    ]);
    expect(await readFile(join(folder, "quartz-rss.json"), "utf8")).toBe("mine");
    expect((await cli.run(folder, "init", "--force")).code).toBe(0);
    expect(await readFile(join(folder, "quartz-rss.json"), "utf8")).toBe(text);
  },
  PROCESS_MS,
);

test(
  "the demo has no compiler yet, and a link that leads nowhere is not written over",
  async () => {
    const demo = await copyDemo();
    made.push(demo);
    const forced = await cli.run(demo.folder, "init", "--force");
    expect([forced.code, forced.err]).toEqual([
      0,
      "./self-hosted/bin/quartz: no such file; build the compiler first, or name another one in the build's command\n",
    ]);
    const { folder } = await workspaceWith({ "main.qz": "" });
    await symlink("/nowhere/at/all", join(folder, "quartz-rss.json"));
    expect((await cli.run(folder, "init")).code).toBe(2);
  },
  PROCESS_MS,
);

test(
  "without a program there is nothing to write",
  async () => {
    const { folder } = await workspaceWith({ "readme.md": "" });
    const { code, err } = await cli.run(folder, "init");
    expect([code, err]).toEqual([
      2,
      `${folder}: no program found; expected self-hosted/quartz.qz, quartz.qz, main.qz or src/main.qz\n`,
    ]);
    expect((await cli.run(folder, "init", "x")).code).toBe(2);
  },
  PROCESS_MS,
);

test(
  "check finds the project file above the working directory, for a log elsewhere",
  async () => {
    const project = await workspaceWith({
      "quartz-rss.json": '{ "budgets": [{ "peak": "8 GB" }] }',
      "deep/er/a.txt": "",
    });
    const elsewhere = await workspaceWith({});
    await elsewhere.write("a.log", fixtureBytes("after-fix.log"));
    await elsewhere.write("b.log", fixtureBytes("before-fix.log"));
    const check = (log: string) =>
      cli.run(join(project.folder, "deep/er"), "check", join(elsewhere.folder, log));
    expect((await check("a.log")).code).toBe(0);
    expect((await check("b.log")).code).toBe(1);
    const lost = await cli.run(elsewhere.folder, "check", "a.log");
    expect([lost.code, lost.err]).toEqual([
      2,
      "no quartz-rss.json in the folder of the log, the working directory or above; see quartz-rss init\n",
    ]);
  },
  PROCESS_MS,
);
