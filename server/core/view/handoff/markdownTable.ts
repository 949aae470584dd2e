// Tables in Markdown that people read and our own log reader reads again.
import { inlineCode } from "../markdown.ts";

export interface TableColumn {
  readonly heading: string;
  readonly align: "left" | "right";
}

/** Lines of a table; no line where there is no row. Cells are Markdown without line breaks. */
export function markdownTable(
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
): readonly string[] {
  if (rows.length === 0) {
    return [];
  }
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [
    line(columns.map(({ heading }) => heading)),
    line(columns.map(({ align }) => (align === "right" ? "---:" : "---"))),
    ...rows.map(line),
  ];
}

/** Text of the log as code in a cell, where a bar would end the cell. */
export function codeCell(text: string): string {
  return inlineCode(text).replaceAll("|", "\\|");
}

/** Lines that are shown as they are, in a fence that none of them closes. */
export function fenced(lines: readonly string[], language: string): readonly string[] {
  const longest = lines.join("\n").match(/`+/g) ?? [];
  const fence = "`".repeat(Math.max(3, ...longest.map((run) => run.length + 1)));
  return [`${fence}${language}`, ...lines, fence];
}

/** A part of the page under its heading; nothing where it has no body. Blocks are parted by an empty line. */
export function section(heading: string, blocks: readonly (readonly string[])[]): readonly string[] {
  const filled = blocks.filter((block) => block.length > 0);
  return filled.length === 0 ? [] : ["", `## ${heading}`, ...filled.flatMap((block) => ["", ...block])];
}
