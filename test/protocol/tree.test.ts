import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { GrowthRow, TreeOptions } from "#core/view/growthRow";
import * as protocol from "#protocol";
import { type Session, startSession } from "../support/lspServer.ts";
import { makeWorkspace, SMALL_COMPILER, type Workspace } from "../support/workspace.ts";

let workspace: Workspace;
let session: Session;

beforeEach(async () => {
  workspace = await makeWorkspace(SMALL_COMPILER);
  session = await startSession({ folder: workspace.folder, settings: { log: "mem.log" } });
  await session.changed(async () => (await session.client.sendRequest(protocol.status)) !== null);
});

afterEach(async () => {
  await session.stop();
  await workspace.remove();
});

const optionsOf = (some: Partial<TreeOptions>): TreeOptions => ({
  ...{ grouping: "function", order: "growth", filter: "" },
  ...some,
});

async function level(parent: string | null, some: Partial<TreeOptions> = {}): Promise<protocol.GrowthAnswer> {
  return session.client.sendRequest(protocol.growth, { options: optionsOf(some), parent, limit: 500 });
}

/** All rows, level by level as a client asks for them. */
async function tree(
  some: Partial<TreeOptions> = {},
  parent: string | null = null,
  indent = "",
): Promise<readonly string[]> {
  const { rows } = await level(parent, some);
  const below = async (row: GrowthRow): Promise<readonly string[]> =>
    row.collapse === "leaf" ? [] : tree(some, row.id, `${indent}  `);
  const texts = await Promise.all(
    rows.map(async (row) => [
      `${indent}${row.label}${row.description && ` | ${row.description}`}`,
      ...(await below(row)),
    ]),
  );
  return texts.flat();
}

describe("the tree", () => {
  test("keeps the victims apart from the causes and shows what is left", async () => {
    expect(await tree()).toEqual([
      "Compiled functions | growth while each was being compiled",
      "  +136 MB tc_expr_call | expr_handlers · while typecheck · 34 MB/line",
      "  +68 MB compile | quartz · while typecheck · 23 MB/line",
      "Compiler code | inclusive growth inside its handlers",
      "  +5764 MB NODE_CALL → tc_expr_call | inclusive while typecheck · 69,186 nodes · ≈ 85 KB each",
      "+5,177 MB typecheck: not explained | 95.9 %",
      "Names without a source | 1 of 3",
      "  +20 MB gone$nowhere | while typecheck · no such module: compiled from another root, or not in this workspace",
    ]);
  });

  test("grouped by file, paths are those below the workspace folder", async () => {
    expect((await tree({ grouping: "file", order: "name" })).slice(0, 5)).toEqual([
      "Compiled functions | growth while each was being compiled",
      "  expr_handlers.qz | +136 MB while typecheck in 1 function · middle",
      "    +136 MB tc_expr_call | expr_handlers · while typecheck · 34 MB/line",
      "  quartz.qz | +68 MB while typecheck in 1 function",
      "    +68 MB compile | quartz · while typecheck · 23 MB/line",
    ]);
  });

  test("grouped by phase and by kind", async () => {
    const phases = await tree({ grouping: "phase" });
    expect(phases.filter((row) => !row.startsWith(" "))).toEqual([
      "init",
      "+5401 MB typecheck | 3 functions · 1 kind",
    ]);
    expect((await tree({ grouping: "kind" })).slice(0, 4)).toEqual([
      "Kinds in tc_expr | inclusive, never summed",
      "  +5764 MB NODE_CALL → tc_expr_call | inclusive while typecheck · 69,186 nodes · ≈ 85 KB each",
      "    branch in tc_expr | middle/typecheck_walk.qz:8",
      "    handler tc_expr_call | middle/expr_handlers.qz:1",
    ]);
  });

  test("a filter keeps what fits and counts the rest", async () => {
    expect((await level(null, { filter: "middle/ >100" })).hidden).toBe(3);
    expect(await tree({ filter: "middle/ >100" })).toEqual([
      "Compiled functions | growth while each was being compiled",
      "  +136 MB tc_expr_call | expr_handlers · while typecheck · 34 MB/line",
      "Compiler code | inclusive growth inside its handlers",
      "  +5764 MB NODE_CALL → tc_expr_call | inclusive while typecheck · 69,186 nodes · ≈ 85 KB each",
    ]);
  });

  test("changes with a source, while ids stay", async () => {
    const before = await level("compiled");
    await workspace.write("gone.qz", "def nowhere()\nend\n");
    await session.client.sendNotification("workspace/didChangeWatchedFiles", {
      changes: [{ uri: workspace.uri("gone.qz"), type: 1 }],
    });
    await session.changed(async () => (await level("compiled")).rows.length === 3);
    const after = await level("compiled");
    expect(after.rows.slice(0, 2).map(({ id }) => id)).toEqual(before.rows.map(({ id }) => id));
    expect(after.rows[2]?.label).toBe("+20 MB nowhere");
  });
});

describe("the row of a figure", () => {
  const path = async (
    of: protocol.GrowthPathParams["of"],
    some: Partial<TreeOptions> = {},
  ): Promise<unknown> => {
    const found = await session.client.sendRequest(protocol.growthPath, { options: optionsOf(some), of });
    return found?.steps.map(({ row }) => row.label) ?? null;
  };

  test("at a line, by target, and none where there is no figure", async () => {
    const handlers = workspace.uri("middle/expr_handlers.qz");
    expect(await path({ uri: handlers, line: 1 })).toEqual([
      "Compiler code",
      "+5764 MB NODE_CALL → tc_expr_call",
    ]);
    expect(await path({ uri: handlers, line: 1, prefer: "subject" })).toEqual([
      "Compiled functions",
      "+136 MB tc_expr_call",
    ]);
    expect(await path({ family: "subject", name: "compile" }, { grouping: "file" })).toEqual([
      "Compiled functions",
      "quartz.qz",
      "+68 MB compile",
    ]);
    expect(await path({ uri: workspace.uri("quartz.qz"), line: 0 })).toBeNull();
    expect(await path({ uri: workspace.uri("nowhere.qz"), line: 0 })).toBeNull();
  });

  test("that a filter hides has no way down", async () => {
    expect(await path({ family: "subject", name: "compile" }, { filter: "lexer" })).toEqual([]);
  });
});

test("files with growth and the number of hot spots, for badges", async () => {
  const answer = await session.client.sendRequest(protocol.growthFiles);
  expect(answer?.spots.count).toBe(2);
  expect(answer?.files.map(({ uri, badge }) => `${uri.split("/").at(-1)} ${badge}`)).toEqual([
    "expr_handlers.qz ↑3",
    "quartz.qz ↑2",
    "typecheck_walk.qz ↑3",
  ]);
});

test("20,000 functions: an answer is small and quick, and the rest can be asked for", async () => {
  const lines = Array.from({ length: 20_000 }, (_, at) => `[mem-fn] +${10 + (at % 90)} MB: m$function_${at}`);
  await workspace.write("large.log", `${lines.join("\n")}\n[mem] t: 2000000 MB (+2000000) (1ms)\n`);
  await session.client.sendRequest(protocol.useLog, { log: workspace.uri("large.log") });
  await level(null);
  const start = performance.now();
  const { rows } = await level("unplaced", { order: "name" });
  const took = performance.now() - start;
  expect(rows).toHaveLength(501);
  expect(rows.at(-1)).toMatchObject({ label: "19500 more…", context: "more" });
  expect(JSON.stringify(rows).length).toBeLessThan(500_000);
  // About 60 ms alone; a loaded machine takes longer.
  expect(took).toBeLessThan(1500);
  const more = await session.client.sendRequest(protocol.growth, {
    ...{ options: optionsOf({ order: "name" }), parent: "unplaced", limit: 1000 },
  });
  expect(more.rows).toHaveLength(1001);
});
