// The table of `quartz-rss runs`.
import { t } from "../base/text.ts";
import { formatReading, formatSeconds } from "../base/units.ts";
import type { RunEntry } from "../store/runEntry.ts";
import type { RunFile } from "../store/runFile.ts";
import { plainLine } from "./log/plainLine.ts";

/** Columns in line, a run on each line; empty without runs. */
export function runsText(entries: readonly RunEntry[]): string {
  const rows = entries.map(({ id, run, problem }) =>
    run === undefined ? [id, t("runs.damaged"), oneLine(problem.message)] : [id, run.status, ...cellsOf(run)],
  );
  const widths = [0, 1, 2, 3, 4].map((column) =>
    Math.max(...rows.filter((row) => row.length > 3).map((row) => row[column]?.length ?? 0), 0),
  );
  return rows
    .map(
      (row) =>
        `${row
          .map((cell, at) => cell.padEnd(widths[at] ?? 0))
          .join("  ")
          .trimEnd()}\n`,
    )
    .join("");
}

/** Peak, time, build, names. */
function cellsOf({ peakBytes, peakFrom, wallMs, build, label, note }: RunFile): readonly string[] {
  const peak = peakBytes === null ? "" : formatReading(peakBytes);
  return [
    peakFrom === "reading" ? t("runs.atLeast", { peak }) : peak,
    wallMs === null ? "" : formatSeconds(wallMs),
    oneLine(build ?? ""),
    [label, note]
      .filter((text) => text !== null)
      .map((text) => oneLine(text))
      .join(": "),
  ];
}

/** What a person or another program wrote, fit for a terminal. */
function oneLine(text: string): string {
  return plainLine(text.replace(/\s+/g, " ")).text;
}
