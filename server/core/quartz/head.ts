// Heads of declarations: from the first keyword to the token before the body.
import type { DeclarationKind } from "./declaration.ts";
import { findHeadEnd } from "./headEnd.ts";
import { findParameters, skipTypeParameters } from "./parameters.ts";
import { TOKEN, type Tokens } from "./tokens.ts";

export interface Head {
  readonly kind: DeclarationKind;
  readonly name: number | undefined;
  readonly methodsOf: string | undefined;
  readonly parameters: readonly number[] | undefined;
  /** The token behind the head. */
  readonly end: number;
  /** Column of the line that holds the `def` or other keyword, where its `end` is looked for. */
  readonly indent: number;
}

/**
 * The head that starts at the keyword `at`, in a line indented by `indent`. Undefined where the keyword declares
 * nothing: a variable called `type`, an `extern` block, an `impl` in a type.
 */
export function readHead(tokens: Tokens, at: number, indent: number): Head | undefined {
  switch (tokens.kind(at)) {
    case TOKEN.def:
      return readCallable(tokens, "function", at, indent);
    case TOKEN.extern:
      return readExtern(tokens, at, indent);
    case TOKEN.macro:
      return isName(tokens, at + 1) ? readCallable(tokens, "macro", at, indent) : undefined;
    case TOKEN.packed:
      return tokens.kind(at + 1) === TOKEN.struct ? readType(tokens, "struct", at + 1, indent) : undefined;
    case TOKEN.struct:
      return readType(tokens, "struct", at, indent);
    case TOKEN.enum:
      return readType(tokens, "enum", at, indent);
    case TOKEN.trait:
      return readType(tokens, "trait", at, indent);
    case TOKEN.type:
      return readType(tokens, "type", at, indent);
    case TOKEN.newtype:
      return readType(tokens, "newtype", at, indent);
    case TOKEN.impl:
    case TOKEN.extend:
      return readHolder(tokens, at, indent);
    default:
      return undefined;
  }
}

function isName(tokens: Tokens, token: number): boolean {
  return tokens.kind(token) === TOKEN.name;
}

function readCallable(tokens: Tokens, kind: DeclarationKind, keyword: number, indent: number): Head {
  const end = findHeadEnd(tokens, keyword + 1, indent);
  let name = keyword + 1;
  while (isMemberPath(tokens, name)) {
    name += 2;
  }
  return {
    kind,
    name: name < end && isName(tokens, name) ? name : undefined,
    methodsOf: undefined,
    parameters: findParameters(tokens, name + 1, end),
    end,
    indent,
  };
}

function isMemberPath(tokens: Tokens, name: number): boolean {
  const joint = tokens.kind(name + 1);
  return (joint === TOKEN.dot || joint === TOKEN.doubleColon) && isName(tokens, name + 2);
}

/** `extern "C" def`, where a line end, attributes and a word such as `variadic` may stand before the `def`. */
function readExtern(tokens: Tokens, at: number, indent: number): Head | undefined {
  let keyword = at + 1;
  let ownIndent = indent;
  for (; tokens.kind(keyword) !== TOKEN.def; keyword++) {
    switch (tokens.kind(keyword)) {
      case TOKEN.newline:
        ownIndent = tokens.column(keyword + 1);
        break;
      case TOKEN.string:
      case TOKEN.name:
      case TOKEN.attribute:
      case TOKEN.private:
        break;
      default:
        return undefined;
    }
    if (keyword > at + 6) {
      return undefined;
    }
  }
  return readCallable(tokens, "extern", keyword, ownIndent);
}

/** The name may stand behind a layout: `packed struct(u32) GpioModer`. */
function readType(
  tokens: Tokens,
  kind: "struct" | "enum" | "trait" | "type" | "newtype",
  keyword: number,
  indent: number,
): Head | undefined {
  const hasLayout =
    tokens.kind(keyword + 1) === TOKEN.openRound && tokens.kind(keyword + 3) === TOKEN.closeRound;
  const name = hasLayout ? keyword + 4 : keyword + 1;
  if (!isName(tokens, name)) {
    return undefined;
  }
  const end = findHeadEnd(tokens, name, indent);
  return { kind, name, methodsOf: tokens.textOf(name), parameters: undefined, end, indent };
}

/** `impl<T> Iterator<T> for Vec<T>`, `impl !Send for X`, `extend String`. */
function readHolder(tokens: Tokens, keyword: number, indent: number): Head | undefined {
  const first = tokens.kind(keyword + 1);
  if (first !== TOKEN.name && first !== TOKEN.less && first !== TOKEN.bang && first !== TOKEN.openRound) {
    return undefined;
  }
  const end = findHeadEnd(tokens, keyword + 1, indent);
  let target = skipTypeParameters(tokens, keyword + 1, end);
  for (let at = target; at < end; at++) {
    if (tokens.kind(at) === TOKEN.for) {
      target = at + 1;
    }
  }
  const methodsOf = typeName(tokens, target, end);
  return { kind: "holder", name: undefined, methodsOf, parameters: undefined, end, indent };
}

/** `Vec` of `&mut std::Vec<T>`. */
function typeName(tokens: Tokens, from: number, end: number): string | undefined {
  let at = from;
  while (at < end && (!isName(tokens, at) || tokens.textOf(at) === "mut")) {
    at++;
  }
  while (isMemberPath(tokens, at)) {
    at += 2;
  }
  return at < end ? tokens.textOf(at) : undefined;
}
