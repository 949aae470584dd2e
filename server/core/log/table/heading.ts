// The heading of a table of ours.
import type { KindDomain } from "../record.ts";
import { cellsOf, type Layout, layoutOf } from "./cells.ts";
import { type Column, type Role, readColumn } from "./columns.ts";
import { domainOfRate } from "./kindCell.ts";

export interface Heading {
  readonly subject: "kind" | "function" | "phase";
  readonly layout: Layout;
  readonly columns: readonly HeadedColumn[];
  /** Of a table of kinds, as far as its heading tells. */
  readonly domain: KindDomain | undefined;
}

export interface HeadedColumn extends Column {
  readonly from: number;
  readonly to: number;
}

/** Of the columns that are used, no two may have one role; one of the needed ones must be there. */
const FIGURES = {
  kind: {
    needed: ["delta", "total"],
    used: ["kind", "kindNumber", "kindName", "count", "delta", "total"],
  },
  function: { needed: ["delta"], used: ["function", "name", "delta"] },
  phase: { needed: ["reading", "delta"], used: ["phase", "reading", "delta", "elapsed", "peak"] },
} as const satisfies Record<Heading["subject"], Readonly<Record<"needed" | "used", readonly Role[]>>>;

/** Undefined where the line heads no table of ours. */
export function readHeading(text: string): Heading | undefined {
  const layout = layoutOf(text);
  const cells = layout === undefined ? undefined : cellsOf(text, layout);
  if (layout === undefined || cells === undefined) {
    return undefined;
  }
  // Two tabs in a row may be one gap or an empty column.
  if (layout === "tabbed" && cells.some((cell) => cell.text === "")) {
    return undefined;
  }
  const columns = cells.map(({ text, at }) => ({ ...readColumn(text), from: at, to: at + text.length }));
  const subject = subjectOf(columns);
  if (subject === undefined || !tells(subject, columns)) {
    return undefined;
  }
  return { subject, layout, columns, domain: subject === "kind" ? domainOf(columns) : undefined };
}

function subjectOf(columns: readonly Column[]): Heading["subject"] | undefined {
  const has = (...wanted: readonly Role[]) =>
    columns.some(({ role }) => role !== undefined && wanted.includes(role));
  switch (columns[0]?.role) {
    case "phase":
      return "phase";
    case "function":
      return "function";
    case "kind":
      return "kind";
    case "kindNumber":
      return has("kind", "kindName", "name", "count", "average") ? "kind" : undefined;
    case "name":
      return has("kind", "kindNumber") ? "kind" : "function";
    default:
      return undefined;
  }
}

/** True when the columns hold figures of one run, and there is no question which column holds which. */
function tells(subject: Heading["subject"], columns: readonly Column[]): boolean {
  const roles = columns.map((column) => column.role);
  const once = (role: Role) => roles.indexOf(role) === roles.lastIndexOf(role);
  const { needed, used } = FIGURES[subject];
  return !roles.includes("before") && needed.some((role) => roles.includes(role)) && used.every(once);
}

function domainOf(columns: readonly Column[]): KindDomain | undefined {
  const told = columns.map(({ role, words }) => {
    if (role === "kind") {
      return domainOfRate(`per ${words}`);
    }
    if (role !== "average" && role !== "count") {
      return undefined;
    }
    // `avg call` is what is left of `avg/call`.
    return domainOfRate(words) ?? domainOfRate(`per ${words.replace(/^(?:avg|average|mean) /, "")}`);
  });
  // The kind's own column stands in front, so what it tells comes first.
  return told.find((domain) => domain !== undefined);
}
