import { afterEach, beforeEach, expect, test } from "vitest";
import * as protocol from "#protocol";
import { type Session, startSession } from "../support/lspServer.ts";
import { makeWorkspace, type Workspace } from "../support/workspace.ts";

const FILES = {
  "self-hosted/quartz.qz": "def main()\nend\n",
  "std/quake.qz": "def task(name: Int)\nend\n",
  "tools/quake.qz": "def task(name: Int)\nend\n\ndef only_here()\nend\n",
  "mem.log": "[mem-fn] +50 MB: quake$task\n[mem-fn] +20 MB: quake$only_here\n[mem] t: 100 MB (+100) (1ms)\n",
} as const;

let workspace: Workspace;
let session: Session;

async function start(names?: unknown): Promise<void> {
  session = await startSession({ folder: workspace.folder, settings: { log: "mem.log" }, names });
  await session.changed(async () => (await session.client.sendRequest(protocol.status)) !== null);
}

beforeEach(async () => {
  workspace = await makeWorkspace(FILES);
});

afterEach(async () => {
  await session.stop();
  await workspace.remove();
});

const several = async (): Promise<readonly string[]> => {
  const found = await session.client.sendRequest(protocol.severalNames);
  return found.flatMap(({ name, figure, candidates }) => [
    `${name} ${figure}`,
    ...candidates.map(
      ({ uri, line, chosen }) =>
        `  ${uri.slice(workspace.uri("").length + 1)}:${line}${chosen ? " chosen" : ""}`,
    ),
  ]);
};

const lenses = async (path: string): Promise<number> => {
  const found: readonly unknown[] = await session.client.sendRequest("textDocument/codeLens", {
    textDocument: { uri: workspace.uri(path) },
  });
  return found.length;
};

const choice = (path: string) => ({
  ...{ name: "quake$task", uri: workspace.uri(path), mangledName: "quake$task", arity: 1 },
});

test("only the name that two modules define has candidates", async () => {
  await start();
  expect(await several()).toEqual(["quake$task +50 MB", "  std/quake.qz:0", "  tools/quake.qz:0"]);
  expect(await lenses("std/quake.qz")).toBe(0);
});

test("a choice places the figure at once, and can be taken back", async () => {
  await start();
  await session.client.sendRequest(protocol.nameChoices, { choices: [choice("std/quake.qz")] });
  await session.changed(async () => (await lenses("std/quake.qz")) === 1);
  expect(await several()).toContain("  std/quake.qz:0 chosen");
  await session.client.sendRequest(protocol.nameChoices, { choices: [] });
  await session.changed(async () => (await lenses("std/quake.qz")) === 0);
  expect(await several()).toEqual(["quake$task +50 MB", "  std/quake.qz:0", "  tools/quake.qz:0"]);
});

test("a new server is told of the choices when it starts; what is none does no harm", async () => {
  await start([choice("tools/quake.qz"), { name: 7 }, null]);
  expect(await lenses("tools/quake.qz")).toBe(2);
  expect(await lenses("std/quake.qz")).toBe(0);
});

test("the row says that the name was chosen", async () => {
  await start([choice("tools/quake.qz")]);
  const options = { grouping: "function", order: "growth", filter: "" } as const;
  const { rows } = await session.client.sendRequest(protocol.growth, {
    options,
    parent: "compiled",
    limit: 9,
  });
  expect(rows[0]).toMatchObject({
    label: "+50 MB task",
    description: "quake · while t · 25 MB/line · chosen among 2 candidates",
    context: "chosen",
  });
});
