// One `.qz` file: text → tokens → blocks → symbols, dispatch branches, node constants.
import { readBlocks } from "./blocks.ts";
import { readConstants } from "./constants.ts";
import { readDispatch } from "./dispatch.ts";
import { lex } from "./lex.ts";
import { countLines } from "./lines.ts";
import type { SourceFile } from "./source.ts";
import { readSymbols } from "./symbols.ts";

/** Never throws: damaged code costs the function it is in. Linear in the length of the text. */
export function readSource(text: string): SourceFile {
  const syntax = readBlocks(lex(text));
  const { tokens, declarations } = syntax;
  return {
    lineCount: countLines(text, tokens.lineStarts),
    symbols: readSymbols(tokens, declarations),
    branches: readDispatch(syntax),
    constants: readConstants(tokens),
  };
}
