// Which function a dispatch branch hands the node to.
import type { Syntax } from "./blocks.ts";
import { type Call, readCall } from "./calls.ts";
import { type Dispatcher, passesNode } from "./dispatcher.ts";
import { countLines, findAtLevel, insideBraces, type Span, splitStatements } from "./statements.ts";
import { TOKEN } from "./tokens.ts";

/** A body of more lines does the work itself, unless it ends by giving the node to a function. */
const SHORT_BODY = 3;

interface Step {
  readonly way: "return" | "assign" | "bare";
  /** The name that is assigned to. */
  readonly target: string | undefined;
  /** The name that is returned or stands alone. */
  readonly value: string | undefined;
  readonly call: Call | undefined;
}

/**
 * The callee, as written, that the branch's result comes from: of `return f(…)`, of the assignment to what is
 * returned, of the last `f(…)` that is given the node; in a short body simply of the last call. Never the dispatcher,
 * whose calls of itself walk down. Undefined if the branch does its work in place.
 * @param subject what the dispatcher compares: handing that on is not handing on the node
 */
export function readHandler(
  syntax: Syntax,
  body: Span,
  dispatcher: Dispatcher,
  subject: string,
): string | undefined {
  const inside = insideBraces(syntax, body);
  const steps = splitStatements(syntax, inside).map((span) => readStep(syntax, span));
  const getsNode = (call: Call): boolean => passesNode(syntax, call, dispatcher, subject);
  const isOther = (call: Call): boolean => call.name !== dispatcher.name;
  const result = resultCall(steps);
  if (countLines(syntax, inside) > SHORT_BODY) {
    const last = result ?? steps.at(-1)?.call;
    return last !== undefined && isOther(last) && getsNode(last) ? last.callee : undefined;
  }
  if (result !== undefined && isOther(result)) {
    return result.callee;
  }
  const calls = steps.flatMap(({ call }) => call ?? []);
  const withNode = calls.filter(getsNode);
  // A call of the dispatcher with the node leaves nothing to the others but housekeeping.
  return (withNode.length > 0 ? withNode : calls.slice(-1)).findLast(isOther)?.callee;
}

/** The callee of a guarded `return f(node)`; undefined if it is not given the node. */
export function readGuardHandler(
  syntax: Syntax,
  value: Span,
  dispatcher: Dispatcher,
  subject: string,
): string | undefined {
  const call = readCall(syntax, value);
  const isOther = call !== undefined && call.name !== dispatcher.name;
  return isOther && passesNode(syntax, call, dispatcher, subject) ? call.callee : undefined;
}

/** The call whose value the body ends with. */
function resultCall(steps: readonly Step[]): Call | undefined {
  const tail = steps.at(-1);
  if (tail === undefined || (tail.way !== "bare" && tail.call !== undefined)) {
    return tail?.call;
  }
  const { value } = tail;
  return value === undefined ? undefined : steps.findLast(({ target }) => target === value)?.call;
}

function readStep(syntax: Syntax, statement: Span): Step {
  const { tokens, partners } = syntax;
  const guard = findAtLevel(syntax, statement, TOKEN.if);
  const end = guard >= 0 && (partners[guard] ?? 0) === 0 ? guard : statement.end;
  const first = tokens.kind(statement.start);
  if (first === TOKEN.return) {
    return stepOf(syntax, "return", undefined, { start: statement.start + 1, end });
  }
  const assign = findAtLevel(syntax, { start: statement.start, end }, TOKEN.assign);
  if (assign < 0) {
    return stepOf(syntax, "bare", undefined, { start: statement.start, end });
  }
  const name = first === TOKEN.var ? statement.start + 1 : statement.start;
  return stepOf(syntax, "assign", tokens.textOf(name), { start: assign + 1, end });
}

function stepOf(syntax: Syntax, way: Step["way"], target: string | undefined, value: Span): Step {
  const { tokens } = syntax;
  const isName = value.end === value.start + 1 && tokens.kind(value.start) === TOKEN.name;
  return {
    way,
    target,
    value: isName && way !== "assign" ? tokens.textOf(value.start) : undefined,
    call: readCall(syntax, value),
  };
}
