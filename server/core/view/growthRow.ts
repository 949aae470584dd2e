// One row of the "Leaking functions" tree, and how the tree is asked for, as data.
import type { Range } from "../base/range.ts";
import type { FigureTarget } from "./lenses.ts";

export const SORT_ORDERS = ["growth", "perLine", "share", "name", "difference"] as const;
export type SortOrder = (typeof SORT_ORDERS)[number];

export const GROUPINGS = ["function", "file", "phase", "kind"] as const;
export type Grouping = (typeof GROUPINGS)[number];

export interface TreeOptions {
  readonly grouping: Grouping;
  readonly order: SortOrder;
  /** As typed: words, and `>50` for MB. Empty for none. */
  readonly filter: string;
}

/** One row of the native tree, finished but for the widget. */
export interface GrowthRow {
  /** The same figure keeps its id while the log grows, so that the tree keeps its selection. */
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly tooltip: string;
  readonly accessibleLabel: string;
  readonly icon: GrowthIcon;
  readonly place: { readonly uri: string; readonly range: Range } | null;
  readonly target: FigureTarget | null;
  readonly collapse: "leaf" | "closed" | "open";
  /** Which commands the row offers. */
  readonly context: RowContext;
}

/** `ambiguous` and `chosen`: names with several candidates. `more`: stands for the rows that were not asked for. */
export type RowContext = "plain" | "figure" | "ambiguous" | "chosen" | "more";

export type GrowthIcon =
  | "subject"
  | "handler"
  | "section"
  | "file"
  | "phase"
  | "remainder"
  | "unplaced"
  | "gone"
  | "probe"
  | "problem"
  | "note"
  | "warning"
  | "more";
