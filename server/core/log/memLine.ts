// Lines behind `[mem]`: readings, state counts, a printed peak. They are few, so they are read as text.
import { t } from "../base/text.ts";
import { type CountEntry, readCounts } from "./countLine.ts";
import { bytesOfMegabytes, type Fault, foundAt, quoted, unsafeInteger } from "./fault.ts";
import { KNOWN_PHASES } from "./phases.ts";
import { readTail } from "./phaseTail.ts";
import { printedPeak } from "./printedPeak.ts";

/** What a phase line says. */
export interface PhaseFigures {
  readonly name: string;
  readonly rssBytes: number;
  readonly deltaBytes: number | undefined;
  readonly elapsedMs: number | undefined;
  readonly approximate: boolean;
  readonly remark: string;
  /** The peak that the line prints, if it prints one. */
  readonly peakBytes: number | undefined;
}

/** What a `[mem]` line is. Faults of a line that is read all the same say what of it is left out. */
type MemLine =
  | { readonly type: "phase"; readonly phase: PhaseFigures; readonly faults: readonly Fault[] }
  | {
      readonly type: "peak";
      readonly peakBytes: number;
      readonly approximate: boolean;
      readonly faults: readonly Fault[];
    }
  | { readonly type: "counts"; readonly entries: readonly CountEntry[]; readonly faults: readonly Fault[] }
  | { readonly type: "unreadable"; readonly fault: Fault }
  | { readonly type: "unknown" };

/** A phase's name is one word: `tc pool: 12 MB` is the size of something, not a reading. */
const HEAD = /^\s*([A-Za-z_][\w.$-]{0,255}|peak rss)\s*:/i;
/** Names that need no colon, since they can be nothing else. */
const HEAD_WITHOUT_COLON = new RegExp(`^\\s*(peak(?:[ _]rss)?|${KNOWN_PHASES})\\s+(?=~?\\s*\\d)`, "i");
/** Behind it stands no rate (`5 MB/s`), no whole (`50 of 100 MB`) and no other state (`5401 MB → 737 MB`). */
const READING = /^(\d+)\s*MB(?![\w/]|\s*(?:→|->|of\b))/;
const UNREADABLE_READING = /^\S*?\s*(?:[KMG]i?B|MB\/\S*)(?!\w)/;
const PEAK_NAME = /^peak(?:[ _]?rss)?$/i;
/** Figures of a phase without their unit are no count. */
const PHASE_NAME = new RegExp(`^(?:${KNOWN_PHASES})$`);

/**
 * @param body what stands behind the tag, blanks at its end left out
 * @param cut the line has no end, so that only what is certainly whole counts
 */
export function readMemLine(body: string, cut: boolean): MemLine {
  const [head, name] = HEAD.exec(body) ?? HEAD_WITHOUT_COLON.exec(body) ?? [];
  if (head !== undefined && name !== undefined) {
    const line = readReading(body, head.length, name, cut);
    if (line !== undefined) {
      return line;
    }
  }
  if (cut) {
    // `typecheck: 5776` may have gone on as ` MB`, `3042` as `30425`: without a line end neither is a count.
    const at = body.length - body.slice(head?.length ?? 0).trimStart().length;
    return {
      type: "unreadable",
      fault: { at, code: "cut-line", message: t("problem.cutLine", { found: quoted(body.trim()) }) },
    };
  }
  const counts = readCounts(body);
  return counts === undefined ? { type: "unknown" } : { type: "counts", ...counts };
}

function readReading(body: string, from: number, name: string, cut: boolean): MemLine | undefined {
  const approximate = /^\s*~/.test(body.slice(from));
  const value = (approximate ? body.slice(body.indexOf("~", from) + 1) : body.slice(from)).trimStart();
  const at = body.length - value.length;
  const [printed, megabytes] = READING.exec(value) ?? [];
  if (printed === undefined || megabytes === undefined) {
    const message = t("problem.malformedReading", { found: foundAt(body, at) });
    return UNREADABLE_READING.test(value) || (PHASE_NAME.test(name) && /^\d/.test(value) && !cut)
      ? { type: "unreadable", fault: { at, code: "malformed-line", message } }
      : undefined;
  }
  const rssBytes = bytesOfMegabytes(Number(megabytes));
  const tail = readTail(body, at + printed.length, cut);
  const faults = Number.isNaN(rssBytes) ? [unsafeInteger(body, at), ...tail.faults] : tail.faults;
  if (PEAK_NAME.test(name)) {
    return { type: "peak", peakBytes: rssBytes, approximate, faults };
  }
  const { deltaBytes, elapsedMs, remark } = tail;
  const peak = printedPeak(body, at + printed.length, rssBytes);
  const phase = { name, rssBytes, deltaBytes, elapsedMs, approximate, remark, peakBytes: peak.peakBytes };
  return { type: "phase", phase, faults: [...faults, ...peak.faults] };
}
