// Rows of phases: `| typecheck | 17028 | 6530 | 11521 |` below `| phase | current MB | delta MB | elapsed ms |`.
import type { Role } from "./columns.ts";
import { type Figure, isGiven, plain, readDelta, readElapsed, readReading } from "./figure.ts";
import type { PlacedRow } from "./placedRow.ts";
import {
  entryOf,
  FRAME,
  isApproximate,
  type Read,
  type TableLine,
  unreadableAmong,
  valueIn,
} from "./tableLine.ts";

/** A phase's name is one word, as in the log. */
const NAME = /^([A-Za-z_][\w.$-]{0,255})\s?:?$/;
const PEAK = /^peak(?:[ _]?rss)?\s?:?$/i;

/** Rows about the whole run. */
const NO_PHASE = /^(?:total|sum|all|wall|elapsed|time|average)\b/i;

const FIGURES: readonly Role[] = ["reading", "delta", "elapsed", "peak"];

export function readPhaseRow(row: PlacedRow): TableLine {
  const key = plain(row.cells.get("phase")?.text ?? "");
  const reading = readAt(row, "reading", readReading);
  if (PEAK.test(key)) {
    const peakBytes = valueIn(reading);
    return peakBytes === undefined
      ? (unreadableAmong([reading]) ?? FRAME)
      : entryOf({ type: "peak", peakBytes, approximate: isApproximate(reading) }, [reading]);
  }
  const name = NO_PHASE.test(key) ? undefined : NAME.exec(key)?.[1];
  if (name === undefined) {
    return FRAME;
  }
  const delta = readAt(row, "delta", readDelta);
  const elapsed = readAt(row, "elapsed", readElapsed);
  const peak = readAt(row, "peak", readReading);
  const reads = [reading, delta, elapsed, peak];
  const rssBytes = valueIn(reading);
  const unreadable = unreadableAmong(reads);
  // A growth without the reading it led to is no reading.
  if (unreadable !== undefined || rssBytes === undefined) {
    return unreadable ?? FRAME;
  }
  const phase = {
    ...{ name, rssBytes, deltaBytes: valueIn(delta), elapsedMs: valueIn(elapsed) },
    approximate: isApproximate(reading),
    remark: remarkOf(row, reads),
    peakBytes: valueIn(peak) ?? (isCalledPeak(reading.figure) ? rssBytes : undefined),
  };
  return entryOf({ type: "phase", phase }, reads);
}

function readAt(
  { cells }: PlacedRow,
  role: Role,
  read: (text: string, perUnit: number | undefined) => Figure,
): Read {
  const cell = cells.get(role) ?? { text: "", at: 0, perUnit: undefined };
  return { cell, figure: read(cell.text, cell.perUnit) };
}

/** `12500 MB peak` says that the reading is the peak. */
function isCalledPeak(figure: Figure): boolean {
  return figure.type === "value" && /^peak\b/.test(figure.rest);
}

/** Cells that hold words. A number in a column that we do not know says nothing without its heading. */
function remarkOf({ cells, others }: PlacedRow, reads: readonly Read[]): string {
  const read = reads.filter(({ figure }) => figure.type === "value").map(({ cell }) => cell);
  const unread = [...cells]
    .filter(([role, cell]) => role !== "phase" && !(FIGURES.includes(role) && read.includes(cell)))
    .map(([, cell]) => cell);
  return [...unread, ...others]
    .sort((a, b) => a.at - b.at)
    .filter(({ text }) => isGiven(text) && /\p{L}/u.test(text))
    .map(({ text }) => plain(text))
    .join(", ");
}
