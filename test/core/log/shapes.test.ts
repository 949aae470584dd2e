// A log for each shape and for each kind of dirt, and how it reads.
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { decode, listing, readChunks } from "./listing.ts";

const FIXTURES = new URL("../../fixtures/logs/", import.meta.url);
const read = (folder: string) =>
  readdirSync(new URL(folder, FIXTURES))
    .filter((name) => /\.(log|md)$/.test(name))
    .map((name) => ({ name, bytes: new Uint8Array(readFileSync(new URL(folder + name, FIXTURES))) }));
const SHAPES = read("shapes/");
const ALL = [...SHAPES, ...read("./")];

test.each(SHAPES)("$name", ({ bytes }) => {
  expect(listing(readChunks(bytes))).toMatchSnapshot();
});

describe.each(ALL)("$name reads the same", ({ bytes }) => {
  const text = decode(bytes);
  const encode = (dirty: string): Uint8Array => new TextEncoder().encode(dirty);
  const dirt: readonly (readonly [string, Uint8Array])[] = [
    ["with CRLF", encode(text.replaceAll("\n", "\r\n"))],
    ["with a byte order mark", encode(`\ufeff${text}`)],
    ["in UTF-16", Uint8Array.from(Buffer.from(`\ufeff${text}`, "utf16le"))],
    ["with NULs before it", encode(`\u0000\u0000${text}`)],
  ];

  test.each(dirt)("%s", (_, dirty) => {
    expect(readChunks(dirty)).toEqual(readChunks(bytes));
  });

  test("in colours", () => {
    const coloured = text.replace(/\[(mem[\w-]*|kind \d+)\]/g, "\u001b[36m[\u001b[1m$1\u001b[22m]\u001b[0m");
    const { runs, tally } = readChunks(encode(coloured));
    const plain = readChunks(bytes);
    expect(tally).toEqual(plain.tally);
    const figures = runs.map(({ problems: _, ...run }) => run);
    expect(figures).toEqual(plain.runs.map(({ problems: _, ...run }) => run));
  });
});

// A block of expectations ends at another program's line, and its last comment then stands alone.
const MEASURED = ALL.filter(({ name }) => name.endsWith(".log") && !name.startsWith("pasted-expectation"));

test.each(MEASURED)("$name with other output in between", ({ bytes }) => {
  const text = decode(bytes).replaceAll("\n", "\ncompiling std/iter.qz [3/82] \udcff\n");
  const { records } = readChunks(new TextEncoder().encode(text)).tally;
  expect(records).toBe(readChunks(bytes).tally.records);
});
