import { afterEach, beforeEach, expect, test } from "vitest";
import { FileChangeType, type PublishDiagnosticsParams } from "vscode-languageserver-protocol";
import * as protocol from "#protocol";
import { type Session, startSession } from "../support/lspServer.ts";
import { makeWorkspace, SMALL_COMPILER, type Workspace } from "../support/workspace.ts";

const PROJECT = "quartz-rss.json";
const POLL = { timeout: 20_000 };

let workspace: Workspace;
let session: Session;
/** What was published last, by file: `line code: message`. */
let published: Map<string, readonly string[]>;

beforeEach(async () => {
  published = new Map();
  workspace = await makeWorkspace({
    ...SMALL_COMPILER,
    "before.log": "[mem] init: 1 MB current (0ms)\n[mem] typecheck: 5001 MB (+5000) (7171ms)\n",
    [PROJECT]: `{
  "budgets": [
    { "peak": "5 GB" },
    { "function": "compile", "limit": "60 MB" },
    { "kind": "NODE_CALL", "limit": "5 GB" },
    { "kind": "NODE_IF", "limit": "5 GB" },
    { "phase": "typecheck", "limti": "5 GB" }
  ]
}
`,
  });
  session = await startSession({ folder: workspace.folder, settings: { log: "mem.log" } });
  session.client.onNotification("textDocument/publishDiagnostics", (params: PublishDiagnosticsParams) => {
    const path = params.uri.slice(workspace.uri("").length);
    published.set(
      path.replace(/^\//, ""),
      params.diagnostics.map(({ range, code, message }) => `${range.start.line} ${code}: ${message}`),
    );
  });
});

afterEach(async () => {
  await session.stop();
  await workspace.remove();
});

async function change(text: string): Promise<void> {
  await workspace.write(PROJECT, text);
  await session.client.sendNotification("workspace/didChangeWatchedFiles", {
    changes: [{ uri: workspace.uri(PROJECT), type: FileChangeType.Changed }],
  });
}

test("problems of the file and exceeded budgets stand at their places, and go with their cause", async () => {
  const peak = "peak: 5402 MB (the highest reading, a lower bound), limit 5120 MB: +282 MB too much";
  const call = "NODE_CALL: +5764 MB, limit 5120 MB: +644 MB too much";
  const compile = "compile: +68 MB, limit 60 MB: +8 MB too much";
  await expect
    .poll(() => Object.fromEntries(published), POLL)
    .toEqual({
      [PROJECT]: [
        '6 unknownKey: unknown key "limti"; did you mean “limit”?',
        ...[`2 budget-exceeded: over budget: ${peak}`, `3 budget-exceeded: over budget: ${compile}`],
        `4 budget-exceeded: over budget: ${call}`,
      ],
      "quartz.qz": [`4 budget-exceeded: over budget: ${compile}`],
      "middle/typecheck_walk.qz": [`7 budget-exceeded: over budget: ${call}`],
    });
  await change('{ "budgets": [{ "peak": "6 GB" }, { "function": "compile", "limit": "50 MB" }] }');
  await expect
    .poll(() => Object.fromEntries(published), POLL)
    .toEqual({
      [PROJECT]: ["0 budget-exceeded: over budget: compile: +68 MB, limit 50 MB: +18 MB too much"],
      "quartz.qz": ["4 budget-exceeded: over budget: compile: +68 MB, limit 50 MB: +18 MB too much"],
      "middle/typecheck_walk.qz": [],
    });
  await change("{}");
  await expect.poll(() => [...published.values()].flat(), POLL).toEqual([]);
}, 60_000);

test("a budget of growth counts from the baseline while one is pinned", async () => {
  await change('{ "budgets": [{ "phase": "typecheck", "growth": "+5 %" }] }');
  await expect.poll(() => [...published.values()].flat(), POLL).toEqual([]);
  const baseline = { log: workspace.uri("before.log"), run: null };
  expect(await session.client.sendRequest(protocol.setBaseline, { baseline })).toBe(true);
  await expect
    .poll(() => published.get(PROJECT), POLL)
    .toEqual([
      "0 budget-exceeded: over budget: typecheck: +5401 MB, limit 5250 MB (baseline +5000 MB): +151 MB too much",
    ]);
  expect(await session.client.sendRequest(protocol.setBaseline, { baseline: null })).toBe(true);
  await expect.poll(() => published.get(PROJECT), POLL).toEqual([]);
}, 60_000);
