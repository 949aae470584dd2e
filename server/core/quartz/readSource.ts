// One .qz file, read. Dispatch branches come later.
import { readBlocks } from "./blocks.ts";
import { lex } from "./lex.ts";
import { countLines } from "./lines.ts";
import type { SourceFile } from "./source.ts";
import { readSymbols } from "./symbols.ts";

export function readSource(text: string): SourceFile {
  const tokens = lex(text);
  const { declarations } = readBlocks(tokens);
  return { lineCount: countLines(text, tokens.lineStarts), symbols: readSymbols(tokens, declarations), branches: [], constants: [] };
}
