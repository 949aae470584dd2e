// One cell → a figure. What begins like a figure and is none is unreadable; words are no figure, and no fault.
import type { TextKey } from "../../base/text.ts";
import { safeInteger } from "../fault.ts";
import { BYTE_UNIT, bytesPer, msPer, TIME_UNIT } from "./unit.ts";

export type Figure =
  | {
      readonly type: "value";
      /** NaN where it is not a safe integer. */
      readonly value: number;
      /** Written with `~`, `≈` or `about`: an expectation. */
      readonly approximate: boolean;
      /** What stands behind the figure: `(trivial!)`, `peak`. */
      readonly rest: string;
    }
  | { readonly type: "nothing" }
  | { readonly type: "unreadable"; readonly expected: FigureFault };

export type FigureFault = Extract<
  TextKey,
  | "problem.tableUnit"
  | "problem.tableDelta"
  | "problem.tableReading"
  | "problem.tableCount"
  | "problem.tableElapsed"
>;

interface Amount {
  readonly sign: string;
  readonly value: number;
  readonly decimal: boolean;
  readonly hedged: boolean;
  readonly rest: string;
}

const NOTHING: Figure = { type: "nothing" };

/** `+`, `-`, `−`, `±`, `+-`, with `~` before or behind. Cells have single blanks only when this is asked. */
const LEAD = /^(about |[~≈] ?)?(\+-|[+\-−±])? ?(about |[~≈] ?)?(?=\.?\d)/i;
const NUMBER = /^(\d{1,3}([,'’_\u2009\u202f])\d{3}(?:\2\d{3})*(?!\d)|\d+)(\.\d+)?/;
const BYTES = new RegExp(`^ ?(${BYTE_UNIT})(?![\\w/%])`);
const TIME = new RegExp(`^ ?(${TIME_UNIT})(?![\\w/%])`);
const COUNTED = /^ ?(?:calls?|stmts?|statements?|exprs?|expressions?|nodes?|times)\b/i;

/** A second figure behind a comma, or a rate, would make the first one something else than it seems. */
const REST = /^(?:$|\(|,? ?←|,[^\d]*$|peak\b)/;
const RATE = /\/ ?[a-z]|\bper\b/i;

/** The text of a cell without its Markdown marks, links and escapes. Runs of blanks are one. */
export function plain(text: string): string {
  return text
    .replace(/\[([^[\]]{0,1024})\]\([^()]{0,1024}\)/g, "$1")
    .replace(/\\([!-/:-@[-`{-~])/g, "$1")
    .replace(/[`*]/g, "")
    .replace(/[ \t]+/g, " ")
    .trim();
}

/** False for a cell that is empty or says that there is nothing to say. */
export function isGiven(text: string): boolean {
  return !/^(?:|[-–—?]|n\/a)$/i.test(plain(text));
}

/** @param perUnit bytes in the unit of the heading; undefined where that has none, so that the cell must have one */
export function readDelta(text: string, perUnit: number | undefined): Figure {
  const amount = amountOf(text);
  return typeof amount === "string"
    ? withoutAmount(amount, "problem.tableDelta")
    : bytesOf(amount, perUnit, "problem.tableDelta");
}

/** As `readDelta`, for a value that has no sign. */
export function readReading(text: string, perUnit: number | undefined): Figure {
  const amount = amountOf(text);
  if (typeof amount === "string" || amount.sign !== "") {
    return withoutAmount(amount === "words" ? amount : "malformed", "problem.tableReading");
  }
  return bytesOf(amount, perUnit, "problem.tableReading");
}

export function readCount(text: string): Figure {
  const amount = amountOf(text);
  if (typeof amount === "string") {
    return withoutAmount(amount, "problem.tableCount");
  }
  const rest = amount.rest.replace(COUNTED, "").trim();
  if (amount.sign !== "" || amount.decimal || !isRest(rest)) {
    return { type: "unreadable", expected: "problem.tableCount" };
  }
  return { type: "value", value: safeInteger(amount.value), approximate: amount.hedged, rest };
}

/** @param perUnit ms in the unit of the heading; undefined where that has none. The value is in ms. */
export function readElapsed(text: string, perUnit: number | undefined): Figure {
  const amount = amountOf(text);
  if (typeof amount === "string" || amount.sign !== "") {
    return withoutAmount(amount === "words" ? amount : "malformed", "problem.tableElapsed");
  }
  const [printed = "", unit] = TIME.exec(amount.rest) ?? [];
  const rest = amount.rest.slice(printed.length).trim();
  const factor = unit === undefined ? perUnit : msPer(unit);
  if (!isRest(rest)) {
    return { type: "unreadable", expected: "problem.tableElapsed" };
  }
  if (factor === undefined) {
    return { type: "unreadable", expected: "problem.tableUnit" };
  }
  // 2.3 s is 2300 ms, not 2299.9999999999995.
  const ms = factor === 1 ? amount.value : Math.round(amount.value * factor);
  const value = ms <= Number.MAX_SAFE_INTEGER ? ms : Number.NaN;
  return { type: "value", value, approximate: amount.hedged, rest };
}

function withoutAmount(reason: "words" | "malformed", expected: FigureFault): Figure {
  return reason === "words" ? NOTHING : { type: "unreadable", expected };
}

function bytesOf(amount: Amount, perUnit: number | undefined, expected: FigureFault): Figure {
  const [printed = "", unit] = BYTES.exec(amount.rest) ?? [];
  const rest = amount.rest.slice(printed.length).trim();
  // `±5` is a tolerance.
  if (!isRest(rest) || (amount.sign === "±" && amount.value !== 0)) {
    return { type: "unreadable", expected };
  }
  const factor = unit === undefined ? perUnit : bytesPer(unit);
  if (factor === undefined) {
    return { type: "unreadable", expected: "problem.tableUnit" };
  }
  const size = Math.round(amount.value * factor);
  const negative = amount.sign !== "" && amount.sign !== "+";
  // Not −size: that would make −0 of 0.
  const value = safeInteger(negative ? 0 - size : size);
  return { type: "value", value, approximate: amount.hedged, rest };
}

function amountOf(text: string): Amount | "words" | "malformed" {
  const cell = unbracketed(plain(text));
  const [lead, before, sign = "", behind] = LEAD.exec(cell) ?? [];
  if (lead === undefined) {
    return "words";
  }
  const [number, whole, , decimals] = NUMBER.exec(cell.slice(lead.length)) ?? [];
  if (number === undefined || whole === undefined) {
    return "malformed";
  }
  return {
    sign,
    value: Number(whole.replace(/\D/g, "") + (decimals ?? "")),
    decimal: decimals !== undefined,
    hedged: before !== undefined || behind !== undefined,
    rest: cell.slice(lead.length + number.length),
  };
}

/** `(+5401)` is written as in the log. */
function unbracketed(text: string): string {
  return /^\(([^()]*)\)$/.exec(text)?.[1] ?? text;
}

function isRest(rest: string): boolean {
  return REST.test(rest) && !RATE.test(rest);
}
