// Comparisons with node kinds in conditions and patterns.
import type { Syntax } from "./blocks.ts";
import type { Span } from "./statements.ts";
import { TOKEN, type Tokens } from "./tokens.ts";

const PREFIX = "NODE_";

/** What is compared. */
export interface Subject {
  readonly span: Span;
  readonly text: string;
}

/** `subject == NODE_CALL`, either way round. */
export interface KindTest {
  readonly kindName: string;
  readonly subject: Subject;
}

/** The comparisons in a condition, joined by `or` or `and`, grouped or not. What is inside calls does not count. */
export function readKindTests(syntax: Syntax, condition: Span): readonly KindTest[] {
  const { tokens, partners } = syntax;
  const tests: KindTest[] = [];
  let start = condition.start;
  let equals = -1;
  for (let at = condition.start; at <= condition.end; at++) {
    const kind = at === condition.end ? TOKEN.newline : tokens.kind(at);
    if (kind === TOKEN.equals) {
      equals = at;
    } else if (isCallOrIndex(tokens, at, kind)) {
      at = Math.max(at, Math.min(partners[at] ?? 0, condition.end - 1));
    } else if (at === condition.end || separates(kind)) {
      if (equals >= 0) {
        tests.push(...readTest(tokens, { start, end: equals }, { start: equals + 1, end: at }));
      }
      start = at + 1;
      equals = -1;
    }
  }
  return tests;
}

/** The node kinds that a match pattern names: `NODE_CALL`, `ns::NODE_CALL | ns::NODE_INDEX`, with a guard or not. */
export function readPattern(tokens: Tokens, pattern: Span): readonly string[] {
  const names: string[] = [];
  let start = pattern.start;
  for (let at = pattern.start; at <= pattern.end; at++) {
    const kind = at === pattern.end ? TOKEN.if : tokens.kind(at);
    if (kind !== TOKEN.pipe && kind !== TOKEN.infixWord && kind !== TOKEN.if) {
      continue;
    }
    const name = kindNameIn(tokens, { start, end: at });
    if (name !== undefined) {
      names.push(name);
    }
    if (kind === TOKEN.if) {
      return names;
    }
    start = at + 1;
  }
  return names;
}

function separates(kind: number): boolean {
  return (
    kind === TOKEN.infixWord ||
    kind === TOKEN.prefixWord ||
    kind === TOKEN.openRound ||
    kind === TOKEN.closeRound
  );
}

/** A bracket directly behind an operand; any other round one groups. */
function isCallOrIndex(tokens: Tokens, at: number, kind: number): boolean {
  if (kind === TOKEN.openSquare || kind === TOKEN.openBrace) {
    return true;
  }
  const previous = tokens.kind(at - 1);
  return kind === TOKEN.openRound && (previous === TOKEN.name || previous === TOKEN.greater);
}

function readTest(tokens: Tokens, left: Span, right: Span): readonly KindTest[] {
  const onRight = kindNameIn(tokens, right);
  if (onRight !== undefined) {
    return [{ kindName: onRight, subject: subjectOf(tokens, left) }];
  }
  const onLeft = kindNameIn(tokens, left);
  return onLeft === undefined ? [] : [{ kindName: onLeft, subject: subjectOf(tokens, right) }];
}

/** `NODE_CALL` if the span is that name and nothing else: qualified or not, a constant or the older `NODE_CALL()`. */
function kindNameIn(tokens: Tokens, { start, end }: Span): string | undefined {
  let name = start;
  while (tokens.kind(name) === TOKEN.name && tokens.kind(name + 1) === TOKEN.doubleColon) {
    name += 2;
  }
  const isCall = tokens.kind(name + 1) === TOKEN.openRound && tokens.kind(name + 2) === TOKEN.closeRound;
  const isWhole = name + (isCall ? 3 : 1) === end;
  return isWhole && isKindName(tokens, name) ? tokens.textOf(name) : undefined;
}

/** True when the token is the name of a node kind. */
export function isKindName(tokens: Tokens, token: number): boolean {
  return tokens.kind(token) === TOKEN.name && tokens.text.startsWith(PREFIX, tokens.start(token));
}

/** The span as a subject. */
export function subjectOf(tokens: Tokens, span: Span): Subject {
  const { start, end } = span;
  return { span, text: start < end ? tokens.text.slice(tokens.start(start), tokens.end(end - 1)) : "" };
}
