// Where a function asks what kind of node it has.
import type { Syntax } from "./blocks.ts";
import { codeOf } from "./code.ts";
import { type Declaration, isCallable } from "./declaration.ts";
import { type Dispatcher, dispatcherOf, isAboutNode } from "./dispatcher.ts";
import { readArms, readChainBranch, readGuard, type Test } from "./dispatchTests.ts";
import { readGuardHandler, readHandler } from "./handler.ts";
import { rangeOf } from "./positions.ts";
import type { DispatchBranch } from "./source.ts";
import { TOKEN } from "./tokens.ts";

const NONE: readonly Test[] = [];

/** A test together with the function that it stands in. */
interface PlacedTest extends Test {
  readonly dispatcher: Dispatcher;
}

/**
 * The branches on node kinds in source order, one for each kind that a head names: `if` and `elsif`, arms of
 * `match`, and guards such as `return f(node) if kind == NODE_CALL`. A test of something else inside a branch, say
 * of an operand's kind, is part of that branch's work and dispatches nothing.
 */
export function readDispatch(syntax: Syntax): readonly DispatchBranch[] {
  const tests = placeTests(syntax, findTests(syntax));
  return withoutInner(tests).flatMap((test) => branchesOf(syntax, test));
}

function findTests(syntax: Syntax): readonly Test[] {
  const tests: Test[] = [];
  for (let at = 0; at < syntax.tokens.count; at++) {
    for (const test of testsAt(syntax, at)) {
      tests.push(test);
    }
  }
  return tests.sort((a, b) => a.first - b.first);
}

function testsAt(syntax: Syntax, at: number): readonly Test[] {
  const isBlock = (syntax.partners[at] ?? 0) > 0;
  switch (syntax.tokens.kind(at)) {
    case TOKEN.match:
      return readArms(syntax, at);
    case TOKEN.if:
      return isBlock ? readChainBranch(syntax, at) : readGuard(syntax, at);
    case TOKEN.elsif:
      return isBlock ? readChainBranch(syntax, at) : NONE;
    default:
      return NONE;
  }
}

/** Finds the innermost function around each test; what stands in none, or tests another node, is left out. */
function placeTests(syntax: Syntax, tests: readonly Test[]): readonly PlacedTest[] {
  const { tokens, declarations } = syntax;
  const dispatchers = new Map<Declaration, Dispatcher>();
  const around: Declaration[] = [];
  let next = 0;
  return tests.flatMap((test) => {
    for (
      let one = declarations[next];
      one !== undefined && one.first <= test.first;
      one = declarations[next]
    ) {
      around.push(one);
      next++;
    }
    dropEnded(around, test.first);
    const holder = around.at(-1);
    if (holder === undefined || holder.name === undefined || !isCallable(holder.kind)) {
      return [];
    }
    const dispatcher = dispatchers.get(holder) ?? dispatcherOf(tokens, holder, holder.name);
    dispatchers.set(holder, dispatcher);
    return isAboutNode(syntax, test.subject, dispatcher) ? [{ ...test, dispatcher }] : [];
  });
}

function withoutInner(tests: readonly PlacedTest[]): readonly PlacedTest[] {
  const around: PlacedTest[] = [];
  return tests.filter((test) => {
    dropEnded(around, test.first);
    const outer = around.at(-1);
    if (
      outer !== undefined &&
      outer.dispatcher === test.dispatcher &&
      outer.subject.text !== test.subject.text
    ) {
      return false;
    }
    around.push(test);
    return true;
  });
}

function dropEnded(around: { readonly last: number }[], at: number): void {
  while (around.length > 0 && (around.at(-1)?.last ?? at) < at) {
    around.pop();
  }
}

function branchesOf(syntax: Syntax, test: PlacedTest): readonly DispatchBranch[] {
  const { dispatcher, body, isGuard, kindNames, subject } = test;
  const handler = isGuard
    ? readGuardHandler(syntax, body, dispatcher, subject.text)
    : readHandler(syntax, body, dispatcher, subject.text);
  if (isGuard && handler === undefined) {
    return [];
  }
  const range = rangeOf(syntax.tokens, test.first, test.last);
  const code = codeOf(syntax.tokens, test.first, test.last);
  return kindNames.map((kindName) => ({ dispatcher: dispatcher.name, kindName, range, handler, code }));
}
