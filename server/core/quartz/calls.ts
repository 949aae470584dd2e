import type { Syntax } from "./blocks.ts";
import { findAtLevel, type Span } from "./statements.ts";
import { TOKEN, type Tokens } from "./tokens.ts";

export interface Call {
  /** As written: `typecheck_expr_handlers::tc_expr_call`. */
  readonly callee: string;
  /** Its last part. */
  readonly name: string;
  /** Between the parentheses. */
  readonly args: Span;
}

/**
 * The call that a span consists of. `Ok(f(x))` counts as `f(x)`: a variant only wraps. A call that takes a lambda
 * hands on to the lambda, not to its callee, and is none. Nor is one of a member: `pending.push(node)` keeps the node.
 */
export function readCall(syntax: Syntax, span: Span): Call | undefined {
  const { tokens, partners } = syntax;
  let first = span.start;
  while (tokens.kind(first) === TOKEN.prefixWord) {
    first++;
  }
  const name = lastOfPath(tokens, first);
  const open = behindTypeArguments(tokens, name + 1, span.end);
  const close = partners[open] ?? 0;
  const isCall = tokens.kind(name) === TOKEN.name && tokens.kind(open) === TOKEN.openRound && close > open;
  if (!isCall || behindMarks(tokens, close + 1) < span.end) {
    return undefined;
  }
  const args = { start: open + 1, end: close };
  if (/^[A-Z]/.test(tokens.textOf(name))) {
    return readCall(syntax, args);
  }
  if (findAtLevel(syntax, args, TOKEN.arrow) >= 0 || findAtLevel(syntax, args, TOKEN.do) >= 0) {
    return undefined;
  }
  return {
    callee: tokens.text.slice(tokens.start(first), tokens.end(name)),
    name: tokens.textOf(name),
    args,
  };
}

/** Arguments of the call that are a plain name. */
export function plainArguments({ tokens }: Syntax, { args }: Call): readonly string[] {
  const names: string[] = [];
  for (let at = args.start; at < args.end; at++) {
    const before = tokens.kind(at - 1);
    const after = tokens.kind(at + 1);
    const isArgument =
      (before === TOKEN.comma || at === args.start) && (after === TOKEN.comma || at + 1 === args.end);
    if (isArgument && tokens.kind(at) === TOKEN.name) {
      names.push(tokens.textOf(at));
    }
  }
  return names;
}

function lastOfPath(tokens: Tokens, first: number): number {
  let name = first;
  while (tokens.kind(name + 1) === TOKEN.doubleColon && tokens.kind(name + 2) === TOKEN.name) {
    name += 2;
  }
  return name;
}

function behindTypeArguments(tokens: Tokens, from: number, end: number): number {
  if (tokens.kind(from) !== TOKEN.less) {
    return from;
  }
  let angles = 0;
  for (let at = from; at < end; at++) {
    const kind = tokens.kind(at);
    angles += kind === TOKEN.less ? 1 : kind === TOKEN.greater ? -1 : 0;
    if (angles === 0) {
      return at + 1;
    }
  }
  return from;
}

/** `f(x)?` and `f(x)!` are calls of `f` still. */
function behindMarks(tokens: Tokens, from: number): number {
  let at = from;
  while (tokens.kind(at) === TOKEN.question || tokens.kind(at) === TOKEN.bang) {
    at++;
  }
  return at;
}
