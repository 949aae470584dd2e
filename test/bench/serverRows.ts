// How long the server takes, as an editor sees it: a large workspace, a long file in it, a run of many functions.
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import * as protocol from "#protocol";
import { type ServerProcess, startServerProcess } from "./serverProcess.ts";
import { type SyntheticWorkspace, syntheticWorkspace } from "./syntheticSources.ts";

const REPEATS = 200;
const GROWTHS = 10;

export interface ServerRow {
  readonly name: string;
  /** In ms. */
  readonly p50: number;
  readonly p95: number;
  /** In ms, for p95. */
  readonly target: number;
}

export async function serverRows(): Promise<readonly ServerRow[]> {
  const folder = mkdtempSync(join(tmpdir(), "quartz-rss-bench-"));
  const workspace = syntheticWorkspace();
  for (const [path, text] of workspace.files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  writeFileSync(join(folder, "mem.log"), workspace.log);
  try {
    const server = await startServerProcess(folder);
    const rows = await measure(server, folder, workspace);
    await server.stop();
    return rows;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(
  server: ServerProcess,
  folder: string,
  workspace: SyntheticWorkspace,
): Promise<readonly ServerRow[]> {
  const { client } = server;
  const uri = pathToFileURL(join(folder, workspace.longFile)).href;
  const log = pathToFileURL(join(folder, "mem.log")).href;
  const lenses = (): Promise<unknown> =>
    client.sendRequest("textDocument/codeLens", { textDocument: { uri } });

  const indexed = server.logged("indexed");
  const cold = await time(async () => {
    await client.sendNotification("initialized", {});
    await indexed;
  });
  const duringIndex = await requestWhileIndexing(folder, workspace);
  await client.sendRequest(protocol.useLog, { log });
  const found = await lenses();
  if (!Array.isArray(found) || found.length < 200) {
    throw new Error("the long file has no lenses");
  }
  const text = workspace.files.get(workspace.longFile) ?? "";
  const textDocument = { uri, languageId: "quartz", version: 1, text };
  await client.sendNotification("textDocument/didOpen", { textDocument });
  await lenses();
  const hover = { textDocument: { uri }, position: { line: 500, character: 6 } };
  let version = 1;
  const keystroke = async (until: () => Promise<unknown>): Promise<void> => {
    version += 1;
    const position = { line: 3000, character: 0 };
    await client.sendNotification("textDocument/didChange", {
      textDocument: { uri, version },
      contentChanges: [{ range: { start: position, end: position }, text: "#" }],
    });
    await until();
  };
  // Answered after the text is read, and costs nothing itself.
  const nothing = (): Promise<unknown> =>
    client.sendRequest("textDocument/documentLink", { textDocument: { uri } });
  return [
    row(`cold index of ${workspace.lines.toLocaleString("en")} lines`, [cold], 1500),
    row("longest code lens request while indexing", duringIndex, 400),
    row("code lens, 6,000-line file", await repeat(lenses), 10),
    row("heat, same file", await repeat(() => client.sendRequest(protocol.heat, { uri })), 10),
    row("hover, same file", await repeat(() => client.sendRequest("textDocument/hover", hover)), 10),
    row("keystroke there, until it is read", await repeat(() => keystroke(nothing)), 10),
    row("keystroke there, until its lenses are new", await repeat(() => keystroke(lenses)), 10),
    row("grown log, until figures are new", await growths(server, join(folder, "mem.log")), 250),
  ];
}

/** Of a second server that is still reading: what its clients wait for meanwhile. */
async function requestWhileIndexing(
  folder: string,
  { longFile }: SyntheticWorkspace,
): Promise<readonly number[]> {
  const server = await startServerProcess(folder);
  const uri = pathToFileURL(join(folder, longFile)).href;
  const indexed = server.logged("indexed").then(() => true);
  await server.client.sendNotification("initialized", {});
  const times: number[] = [];
  do {
    times.push(
      await time(() => server.client.sendRequest("textDocument/codeLens", { textDocument: { uri } })),
    );
  } while (!(await Promise.race([indexed, new Promise((turn) => setImmediate(turn))])));
  await server.stop();
  return times;
}

async function growths(server: ServerProcess, log: string): Promise<readonly number[]> {
  const times: number[] = [];
  for (let at = 0; at < GROWTHS; at++) {
    await quiet(server);
    times.push(
      await time(async () => {
        appendFileSync(log, `[mem] step${at}: ${9100 + at} MB (+1) (${10_000 + at}ms)\n`);
        await server.changed();
        const status = await server.client.sendRequest(protocol.status);
        if (!status?.text.startsWith(`${9100 + at} MB`)) {
          throw new Error(`the status says ${status?.text}`);
        }
      }),
    );
  }
  return times;
}

/** Settles when no notice is under way any more. */
async function quiet(server: ServerProcess): Promise<void> {
  const heard = (): Promise<boolean> => server.changed().then(() => true);
  const pause = (): Promise<boolean> => new Promise((done) => setTimeout(() => done(false), 300));
  while (await Promise.race([heard(), pause()])) {
    // Another notice may follow.
  }
}

async function repeat(work: () => Promise<unknown>): Promise<readonly number[]> {
  const times: number[] = [];
  for (let at = 0; at < REPEATS; at++) {
    times.push(await time(work));
  }
  return times;
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function row(name: string, times: readonly number[], target: number): ServerRow {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { name, p50: at(0.5), p95: at(0.95), target };
}
