// One cell of a heading → what its column holds.
import { plain } from "./figure.ts";
import { bytesPer, msPer } from "./unit.ts";

export type Role =
  | "phase"
  | "kind"
  | "kindNumber"
  | "kindName"
  | "function"
  | "name"
  | "count"
  | "average"
  | "delta"
  | "total"
  | "reading"
  | "peak"
  | "dispatcher"
  | "elapsed"
  | "before";

export interface Column {
  /** Undefined where the heading is none that we know. */
  readonly role: Role | undefined;
  /** The heading in lower case, one blank between words, without its unit. */
  readonly words: string;
  /** Bytes, or ms for a time, in the unit of the heading. Undefined where it names none. */
  readonly perUnit: number | undefined;
}

/** Longer texts are no headings. */
const MAX_HEADING = 64;

/** Columns with which a heading of ours can begin. */
const KEYS: ReadonlyMap<string, Role> = new Map<string, Role>([
  ["phase", "phase"],
  ["phases", "phase"],
  ["phase name", "phase"],
  ["kind", "kind"],
  ["kinds", "kind"],
  ["node kind", "kind"],
  ["expr kind", "kind"],
  ["expression kind", "kind"],
  ["stmt kind", "kind"],
  ["statement kind", "kind"],
  ["number", "kindNumber"],
  ["kind number", "kindNumber"],
  ["node number", "kindNumber"],
  ["function", "function"],
  ["functions", "function"],
  ["function name", "function"],
  ["fn", "function"],
  ["fn name", "function"],
  ["name", "name"],
]);

const FIGURES: ReadonlyMap<string, Role> = new Map<string, Role>([
  ["dispatcher", "dispatcher"],
  ["node", "kindName"],
  ["node name", "kindName"],
  ["kind name", "kindName"],
  ["count", "count"],
  ["counts", "count"],
  ["calls", "count"],
  ["stmts", "count"],
  ["statements", "count"],
  ["exprs", "count"],
  ["expressions", "count"],
  ["nodes", "count"],
  ["call", "average"],
  ["expr", "average"],
  ["stmt", "average"],
  ["delta", "delta"],
  ["rss delta", "delta"],
  ["delta rss", "delta"],
  ["growth", "delta"],
  ["rss growth", "delta"],
  ["leaked", "delta"],
  ["total", "total"],
  ["total delta", "total"],
  ["current", "reading"],
  ["current rss", "reading"],
  ["rss", "reading"],
  ["rss after", "reading"],
  ["reading", "reading"],
  ["after", "reading"],
  ["peak", "peak"],
  ["peak rss", "peak"],
  ["elapsed", "elapsed"],
  ["elapsed time", "elapsed"],
  ["cumulative", "elapsed"],
  ["cumulative time", "elapsed"],
]);

/** A table with such a column compares two runs: its deltas are no growth. */
const BEFORE = /\b(?:before|baseline|base|old|previous|was)\b/;
const AVERAGE = /\b(?:per|avg|average|mean)\b/;

/** In lower case, what a heading of ours can begin with. */
export const HEADER_FIRST_WORDS: readonly string[] = [
  ...new Set([...KEYS.keys()].map((key) => key.split(" ", 1)[0] ?? key)),
];

export function readColumn(text: string): Column {
  const heading = text.length > MAX_HEADING ? "" : plain(text).replace(/[Δ∆]/g, " delta ").toLowerCase();
  const tokens = heading.match(/[\p{L}\p{N}_]+|%/gu) ?? [];
  const units = tokens.filter(isUnit);
  const words = tokens.filter((token) => !isUnit(token) && token !== "in").join(" ");
  const unit = units.length === 1 ? units[0] : undefined;
  const role = units.length > 1 ? undefined : roleOf(words, unit);
  const perUnit = unit === undefined ? undefined : (bytesPer(unit) ?? msPer(unit));
  return { role, words, perUnit };
}

/** A `b` alone more likely is the second of two variants. */
function isUnit(token: string): boolean {
  return token !== "b" && (bytesPer(token) ?? msPer(token)) !== undefined;
}

function roleOf(words: string, unit: string | undefined): Role | undefined {
  const ofTime = unit !== undefined && msPer(unit) !== undefined;
  if (words === "" && ofTime) {
    return "elapsed";
  }
  if (BEFORE.test(words)) {
    return "before";
  }
  if (AVERAGE.test(words)) {
    return "average";
  }
  const role = KEYS.get(words) ?? FIGURES.get(words);
  // `delta ms` is a time, `time MB` is nothing that we know.
  return unit === undefined || ofTime === (role === "elapsed") ? role : undefined;
}
