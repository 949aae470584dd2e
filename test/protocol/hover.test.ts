import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Hover } from "vscode-languageserver-protocol";
import * as protocol from "#protocol";
import { type Session, startSession } from "../support/lspServer.ts";
import { makeWorkspace, SMALL_COMPILER, type Workspace } from "../support/workspace.ts";

const QUARTZ = "quartz.qz";
const WALK = "middle/typecheck_walk.qz";
const HANDLERS = "middle/expr_handlers.qz";

let workspace: Workspace;
let session: Session;

async function start(commands: readonly string[], log: string = SMALL_COMPILER["mem.log"]): Promise<void> {
  workspace = await makeWorkspace({ ...SMALL_COMPILER, "mem.log": log });
  session = await startSession({ folder: workspace.folder, commands, settings: { log: "mem.log" } });
  await session.changed(async () => (await session.client.sendRequest(protocol.status)) !== null);
}

afterEach(async () => {
  await session.stop();
  await workspace.remove();
});

async function open(path: keyof typeof SMALL_COMPILER, languageId = "quartz"): Promise<void> {
  await session.client.sendNotification("textDocument/didOpen", {
    textDocument: { uri: workspace.uri(path), languageId, version: 1, text: SMALL_COMPILER[path] },
  });
}

function hover(path: string, line: number, character: number): Promise<Hover | null> {
  const textDocument = { uri: workspace.uri(path) };
  return session.client.sendRequest("textDocument/hover", { textDocument, position: { line, character } });
}

function markdownOf(found: Hover | null): string {
  const contents = found?.contents;
  return typeof contents === "object" && "value" in contents ? contents.value : "";
}

describe("a client that carries out both commands", () => {
  beforeEach(() => start([protocol.SHOW_IN_CHART, protocol.REVEAL_IN_TREE]));

  test("the name of a compiled function tells its figures, with ways to the log, the chart and the tree", async () => {
    await open(QUARTZ);
    const found = await hover(QUARTZ, 4, 6);
    expect(found?.range).toEqual({ start: { line: 4, character: 4 }, end: { line: 4, character: 11 } });
    expect(found?.contents).toMatchObject({ kind: "markdown" });
    const markdown = markdownOf(found);
    expect(markdown).toContain(
      `1.26 % of the phase · #2 of 3 · 23 MB/line · [log line 3](<${workspace.uri("mem.log")}#L3>)`,
    );
    expect(markdown).toMatch(/Not explained by any printed line: \+5,177 MB \(95\.9 %\)/);
    const target = encodeURIComponent('[{"family":"subject","name":"compile"}]');
    expect(markdown).toContain(`(<command:quartzRss.showInChart?${target}>)`);
    expect(markdown).toContain(`(<command:quartzRss.revealInTree?${target}>)`);
  });

  test("a branch tells the kind, a handler both what it is and what it does", async () => {
    await open(WALK);
    expect(markdownOf(await hover(WALK, 7, 8))).toMatch(/^\*\*`NODE_CALL`\*\* · expression kind 9/);
    await open(HANDLERS);
    const both = markdownOf(await hover(HANDLERS, 0, 6)).split("\n\n---\n\n");
    expect(both.map((part) => part.split(" · [")[0])).toEqual([
      "**`expr_handlers$tc_expr_call`** · compiled function",
      "**`NODE_CALL`** · expression kind 9 in `tc_expr`",
    ]);
  });

  test("a call tells the same as the declaration", async () => {
    await open(WALK);
    await open(HANDLERS);
    const call = await hover(WALK, 8, 30);
    expect(call?.range).toEqual({ start: { line: 8, character: 26 }, end: { line: 8, character: 38 } });
    expect(markdownOf(call)).toBe(markdownOf(await hover(HANDLERS, 0, 6)));
  });

  test("bodies, other words and files without figures are quiet", async () => {
    await open(QUARTZ);
    await open(WALK);
    expect(await hover(QUARTZ, 5, 5)).toBeNull();
    expect(await hover(QUARTZ, 0, 5)).toBeNull();
    expect(await hover(WALK, 4, 7)).toBeNull();
    expect(await hover("gone.qz", 0, 0)).toBeNull();
  });

  test("what is not open is not answered for, a closed document no longer", async () => {
    expect(await hover(QUARTZ, 4, 6)).toBeNull();
    await open(QUARTZ);
    expect(await hover(QUARTZ, 4, 6)).not.toBeNull();
    const textDocument = { uri: workspace.uri(QUARTZ) };
    await session.client.sendNotification("textDocument/didClose", { textDocument });
    expect(await hover(QUARTZ, 4, 6)).toBeNull();
  });

  test("an edit moves the hover with the name", async () => {
    await open(QUARTZ);
    const uri = workspace.uri(QUARTZ);
    const at = { line: 0, character: 0 };
    await session.client.sendNotification("textDocument/didChange", {
      textDocument: { uri, version: 2 },
      contentChanges: [{ range: { start: at, end: at }, text: "# one\n" }],
    });
    expect(await hover(QUARTZ, 4, 6)).toBeNull();
    expect(markdownOf(await hover(QUARTZ, 5, 6))).toContain("`compile`");
  });

  test("code that is edited after the log was shown says so", async () => {
    await open(QUARTZ);
    const changed = "Changed since the log was imported";
    expect(markdownOf(await hover(QUARTZ, 4, 6))).not.toContain(changed);
    const at = { line: 5, character: 0 };
    await session.client.sendNotification("textDocument/didChange", {
      textDocument: { uri: workspace.uri(QUARTZ), version: 2 },
      contentChanges: [{ range: { start: at, end: at }, text: "  var more = 1\n" }],
    });
    expect(markdownOf(await hover(QUARTZ, 4, 6))).toContain(changed);
  });

  test("a log is answered as a log", async () => {
    await open("mem.log", protocol.LOG_LANGUAGE);
    const markdown = markdownOf(await hover("mem.log", 2, 20));
    expect(markdown).toContain("Declared in");
    expect(markdown).not.toContain("command:");
  });
});

test("a client that announces no command gets no link to one", async () => {
  await start([]);
  await open(QUARTZ);
  const markdown = markdownOf(await hover(QUARTZ, 4, 6));
  expect(markdown).toContain("#L3>)");
  expect(markdown).not.toContain("command:");
});

test("a client that announces one command gets that one", async () => {
  await start([protocol.SHOW_IN_CHART]);
  await open(QUARTZ);
  const links = [...markdownOf(await hover(QUARTZ, 4, 6)).matchAll(/command:(\w+\.\w+)/g)].map(
    ([, id]) => id,
  );
  expect(links).toEqual([protocol.SHOW_IN_CHART]);
});

test("names in a log stay text", async () => {
  const evil = "expr_handlers$tc_expr_call$[x](command:workbench.action.quit)";
  await start([protocol.SHOW_IN_CHART], `[mem-fn] +68 MB: ${evil}\n[mem] typecheck: 540 MB (+500) (9ms)\n`);
  await open(HANDLERS);
  const markdown = markdownOf(await hover(HANDLERS, 0, 6));
  expect(markdown).toContain(`**\`${evil}\`**`);
  expect(markdown.replace(/`[^`]+`/g, "")).not.toContain("command:workbench");
});

test("the status tells what is tracked", async () => {
  await start(
    [],
    "[mem] init: 1 MB\n[mem] tc Vec entries (sum of sizes): 90277\n[mem] tc: 5402 MB (+5401)\n",
  );
  const status = await session.client.sendRequest(protocol.status);
  expect(status?.details).toContain(
    "tc: tracked state ≈ 1.4 MB of 5,401 MB, 0.0255 %: freeing it cannot help",
  );
});
