// A wrong import must fail the build: each case is put into its layer, checked with the real tools, and taken out.
import { execFile } from "node:child_process";
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { ROOT } from "../support/demo.ts";

const run = promisify(execFile);

const MESSAGES = 'import { parseFromPage } from "#messages";\nexport const a = parseFromPage;';

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

/** Layer → [what, a line of code that must not compile there]. */
const REFUSED: readonly (readonly [
  layer: string,
  project: string,
  wrong: Readonly<Record<string, string>>,
])[] = [
  [
    "server/core",
    "server/core",
    {
      process: "export const a = process.pid;",
      console: 'console.log("x");\nexport {};',
      dom: "export const a = document.title;",
      node: 'import { readFileSync } from "node:fs";\nexport const a = readFileSync;',
      protocol: 'import { heat } from "#protocol";\nexport const a = heat;',
    },
  ],
  ["server/src", "server/src", { process: "export const a = process.pid;", messages: MESSAGES }],
  ["server/node", "server/node", { messages: MESSAGES }],
  ["server/cli", "server/cli", { messages: MESSAGES }],
  [
    "media/src",
    "media",
    {
      process: "export const a = process.pid;",
      protocol: 'import { heat } from "#protocol";\nexport const a = heat;',
    },
  ],
  ["client/src", "client", { dom: "export const a = document.title;" }],
];

describe("the compiler refuses what a layer may not see", () => {
  test.each(REFUSED)("%s", async (layer, project, wrong) => {
    const files = Object.keys(wrong).map((what) => `${layer}/wrong_${what}.ts`);
    await Promise.all(
      Object.values(wrong).map((text, at) => writeFile(join(ROOT, files[at] ?? ""), `${text}\n`)),
    );
    try {
      const said = await complaint("tsc", ["-b", project]);
      expect(files.filter((file) => !said.includes(`${file}(`))).toEqual([]);
    } finally {
      await Promise.all(files.map((file) => rm(join(ROOT, file))));
    }
  });
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
  });
});
