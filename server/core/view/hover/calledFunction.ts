// The function that is called at a place of a source, where its name says so without doubt.
import { lex } from "../../quartz/lex.ts";
import { resolveName } from "../../quartz/resolveName.ts";
import type { IndexEntry, SymbolLookup } from "../../quartz/symbolIndex.ts";
import { TOKEN, type Tokens } from "../../quartz/tokens.ts";

/** A name that is called, [from, to) in its line. */
export interface CalledName {
  readonly name: string;
  /** `handlers` of `handlers::tc_expr_call(…)`. */
  readonly qualifier: string | undefined;
  readonly from: number;
  readonly to: number;
}

/** Longer lines are nobody's source, and a hover is no place to read them. */
const MAX_LENGTH = 2000;

/** Reads one line alone: a name in a comment or in a string is none, nor is a member or a declaration. */
export function calledNameAt(line: string, character: number): CalledName | undefined {
  if (line.length > MAX_LENGTH) {
    return undefined;
  }
  const tokens = lex(line);
  for (let token = 0; token < tokens.count; token++) {
    if (tokens.start(token) <= character && character <= tokens.end(token) && isCalled(tokens, token)) {
      const qualifier = tokens.kind(token - 1) === TOKEN.doubleColon ? tokens.textOf(token - 2) : undefined;
      return {
        ...{ name: tokens.textOf(token), qualifier },
        from: tokens.start(token),
        to: tokens.end(token),
      };
    }
  }
  return undefined;
}

function isCalled(tokens: Tokens, token: number): boolean {
  const before = tokens.kind(token - 1);
  return (
    tokens.kind(token) === TOKEN.name &&
    tokens.kind(token + 1) === TOKEN.openRound &&
    before !== TOKEN.dot &&
    before !== TOKEN.def
  );
}

/** Undefined when the name fits no function, or several. @param module of the file with the call */
export function calledFunction(
  { name, qualifier }: CalledName,
  module: string,
  index: SymbolLookup,
): IndexEntry | undefined {
  const found = resolveName(index, `${qualifier ?? module}$${name}`);
  const isCertain = "entry" in found && found.how !== "prefix";
  return isCertain ? found.entry : undefined;
}
