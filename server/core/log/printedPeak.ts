// A peak that stands in the remark of a phase line: `(+5) peak 12470 MB`, `12500 MB peak`.
import { t } from "../base/text.ts";
import { bytesOfMegabytes, type Fault, foundAt, unsafeInteger } from "./fault.ts";

interface PrintedPeak {
  /** Undefined where none is printed, or none that can be used. */
  readonly peakBytes: number | undefined;
  readonly faults: readonly Fault[];
}

const NONE: PrintedPeak = { peakBytes: undefined, faults: [] };

/** `peak`, `Peak RSS:`, `peak = `, and the figure behind it, if there is one. */
const BEHIND = /(?<![\w-])peak(?:[ _-]?rss)?\b\s*[:=]?\s*(?:of\s+)?([~≈]?\s*)(\d\S*)?(?:\s*(MB)\b)?/i;
const BEFORE = /(?<![\w.,])(\d+) ?MB peak\b/i;
const WHOLE = /^(\d+)(MB)?\)?,?$/;

/**
 * @param body what stands behind the tag
 * @param from where its remark may begin: behind the reading
 * @param rssBytes the reading, which is the peak where only the word is printed
 */
export function printedPeak(body: string, from: number, rssBytes: number): PrintedPeak {
  const remark = body.slice(from);
  const before = BEFORE.exec(remark);
  if (before?.[1] !== undefined) {
    return peakOf(before[1], body, from + before.index);
  }
  const match = BEHIND.exec(remark);
  if (match === null) {
    return NONE;
  }
  const [, hedge = "", figure, unit] = match;
  if (figure === undefined) {
    // `12500 MB peak (current ≈ peak)`: the word stands right behind the reading.
    return /^\s*peak\b/i.test(remark) ? { peakBytes: rssBytes, faults: [] } : NONE;
  }
  const at = from + remark.indexOf(figure, match.index + hedge.length);
  const [, digits, glued] = WHOLE.exec(figure) ?? [];
  if (digits === undefined || (unit ?? glued) === undefined) {
    const message = t("problem.malformedPeak", { found: foundAt(body, at) });
    return { peakBytes: undefined, faults: [{ at, code: "malformed-line", message }] };
  }
  return peakOf(digits, body, at);
}

function peakOf(digits: string, body: string, at: number): PrintedPeak {
  const peakBytes = bytesOfMegabytes(Number(digits));
  return Number.isNaN(peakBytes)
    ? { peakBytes: undefined, faults: [unsafeInteger(body, at)] }
    : { peakBytes, faults: [] };
}
