// How a table names a node kind, and how it tells whose kind that is.
import type { KindDomain, KindPlace } from "../record.ts";
import { plain } from "./figure.ts";

export interface KindCell {
  readonly name: string | undefined;
  readonly number: number | undefined;
}

/** `[kind N]` lines add this to expression kinds. There are no thousand kinds, so a table's 1009 comes from such a line. */
const EXPRESSION_OFFSET = 1000;

const NAMED =
  /^(NODE_[A-Z][A-Z0-9_]{0,99})(?: ?[([](\d{1,6})[)\]]| ?=? ?(?<![A-Z0-9_])(\d{1,6}))?(?![\w.])[^\w]{0,8}$/;
const NUMBERED = /^(?:\((\d{1,6})\)|(?:kind )?(\d{1,6}))$/i;
const NUMBER_FIRST = /^(\d{1,6})[:.]? (NODE_[A-Z][A-Z0-9_]{0,99})$/;
const PER = /(?:\/ ?|\bper[ -])(?:(calls?|exprs?|expressions?)|stmts?|statements?)\b/i;

/** `NODE_CALL (9)`, `NODE_CALL 9`, `NODE_CALL = 9`, `9: NODE_CALL`, `NODE_CALL`, `9`. */
export function readKindCell(text: string): KindCell | undefined {
  const cell = plain(text);
  const [, named, inBrackets, behind] = NAMED.exec(cell) ?? [];
  const [, before, then] = NUMBER_FIRST.exec(cell) ?? [];
  const [, alone, bare] = NUMBERED.exec(cell) ?? [];
  const name = named ?? then;
  const digits = inBrackets ?? behind ?? before ?? alone ?? bare;
  const number = digits === undefined ? undefined : Number(digits);
  return name === undefined && number === undefined ? undefined : { name, number };
}

/** `87 KB/call` and `Per-call avg` are about expressions, `47 KB/stmt` about statements. */
export function domainOfRate(text: string): KindDomain | undefined {
  const match = PER.exec(text);
  if (match === null) {
    return undefined;
  }
  return match[1] === undefined ? "statement" : "expression";
}

/** @param domain as far as the heading or the row tells */
export function kindPlace({ name, number }: KindCell, domain: KindDomain | undefined): KindPlace {
  const offset = number !== undefined && number >= EXPRESSION_OFFSET;
  const known = offset ? "expression" : domain;
  return {
    type: "kind",
    phase: undefined,
    dispatcher: known === undefined ? undefined : known === "expression" ? "tc_expr" : "tc_stmt",
    domain: known,
    number: offset ? number - EXPRESSION_OFFSET : number,
    name,
  };
}
