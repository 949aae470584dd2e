import { codeOf } from "./code.ts";
import { type Declaration, isCallable } from "./declaration.ts";
import { rangeOf } from "./positions.ts";
import type { SourceSymbol, SymbolKind } from "./source.ts";
import type { Tokens } from "./tokens.ts";

/** The declarations that have a name, as symbols, in source order. */
export function readSymbols(tokens: Tokens, declarations: readonly Declaration[]): readonly SourceSymbol[] {
  return declarations.flatMap((declaration) => symbolOf(tokens, declaration) ?? []);
}

function symbolOf(tokens: Tokens, declaration: Declaration): SourceSymbol | undefined {
  const { name, first, last, parameters, parent } = declaration;
  const kind = symbolKind(declaration);
  if (name === undefined || kind === undefined) {
    return undefined;
  }
  return {
    name: tokens.textOf(name),
    kind,
    container: kind === "method" ? parent?.methodsOf : undefined,
    range: rangeOf(tokens, first, last),
    nameRange: rangeOf(tokens, name, name),
    arity: parameters?.length,
    code: isCallable(declaration.kind) ? codeOf(tokens, first, last) : undefined,
  };
}

/** A function directly inside `impl`, `extend` or a type is a method; one inside a function is a function. */
function symbolKind({ kind, parent }: Declaration): SymbolKind | undefined {
  if (kind === "holder") {
    return undefined;
  }
  const isMethod = kind === "function" && parent !== undefined && !isCallable(parent.kind);
  return isMethod ? "method" : kind;
}
