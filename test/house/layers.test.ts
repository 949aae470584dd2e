// A wrong import must fail the build: each case is put into its layer, checked with the real tools, and taken out.
import { execFile } from "node:child_process";
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { ROOT } from "../support/demo.ts";

const run = promisify(execFile);

/** What a tool prints when it fails; empty when it is content. */
async function complaint(command: string, args: readonly string[]): Promise<string> {
  return run(join(ROOT, "node_modules", ".bin", command), args, { cwd: ROOT }).then(
    () => "",
    ({ stdout, stderr }: { stdout: string; stderr: string }) => stdout + stderr,
  );
}

async function withFile<T>(path: string, text: string, work: () => Promise<T>): Promise<T> {
  const file = join(ROOT, path);
  await writeFile(file, text);
  try {
    return await work();
  } finally {
    await rm(file);
  }
}

describe("the compiler refuses", () => {
  test.each([
    ["server/core", "process", "export const a = process.pid;\n"],
    ["server/core", "console", 'console.log("x");\nexport {};\n'],
    ["server/core", "the DOM", "export const a = document.title;\n"],
    ["server/core", "Node's modules", 'import { readFileSync } from "node:fs";\nexport const a = readFileSync;\n'],
    ["server/core", "the protocol", 'import { heat } from "#protocol";\nexport const a = heat;\n'],
    ["server/src", "Node's globals", "export const a = process.pid;\n"],
    ["server/src", "the page's messages", 'import { parseFromPage } from "#messages";\nexport const a = parseFromPage;\n'],
    ["server/node", "the page's messages", 'import { parseFromPage } from "#messages";\nexport const a = parseFromPage;\n'],
    ["server/cli", "the protocol", 'import { heat } from "#protocol";\nexport const a = heat;\n'],
    ["media/src", "the protocol", 'import { heat } from "#protocol";\nexport const a = heat;\n'],
    ["media/src", "Node's globals", "export const a = process.pid;\n"],
    ["client/src", "the DOM", "export const a = document.title;\n"],
  ])("%s: %s", async (layer, _what, text) => {
    const file = `${layer}/wrongImport.ts`;
    const said = await withFile(file, text, () =>
      complaint("tsc", ["-p", layer.replace(/^(media|client)\/src$/, "$1"), "--noEmit", "--composite", "false", "--emitDeclarationOnly", "false"]),
    );
    expect(said).toContain(file);
  }, 60_000);
});

describe("the linter refuses package imports that the compiler cannot see", () => {
  test.each([
    ["server/core", "vscode-languageserver-protocol"],
    ["server/core", "d3"],
    ["server/core", "vscode"],
    ["server/src", "vscode"],
    ["server/src", "node:fs"],
    ["server/node", "vscode"],
    ["server/cli", "vscode-languageserver"],
    ["media/src", "vscode-languageserver-protocol"],
    ["media/src", "vscode"],
    ["client/src", "d3"],
  ])("%s: %s", async (layer, name) => {
    const file = `${layer}/wrongPackage.ts`;
    const text = `import * as wrong from "${name}";\n\nexport const a = wrong;\n`;
    const said = await withFile(file, text, () => complaint("biome", ["lint", file]));
    expect(said).toContain("noRestrictedImports");
  }, 30_000);
});
