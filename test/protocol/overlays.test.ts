import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { CodeLens } from "vscode-languageserver-protocol";
import { decodeFlameBlock } from "#core/view/flameBlock";
import * as protocol from "#protocol";
import { type Session, startSession } from "../support/lspServer.ts";
import { makeWorkspace, SMALL_COMPILER, type Workspace } from "../support/workspace.ts";

let workspace: Workspace;
let session: Session;

beforeEach(async () => {
  workspace = await makeWorkspace(SMALL_COMPILER);
  session = await startSession({
    folder: workspace.folder,
    commands: ["quartzRss.showInChart"],
    settings: { log: "mem.log" },
  });
  await session.changed(async () => (await session.client.sendRequest(protocol.status)) !== null);
});

afterEach(async () => {
  await session.stop();
  await workspace.remove();
});

const lenses = async (path: string): Promise<readonly string[]> => {
  const found: CodeLens[] = await session.client.sendRequest("textDocument/codeLens", {
    textDocument: { uri: workspace.uri(path) },
  });
  return found.map(({ range, command }) => `${range.start.line}: ${command?.title}`);
};

describe("code lenses", () => {
  test("stand above the compiled function and above the handler, and say which is which", async () => {
    expect(await lenses("middle/expr_handlers.qz")).toEqual([
      "0: compiled: +136 MB while typecheck · 2.52 % of the phase · #1 of 3 · 34 MB/line",
      "0: handles NODE_CALL: +5764 MB inclusive · 69,186 nodes · ≈ 85 KB each · 107 % of net (re-entrant, or given back later) · while typecheck",
    ]);
  });

  test("stand above the dispatch branch", async () => {
    expect(await lenses("middle/typecheck_walk.qz")).toEqual([
      "7: NODE_CALL: +5764 MB inclusive · 69,186 nodes · ≈ 85 KB each · 107 % of net (re-entrant, or given back later) · while typecheck",
    ]);
  });

  test("a function of the root file is found without a prefix", async () => {
    expect(await lenses("quartz.qz")).toEqual([
      "4: compiled: +68 MB while typecheck · 1.26 % of the phase · #2 of 3 · 23 MB/line",
    ]);
  });

  test("carry the command that the client announced, with the figure they stand for", async () => {
    const [first]: CodeLens[] = await session.client.sendRequest("textDocument/codeLens", {
      textDocument: { uri: workspace.uri("quartz.qz") },
    });
    expect(first?.command).toMatchObject({
      command: "quartzRss.showInChart",
      arguments: [{ family: "subject", name: "compile" }],
    });
  });

  test("move with an edit in an open document, before it is saved", async () => {
    const uri = workspace.uri("quartz.qz");
    await session.client.sendNotification("textDocument/didOpen", {
      textDocument: {
        uri,
        languageId: "quartz",
        version: 1,
        text: `# a new line\n${SMALL_COMPILER["quartz.qz"]}`,
      },
    });
    expect((await lenses("quartz.qz"))[0]).toMatch(/^5: compiled/);
    await session.client.sendNotification("textDocument/didClose", { textDocument: { uri } });
    await session.changed(async () => (await lenses("quartz.qz"))[0]?.startsWith("4: ") === true);
  });
});

test("heat marks: one a line, heads and bands, compiler code over compiled functions", async () => {
  const { marks } = await session.client.sendRequest(protocol.heat, {
    uri: workspace.uri("middle/expr_handlers.qz"),
  });
  expect(marks.map((mark) => `${mark.part} ${mark.family} ${mark.fromLine}-${mark.toLine}`)).toEqual([
    "head handler 0-0",
    "band handler 1-3",
  ]);
});

test("a lens leads to its frame, the frame to its source, and an old id leads nowhere", async () => {
  const { client } = session;
  const flame = await client.sendRequest(protocol.flame);
  const found = await client.sendRequest(protocol.frameOf, { family: "subject", name: "compile" });
  expect(found?.generation).toBe(flame?.generation);
  const bytes = Buffer.from(flame?.block ?? "", "base64");
  const columns = decodeFlameBlock(new Uint8Array(bytes).buffer, flame?.strings ?? []);
  expect(columns.strings[columns.name[found?.frame ?? -1] ?? -1]).toBe("compile");
  const frame = { generation: found?.generation ?? -1, frame: found?.frame ?? -1 };
  expect(await client.sendRequest(protocol.frameSource, frame)).toMatchObject({
    uri: workspace.uri("quartz.qz"),
    range: { start: { line: 4 } },
  });
  expect(
    await client.sendRequest(protocol.frameSource, { ...frame, generation: frame.generation - 1 }),
  ).toBeNull();
});

test("the frame at the cursor is the handler's where there is one", async () => {
  const { client } = session;
  const uri = workspace.uri("middle/expr_handlers.qz");
  const position = { line: 1, character: 0 };
  const handler = await client.sendRequest(protocol.frameAt, { uri, position });
  const subject = await client.sendRequest(protocol.frameAt, { uri, position, family: "subject" });
  const flame = await client.sendRequest(protocol.flame);
  expect(handler?.frame).toBe(flame?.overlapping[0]?.frame);
  expect(subject?.frame).toBeLessThan(handler?.frame ?? 0);
});

test("hot spots: causes first, then victims, each by growth", async () => {
  const spots = await session.client.sendRequest(protocol.hotSpots);
  expect(spots.map(({ family, name }) => `${family} ${name}`)).toEqual([
    "handler NODE_CALL",
    "subject compile",
  ]);
});
