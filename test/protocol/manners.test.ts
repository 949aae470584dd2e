// How the server behaves toward its clients, whatever they ask and whenever.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { CancellationTokenSource, type CodeLens } from "vscode-languageserver-protocol";
import * as protocol from "#protocol";
import { nodeHost } from "../../server/node/nodeHost.ts";
import type { Host } from "../../server/src/files.ts";
import { type Session, startSession } from "../support/lspServer.ts";
import { makeWorkspace, SMALL_COMPILER, type Workspace } from "../support/workspace.ts";

let workspace: Workspace;
let session: Session | undefined;

beforeEach(async () => {
  workspace = await makeWorkspace({
    ...SMALL_COMPILER,
    "other.log": "[mem] init: 1 MB current (0ms)\n[mem-fn] +9 MB: x$y\n[mem] lex: 3 MB (+2) (1ms)\n",
    "two.log": `${SMALL_COMPILER["mem.log"]}[mem] init: 1 MB current (0ms)\n[mem] lex: 3 MB (+2) (1ms)\n`,
  });
});

afterEach(async () => {
  await session?.stop();
  session = undefined;
  await workspace.remove();
});

/** A host whose reads of the file wait until the gate is opened. */
function gatedHost(path: string): {
  readonly host: Host;
  readonly open: () => void;
  readonly asked: Promise<void>;
} {
  const host = nodeHost();
  let open = (): void => undefined;
  let ask = (): void => undefined;
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  const asked = new Promise<void>((resolve) => {
    ask = resolve;
  });
  const read = async (uri: string): Promise<Uint8Array> => {
    if (uri.endsWith(path)) {
      ask();
      await gate;
    }
    return host.files.read(uri);
  };
  return { host: { ...host, files: { ...host.files, read } }, open, asked };
}

const start = async (options: Partial<Parameters<typeof startSession>[0]> = {}): Promise<Session> => {
  session = await startSession({ folder: workspace.folder, ...options });
  return session;
};

const shownState = (client: Session["client"]) => client.sendRequest(protocol.workspaceState);

const lensesOf = (client: Session["client"], path: string): Promise<CodeLens[]> =>
  client.sendRequest("textDocument/codeLens", { textDocument: { uri: workspace.uri(path) } });

describe("while sources are read", () => {
  test("requests are answered from what is there, and again when all is", async () => {
    const { host, open } = gatedHost("quartz.qz");
    const { client, changed } = await start({ host, settings: { log: "mem.log" } });
    await changed(async () => (await lensesOf(client, "middle/expr_handlers.qz")).length > 0);
    expect(await lensesOf(client, "quartz.qz")).toEqual([]);
    expect((await shownState(client)).state).toBe("reading");
    open();
    await changed(async () => (await lensesOf(client, "quartz.qz")).length === 1);
    expect((await shownState(client)).state).toBe("ready");
  });

  test("a folder that goes is read no further", async () => {
    const { host, open, asked } = gatedHost("quartz.qz");
    const { client, changed, logged } = await start({ host });
    await asked;
    await client.sendNotification("workspace/didChangeWorkspaceFolders", {
      event: { added: [], removed: [{ uri: workspace.uri("").replace(/\/$/, ""), name: "test" }] },
    });
    await changed(async () => (await shownState(client)).state === "noSources");
    open();
    await changed(async () => logged.some((line) => line.startsWith("indexed ")));
    expect((await shownState(client)).state).toBe("noSources");
  });
});

describe("a cancelled request", () => {
  test("is answered as cancelled and does no work", async () => {
    const { host, open, asked } = gatedHost("quartz.qz");
    const { client, changed, logged } = await start({ host });
    await asked;
    await client.sendRequest(protocol.useLog, { log: workspace.uri("mem.log") });
    const attributions = (): number => logged.filter((line) => line.startsWith("attribution: ")).length;
    await client.sendNotification("textDocument/didOpen", {
      textDocument: { uri: workspace.uri("middle/new.qz"), languageId: "quartz", version: 1, text: "" },
    });
    const before = attributions();
    const source = new CancellationTokenSource();
    const uri = workspace.uri("quartz.qz");
    const answers = [
      client.sendRequest(protocol.heat, { uri }, source.token),
      client.sendRequest("textDocument/codeLens", { textDocument: { uri } }, source.token),
      client.sendRequest(protocol.hotSpots, source.token),
    ];
    // Answered after the others have begun to wait.
    await client.sendRequest("textDocument/foldingRange", { textDocument: { uri } });
    source.cancel();
    for (const answer of await Promise.allSettled(answers)) {
      expect(answer).toMatchObject({ status: "rejected", reason: { code: -32_800 } });
    }
    expect(attributions()).toBe(before);
    open();
    await changed(async () => (await lensesOf(client, "quartz.qz")).length === 1);
    expect(attributions()).toBeGreaterThan(before);
  });
});

test("a handler that fails answers empty, says so in the log, and the next one is answered", async () => {
  const { client, logged } = await start({ settings: { log: "mem.log" } });
  await session?.changed(async () => (await client.sendRequest(protocol.status)) !== null);
  expect(await client.sendRequest("textDocument/codeLens", {})).toEqual([]);
  expect(logged.at(-1)).toMatch(/TypeError/);
  expect(await lensesOf(client, "quartz.qz")).toHaveLength(1);
});

describe("what an earlier server showed", () => {
  test("is shown again, the same run, in the place of the log that the settings name", async () => {
    const { client, changed } = await start({
      settings: { log: "other.log" },
      restored: { log: workspace.uri("two.log"), run: 0 },
    });
    await changed(async () => (await client.sendRequest(protocol.status)) !== null);
    expect((await client.sendRequest(protocol.status))?.title).toBe("two.log, run 1");
    expect((await shownState(client)).choice).toEqual({ log: workspace.uri("two.log"), run: 0 });
    expect(await lensesOf(client, "quartz.qz")).toHaveLength(1);
  });

  test("without a run it is the last one, as it was", async () => {
    const { client, changed } = await start({ restored: { log: workspace.uri("two.log"), run: null } });
    await changed(async () => (await client.sendRequest(protocol.status)) !== null);
    expect((await client.sendRequest(protocol.status))?.title).toBe("two.log, run 2");
    expect((await shownState(client)).choice?.run).toBeNull();
  });
});

describe("the log of the server", () => {
  test("says how long reading sources, reading the log and attribution took", async () => {
    const { client, changed, logged } = await start({ settings: { log: "mem.log" } });
    await changed(async () => (await shownState(client)).state === "ready");
    const time = String.raw`[\d.,]+ ms$`;
    expect(logged).toContainEqual(
      expect.stringMatching(new RegExp(`^indexed 3 files, \\d+ lines in ${time}`)),
    );
    expect(logged).toContainEqual(expect.stringMatching(new RegExp(`^log read: 2\\d\\d B in ${time}`)));
    expect(logged).toContainEqual(expect.stringMatching(new RegExp(`^attribution: ${time}`)));
  });
});

describe("progress", () => {
  test("is told to a client that shows it", async () => {
    const { client, changed, progress } = await start();
    await changed(async () => (await shownState(client)).state === "noLog");
    expect(progress).toEqual(["Reading .qz sources", "end"]);
  });

  test("is not told to any other", async () => {
    const { client, changed, progress } = await start({ workDoneProgress: false });
    await changed(async () => (await shownState(client)).state === "noLog");
    expect(progress).toEqual([]);
  });
});

describe("lenses name no command that the client has not announced", () => {
  const commandsOf = async (commands: readonly string[]): Promise<ReadonlySet<string | undefined>> => {
    const { client, changed } = await start({ commands, settings: { log: "mem.log" } });
    await changed(async () => (await shownState(client)).state === "ready");
    const text = SMALL_COMPILER["mem.log"];
    const uri = workspace.uri("mem.log");
    await client.sendNotification("textDocument/didOpen", {
      textDocument: { uri, languageId: protocol.LOG_LANGUAGE, version: 1, text },
    });
    const paths = ["mem.log", "quartz.qz", "middle/expr_handlers.qz", "middle/typecheck_walk.qz"];
    const lenses = await Promise.all(paths.map((path) => lensesOf(client, path)));
    expect(lenses.flat().length).toBeGreaterThan(2);
    return new Set(lenses.flat().map(({ command }) => command?.command));
  };

  test("none for a client without commands", async () => {
    expect([...(await commandsOf([]))]).toEqual([""]);
  });

  test("those of sources for a client that has but that one", async () => {
    expect([...(await commandsOf([protocol.SHOW_IN_CHART]))]).toEqual([protocol.SHOW_IN_CHART]);
  });
});

test.each([
  ["no sources", {}, "noSources"],
  ["no log", SMALL_COMPILER, "noLog"],
] as const)("a workspace with %s says so", async (_, files, state) => {
  const other = await makeWorkspace(files);
  try {
    const { client, changed } = await start({ folder: other.folder });
    await changed(async () => (await shownState(client)).state === state);
    expect(await shownState(client)).toMatchObject({ message: "", match: null, choice: null });
  } finally {
    await other.remove();
  }
});

test("a log of other sources says how many of its names are here", async () => {
  const { client, changed } = await start({ settings: { log: "other.log" } });
  await changed(async () => (await shownState(client)).state === "noMatch");
  expect((await shownState(client)).message).toMatch(
    /^0 of 1 functions of this log are in this workspace\. /,
  );
});

test("sources below .quartz-rss and node_modules are none, also when they change", async () => {
  const { client, changed } = await start({ settings: { log: "mem.log" } });
  await changed(async () => (await shownState(client)).state === "ready");
  const path = ".quartz-rss/runs/1/gone.qz";
  await workspace.write(path, "def nowhere()\nend\n");
  const event = { uri: workspace.uri(path), type: 1 };
  await client.sendNotification("workspace/didChangeWatchedFiles", { changes: [event] });
  expect((await shownState(client)).match).toMatchObject({ matched: 2, all: 3 });
});
