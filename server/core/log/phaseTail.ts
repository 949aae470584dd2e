// What stands behind the MB of a phase line: `(+5401)   (9871ms)`, `, 82 modules`, `(+6500) ← THE TARGET DELTA`.
import { t } from "../base/text.ts";
import { bytesOfMegabytes, type Fault, foundAt, unsafeInteger } from "./fault.ts";

interface PhaseTail {
  readonly deltaBytes: number | undefined;
  readonly elapsedMs: number | undefined;
  readonly remark: string;
  readonly faults: readonly Fault[];
}

type Bracket =
  | { readonly type: "delta" | "time"; readonly value: number }
  | { readonly type: "cut" | "malformed" | "words" };

const DELTA = /^(?:~\s*)?[+±]?(-?)\s*(\d+)(?:\s*MB)?$/;
const ELAPSED = /^(\d+(?:\.\d+)?)\s*(ms|s)$/;

/** Brackets that claim to hold a figure. */
const FIGURE_LIKE = /^[+\-~±–]|\d\s*m?s$|^delta\b|^\d+$/;

/**
 * @param body what stands behind `[mem]`, so that offsets of faults are offsets in it
 * @param from where its tail begins
 * @param cut the line has no end: a bracket that is open may hold only half a figure
 */
export function readTail(body: string, from: number, cut: boolean): PhaseTail {
  let deltaBytes: number | undefined;
  let elapsedMs: number | undefined;
  let remark = "";
  let behind = from;
  const faults: Fault[] = [];
  for (const { 0: text, index } of body.slice(from).matchAll(/\([^)]*\)?/g)) {
    const at = from + index;
    const bracket = readBracket(text, cut);
    if (bracket.type === "delta") {
      deltaBytes ??= bracket.value;
    } else if (bracket.type === "time") {
      elapsedMs ??= bracket.value;
    }
    faults.push(...faultsOf(bracket, body, at));
    if (bracket.type === "words" || bracket.type === "malformed") {
      continue;
    }
    remark += `${body.slice(behind, at)} `;
    behind = at + text.length;
  }
  return { deltaBytes, elapsedMs, remark: remarkOf(remark + body.slice(behind)), faults };
}

function readBracket(text: string, cut: boolean): Bracket {
  const closed = text.endsWith(")");
  const inside = text.slice(1, closed ? -1 : undefined).trim();
  // A time ends in its unit, so it is whole even where the bracket is not closed.
  const [, time, unit] = ELAPSED.exec(inside) ?? [];
  // `9.9s` may be a cut `9.9 something`, but a time that is closed is one.
  if (time !== undefined && (closed || unit === "ms")) {
    const ms = unit === "ms" ? Number(time) : Math.round(Number(time) * 1000);
    return { type: "time", value: ms <= Number.MAX_SAFE_INTEGER ? ms : Number.NaN };
  }
  const [, minus, megabytes] = (closed ? DELTA.exec(inside) : null) ?? [];
  // A tolerance is no growth, unless it is none.
  const isTolerance = inside.includes("±") && Number(megabytes) !== 0;
  if (megabytes !== undefined && !isTolerance) {
    return {
      type: "delta",
      value: bytesOfMegabytes(minus === "-" ? 0 - Number(megabytes) : Number(megabytes)),
    };
  }
  if (cut && !closed) {
    return { type: "cut" };
  }
  return { type: FIGURE_LIKE.test(inside) ? "malformed" : "words" };
}

function faultsOf(bracket: Bracket, body: string, at: number): readonly Fault[] {
  switch (bracket.type) {
    case "words":
      return [];
    case "cut":
      return [{ at, code: "cut-line", message: t("problem.cutFigure", { found: foundAt(body, at) }) }];
    case "malformed":
      return [
        { at, code: "malformed-line", message: t("problem.malformedFigure", { found: foundAt(body, at) }) },
      ];
    case "delta":
    case "time":
      return Number.isNaN(bracket.value) ? [unsafeInteger(body, at)] : [];
  }
}

/** `current` belongs to the shape of the first line and says nothing of its own. */
function remarkOf(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/^ ?,/, "")
    .replace(/^ ?current\b/, "")
    .trim();
}
