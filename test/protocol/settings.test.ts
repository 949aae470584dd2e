// Settings apply at once: the client is told to ask again, and gets something else.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { CodeLens } from "vscode-languageserver-protocol";
import * as protocol from "#protocol";
import { HEAT_WORKSPACE } from "../support/heatWorkspace.ts";
import { type Session, startSession } from "../support/lspServer.ts";
import { makeWorkspace, type Workspace } from "../support/workspace.ts";

let workspace: Workspace;
let session: Session;

beforeEach(async () => {
  workspace = await makeWorkspace({
    ...HEAT_WORKSPACE,
    "other.log": "[mem] init: 1 MB current (0ms)\n[mem] mir: 31 MB (+30) (9ms)\n",
  });
  session = await startSession({ folder: workspace.folder, settings: { log: "levels.log" } });
  await session.changed(async () => (await session.client.sendRequest(protocol.status)) !== null);
});

afterEach(async () => {
  await session.stop();
  await workspace.remove();
});

const use = (settings: Readonly<Record<string, unknown>>): Promise<void> =>
  session.client.sendNotification("workspace/didChangeConfiguration", {
    settings: { quartzRss: { log: "levels.log", ...settings } },
  });

const lenses = async (): Promise<readonly string[]> => {
  const found: CodeLens[] = await session.client.sendRequest("textDocument/codeLens", {
    textDocument: { uri: workspace.uri("levels.qz") },
  });
  return found.map(({ command }) => command?.title ?? "");
};

const heads = async (path = "levels.qz"): Promise<string> => {
  const { marks } = await session.client.sendRequest(protocol.heat, { uri: workspace.uri(path) });
  return marks.flatMap(({ part, family, level }) => (part === "head" ? [`${family}${level}`] : [])).join(" ");
};

const ALL_HEADS = "subject1 subject2 subject3 handler1 handler2 handler3";

test("a change tells the client to ask again, for lenses and for overlays", async () => {
  const seen = { lenses: "", heads: "" };
  session.client.onRequest("workspace/codeLens/refresh", async () => {
    seen.lenses = (await lenses()).join();
    return null;
  });
  session.client.onNotification(protocol.overlaysChanged, async () => {
    seen.heads = await heads();
  });
  await use({ lens: { density: "compact" }, top: 1 });
  await expect
    .poll(() => seen)
    .toEqual({
      lenses:
        "compiled: ⚠ cannot be true: +99999 MB while typecheck,NODE_BINARY: +900 MB inclusive while typecheck",
      heads: "handler3",
    });
});

describe("lenses", () => {
  test("off, and on again", async () => {
    expect(await lenses()).toHaveLength(7);
    await use({ lens: { enabled: false } });
    expect(await lenses()).toEqual([]);
    expect(await heads()).toBe(ALL_HEADS);
    await use({});
    expect(await lenses()).toHaveLength(7);
  });

  test("compact", async () => {
    await use({ lens: { density: "compact" } });
    expect((await lenses()).slice(3, 5)).toEqual([
      "compiled: ⚠ cannot be true: +99999 MB while typecheck",
      "NODE_IDENT: +4 MB inclusive while typecheck",
    ]);
  });

  test("of the largest: what stays keeps its rank, and what cannot be true stays", async () => {
    const all = await lenses();
    await use({ top: 2 });
    expect(await lenses()).toEqual(
      all.filter((title) => /\+1000 MB|cannot be true|NODE_CALL|NODE_BINARY/.test(title)),
    );
    expect((await lenses())[0]).toContain("#2 of 5");
  });

  test("from a size on", async () => {
    await use({ minimumMegabytes: 61 });
    expect((await lenses()).map((title) => /[+]\d+/.exec(title)?.[0])).toEqual([
      "+100",
      "+1000",
      "+99999",
      "+900",
    ]);
  });

  test("the tree hides nothing, and its remainder is the same", async () => {
    const tree = async () => [
      await session.client.sendRequest(protocol.growth, {
        options: { grouping: "function", order: "growth", filter: "" },
        parent: null,
        limit: 100,
      }),
      await session.client.sendRequest(protocol.status),
    ];
    const before = await tree();
    await use({ top: 1, minimumMegabytes: 500 });
    expect(JSON.stringify(before)).toContain("typecheck: not explained");
    expect(await tree()).toEqual(before);
  });
});

describe("heat", () => {
  test("of the largest, and from a size on", async () => {
    expect(await heads()).toBe(ALL_HEADS);
    await use({ top: 2 });
    expect(await heads()).toBe("subject3 handler2 handler3");
    await use({ minimumMegabytes: 60 });
    expect(await heads()).toBe("subject2 subject3 handler2 handler3");
  });

  test("over the file or the run", async () => {
    expect(await heads("cold/small.qz")).toBe("subject1");
    await use({ heat: { scope: "file" } });
    expect(await heads("cold/small.qz")).toBe("subject3");
  });

  test("on a linear curve", async () => {
    await use({ heat: { curve: "linear" } });
    expect(await heads()).toBe("subject1 subject1 subject2 handler1 handler1 handler3");
  });

  test("with values that are none, as if they were not there", async () => {
    await use({ top: -1, minimumMegabytes: "9", heat: { scope: 1, curve: null }, lens: "no", logFiles: [1] });
    expect(await heads()).toBe(ALL_HEADS);
    expect(await lenses()).toHaveLength(7);
    await use({ top: 1.5, heat: "file", lens: { enabled: "no", density: "tiny" } });
    expect(await heads()).toBe(ALL_HEADS);
    expect((await lenses())[0]).toContain("#5 of 5");
  });
});

test("another log is shown at once, and none leaves the shown one", async () => {
  await use({ log: "other.log" });
  await session.changed(async () =>
    ((await session.client.sendRequest(protocol.status))?.title ?? "").includes("other.log"),
  );
  expect(await lenses()).toEqual([]);
  await use({ log: "" });
  expect((await session.client.sendRequest(protocol.status))?.title).toContain("other.log");
});

test("settings that are there from the start apply from the start", async () => {
  await session.stop();
  session = await startSession({
    folder: workspace.folder,
    settings: { log: "levels.log", top: 1, lens: { density: "compact" } },
  });
  await session.changed(async () => (await session.client.sendRequest(protocol.status)) !== null);
  expect(await lenses()).toEqual([
    "compiled: ⚠ cannot be true: +99999 MB while typecheck",
    "NODE_BINARY: +900 MB inclusive while typecheck",
  ]);
});
