// One row of the "Leaking functions" tree, as data.
import type { Range } from "../base/range.ts";
import type { FigureTarget } from "./lenses.ts";

export const SORT_ORDERS = ["growth", "perLine", "name"] as const;
export type SortOrder = (typeof SORT_ORDERS)[number];

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
  readonly children: readonly GrowthRow[];
}

export type GrowthIcon =
  | "subject"
  | "handler"
  | "section"
  | "remainder"
  | "unplaced"
  | "problem"
  | "note"
  | "warning";

/** A row with what it is sorted by. */
export interface SortableRow {
  readonly row: GrowthRow;
  readonly name: string;
  readonly bytes: number;
  readonly bytesPerLine: number;
}

/** A row that leads nowhere and holds nothing yet. */
export function plain(id: string, label: string, description: string, icon: GrowthIcon): GrowthRow {
  const accessibleLabel = `${label}, ${description}`;
  return {
    id,
    label,
    description,
    tooltip: "",
    accessibleLabel,
    icon,
    place: null,
    target: null,
    children: [],
  };
}
