import { readFile, symlink } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runCli } from "../support/cli.ts";
import { fixtureBytes } from "../support/logs.ts";
import { makeWorkspace, type Workspace } from "../support/workspace.ts";

let workspace: Workspace;
const at = (path: string): string => join(workspace.folder, path);

beforeAll(async () => {
  workspace = await makeWorkspace({
    "quartz-rss.json": `{
  // promised after the fix
  "budgets": [
    { "peak": "8 GB" },
    { "phase": "typecheck", "limit": "800 MB", "tolerance": "5 %" }
  ]
}
`,
    "growth.json": '{ "budgets": [{ "phase": "mir", "growth": "+0 MB" }] }',
    "both.json": '{ "budgets": [{ "function": "a", "limit": "1 GB" }, { "peak": "1 GB" }] }',
    "missing.json": '{ "budgets": [{ "function": "a", "limit": "1 GB" }, { "peak": "8 GB" }] }',
    "wrong.json": '{ "budgets": [{ "peak": "8 GB" },\n{ "peek": "1 GB" }] }',
    "empty.json": "{}",
    "kinds.json":
      '{ "constantsFile": "constants.qz", "budgets": [{ "kind": "NODE_CALL", "limit": "1 GB" }] }',
    "constants.qz": "const NODE_CALL = 77\n",
    "logs/kinds.log": "[kind 1077] +2000 MB / 3 stmts\n[mem] typecheck: 5000 MB (+4000) (1ms)\n",
  });
  for (const name of ["before-fix.log", "after-fix.log", "pasted-expectation.log"]) {
    await workspace.write(`logs/${name}`, fixtureBytes(name));
  }
});
afterAll(() => workspace.remove());

describe("the exit code tells the verdict", () => {
  test("within: 0, with the project file above the log", async () => {
    expect(await runCli(["check", at("logs/after-fix.log")])).toEqual({
      code: 0,
      out: `within    peak: 7810 MB (the highest reading, a lower bound), limit 8192 MB
within    typecheck: +737 MB, limit 800 MB and 40 MB of tolerance
`,
      err: "",
    });
  });

  test("exceeded: 1", async () => {
    const { code, out, err } = await runCli(["check", at("logs/before-fix.log")]);
    expect(code).toBe(1);
    expect(out).toContain(
      "EXCEEDED  typecheck: +5401 MB, limit 800 MB and 40 MB of tolerance: +4,601 MB too much",
    );
    expect(err).toBe("");
  });

  test.each([
    ["both.json", 1, "UNUSABLE  a: the log has no lines that tell it\nEXCEEDED  peak"],
    ["missing.json", 2, "UNUSABLE  a: the log has no lines that tell it\nwithin    peak"],
    ["growth.json", 2, "UNUSABLE  mir: it is set against a baseline; name one with --baseline"],
    ["wrong.json", 2, "within    peak"],
    ["empty.json", 2, ""],
  ])("%s: %i", async (config, exitCode, text) => {
    const { code, out } = await runCli(["check", "--config", at(config), at("logs/after-fix.log")]);
    expect(code).toBe(exitCode);
    expect(out).toContain(text);
  });

  test("against a baseline, which may be an expectation", async () => {
    const args = ["check", "--config", at("growth.json"), "--baseline"];
    const log = at("logs/after-fix.log");
    expect((await runCli([...args, at("logs/before-fix.log"), log])).code).toBe(0);
    expect((await runCli([...args, at("logs/pasted-expectation.log"), log])).out).toContain(
      "within    mir: +6450 MB",
    );
  });

  test("kinds are named by the constants file of the project", async () => {
    const { code, out } = await runCli(["check", "--config", at("kinds.json"), at("logs/kinds.log")]);
    expect(out).toBe("EXCEEDED  NODE_CALL: +2000 MB, limit 1024 MB: +976 MB too much\n");
    expect(code).toBe(1);
  });
});

describe("what cannot be used says why", () => {
  test.each([
    [[], /check needs one log/],
    [["a.log", "b.log"], /check needs one log/],
    [["--format", "yaml", "a.log"], /--format is/],
    [["--config", "WS/no.json", "WS/logs/after-fix.log"], /no\.json: cannot be read: no such file/],
    [
      ["--config", "WS/wrong.json", "WS/logs/after-fix.log"],
      /wrong\.json:2:3: unknown key "peek"; did you mean “peak”\?/,
    ],
    [["WS/logs/none.log"], /none\.log: cannot be read: no such file/],
    [["WS/logs/pasted-expectation.log"], /no measured run; an expectation cannot be checked/],
    [["WS/constants.qz"], /no memory lines/],
    [["--baseline", "WS/none.log", "WS/logs/after-fix.log"], /none\.log: cannot be read/],
    [["--config", "WS/empty.json", "WS/logs/after-fix.log"], /no budgets, so nothing to check/],
  ])("%j", async (args, message) => {
    const { code, err } = await runCli(["check", ...args.map((arg) => arg.replace("WS", workspace.folder))]);
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });
});

test("tightening writes what was measured, through a link too, and leaves the rest as it is", async () => {
  const text = '{ /* mine */ "budgets":[{"peak":"8 GB"},{ "phase": "mir", "limit": "1 GB" }] }';
  await workspace.write("tight.json", text);
  await symlink(at("tight.json"), at("link.json"));
  const { code, err } = await runCli([
    "check",
    "--tighten",
    "--config",
    at("link.json"),
    at("logs/after-fix.log"),
  ]);
  expect(code).toBe(1);
  expect(err).toBe(`${at("link.json")}: 1 limits lowered to what was measured\n`);
  expect(await readFile(at("tight.json"), "utf8")).toBe(text.replace("8 GB", "7810 MB"));
  expect(
    (await runCli(["check", "--tighten", "--config", at("link.json"), at("logs/after-fix.log")])).err,
  ).toMatch(/no limit is above/);
});
