// Several workspace folders: each has its sources, its project file and its logs.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { CodeLens } from "vscode-languageserver-protocol";
import * as protocol from "#protocol";
import { type Session, startSession } from "../support/lspServer.ts";
import { makeWorkspace, type Workspace } from "../support/workspace.ts";

const MAIN = "def main()\nend\n\ndef compile()\n  return 1\nend\n";
const LOG = `[mem] init: 1 MB current (0ms)
[mem-fn] +40 MB: compile
[mem-fn] +30 MB: lexer$tokenize
[mem-fn] +20 MB: only_b$walk
[mem-fn] +9 MB: only_c$step
[mem] typecheck: 902 MB (+900) (9ms)
`;

let a: Workspace;
let b: Workspace;
let c: Workspace;
let session: Session;

beforeEach(async () => {
  a = await makeWorkspace({
    "quartz.qz": MAIN,
    "tool.qz": MAIN,
    "lexer.qz": "def tokenize()\n  return 1\nend\n",
    "quartz-rss.json": '{ "builds": [{ "name": "a", "file": "quartz.qz" }] }',
    "mem.log": LOG,
  });
  b = await makeWorkspace({
    "quartz.qz": MAIN,
    "lexer.qz": "def tokenize()\n  return 2\nend\n",
    "only_b.qz": "def walk()\n  return 3\nend\n",
    "mem.log": LOG.replace("902 MB (+900)", "702 MB (+700)"),
  });
  c = await makeWorkspace({ "only_c.qz": "def step()\n  return 3\nend\n" });
  session = await startSession({ folder: a.folder, otherFolders: [b.folder], settings: { log: "mem.log" } });
  await session.changed(async () => (await state()).state === "ready");
});

afterEach(async () => {
  await session.stop();
  await Promise.all([a, b, c].map((workspace) => workspace.remove()));
});

const state = () => session.client.sendRequest(protocol.workspaceState);

const lenses = async (workspace: Workspace, path: string): Promise<readonly string[]> => {
  const found: CodeLens[] = await session.client.sendRequest("textDocument/codeLens", {
    textDocument: { uri: workspace.uri(path) },
  });
  return found.map(({ command }) => /\+\d+ MB/.exec(command?.title ?? "")?.[0] ?? "");
};

const change = (added: readonly Workspace[], removed: readonly Workspace[]) =>
  session.client.sendNotification("workspace/didChangeWorkspaceFolders", {
    event: {
      added: added.map(({ uri }) => ({ uri: uri("").replace(/\/$/, ""), name: "added" })),
      removed: removed.map(({ uri }) => ({ uri: uri("").replace(/\/$/, ""), name: "removed" })),
    },
  });

describe("a log of the first folder", () => {
  test("is about that folder's functions, not about those of the same name in another", async () => {
    expect(await lenses(a, "lexer.qz")).toEqual(["+30 MB"]);
    expect(await lenses(b, "lexer.qz")).toEqual([]);
    expect(await lenses(a, "quartz.qz")).toEqual(["+40 MB"]);
    expect(await lenses(b, "quartz.qz")).toEqual([]);
  });

  test("is about another folder's function where only that has it, and says so", async () => {
    const found: CodeLens[] = await session.client.sendRequest("textDocument/codeLens", {
      textDocument: { uri: b.uri("only_b.qz") },
    });
    const folder = a.folder.slice(a.folder.lastIndexOf("/") + 1);
    expect(found[0]?.command?.title).toMatch(new RegExp(`^compiled: \\+20 MB .* · from a log of ${folder}$`));
    expect((await state()).message).toBe(
      "1 of the 3 functions found are not in the log's folder, but in another one of this workspace.",
    );
  });

  test("follows the project file of its folder, which says nothing of others", async () => {
    expect(await lenses(a, "tool.qz")).toEqual([]);
    await session.client.sendRequest(protocol.useLog, { log: b.uri("mem.log") });
    expect(await lenses(b, "quartz.qz")).toEqual(["+40 MB"]);
  });
});

test("the log of another folder takes the figures over there", async () => {
  await session.client.sendRequest(protocol.useLog, { log: b.uri("mem.log") });
  expect((await session.client.sendRequest(protocol.status))?.text).toBe("702 MB · typecheck +700 MB");
  expect(await lenses(b, "lexer.qz")).toEqual(["+30 MB"]);
  expect(await lenses(a, "lexer.qz")).toEqual([]);
});

test("runs of all folders are offered, each with the name of its folder", async () => {
  const choices = await session.client.sendRequest(protocol.runs);
  expect(choices.map(({ title, log }) => [title, log])).toEqual([
    ["mem.log, run 1", a.uri("mem.log")],
    ["mem.log, run 1", b.uri("mem.log")],
  ]);
  const folders = [a, b].map(({ folder }) => folder.slice(folder.lastIndexOf("/") + 1));
  expect(choices.map(({ detail }) => detail.split(" · ").at(-1))).toEqual(folders);
});

test("a folder that comes brings its functions along", async () => {
  expect(await lenses(c, "only_c.qz")).toEqual([]);
  await change([c], []);
  await session.changed(async () => (await lenses(c, "only_c.qz")).includes("+9 MB"));
  expect(session.logged).toContainEqual(expect.stringMatching(/^indexed 1 files, 3 lines in [\d.]+ ms$/));
});

test("a folder that goes takes its functions along", async () => {
  await change([], [b]);
  await session.changed(async () => (await lenses(b, "only_b.qz")).length === 0);
  expect(await state()).toMatchObject({ state: "ready", match: { matched: 2, all: 4, elsewhere: 0 } });
});

test("without the log's folder its names are those of the other one", async () => {
  await change([], [a]);
  await session.changed(async () => (await lenses(b, "lexer.qz")).includes("+30 MB"));
  expect(await lenses(a, "lexer.qz")).toEqual([]);
});
