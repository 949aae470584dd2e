import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readSource } from "#core/quartz/readSource";
import type { FuzzTarget } from "./fuzz.ts";
import { makeInput } from "./mutate.ts";

/** Relative to the folder of package.json. */
const SOURCES = "demo/workspace";

const WORDS = [
  "def ¦end¦end\n¦if ¦elsif ¦else¦while ¦for ¦match ¦do¦do ->¦struct ¦enum ¦trait ¦impl ¦extend ¦macro ¦private",
  'quote do¦extern "C" def ¦import ¦var ¦const ¦packed struct(u32) ¦type T = binary {¦@cfg(¦@¦const NODE_X = 9',
  '{¦}¦(¦)¦[¦]¦<¦>¦#{¦"¦"""¦\'¦\\¦#¦$¦::¦.¦:¦;¦=¦==¦=>¦->¦?¦!¦|>¦,¦ ¦  ¦\t¦\n¦\n¦\r\n¦\r¦\0',
  "a¦main¦0x48¦3.14¦kind == ¦NODE_CALL¦é",
].flatMap((words) => words.split("¦"));

export function sourceTarget(): FuzzTarget {
  const files = readdirSync(SOURCES, { recursive: true, encoding: "utf8" }).filter((path) =>
    path.endsWith(".qz"),
  );
  const samples = files.map((path) => new Uint8Array(readFileSync(join(SOURCES, path))));
  const words = WORDS.map((word) => new TextEncoder().encode(word));
  return { input: (random) => makeInput(random, { samples, words }), check: checkSource };
}

/** Whatever is written there, it is read, and every symbol lies within the file. */
function checkSource(bytes: Uint8Array): void {
  const { lineCount, symbols, branches } = readSource(new TextDecoder().decode(bytes));
  for (const { range } of [...symbols, ...branches]) {
    const { start, end } = range;
    const inOrder = start.line < end.line || (start.line === end.line && start.character <= end.character);
    assert.ok(inOrder && end.line < lineCount, `${JSON.stringify(range)} in ${lineCount} lines`);
  }
}
