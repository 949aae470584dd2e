// The function that dispatches, and what in it stands for the node.
import type { Syntax } from "./blocks.ts";
import { type Call, plainArguments, readCall } from "./calls.ts";
import type { Declaration } from "./declaration.ts";
import type { Subject } from "./kindTests.ts";
import type { Tokens } from "./tokens.ts";

export interface Dispatcher {
  readonly name: string;
  readonly parameters: readonly string[];
}

/** The dispatcher that a declaration named by the token `name` is. */
export function dispatcherOf(tokens: Tokens, { parameters }: Declaration, name: number): Dispatcher {
  return {
    name: tokens.textOf(name),
    parameters: (parameters ?? []).map((parameter) => tokens.textOf(parameter)),
  };
}

/**
 * False when the subject asks for the kind of another node than the one the function was given, as
 * `ast_get_kind(storage, value)` does in the middle of a handler.
 */
export function isAboutNode(syntax: Syntax, subject: Subject, { parameters }: Dispatcher): boolean {
  const call = readCall(syntax, subject.span);
  return call === undefined || plainArguments(syntax, call).every((name) => parameters.includes(name));
}

/** True when the call is given the node. Housekeeping gets the state alone: `tc_pop_scope(tc)`. */
export function passesNode(syntax: Syntax, call: Call, dispatcher: Dispatcher, subject: string): boolean {
  const node = nodeParameter(dispatcher, subject);
  return node !== undefined && plainArguments(syntax, call).includes(node);
}

/** The parameter that is called after what it is, else the last; the kind that is compared is not the node. */
function nodeParameter({ parameters }: Dispatcher, subject: string): string | undefined {
  const given = parameters.filter((parameter) => parameter !== subject);
  return given.findLast((parameter) => /node|expr|stmt/.test(parameter)) ?? given.at(-1);
}
