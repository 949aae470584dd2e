import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { CodeLens, Hover } from "vscode-languageserver-protocol";
import { formatRunFile, newRunFile } from "#core/store/runFile";
import type { TreeOptions } from "#core/view/growthRow";
import * as protocol from "#protocol";
import { type Session, startSession } from "../support/lspServer.ts";
import { makeWorkspace, SMALL_COMPILER, type Workspace } from "../support/workspace.ts";

const FILES = {
  ...SMALL_COMPILER,
  "fixed.log": `[mem] init: 1 MB current (0ms)
[mem-fn] +14 MB: expr_handlers$tc_expr_call
[kind 1009] +100 MB / 69186 stmts
[mem] typecheck: 738 MB (+737) (7171ms)
`,
  "hoped.log": "# [mem] init: 1 MB current (0ms)\n# [mem] typecheck: ~800 MB (+799)\n",
};
const OPTIONS: TreeOptions = { grouping: "function", order: "growth", filter: "" };

let workspace: Workspace;
let session: Session;

beforeEach(async () => {
  workspace = await makeWorkspace(FILES);
  session = await start({});
});

afterEach(async () => {
  await session.stop();
  await workspace.remove();
});

async function start(options: { readonly baseline?: protocol.LogChoice }): Promise<Session> {
  const started = await startSession({
    folder: workspace.folder,
    commands: ["quartzRss.showInChart"],
    settings: { log: "fixed.log" },
    ...options,
  });
  await started.changed(async () => (await started.client.sendRequest(protocol.status)) !== null);
  return started;
}

const pin = (log: string): Promise<boolean> =>
  session.client.sendRequest(protocol.setBaseline, { baseline: { log: workspace.uri(log), run: null } });

const statusText = async (): Promise<string | undefined> =>
  (await session.client.sendRequest(protocol.status))?.text;

async function lensesOf(path: string): Promise<readonly string[]> {
  const found: CodeLens[] = await session.client.sendRequest("textDocument/codeLens", {
    textDocument: { uri: workspace.uri(path) },
  });
  return found.map(({ range, command }) => `${range.start.line}: ${command?.title}`);
}

async function rowsBelow(parent: string | null, order = OPTIONS.order) {
  const options = { ...OPTIONS, order };
  const { rows } = await session.client.sendRequest(protocol.growth, { options, parent, limit: 100 });
  return rows;
}

test("the status tells the difference, and clearing takes it away", async () => {
  expect(await statusText()).toBe("738 MB · typecheck +737 MB");
  expect(await pin("mem.log")).toBe(true);
  expect(await statusText()).toBe("Δ 738 MB ▼ 4,664 (−86 %) · typecheck +737 MB ▼ 4,664 (−86 %)");
  const { baseline } = await session.client.sendRequest(protocol.workspaceState);
  expect(baseline).toEqual({ log: workspace.uri("mem.log"), run: null });
  expect(await session.client.sendRequest(protocol.setBaseline, { baseline: null })).toBe(true);
  expect(await statusText()).toBe("738 MB · typecheck +737 MB");
  expect((await session.client.sendRequest(protocol.workspaceState)).baseline).toBeNull();
});

test("lenses tell it of both families, and of what only the baseline has", async () => {
  await pin("mem.log");
  expect(await lensesOf("middle/expr_handlers.qz")).toEqual([
    "0: compiled: +14 MB ▼ 122 (−90 %) while typecheck · 1.9 % of the phase · #1 of 1 · 3.5 MB/line",
    "0: handles NODE_CALL: +100 MB ▼ 5,664 (−98 %) inclusive · 69,186 nodes · ≈ 1.5 KB each · 13.6 % of net · while typecheck",
  ]);
  expect(await lensesOf("quartz.qz")).toEqual(["4: compiled: was +68 MB while typecheck, now below 8 MB"]);
  await session.client.sendRequest(protocol.setBaseline, { baseline: null });
  expect(await lensesOf("quartz.qz")).toEqual([]);
});

test("marks tell which way", async () => {
  const heat = async (path: string) =>
    session.client.sendRequest(protocol.heat, { uri: workspace.uri(path) });
  expect((await heat("middle/expr_handlers.qz")).compared).toBe(false);
  await pin("mem.log");
  const { compared, marks } = await heat("middle/expr_handlers.qz");
  expect(compared).toBe(true);
  expect(new Set(marks.map(({ family }) => family))).toEqual(new Set(["shrank"]));
  expect((await heat("quartz.qz")).marks.map(({ family }) => family)).toEqual(["shrank", "shrank"]);
});

test("the hover has a section that compares, also over what is gone", async () => {
  await pin("mem.log");
  const hover = async (path: keyof typeof FILES, line: number): Promise<string> => {
    const uri = workspace.uri(path);
    await session.client.sendNotification("textDocument/didOpen", {
      textDocument: { uri, languageId: "quartz", version: 1, text: FILES[path] },
    });
    const found: Hover | null = await session.client.sendRequest("textDocument/hover", {
      textDocument: { uri },
      position: { line, character: 5 },
    });
    return JSON.stringify(found?.contents).replaceAll("\\", "");
  };
  expect(await hover("middle/expr_handlers.qz", 0)).toContain(
    "while typecheck: +14 MB, was +136 MB: ▼ 122 (−90 %)",
  );
  expect(await hover("quartz.qz", 4)).toContain("while typecheck: was +68 MB, now below 8 MB");
});

test("the tree says what it compares with, and lists what only the baseline has", async () => {
  await pin("mem.log");
  const top = await rowsBelow(null);
  expect(top[0]?.label).toBe("Compared with mem.log, run 1");
  expect((await rowsBelow("comparison")).map(({ label }) => label)).toContain(
    "typecheck +737 MB ▼ 4,664 (−86 %)",
  );
  expect(top.map(({ label }) => label)).toContain("Only in the baseline");
  expect((await rowsBelow("baseline")).map(({ label, description }) => `${label}: ${description}`)).toEqual([
    "was +68 MB compile: now below 8 MB · while typecheck",
    "was +20 MB gone$nowhere: now below 8 MB · while typecheck",
  ]);
  const [row] = await rowsBelow("compiled", "difference");
  expect(row?.description).toMatch(/^▼ 122 \(−90 %\) · /);
});

test("the chart's title names the baseline, and its notes tell the differences", async () => {
  expect((await session.client.sendRequest(protocol.flame))?.differences).toEqual([]);
  await pin("mem.log");
  const flame = await session.client.sendRequest(protocol.flame);
  expect(flame?.title).toBe("fixed.log, run 1, compared with mem.log, run 1");
  expect(flame?.differences[0]).toBe("Compared with mem.log, run 1");
  expect(flame?.differences).toContain("typecheck +737 MB ▼ 4,664 (−86 %)");
});

test("swapping shows the baseline against what was shown", async () => {
  await pin("mem.log");
  expect(await session.client.sendRequest(protocol.swapBaseline)).toBe(true);
  expect(await statusText()).toBe("Δ 5402 MB ▲ 4,664 (+630 %) · typecheck +5401 MB ▲ 4,664 (+630 %)");
  const { choice, baseline } = await session.client.sendRequest(protocol.workspaceState);
  expect([choice?.log, baseline?.log]).toEqual([workspace.uri("mem.log"), workspace.uri("fixed.log")]);
});

test("without a baseline there is nothing to swap", async () => {
  expect(await session.client.sendRequest(protocol.swapBaseline)).toBe(false);
});

test("an expectation can be the baseline, and everything about it is approximate", async () => {
  const runs = await session.client.sendRequest(protocol.runs);
  expect(runs.filter(({ approximate }) => approximate).map(({ log }) => log)).toEqual([
    workspace.uri("hoped.log"),
  ]);
  await pin("hoped.log");
  expect(await statusText()).toContain("≈ ▼ 62 (−7.8 %)");
  const status = await session.client.sendRequest(protocol.status);
  expect(status?.details[0]).toBe("Compared with hoped.log, run 1 (expectation): approximate, not measured");
});

test("a log that is not there changes nothing, and the user is told", async () => {
  await pin("mem.log");
  expect(await pin("none.log")).toBe(false);
  expect(session.shown.at(-1)).toContain("none.log");
  expect(await statusText()).toContain("▼ 4,664");
});

test("a baseline that is measured again counts as it is", async () => {
  await pin("mem.log");
  await workspace.write("mem.log", FILES["mem.log"].replace("5402 MB (+5401)", "1738 MB (+1737)"));
  await session.changed(async () => (await statusText())?.includes("▼ 1,000") === true);
});

test("a server that is started again compares with the same baseline", async () => {
  const before = session;
  session = await start({ baseline: { log: workspace.uri("mem.log"), run: null } });
  await before.stop();
  expect(await statusText()).toContain("▼ 4,664 (−86 %)");
});

describe("runs of the store", () => {
  const symbols = (name: string): string =>
    JSON.stringify({
      ...{ version: 1, taken: "run" },
      symbols: { [name]: { file: "quartz.qz", startLine: 5, endLine: 7, hash: "00000000000000aa" } },
    });

  async function makeRun(id: string, allocator: string, name: string, figure: string): Promise<string> {
    const folder = `.quartz-rss/runs/${id}`;
    const run = newRunFile({ id, origin: "launch", status: "finished", allocator });
    await workspace.write(`${folder}/run.json`, formatRunFile(run));
    await workspace.write(`${folder}/symbols.json`, symbols(name));
    await workspace.write(`${folder}/stderr.log`, FILES["mem.log"].replace(/\+68 {2}MB: compile/, figure));
    return `${folder}/stderr.log`;
  }

  test("what is known of both is compared first, and a function that only changed its name is one", async () => {
    const before = await makeRun("20261124T085000Z-3f9a", "system", "build", "+268 MB: build");
    const now = await makeRun("20261125T085000Z-4a0b", "mimalloc", "compile", "+68 MB: compile");
    await session.client.sendRequest(protocol.useLog, { log: workspace.uri(now) });
    await pin(before);
    const details = async (): Promise<string> =>
      (await session.client.sendRequest(protocol.status))?.details.join("\n") ?? "";
    await session.changed(async () => (await details()).includes("mimalloc"));
    expect(await lensesOf("quartz.qz")).toEqual([
      expect.stringMatching(/compiled: \+68 MB ▼ 200 \(−75 %\) \(was build\) while typecheck/),
    ]);
  });
});
