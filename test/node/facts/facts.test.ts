import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmod, rm, symlink } from "node:fs/promises";
import { arch, release } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { binaryFacts } from "../../../server/node/facts/compiler.ts";
import { pressureNow } from "../../../server/node/facts/pressure.ts";
import { runFacts } from "../../../server/node/facts/runFacts.ts";
import { subjectFacts } from "../../../server/node/facts/subject.ts";
import { makeWorkspace, type Workspace } from "../../support/workspace.ts";

let workspace: Workspace;
beforeEach(async () => {
  workspace = await makeWorkspace({ "main.qz": "def main()\nend\n" });
});
afterEach(() => workspace.remove());

function git(...args: readonly string[]): string {
  const who = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"];
  return execFileSync("git", [...who, ...args], { cwd: workspace.folder, encoding: "utf8" }).trim();
}

async function program(name: string, text: string): Promise<string> {
  await workspace.write(name, text);
  await chmod(join(workspace.folder, name), 0o755);
  return join(workspace.folder, name);
}

const dirty = async () => (await subjectFacts(workspace.folder))?.dirtyHash;

test("the memory now", async () => {
  const pressure = await pressureNow();
  expect(pressure?.freeBytes).toBeGreaterThan(0);
  expect(pressure?.swapUsedBytes).toBeGreaterThanOrEqual(0);
});

test("a compiler: path behind links, hash of its bytes, what it says", async () => {
  const text = "#!/bin/sh\n[ \"$1\" = --version ] && echo 'quartz 5.12.5 (ca2f64fc)'\n";
  const path = await program("bin/quartz", text);
  await symlink("bin/quartz", join(workspace.folder, "link"));
  const sha256 = createHash("sha256").update(text).digest("hex");
  expect(await binaryFacts("./link", workspace.folder)).toEqual({
    compiler: { path, sha256, version: "quartz 5.12.5 (ca2f64fc)", commit: "ca2f64fc" },
    allocator: null,
  });
});

test("a program of PATH is found; one that is nowhere is not known", async () => {
  expect((await binaryFacts("git", workspace.folder)).compiler?.version).toMatch(/^git version/);
  const nothing = { compiler: null, allocator: null };
  expect(await binaryFacts("no-such-program-here", workspace.folder)).toEqual(nothing);
  expect(await binaryFacts("./main.qz", workspace.folder)).toEqual(nothing);
});

test("a compiler that knows no --version is still known", async () => {
  const path = await program("quartz", "#!/bin/sh\nexit 1\n");
  expect((await binaryFacts(path, "/")).compiler).toMatchObject({ path, version: null, commit: null });
});

test("mimalloc is seen in a binary, also across two pieces, and not in a script", async () => {
  const padding = (length: number) => "\u007fELF".padEnd(length, "x");
  for (const length of [4, 65_532, 65_536]) {
    const path = await program(`elf${length}`, `${padding(length)}mimalloc`);
    expect((await binaryFacts(path, "/")).allocator).toBe("mimalloc");
  }
  const script = await program("script", "#!/bin/sh\n# mimalloc\n");
  expect((await binaryFacts(script, "/")).allocator).toBeNull();
});

test("a tree: commit, and a hash of what differs from it", async () => {
  git("init", "-q");
  expect(await subjectFacts(workspace.folder)).toMatchObject({ commit: null, dirtyHash: expect.any(String) });
  git("add", ".");
  git("commit", "-q", "-m", "a");
  const clean = { commit: git("rev-parse", "HEAD"), dirtyHash: null };
  expect(await subjectFacts(workspace.folder)).toEqual(clean);

  await workspace.write("main.qz", "def main()\n  1\nend\n");
  const changed = await dirty();
  expect(changed).toMatch(/^[0-9a-f]{64}$/);
  expect(await dirty()).toBe(changed);
  git("add", ".");
  expect(await dirty()).toBe(changed);
  git("reset", "-q", "--hard");

  await workspace.write("new.qz", "1");
  const added = await dirty();
  await workspace.write("new.qz", "2");
  expect(new Set([null, changed, added, await dirty()]).size).toBe(4);
  await rm(join(workspace.folder, "new.qz"));
  expect(await subjectFacts(workspace.folder)).toEqual(clean);
});

test("what Git ignores does not count, and a folder within the tree is the tree", async () => {
  await workspace.write("sub/a.qz", "");
  await workspace.write(".gitignore", "*.ll\n");
  git("init", "-q");
  git("add", ".");
  git("commit", "-q", "-m", "a");
  await workspace.write("out.ll", "x");
  expect(await subjectFacts(join(workspace.folder, "sub"))).toEqual({
    commit: git("rev-parse", "HEAD"),
    dirtyHash: null,
  });
  await workspace.write("main.qz", "");
  expect((await subjectFacts(join(workspace.folder, "sub")))?.dirtyHash).toBe(await dirty());
});

test("a folder without Git is not known", async () => {
  expect(await subjectFacts(workspace.folder)).toBeNull();
});

test("all together", async () => {
  const path = await program("quartz", "#!/bin/sh\necho q 1\n");
  expect(await runFacts(["./quartz", "main.qz"], workspace.folder, workspace.folder)).toEqual({
    compiler: expect.objectContaining({ path, version: "q 1" }),
    ...{ allocator: null, subject: null },
    platform: { os: process.platform, arch: arch(), release: release() },
  });
});
