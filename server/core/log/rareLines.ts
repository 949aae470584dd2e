// Every line shape as text, read without hurry: phases, counts, notes, and whatever the fast reading refused.
import { t } from "../base/text.ts";
import { MEBIBYTE } from "../base/units.ts";
import type { ProblemCode } from "./record.ts";

/** What one line turned out to be. Columns are 0-based, in UTF-16 code units of the line. */
export type Line =
  | { readonly type: "phase"; readonly expected: boolean; readonly phase: PhaseLine }
  | { readonly type: "peak"; readonly expected: boolean; readonly peakBytes: number }
  | { readonly type: "function"; readonly expected: boolean; readonly name: string; readonly deltaBytes: number }
  | { readonly type: "kind"; readonly expected: boolean; readonly number: number; readonly deltaBytes: number; readonly count: number }
  | { readonly type: "counts"; readonly counts: readonly (readonly [key: string, value: number])[] }
  | { readonly type: "note"; readonly expected: boolean; readonly text: string }
  | { readonly type: "unknown" }
  | { readonly type: "problem"; readonly code: ProblemCode; readonly column: number; readonly message: string }
  | { readonly type: "other" };

export interface PhaseLine {
  readonly name: string;
  readonly rssBytes: number;
  readonly deltaBytes: number | undefined;
  readonly elapsedMs: number | undefined;
  readonly approximate: boolean;
  readonly isPeak: boolean;
  readonly remark: string;
}

const TAG = /\[(mem(?:-[\w-]+)?\]|kind\b)/;
const EXPECTED = /^\s*#/;
const PHASE = /^\s*([A-Za-z_][\w.$-]*)\s*:\s*(~?)\s*(\d+)\s*MB\b(.*)$/;
const DELTA = /\(\s*~?([+-]{0,2})\s*(\d+)\s*\)/;
const ELAPSED = /\(\s*~?(\d+)\s*ms\)?/;
const FUNCTION = /^\s*~?([+-]{1,2})\s*(\d+)\s*MB\s*:\s*(\S+)\s*$/;
const KIND = /^\s*(\d+)\]\s*~?([+-]{1,2})\s*(\d+)\s*MB\s*\/\s*(\d+)\s*[A-Za-z]*\s*$/;
const ONE_COUNT = /^\s*([^:=]+?)\s*:\s*(\d+)\s*$/;
const MANY_COUNTS = /^\s*([^:=]+?)\s*:\s*((?:\w+=\d+\s*)+)$/;
const NOTE = /^\s*\.\.\.\s*(\d+ total functions .*?)\s*\.*\s*$/;
const EXPECTATION_NOTE = /^\s*#\s*((?:Expected|Wall time)\b.*?)\s*$/;

/** @param cut the line has no line end: it may be half a line, so what could be read falsely is not read */
export function readLine(text: string, cut: boolean): Line {
  const tag = TAG.exec(text);
  const expected = EXPECTED.test(text);
  if (tag === null) {
    const note = NOTE.exec(text) ?? EXPECTATION_NOTE.exec(text);
    return note === null ? { type: "other" } : { type: "note", expected, text: note[1] ?? "" };
  }
  const at = tag.index + tag[0].length;
  const rest = text.slice(at);
  switch (tag[1]) {
    case "mem]":
      return readMemory(rest, at, expected, cut);
    case "mem-fn]":
      return readFunction(rest, at, expected);
    case "kind":
      return readKind(rest, at, expected);
    default:
      return { type: "unknown" };
  }
}

function readMemory(rest: string, at: number, expected: boolean, cut: boolean): Line {
  const phase = PHASE.exec(rest);
  if (phase !== null) {
    return readPhase(phase, rest, at, expected, cut);
  }
  if (/\bMB\b/.test(rest) && /:\s*~?[\d.]/.test(rest)) {
    return malformed(rest, at, t("problem.phaseExpected", { found: rest.trim() }));
  }
  const one = ONE_COUNT.exec(rest);
  if (cut && one !== null) {
    return { type: "problem", code: "cut-line", column: at, message: t("problem.cut", { found: rest.trim() }) };
  }
  if (one !== null) {
    return readCounts([[one[1] ?? "", one[2] ?? ""]], rest, at);
  }
  const many = MANY_COUNTS.exec(rest);
  if (many === null) {
    return { type: "unknown" };
  }
  const pairs = (many[2] ?? "").trim().split(/\s+/).map((pair) => pair.split("="));
  return readCounts(pairs.map(([key, value]) => [`${many[1]}.${key}`, value ?? ""]), rest, at);
}

function readCounts(pairs: readonly (readonly [string, string])[], rest: string, at: number): Line {
  const unsafe = pairs.find(([, value]) => !Number.isSafeInteger(Number(value)));
  return unsafe === undefined
    ? { type: "counts", counts: pairs.map(([key, value]) => [key, Number(value)]) }
    : unsafeInteger(rest, at, unsafe[1]);
}

function readPhase(match: RegExpExecArray, rest: string, at: number, expected: boolean, cut: boolean): Line {
  const [, name = "", tilde, value = "", behind = ""] = match;
  const delta = DELTA.exec(behind);
  const elapsed = ELAPSED.exec(behind);
  const unclosed = behind.replace(DELTA, "").replace(ELAPSED, "");
  if (cut && unclosed.includes("(") && !unclosed.includes(")")) {
    return { type: "problem", code: "cut-line", column: at, message: t("problem.cut", { found: rest.trim() }) };
  }
  const unsafe = [value, delta?.[2]].find((digits) => digits !== undefined && !isSafeMegabytes(digits));
  if (unsafe !== undefined) {
    return unsafeInteger(rest, at, unsafe);
  }
  const rssBytes = Number(value) * MEBIBYTE;
  if (name === "peak") {
    return { type: "peak", expected: expected || tilde !== "", peakBytes: rssBytes };
  }
  const remark = unclosed.replace(/^[\s,]+|\s+$/g, "");
  const phase = {
    ...{ name, rssBytes, approximate: tilde !== "" },
    deltaBytes: delta === null ? undefined : signed(delta[1] ?? "", Number(delta[2])),
    elapsedMs: elapsed === null ? undefined : Number(elapsed[1]),
    isPeak: /^peak\b/.test(remark),
    remark: remark === "current" ? "" : remark,
  };
  return { type: "phase", expected: expected || tilde !== "", phase };
}

function readFunction(rest: string, at: number, expected: boolean): Line {
  const match = FUNCTION.exec(rest);
  if (match === null) {
    return malformed(rest, at, t("problem.functionExpected", { found: rest.trim() }));
  }
  const [, sign = "", digits = "", name = ""] = match;
  const deltaBytes = isSafeMegabytes(digits) ? signed(sign, Number(digits)) : Number.NaN;
  return { type: "function", expected, name, deltaBytes };
}

function readKind(rest: string, at: number, expected: boolean): Line {
  const match = KIND.exec(rest);
  const [, number = "", sign = "", digits = "", count = ""] = match ?? [];
  if (match === null || Number(number) > 0xffff_ffff) {
    return malformed(rest, at, t("problem.kindExpected", { found: rest.trim() }));
  }
  return {
    ...{ type: "kind", expected, number: Number(number) },
    deltaBytes: isSafeMegabytes(digits) ? signed(sign, Number(digits)) : Number.NaN,
    count: Number.isSafeInteger(Number(count)) ? Number(count) : Number.NaN,
  };
}

/** Text of an unreadable value in a line that is kept as a record: for the problem beside it. */
export function unsafeText(text: string): { readonly column: number; readonly digits: string } {
  const match = /\d{10,}/.exec(text);
  return { column: match?.index ?? 0, digits: match?.[0] ?? "" };
}

function isSafeMegabytes(digits: string): boolean {
  return Number.isSafeInteger(Number(digits) * MEBIBYTE);
}

function signed(sign: string, megabytes: number): number {
  return sign.endsWith("-") ? 0 - megabytes * MEBIBYTE : megabytes * MEBIBYTE;
}

function malformed(rest: string, at: number, message: string): Line {
  return { type: "problem", code: "malformed-line", column: at + (rest.length - rest.trimStart().length), message };
}

function unsafeInteger(rest: string, at: number, digits: string): Line {
  const column = at + Math.max(0, rest.indexOf(digits));
  return { type: "problem", code: "unsafe-integer", column, message: t("problem.unsafe", { found: digits }) };
}
