// One line → its cells.

/** What stands between cells: `| a | b |`, `a | b`, tabs, two or more blanks. */
export type Layout = "edged" | "piped" | "tabbed" | "spaced";

export interface Cell {
  /** Without blanks around it. */
  readonly text: string;
  /** Where `text` begins in the line, in UTF-16 code units. */
  readonly at: number;
}

/** A line with more cells is not one that a person wrote. */
const MAX_CELLS = 64;

/** Indentation, quote marks, a bullet. */
const LEAD = /^[ \t>]*(?:\* +)?/;

/** Offset at which a line's own text begins. */
export function leadOf(text: string): number {
  return LEAD.exec(text)?.[0].length ?? 0;
}

/** Undefined where nothing in the line could part cells. */
export function layoutOf(text: string): Layout | undefined {
  const from = leadOf(text);
  if (text.startsWith("|", from)) {
    return "edged";
  }
  if (text.includes("|", from)) {
    return "piped";
  }
  if (text.includes("\t", from)) {
    return "tabbed";
  }
  return text.includes("  ", from) ? "spaced" : undefined;
}

/** Undefined where the line is none of this layout, or has more cells than a table has. Only an edged one can be alone. */
export function cellsOf(text: string, layout: Layout): readonly Cell[] | undefined {
  const cells = layout === "spaced" ? wordGroups(text) : separated(text, layout);
  const fewest = layout === "edged" ? 1 : 2;
  return cells.length < fewest || cells.length > MAX_CELLS ? undefined : cells;
}

function separated(text: string, layout: "edged" | "piped" | "tabbed"): readonly Cell[] {
  // A tab in front of a tabbed line stands behind an empty cell.
  const from = layout === "tabbed" ? /^[ >]*/.exec(text)?.[0].length : leadOf(text);
  const start = from ?? 0;
  if (layout === "tabbed") {
    return split(text, start, text.length, "\t");
  }
  const edged = text.startsWith("|", start);
  if (edged !== (layout === "edged")) {
    return [];
  }
  const trimmed = text.trimEnd();
  const closed = trimmed.length > start + 1 && trimmed.endsWith("|") && !trimmed.endsWith("\\|");
  return split(text, edged ? start + 1 : start, trimmed.length - (closed ? 1 : 0), "|");
}

function split(text: string, from: number, to: number, separator: string): readonly Cell[] {
  const cells: Cell[] = [];
  let start = from;
  for (let at = from; at < to && cells.length <= MAX_CELLS; at++) {
    if (text[at] === separator && text[at - 1] !== "\\") {
      cells.push(trimmed(text, start, at));
      start = at + 1;
    }
  }
  cells.push(trimmed(text, start, to));
  return cells;
}

function trimmed(text: string, from: number, to: number): Cell {
  const raw = text.slice(from, to);
  const inner = raw.trimStart();
  return { text: inner.trimEnd(), at: from + raw.length - inner.length };
}

function wordGroups(text: string): readonly Cell[] {
  const cells: Cell[] = [];
  const lead = leadOf(text);
  // Other blanks than these two part digits into groups.
  for (const { 0: group, index } of text.slice(lead).matchAll(/[^ \t\r]+(?: [^ \t\r]+)*/g)) {
    cells.push({ text: group, at: lead + index });
    if (cells.length > MAX_CELLS) {
      break;
    }
  }
  return cells;
}
