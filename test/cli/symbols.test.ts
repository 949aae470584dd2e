import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runCli } from "../support/cli.ts";
import { makeWorkspace, type Workspace } from "../support/workspace.ts";

let workspace: Workspace;

beforeAll(async () => {
  workspace = await makeWorkspace({
    "main.qz": "def main()\nend\n\ndef helper(): Int = 1\n",
    "other.qz":
      "@inline\ndef run(a: Int)\n  a\nend\n\nstruct Point\n  x: Int\nend\n\nextend Point\n  def len(self): Int = 1\nend\n",
  });
});
afterAll(() => workspace.remove());

test("names, mangled names, kinds and 1-based ranges without attributes", async () => {
  const other = join(workspace.folder, "other.qz");
  const { code, out } = await runCli(["symbols", "--format", "json", other]);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toEqual([
    { file: other, name: "run", mangledName: "other$run", kind: "function", startLine: 2, endLine: 4 },
    { file: other, name: "Point", mangledName: null, kind: "struct", startLine: 6, endLine: 8 },
    { file: other, name: "len", mangledName: "Point$len", kind: "method", startLine: 11, endLine: 11 },
  ]);
});

test("the file with a top-level main is the root, unless --root names another", async () => {
  const files = ["main.qz", "other.qz"].map((name) => join(workspace.folder, name));
  const names = async (args: readonly string[]) => {
    const symbols: readonly { mangledName: string }[] = JSON.parse(
      (await runCli(["symbols", "--format", "json", ...args, ...files])).out,
    );
    return symbols.map(({ mangledName }) => mangledName);
  };
  expect(await names([])).toEqual(["main", "helper", "other$run", null, "Point$len"]);
  expect(await names(["--root", files[1] ?? ""])).toEqual([
    "main$main",
    "main$helper",
    "run",
    null,
    "Point$len",
  ]);
});

test("a file that cannot be read is told, the others are still printed", async () => {
  writeFileSync(join(workspace.folder, "binary.qz"), Buffer.from([0, 255, 254, 10, 100]));
  const { code, out, err } = await runCli([
    "symbols",
    join(workspace.folder, "nope.qz"),
    join(workspace.folder, "binary.qz"),
    join(workspace.folder, "main.qz"),
  ]);
  expect(code).toBe(2);
  expect(err).toMatch(/nope\.qz: cannot be read: no such file/);
  expect(out).toMatch(/main\.qz:1-2\tfunction\tmain/);
});
