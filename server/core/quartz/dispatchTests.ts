// The three forms in which a function tests for node kinds, in tokens.
import type { Syntax } from "./blocks.ts";
import { type KindTest, readKindTests, readPattern, type Subject, subjectOf } from "./kindTests.ts";
import { lastBefore } from "./layout.ts";
import { lastOfNested, type Span, statementEnd } from "./statements.ts";
import { TOKEN, type Tokens } from "./tokens.ts";

/** A longer condition or guarded statement is damage: brackets or line ends are missing. */
const MAX_TOKENS = 400;

export interface Test {
  /** Tested for, without repetition; at least one. */
  readonly kindNames: readonly string[];
  readonly subject: Subject;
  /** From the head to the last token of the body. */
  readonly first: number;
  readonly last: number;
  /** For a guard the guarded value. */
  readonly body: Span;
  readonly isGuard: boolean;
}

/** The clause of an `if` or `elsif`, as none or one test. */
export function readChainBranch(syntax: Syntax, head: number): readonly Test[] {
  const { tokens, partners } = syntax;
  const limit = partners[head] ?? 0;
  const end = statementEnd(syntax, head + 1, Math.min(limit, head + MAX_TOKENS));
  const last = Math.max(lastBefore(tokens, limit), lastBefore(tokens, end));
  const tests = readKindTests(syntax, { start: head + 1, end });
  return testOf(tests, { first: head, last, body: { start: end, end: last + 1 }, isGuard: false });
}

/** `return f(node) if kind == NODE_CALL`, as none or one test. */
export function readGuard(syntax: Syntax, guard: number): readonly Test[] {
  const { tokens } = syntax;
  const first = guardedReturn(tokens, guard);
  if (first === undefined) {
    return [];
  }
  const end = statementEnd(syntax, guard + 1, Math.min(tokens.count, guard + MAX_TOKENS));
  const tests = readKindTests(syntax, { start: guard + 1, end });
  return testOf(tests, {
    first,
    last: lastBefore(tokens, end),
    body: { start: first + 1, end: guard },
    isGuard: true,
  });
}

/** The arms of a `match` whose patterns name node kinds. */
export function readArms(syntax: Syntax, match: number): readonly Test[] {
  const { tokens, partners } = syntax;
  const limit = partners[match] ?? 0;
  const headEnd = statementEnd(syntax, match + 1, Math.min(limit, match + MAX_TOKENS));
  const subject = subjectOf(tokens, { start: match + 1, end: headEnd });
  return findArms(syntax, headEnd + 1, limit).flatMap(({ start, arrow, end }) => {
    const kindNames = [...new Set(readPattern(tokens, { start, end: arrow }))];
    const last = lastBefore(tokens, end);
    const body = { start: arrow + 1, end: last + 1 };
    return kindNames.length === 0 ? [] : [{ kindNames, subject, first: start, last, body, isGuard: false }];
  });
}

interface Arm {
  readonly start: number;
  readonly arrow: number;
  /** First token of the next arm, or what closes the `match`. */
  readonly end: number;
}

function findArms(syntax: Syntax, from: number, limit: number): readonly Arm[] {
  const { tokens } = syntax;
  const heads: { readonly start: number; readonly arrow: number }[] = [];
  let start = from;
  let isPattern = true;
  for (let at = from; at < limit; at = lastOfNested(syntax, at) + 1) {
    const kind = tokens.kind(at);
    if (kind === TOKEN.fatArrow && isPattern) {
      heads.push({ start, arrow: at });
      isPattern = false;
    } else if (kind === TOKEN.semicolon || (kind === TOKEN.newline && !isInPattern(tokens, at))) {
      start = at + 1;
      isPattern = true;
    }
  }
  return heads.map((head, index) => ({ ...head, end: heads[index + 1]?.start ?? limit }));
}

function isInPattern(tokens: Tokens, newline: number): boolean {
  return tokens.kind(newline - 1) === TOKEN.pipe || tokens.kind(newline + 1) === TOKEN.pipe;
}

function guardedReturn(tokens: Tokens, guard: number): number | undefined {
  for (let at = guard - 1; at >= 0 && at > guard - MAX_TOKENS; at--) {
    switch (tokens.kind(at)) {
      case TOKEN.return:
        return at;
      case TOKEN.newline:
      case TOKEN.semicolon:
        return undefined;
      default:
        break;
    }
  }
  return undefined;
}

function testOf(
  tests: readonly KindTest[],
  place: Pick<Test, "first" | "last" | "body" | "isGuard">,
): readonly Test[] {
  const [first] = tests;
  if (first === undefined) {
    return [];
  }
  return [{ kindNames: [...new Set(tests.map((test) => test.kindName))], subject: first.subject, ...place }];
}
