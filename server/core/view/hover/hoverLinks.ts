// The ways that lead on from a hover: to the log's line, to the chart, to the tree.
import { t } from "../../base/text.ts";
import type { FigureTarget } from "../lenses.ts";
import { escapeMarkdown, markdownLink } from "../markdown.ts";

export interface HoverLinks {
  /** URI of the log. */
  readonly log: string;
  /** Commands that take a `FigureTarget`; undefined where the client does not carry them out. */
  readonly chartCommand: string | undefined;
  readonly treeCommand: string | undefined;
}

/** @param line 0-based */
export function logLink({ log }: HoverLinks, line: number): string {
  return markdownLink(escapeMarkdown(t("tree.logLine", { line: line + 1 })), `${log}#L${line + 1}`);
}

/** None for a client that carries out neither command. */
export function figureLinks(
  { chartCommand, treeCommand }: HoverLinks,
  target: FigureTarget,
): readonly string[] {
  return [
    ...(chartCommand === undefined ? [] : [commandLink(t("hover.chart"), chartCommand, target)]),
    ...(treeCommand === undefined ? [] : [commandLink(t("hover.tree"), treeCommand, target)]),
  ];
}

function commandLink(label: string, command: string, target: FigureTarget): string {
  return markdownLink(label, `command:${command}?${encodeURIComponent(JSON.stringify([target]))}`);
}
