// Sources and what is read of them, in a notation that can be checked by eye.
import { readBlocks, type Syntax } from "#core/quartz/blocks";
import { lex } from "#core/quartz/lex";
import { readSource } from "#core/quartz/readSource";
import type { SourceSymbol } from "#core/quartz/source";

/** `2-4 function name/1`, `7 method Vec$len/0`; lines are 1-based, both included. */
export function listing(text: string): readonly string[] {
  return readSource(text).symbols.map((symbol) => `${lines(symbol)} ${symbol.kind} ${signature(symbol)}`);
}

/** The text that the ranges of the symbols with this name cover. */
export function covered(text: string, name: string): readonly string[] {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  return readSource(text)
    .symbols.filter((symbol) => symbol.name === name)
    .map(({ range: { start, end } }) =>
      text.slice((starts[start.line] ?? 0) + start.character, (starts[end.line] ?? 0) + end.character),
    );
}

export function syntaxOf(text: string): Syntax {
  return readBlocks(lex(text));
}

/** Lines of `text` without the one numbered `line`, 0-based. */
export function withoutLine(text: string, line: number): string {
  return text
    .split("\n")
    .filter((_, index) => index !== line)
    .join("\n");
}

function lines({ range: { start, end } }: SourceSymbol): string {
  return start.line === end.line ? `${start.line + 1}` : `${start.line + 1}-${end.line + 1}`;
}

function signature({ container, name, arity }: SourceSymbol): string {
  return (container === undefined ? name : `${container}$${name}`) + (arity === undefined ? "" : `/${arity}`);
}
