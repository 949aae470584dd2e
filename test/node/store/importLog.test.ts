import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Snapshot } from "#core/model/snapshot";
import { parseSnapshot } from "#core/model/snapshotFile";
import { importLog } from "../../../server/node/store/importLog.ts";
import { makeWorkspace, type Workspace } from "../../support/workspace.ts";

let workspace: Workspace;
beforeEach(async () => {
  workspace = await makeWorkspace({});
});
afterEach(() => workspace.remove());

async function* bytesOf(...texts: readonly string[]): AsyncIterable<Uint8Array> {
  for (const text of texts) {
    yield new TextEncoder().encode(text);
  }
}

test("the log is kept as it is; what is not known stays unknown", async () => {
  const texts = ["[mem] init: 1 MB\n[mem] ty", "pecheck: 5776 MB (+5775)\nother\u0000\r\n"];
  const folder = await importLog(workspace.folder, { bytes: bytesOf(...texts), label: "before" });
  expect(await readFile(folder.logPath, "utf8")).toBe(texts.join(""));
  expect(folder.run).toMatchObject({
    ...{ origin: "import", status: "finished", label: "before", startedAt: null, writer: null },
    ...{ peakBytes: 5776 * 1_048_576, peakFrom: "reading", command: [] },
  });
});

test("a printed peak goes before readings; of several runs the last measured one counts", async () => {
  const log = `[mem] init: 9 MB
[mem] init: 1 MB
[mem] codegen: 3 MB peak 5 MB
# Expected: typecheck ~5389 MB, peak ~12438 MB
`;
  const { run } = await importLog(workspace.folder, { bytes: bytesOf(log) });
  expect(run).toMatchObject({ peakBytes: 5 * 1_048_576, peakFrom: "printed" });
});

test("the code as it is now is kept beside it", async () => {
  const seen = { file: "main.qz", startLine: 0, endLine: 3, hash: "0123456789abcdef" };
  const snapshot: Snapshot = {
    ...{ version: 1, taken: "import", symbols: new Map([["main", [seen]]]), branches: new Map() },
  };
  const folder = await importLog(workspace.folder, { bytes: bytesOf("[mem] init: 1 MB\n"), snapshot });
  expect(parseSnapshot(JSON.parse(await readFile(folder.symbolsPath, "utf8")))).toEqual(snapshot);
});

test("what is no log is refused and leaves nothing behind", async () => {
  await expect(importLog(workspace.folder, { bytes: bytesOf("hello\n") })).rejects.toThrow("no memory lines");
  expect(await readdir(join(workspace.folder, ".quartz-rss", "runs"))).toEqual([]);
});
