import { mkdir, mkdtemp, readdir, readFile, realpath, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { writeWhole } from "../../server/node/writeWhole.ts";

let parent: string;
let within: string;

beforeEach(async () => {
  parent = await realpath(await mkdtemp(join(tmpdir(), "quartz-rss-write-")));
  within = join(parent, "workspace");
  await mkdir(within);
});

afterEach(() => rm(parent, { recursive: true, force: true }));

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test("makes the folders it needs, replaces what was there, and leaves nothing else behind", async () => {
  const path = join(within, "a", "b", "c.json");
  await writeWhole(path, bytes("one"), within);
  await writeWhole(path, bytes("two"), within);
  expect(await readFile(path, "utf8")).toBe("two");
  expect(await readdir(join(within, "a", "b"))).toEqual(["c.json"]);
});

test("several at once leave one of them whole", async () => {
  const path = join(within, "c.json");
  const texts = Array.from({ length: 8 }, (_, at) => String(at).repeat(100_000));
  await Promise.all(texts.map((text) => writeWhole(path, bytes(text), within)));
  expect(texts).toContain(await readFile(path, "utf8"));
  expect(await readdir(within)).toEqual(["c.json"]);
});

test("a failed write leaves no file beside", async () => {
  await mkdir(join(within, "c.json"));
  await expect(writeWhole(join(within, "c.json"), bytes("x"), within)).rejects.toThrow();
  expect(await readdir(within)).toEqual(["c.json"]);
});

test.each([".quartz-rss", ".quartz-rss/imports"])(
  "%s as a link that leads out is not followed",
  async (link) => {
    const outside = join(parent, "outside");
    await mkdir(outside);
    await mkdir(join(within, link, ".."), { recursive: true });
    await symlink(outside, join(within, link));
    const path = join(within, ".quartz-rss", "imports", "c.json");
    await expect(writeWhole(path, bytes("x"), within)).rejects.toThrow(/leads out of/);
    expect(await readdir(outside)).toEqual([]);
  },
);

test("a folder whose name only begins like the limit is outside", async () => {
  await mkdir(join(parent, "workspace2"));
  await expect(writeWhole(join(parent, "workspace2", "c"), bytes("x"), within)).rejects.toThrow(/leads out/);
});
