import { appendFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import * as protocol from "#protocol";
import { type Session, startSession } from "../support/lspServer.ts";
import { makeWorkspace, SMALL_COMPILER, type Workspace } from "../support/workspace.ts";

let workspace: Workspace;
let session: Session;

beforeEach(async () => {
  workspace = await makeWorkspace({
    ...SMALL_COMPILER,
    "two.log": "[mem] init: 1 MB current (0ms)\n[mem] lex: 3 MB (+2) (1ms)\n[mem] init: 1 MB current (0ms)\n",
    "empty.log": "nothing of ours\n",
    "nl.log": "[mem] init: 1 MB current (0ms)\n[mem] lex: 9 MB (+8) (1ms)",
  });
  session = await startSession({ folder: workspace.folder });
});

afterEach(async () => {
  await session.stop();
  await workspace.remove();
});

const statusText = async (): Promise<string | undefined> =>
  (await session.client.sendRequest(protocol.status))?.text;

test("without a log there is no status, no mark and no chart", async () => {
  expect(await session.client.sendRequest(protocol.status)).toBeNull();
  expect(await session.client.sendRequest(protocol.flame)).toBeNull();
  const options = { grouping: "function", order: "name", filter: "" } as const;
  expect(await session.client.sendRequest(protocol.growth, { options, parent: null, limit: 9 })).toEqual({
    ...{ rows: [], hidden: 0 },
  });
});

test("runs of all logs can be chosen among; logs without memory lines are not offered", async () => {
  const choices = await session.client.sendRequest(protocol.runs);
  expect(choices.map(({ title }) => title)).toEqual([
    "mem.log, run 1",
    "nl.log, run 1",
    "two.log, run 1",
    "two.log, run 2",
  ]);
  await session.client.sendRequest(protocol.useLog, { log: workspace.uri("two.log"), run: 0 });
  const again = await session.client.sendRequest(protocol.runs);
  expect(again.find(({ active }) => active)?.title).toBe("two.log, run 1");
});

test("a log that grows is followed", async () => {
  const { client } = session;
  await client.sendRequest(protocol.useLog, { log: workspace.uri("mem.log") });
  expect(await statusText()).toBe("5402 MB · typecheck +5401 MB");
  await appendFile(join(workspace.folder, "mem.log"), "[mem] mir: 12226 MB (+6824) (17950ms)\n");
  await session.changed(async () => (await statusText()) === "12226 MB · mir +6824 MB");
});

test("a log that is replaced by a shorter one is read from the start", async () => {
  await session.client.sendRequest(protocol.useLog, { log: workspace.uri("mem.log") });
  await workspace.write("mem.log", "[mem] init: 7 MB current (0ms)\n");
  await session.changed(async () => (await statusText()) === "7 MB");
});

test("a log that is rewritten in place, with as many bytes, is read again", async () => {
  await session.client.sendRequest(protocol.useLog, { log: workspace.uri("two.log") });
  const text = "[mem] init: 1 MB current (0ms)\n[mem] lex: 8 MB (+7) (1ms)\n[mem] init: 1 MB current (0ms)\n";
  await workspace.write("two.log", text);
  await session.client.sendRequest(protocol.useLog, { log: workspace.uri("two.log"), run: 0 });
  await session.changed(async () => (await statusText()) === "8 MB · lex +7 MB");
});

test("a log that is edited above its end is read again, not on", async () => {
  const log = (lex: string) => `[mem] init: 1 MB current (0ms)\n${lex}[mem] parse: 50 MB (+40) (5ms)\n`;
  await workspace.write("two.log", log("[mem] lex: 10 MB (+9) (1ms)\n"));
  await session.client.sendRequest(protocol.useLog, { log: workspace.uri("two.log") });
  await workspace.write("two.log", log("# a line more\n[mem] lex: 20 MB (+19) (1ms)\n"));
  await session.changed(async () => (await statusText()) === "50 MB · parse +40 MB");
  await workspace.write(
    "two.log",
    "[mem] init: 2 MB current (0ms)\n[mem] lex: 200 MB (+198) (1ms)\n".repeat(3),
  );
  await session.changed(async () => (await statusText()) === "200 MB · lex +198 MB");
});

test("a log that goes keeps its figures, and is read anew when it comes back", async () => {
  await session.client.sendRequest(protocol.useLog, { log: workspace.uri("two.log"), run: 0 });
  await rm(join(workspace.folder, "two.log"));
  expect(await statusText()).toBe("3 MB · lex +2 MB");
  await workspace.write("two.log", "[mem] init: 1 MB current (0ms)\n[mem] lex: 77 MB (+76) (1ms)\n");
  await session.changed(async () => (await statusText()) === "77 MB · lex +76 MB");
});

test("a last line without a line end counts once the file has come to rest", async () => {
  await session.client.sendRequest(protocol.useLog, { log: workspace.uri("nl.log") });
  await session.changed(async () => (await statusText()) === "9 MB · lex +8 MB");
});

test("a missing log and one without memory lines are told, and what was shown stays", async () => {
  const { client } = session;
  await client.sendRequest(protocol.useLog, { log: workspace.uri("mem.log") });
  expect(await client.sendRequest(protocol.useLog, { log: workspace.uri("nope.log") })).toBeNull();
  expect(session.shown.at(-1)).toMatch(/nope\.log cannot be read: .*no such file/);
  expect(await client.sendRequest(protocol.useLog, { log: workspace.uri("empty.log") })).toBeNull();
  expect(session.shown.at(-1)).toMatch(/empty\.log has no memory lines/);
  expect(await statusText()).toBe("5402 MB · typecheck +5401 MB");
});
