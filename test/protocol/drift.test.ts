// What becomes of marks and lenses when the code moves on, over the real protocol.
import { mkdir, readdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type CodeLens, FileChangeType } from "vscode-languageserver-protocol";
import type { GrowthRow } from "#core/view/growthRow";
import * as protocol from "#protocol";
import { type Session, startSession } from "../support/lspServer.ts";
import { makeWorkspace, SMALL_COMPILER, type Workspace } from "../support/workspace.ts";

const HANDLERS = "middle/expr_handlers.qz";
const ROOT = "quartz.qz";
const CODE = SMALL_COMPILER[HANDLERS];
const SAME = "Since the import of the log, nothing that it names has changed.";
const counts = (changed: number, gone: number, from = "the import of the log, of the code that it names") =>
  `Since ${from}: ${changed} changed, ${gone} gone.`;

let workspace: Workspace;
let session: Session;

async function start(settings: unknown = { log: "mem.log" }): Promise<Session> {
  const started = await startSession({ folder: workspace.folder, settings });
  session = started;
  await started.changed(async () => (await driftLine()) !== undefined);
  return started;
}

beforeEach(async () => {
  workspace = await makeWorkspace(SMALL_COMPILER);
});

afterEach(async () => {
  await session.stop();
  await workspace.remove();
});

async function driftLine(): Promise<string | undefined> {
  const status = await session.client.sendRequest(protocol.status);
  return status?.details.find((line) => line.startsWith("Since "));
}

async function lenses(path: string): Promise<readonly string[]> {
  const found: CodeLens[] = await session.client.sendRequest("textDocument/codeLens", {
    textDocument: { uri: workspace.uri(path) },
  });
  return found.map(
    ({ range, command }) => `${range.start.line}: ${command?.title.replace(/(: \+\d+ MB).*/, "$1")}`,
  );
}

/** Of each mark: line and whether it is stale. */
async function marks(path: string): Promise<readonly string[]> {
  const { marks: found } = await session.client.sendRequest(protocol.heat, { uri: workspace.uri(path) });
  return found.map(({ fromLine, stale }) => `${fromLine}${stale ? " stale" : ""}`);
}

/** What the tree says of functions that are gone. */
async function gone(): Promise<readonly string[]> {
  const options = { grouping: "function", order: "growth", filter: "" } as const;
  const level = async (parent: string | null): Promise<readonly GrowthRow[]> =>
    (await session.client.sendRequest(protocol.growth, { options, parent, limit: 100 })).rows;
  const section = (await level(null)).find(({ label }) => label.startsWith("Gone since"));
  const rows = section === undefined ? [] : await level(section.id);
  return rows.map(({ label, description, tooltip }) => `${label} | ${description} | ${tooltip}`);
}

/** As the client tells of changes on disk. */
async function tell(...paths: readonly string[]): Promise<void> {
  await session.client.sendNotification("workspace/didChangeWatchedFiles", {
    changes: paths.map((path) => ({ uri: workspace.uri(path), type: FileChangeType.Changed })),
  });
}

async function write(path: string, text: string): Promise<void> {
  await workspace.write(path, text);
  await tell(path);
}

async function until(drift: string): Promise<void> {
  await session.changed(async () => (await driftLine()) === drift);
}

const EDITED = CODE.replace("return node", "return node + 1");

describe("an open document", () => {
  const uri = (): string => workspace.uri(HANDLERS);
  const change = (version: number, text: string): Promise<void> =>
    session.client.sendNotification("textDocument/didChange", {
      textDocument: { uri: uri(), version },
      contentChanges: [{ text }],
    });

  beforeEach(async () => {
    await start();
    await session.client.sendNotification("textDocument/didOpen", {
      textDocument: { uri: uri(), languageId: "quartz", version: 1, text: CODE },
    });
  });

  test("an edit of the body makes the figures stale, undoing it makes them good again", async () => {
    expect(await lenses(HANDLERS)).toEqual(["0: compiled: +136 MB", "0: handles NODE_CALL: +5764 MB"]);
    await change(2, EDITED);
    expect(await lenses(HANDLERS)).toEqual([
      "0: changed since the import · compiled: +136 MB",
      "0: changed since the import · handles NODE_CALL: +5764 MB",
    ]);
    expect(await marks(HANDLERS)).toEqual(["0 stale", "1 stale"]);
    expect(await driftLine()).toBe(counts(2, 0));
    await change(3, CODE);
    expect(await lenses(HANDLERS)).toEqual(["0: compiled: +136 MB", "0: handles NODE_CALL: +5764 MB"]);
    expect(await marks(HANDLERS)).toEqual(["0", "1"]);
    expect(await driftLine()).toBe(SAME);
  });

  test("lines above, an indent, a comment and other line ends move it and change nothing", async () => {
    const moved = `# one\n\n${CODE.replaceAll(/^ {2}/gm, "      ").replace("return node", "return node # as is")}`;
    await change(2, moved.replaceAll("\n", "\r\n"));
    expect(await lenses(HANDLERS)).toEqual(["2: compiled: +136 MB", "2: handles NODE_CALL: +5764 MB"]);
    expect(await marks(HANDLERS)).toEqual(["2", "3"]);
    expect(await session.client.sendRequest(protocol.heat, { uri: uri() })).toMatchObject({ version: 2 });
    expect(await driftLine()).toBe(SAME);
  });

  test("half a line, as it stands while one types, never takes the mark away", async () => {
    for (const [at, typed] of [
      "i",
      "if",
      "if x",
      "if x\n",
      "if x\n  y(\n",
      "if x\n  y()\n  end\n",
    ].entries()) {
      await change(at + 2, CODE.replace("  return node", `  ${typed}\n  return node`));
      expect((await marks(HANDLERS))[0]).toBe("0 stale");
    }
  });
});

describe("an open document whose file goes", () => {
  test("counts no more, since its code may be in another file now, until the file is back or it is edited", async () => {
    await start();
    const uri = workspace.uri(HANDLERS);
    await session.client.sendNotification("textDocument/didOpen", {
      textDocument: { uri, languageId: "quartz", version: 1, text: CODE },
    });
    await rename(join(workspace.folder, HANDLERS), join(workspace.folder, "middle/handlers.qz"));
    await tell(HANDLERS, "middle/handlers.qz");
    await session.changed(async () => (await lenses("middle/handlers.qz")).length === 2);
    expect(await lenses(HANDLERS)).toEqual([]);
    expect(await driftLine()).toBe(SAME);
    await rename(join(workspace.folder, "middle/handlers.qz"), join(workspace.folder, HANDLERS));
    await tell(HANDLERS, "middle/handlers.qz");
    await session.changed(async () => (await lenses(HANDLERS)).length === 2);
    await rm(join(workspace.folder, HANDLERS));
    await tell(HANDLERS);
    await until(counts(1, 1));
    await session.client.sendNotification("textDocument/didChange", {
      textDocument: { uri, version: 2 },
      contentChanges: [{ text: `# kept\n${CODE}` }],
    });
    expect((await lenses(HANDLERS))[0]).toBe("1: compiled: +136 MB");
    expect(await driftLine()).toBe(SAME);
  });
});

describe("files on disk", () => {
  beforeEach(async () => {
    await start();
  });

  test("a renamed file is the same code under another module", async () => {
    await rename(join(workspace.folder, HANDLERS), join(workspace.folder, "middle/handlers.qz"));
    await tell(HANDLERS, "middle/handlers.qz");
    await session.changed(async () => (await lenses("middle/handlers.qz")).length === 2);
    expect(await lenses("middle/handlers.qz")).toEqual([
      "0: compiled: +136 MB",
      "0: handles NODE_CALL: +5764 MB",
    ]);
    expect(await driftLine()).toBe(SAME);
    await write("middle/handlers.qz", EDITED);
    await until(counts(2, 0));
    expect((await lenses("middle/handlers.qz"))[0]).toBe("0: changed since the import · compiled: +136 MB");
  });

  test("a renamed folder, told of as a folder alone, takes its files along", async () => {
    await rename(join(workspace.folder, "middle"), join(workspace.folder, "center"));
    await session.client.sendNotification("workspace/didChangeWatchedFiles", {
      changes: [
        { uri: workspace.uri("middle"), type: FileChangeType.Deleted },
        { uri: workspace.uri("center"), type: FileChangeType.Created },
      ],
    });
    await session.changed(async () => (await lenses("center/expr_handlers.qz")).length === 2);
    expect(await lenses(HANDLERS)).toEqual([]);
    expect(await lenses("center/expr_handlers.qz")).toEqual([
      "0: compiled: +136 MB",
      "0: handles NODE_CALL: +5764 MB",
    ]);
    expect(await driftLine()).toBe(SAME);
  });

  test("a function that goes is told as gone, with its figures, and comes back as it was", async () => {
    await write(ROOT, SMALL_COMPILER[ROOT].replace(/def compile[\s\S]*/, ""));
    await until(counts(0, 1));
    expect(await lenses(ROOT)).toEqual([]);
    expect(await gone()).toEqual([
      expect.stringMatching(/^\+68 MB compile .*gone since the import.*quartz\.qz:5/),
    ]);
    await write(ROOT, SMALL_COMPILER[ROOT]);
    await until(SAME);
    expect(await lenses(ROOT)).toEqual(["4: compiled: +68 MB"]);
  });

  test("another branch and back: one refresh each, every mark in its place", async () => {
    const other = {
      [ROOT]: `# other\n${SMALL_COMPILER[ROOT].replace("tc_expr(1)", "tc_expr(2)")}`,
      "middle/typecheck_walk.qz": `# other\n${SMALL_COMPILER["middle/typecheck_walk.qz"]}`,
    };
    const paths = [...Object.keys(other), HANDLERS];
    const seen: (string | undefined)[] = [];
    session.client.onNotification(protocol.overlaysChanged, () => {
      driftLine().then(
        (line) => seen.push(line),
        () => undefined,
      );
    });
    for (const [path, text] of Object.entries(other)) {
      await workspace.write(path, text);
    }
    await rm(join(workspace.folder, HANDLERS));
    await tell(...paths);
    await expect.poll(() => seen).toEqual([counts(2, 1)]);
    expect(await lenses(ROOT)).toEqual(["5: changed since the import · compiled: +68 MB"]);
    expect(await marks("middle/typecheck_walk.qz")).toEqual(["8 stale", "9 stale"]);

    for (const path of [ROOT, "middle/typecheck_walk.qz", HANDLERS] as const) {
      await workspace.write(path, SMALL_COMPILER[path]);
    }
    await tell(...paths);
    await expect.poll(() => seen).toEqual([counts(2, 1), SAME]);
    expect(await marks("middle/typecheck_walk.qz")).toEqual(["7", "8"]);
    expect(await marks(HANDLERS)).toEqual(["0", "1"]);
  });
});

describe("what the code was like", () => {
  const imports = (): string => join(workspace.folder, ".quartz-rss", "imports");
  const keptFile = async (): Promise<string> => {
    const [name, ...others] = await readdir(imports());
    expect(others).toEqual([]);
    return join(imports(), name ?? "");
  };

  test("outlives the server: what is edited meanwhile is stale, and the folder is ignored by git", async () => {
    await start();
    await session.stop();
    expect(await readFile(join(workspace.folder, ".quartz-rss", ".gitignore"), "utf8")).toBe("*\n");
    await workspace.write(HANDLERS, EDITED);
    await start();
    expect(await driftLine()).toBe(counts(2, 0));
  });

  test("stays while the log grows, also over a restart", async () => {
    await start();
    await write(HANDLERS, EDITED);
    await until(counts(2, 0));
    const log = SMALL_COMPILER["mem.log"];
    await workspace.write("mem.log", `${log}[mem] mir: 12226 MB (+6824) (17950ms)\n`);
    await session.changed(
      async () => (await session.client.sendRequest(protocol.status))?.text === "12226 MB · mir +6824 MB",
    );
    expect(await driftLine()).toBe(counts(2, 0));
    await session.stop();
    expect(JSON.parse(await readFile(await keptFile(), "utf8")).log.sizeBytes).toBeGreaterThan(log.length);
    await start();
    expect(await driftLine()).toBe(counts(2, 0));
  });

  test("is taken anew when the log is replaced, and when it was while no server ran", async () => {
    await start();
    await write(HANDLERS, EDITED);
    await until(counts(2, 0));
    const log = SMALL_COMPILER["mem.log"];
    await workspace.write("mem.log", log.replace("1 MB current", "2 MB current"));
    await until(SAME);
    await write(HANDLERS, CODE);
    await until(counts(2, 0));
    await session.stop();
    await workspace.write("mem.log", log.replace("1 MB current", "3 MB current"));
    await start();
    expect(await driftLine()).toBe(SAME);
  });

  test("stays when the log is written again as it was", async () => {
    await start();
    await write(HANDLERS, EDITED);
    await until(counts(2, 0));
    await rm(join(workspace.folder, "mem.log"));
    await workspace.write("mem.log", SMALL_COMPILER["mem.log"]);
    await session.client.sendRequest(protocol.useLog, { log: workspace.uri("mem.log") });
    expect(await driftLine()).toBe(counts(2, 0));
  });

  test("is each log's own", async () => {
    await workspace.write("other.log", SMALL_COMPILER["mem.log"]);
    await start();
    await write(HANDLERS, EDITED);
    await until(counts(2, 0));
    await session.client.sendRequest(protocol.useLog, { log: workspace.uri("other.log") });
    await until(SAME);
    await session.client.sendRequest(protocol.useLog, { log: workspace.uri("mem.log") });
    await until(counts(2, 0));
  });

  test("is the run's own where a run wrote it", async () => {
    await start();
    await session.stop();
    const kept = JSON.parse(await readFile(await keptFile(), "utf8"));
    const run = ".quartz-rss/runs/7";
    await workspace.write(`${run}/mem.log`, SMALL_COMPILER["mem.log"]);
    await workspace.write(`${run}/symbols.json`, JSON.stringify({ ...kept, taken: "run", log: undefined }));
    await workspace.write(HANDLERS, EDITED);
    await start({ log: `${run}/mem.log` });
    expect(await driftLine()).toBe(counts(2, 0, "the run, of the code that its log names"));
    expect((await lenses(HANDLERS))[0]).toBe("0: changed since the run · compiled: +136 MB");
    expect(await readdir(join(workspace.folder, run))).toEqual(["mem.log", "symbols.json"]);
  });

  test("a broken file is told, left aside and written anew", async () => {
    await start();
    const file = await keptFile();
    await session.stop();
    await workspace.write(HANDLERS, EDITED);
    const text = await readFile(file, "utf8");
    await workspace.write(file.slice(workspace.folder.length + 1), text.replace('"hash":"', '"hash":"no'));
    await start();
    expect(session.shown.at(-1)).toContain(file);
    expect(session.shown.at(-1)).toMatch(/symbols\[".*"\]\.hash is "no.*", not 16 hexadecimal digits/);
    expect(await driftLine()).toBe(SAME);
    await expect.poll(() => readFile(file, "utf8")).not.toContain('"no');
  });

  test.each(["", "{", "[]", '{"version":1}'])("%j in its place does no harm", async (text) => {
    await start();
    const file = await keptFile();
    await session.stop();
    await workspace.write(file.slice(workspace.folder.length + 1), text);
    await start();
    expect(session.shown.at(-1)).toContain(`${file} does not tell what the code was like`);
    expect(await driftLine()).toBe(SAME);
  });

  test("a file of a newer version is told and never written over", async () => {
    await start();
    const file = await keptFile();
    await session.stop();
    const newer = '{"version":2,"all":"new"}';
    await workspace.write(file.slice(workspace.folder.length + 1), newer);
    await start();
    expect(session.shown.at(-1)).toContain(`${file} was written by a newer version (2)`);
    await write(HANDLERS, EDITED);
    await until(counts(2, 0));
    await session.stop();
    expect(await readFile(file, "utf8")).toBe(newer);
    await start();
  });

  test("where it cannot be written, the server remembers it while it runs, and says so once in its log", async () => {
    await workspace.write(".quartz-rss", "a file, not a folder");
    const said: string[] = [];
    const started = await startSession({ folder: workspace.folder });
    session = started;
    started.client.onNotification("window/logMessage", ({ message }: { message: string }) => {
      said.push(message);
    });
    await workspace.write("other.log", SMALL_COMPILER["mem.log"]);
    for (const log of ["mem.log", "other.log", "mem.log"]) {
      await started.client.sendRequest(protocol.useLog, { log: workspace.uri(log) });
      await started.changed(async () => (await driftLine()) !== undefined);
    }
    await write(HANDLERS, EDITED);
    await until(counts(2, 0));
    await started.client.sendRequest(protocol.useLog, { log: workspace.uri("other.log") });
    await until(counts(2, 0));
    expect(said.filter((line) => line.includes("cannot be written"))).toHaveLength(1);
  });

  test("is not taken from half of the sources", async () => {
    const many = Object.fromEntries(
      Array.from({ length: 300 }, (_, at) => [`many/m${at}.qz`, `def f${at}()\n  ${at}\nend\n`]),
    );
    await mkdir(join(workspace.folder, "many"));
    await Promise.all(Object.entries(many).map(([path, text]) => workspace.write(path, text)));
    await start();
    const kept = JSON.parse(await readFile(await keptFile(), "utf8"));
    expect(Object.keys(kept.symbols).length).toBe(304);
  });
});
