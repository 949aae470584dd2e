import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type {
  CodeLens,
  DefinitionLink,
  DocumentLink,
  FoldingRange,
  FullDocumentDiagnosticReport,
  Hover,
  Location,
  PublishDiagnosticsParams,
} from "vscode-languageserver-protocol";
import * as protocol from "#protocol";
import { type Session, type SessionOptions, startSession } from "../support/lspServer.ts";
import { makeWorkspace, SMALL_COMPILER, type Workspace } from "../support/workspace.ts";

const LOG = SMALL_COMPILER["mem.log"];
const COMMANDS = ["quartzRss.useThisLog"];

let workspace: Workspace;
let session: Session;

beforeEach(async () => {
  workspace = await makeWorkspace({ ...SMALL_COMPILER, "two.log": `${LOG}${LOG}`, "my file.log": LOG });
});

afterEach(async () => {
  await session.stop();
  await workspace.remove();
});

async function start(options: Omit<SessionOptions, "folder"> = {}): Promise<void> {
  session = await startSession({ folder: workspace.folder, commands: COMMANDS, ...options });
}

async function open(uri: string, text: string, languageId: string = protocol.LOG_LANGUAGE): Promise<void> {
  const textDocument = { uri, languageId, version: 1, text };
  await session.client.sendNotification("textDocument/didOpen", { textDocument });
}

/** Puts text in front of a document. */
async function insert(uri: string, version: number, text: string): Promise<void> {
  const at = { line: 0, character: 0 };
  await session.client.sendNotification("textDocument/didChange", {
    textDocument: { uri, version },
    contentChanges: [{ range: { start: at, end: at }, text }],
  });
}

function ask<R>(method: string, uri: string, more: object = {}): Promise<R> {
  return session.client.sendRequest(method, { textDocument: { uri }, ...more });
}

const at = (line: number, character: number): object => ({ position: { line, character } });

describe("an open log", () => {
  beforeEach(async () => {
    await start();
    await open(workspace.uri("mem.log"), LOG);
  });

  test("folds by run and phase", async () => {
    const folds = await ask<FoldingRange[]>("textDocument/foldingRange", workspace.uri("mem.log"));
    expect(folds).toEqual([
      { startLine: 0, endLine: 5 },
      { startLine: 1, endLine: 4 },
    ]);
  });

  test("links its names to the sources", async () => {
    const links = await ask<DocumentLink[]>("textDocument/documentLink", workspace.uri("mem.log"));
    expect(links).toEqual([
      {
        range: { start: { line: 1, character: 18 }, end: { line: 1, character: 44 } },
        target: `${workspace.uri("middle/expr_handlers.qz")}#L1`,
        tooltip: "expr_handlers$tc_expr_call in expr_handlers.qz, line 1",
      },
      {
        range: { start: { line: 2, character: 18 }, end: { line: 2, character: 25 } },
        target: `${workspace.uri("quartz.qz")}#L5`,
        tooltip: "compile in quartz.qz, line 5",
      },
    ]);
  });

  test("a name's definition is its declaration, a kind's the branch and the handler", async () => {
    const uri = workspace.uri("mem.log");
    const name = await ask<Location[]>("textDocument/definition", uri, at(1, 20));
    expect(name).toEqual([
      {
        uri: workspace.uri("middle/expr_handlers.qz"),
        range: { start: { line: 0, character: 4 }, end: { line: 0, character: 16 } },
      },
    ]);
    const kind = await ask<Location[]>("textDocument/definition", uri, at(4, 3));
    expect(
      kind.map((place) => `${place.uri.slice(workspace.uri("").length)}:${place.range.start.line}`),
    ).toEqual(["/middle/typecheck_walk.qz:7", "/middle/expr_handlers.qz:0"]);
    expect(await ask("textDocument/definition", uri, at(5, 8))).toEqual([]);
  });

  test("hovers tell figures, and nothing elsewhere", async () => {
    const uri = workspace.uri("mem.log");
    const hover = await ask<Hover>("textDocument/hover", uri, at(4, 3));
    expect(hover.range).toEqual({ start: { line: 4, character: 0 }, end: { line: 4, character: 11 } });
    expect(hover.contents).toMatchObject({
      kind: "markdown",
      value: expect.stringMatching(/NODE_CALL.*≈ 85 KB each.*expr_handlers/s),
    });
    expect(await ask("textDocument/hover", uri, at(4, 14))).toBeNull();
  });

  test("a lens above each run shows it, and says so once it is shown", async () => {
    const uri = workspace.uri("two.log");
    await open(uri, `${LOG}${LOG}`);
    const lenses = (): Promise<CodeLens[]> => ask("textDocument/codeLens", uri);
    expect((await lenses()).map(({ range, command }) => [range.start.line, command])).toEqual([
      [
        0,
        {
          title: "Show this run: 5402 MB · typecheck +5401 MB",
          command: "quartzRss.useThisLog",
          arguments: [uri, 0],
        },
      ],
      [6, expect.objectContaining({ arguments: [uri, 1] })],
    ]);
    await session.client.sendRequest(protocol.useLog, { log: uri, run: 0 });
    expect((await lenses())[0]?.command).toEqual({
      title: "Shown in the editor: 5402 MB · typecheck +5401 MB",
      command: "",
    });
  });

  test("a URI that the client encodes in its own way is the same file", async () => {
    await session.client.sendRequest(protocol.useLog, { log: workspace.uri("my file.log") });
    const uri = workspace.uri("my file.log").replace("file.log", "%66ile.log");
    await open(uri, LOG);
    const [lens] = await ask<CodeLens[]>("textDocument/codeLens", uri);
    expect(lens?.command?.title).toMatch(/^Shown in the editor/);
  });

  test("an edit counts at once, and a closed document is forgotten", async () => {
    const uri = workspace.uri("mem.log");
    await insert(uri, 2, "make: x\n\n");
    const folds = await ask<FoldingRange[]>("textDocument/foldingRange", uri);
    expect(folds[0]).toEqual({ startLine: 2, endLine: 7 });
    await session.client.sendNotification("textDocument/didClose", { textDocument: { uri } });
    expect(await ask("textDocument/foldingRange", uri)).toBeNull();
  });

  test("a source that changes moves the links", async () => {
    const uri = workspace.uri("quartz.qz");
    await open(uri, `# one\n${SMALL_COMPILER["quartz.qz"]}`, "quartz");
    const links = await ask<DocumentLink[]>("textDocument/documentLink", workspace.uri("mem.log"));
    expect(links[1]?.target).toBe(`${uri}#L6`);
  });

  test("a carriage return alone ends a line, as it does in an editor", async () => {
    const uri = workspace.uri("progress.log");
    await open(uri, `10 %\r20 %\r${LOG}`);
    const folds = await ask<FoldingRange[]>("textDocument/foldingRange", uri);
    expect(folds[0]).toEqual({ startLine: 2, endLine: 7 });
  });
});

describe("what is no log", () => {
  beforeEach(() => start());

  test("a source is asked nothing of this, and folds as before", async () => {
    const uri = workspace.uri("quartz.qz");
    await open(uri, `${SMALL_COMPILER["quartz.qz"]}\n# ${LOG}`, "quartz");
    expect(await ask("textDocument/foldingRange", uri)).toBeNull();
    expect(await ask("textDocument/documentLink", uri)).toBeNull();
    expect(await ask("textDocument/hover", uri, at(0, 5))).toBeNull();
    expect(await ask("textDocument/definition", uri, at(0, 5))).toBeNull();
  });

  test("a log is no source, whatever it is called", async () => {
    await open(workspace.uri("new.qz"), `${LOG}def only_here()\nend\n[mem-fn] +9 MB: only_here\n`);
    const links = await ask<DocumentLink[]>("textDocument/documentLink", workspace.uri("new.qz"));
    expect(links).toHaveLength(2);
  });

  test("an editor that does not know the language can go by the name", async () => {
    const uri = workspace.uri("x.mem.log");
    await open(uri, LOG, "text");
    expect(await ask<FoldingRange[]>("textDocument/foldingRange", uri)).toHaveLength(2);
  });

  test("an untitled log has no lens, as its figures would be read from disk", async () => {
    await open("untitled:Untitled-1", LOG);
    expect(await ask("textDocument/codeLens", "untitled:Untitled-1")).toEqual([]);
    expect(await ask<DocumentLink[]>("textDocument/documentLink", "untitled:Untitled-1")).toHaveLength(2);
  });
});

test("a client that does not announce the command gets no lens", async () => {
  await start({ commands: [] });
  await open(workspace.uri("mem.log"), LOG);
  expect(await ask("textDocument/codeLens", workspace.uri("mem.log"))).toEqual([]);
});

test("a client that can underline the whole word gets its range", async () => {
  await start({ textDocument: { definition: { linkSupport: true } } });
  await open(workspace.uri("mem.log"), LOG);
  const [link] = await ask<DefinitionLink[]>("textDocument/definition", workspace.uri("mem.log"), at(4, 3));
  expect(link?.originSelectionRange).toEqual({
    start: { line: 4, character: 0 },
    end: { line: 4, character: 11 },
  });
});

test("a client's limit of folds is kept", async () => {
  await start({ textDocument: { foldingRange: { rangeLimit: 1 } } });
  await open(workspace.uri("mem.log"), LOG);
  expect(await ask("textDocument/foldingRange", workspace.uri("mem.log"))).toHaveLength(1);
});

describe("problems", () => {
  const broken = `${LOG}[mem-fn] +93 KB: a\n`;

  test("are pulled by a client that can, and only there", async () => {
    await start({ textDocument: { diagnostic: {} } });
    expect(session.initialized.capabilities.diagnosticProvider).toEqual({
      interFileDependencies: false,
      workspaceDiagnostics: false,
    });
    const uri = workspace.uri("mem.log");
    await open(uri, broken);
    const pull = (): Promise<FullDocumentDiagnosticReport> => ask("textDocument/diagnostic", uri);
    expect(await pull()).toEqual({
      kind: "full",
      items: [
        {
          range: { start: { line: 6, character: 13 }, end: { line: 6, character: 16 } },
          severity: 2,
          code: "malformed-line",
          source: "quartz-rss",
          message: expect.stringContaining("Found `KB:`"),
        },
      ],
    });
    await session.client.sendNotification("textDocument/didClose", { textDocument: { uri } });
    expect((await pull()).items).toEqual([]);
  });

  test("are pushed to all others, follow an edit, and go with the document", async () => {
    await start();
    expect(session.initialized.capabilities.diagnosticProvider).toBeUndefined();
    const uri = workspace.uri("mem.log");
    const pushed = pushes();
    await open(uri, broken);
    expect(await pushed.next()).toEqual([6]);
    await insert(uri, 2, "[mem-fn] +9 KB: b\n");
    expect(await pushed.next()).toEqual([0, 7]);
    await session.client.sendNotification("textDocument/didClose", { textDocument: { uri } });
    expect(await pushed.next()).toEqual([]);
  });

  test("of a source are none", async () => {
    await start({ textDocument: { diagnostic: {} } });
    await open(workspace.uri("quartz.qz"), broken, "quartz");
    const report = await ask<FullDocumentDiagnosticReport>(
      "textDocument/diagnostic",
      workspace.uri("quartz.qz"),
    );
    expect(report.items).toEqual([]);
  });

  /** The lines of what is pushed, push by push. */
  function pushes(): { readonly next: () => Promise<readonly number[]> } {
    const arrived: (readonly number[])[] = [];
    let wake = (): void => undefined;
    session.client.onNotification("textDocument/publishDiagnostics", (params: PublishDiagnosticsParams) => {
      arrived.push(params.diagnostics.map(({ range }) => range.start.line));
      wake();
    });
    return {
      next: async () => {
        if (arrived.length === 0) {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        }
        return arrived.shift() ?? [];
      },
    };
  }
});

test("a file on disk is looked at by its beginning alone", async () => {
  await start();
  const looks = (path: string): Promise<boolean> =>
    session.client.sendRequest(protocol.looksLikeLog, { uri: workspace.uri(path) });
  expect(await looks("mem.log")).toBe(true);
  expect(await looks("quartz.qz")).toBe(false);
  expect(await looks("no such file.log")).toBe(false);
  await writeFile(join(workspace.folder, "late.log"), `${"other\n".repeat(20_000)}${LOG}`);
  expect(await looks("late.log")).toBe(false);
});
