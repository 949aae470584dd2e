// What the text of a value may be. A form reads undefined where the text is not of it.
import { safeInteger } from "../fault.ts";
import type { SourcePlace } from "../record.ts";

/** Texts that say what was expected. */
export type ExpectedKey =
  | "problem.ownText"
  | "problem.ownBytes"
  | "problem.ownReading"
  | "problem.ownCount"
  | "problem.ownIndex"
  | "problem.ownKindNumber"
  | "problem.ownSource"
  | "problem.ownEdge"
  | "problem.ownTime";

/** Texts that write the highest safe value. */
export type LimitKey = "problem.unsafeBytes" | "problem.unsafeCount" | "problem.unsafeTime";

/** How a value is written. */
export interface Form<T> {
  readonly expected: ExpectedKey;
  /** For forms that read NaN where a figure is not safe. */
  readonly limit?: LimitKey;
  readonly read: (text: string) => T | undefined;
}

const MAX_KIND_NUMBER = 0xffff_fffe;
const INTEGER = /^[+-]?\d+$/;
const NATURAL = /^(?:\+?\d+|-0+)$/;

/** Names and labels. */
export const TEXT: Form<string> = {
  expected: "problem.ownText",
  read: (text) => (text === "" ? undefined : text),
};

/** Signed. NaN beyond a safe integer. */
export const BYTES: Form<number> = {
  expected: "problem.ownBytes",
  limit: "problem.unsafeBytes",
  read: (text) => exact(INTEGER, text),
};

/** Bytes of which there cannot be less than 0. NaN beyond a safe integer. */
export const READING: Form<number> = {
  expected: "problem.ownReading",
  limit: "problem.unsafeBytes",
  read: (text) => exact(NATURAL, text),
};

/** NaN beyond a safe integer. */
export const COUNT: Form<number> = {
  expected: "problem.ownCount",
  limit: "problem.unsafeCount",
  read: (text) => exact(NATURAL, text),
};

/** It says which place is meant, so there is no NaN: a place that is not known is none. */
export const INDEX: Form<number> = {
  expected: "problem.ownIndex",
  read: (text) => atMost(exact(NATURAL, text), Number.MAX_SAFE_INTEGER),
};

/** As for an index. The highest number of 32 bits is left free for whoever keeps them in columns. */
export const KIND_NUMBER: Form<number> = {
  expected: "problem.ownKindNumber",
  read: (text) => atMost(exact(NATURAL, text), MAX_KIND_NUMBER),
};

/** Milliseconds, 0 or more. NaN beyond a safe integer. */
export const TIME: Form<number> = {
  expected: "problem.ownTime",
  limit: "problem.unsafeTime",
  read: (text) =>
    /^\d+(?:\.\d+)?$/.test(text) ? (atMost(Number(text), Number.MAX_SAFE_INTEGER) ?? Number.NaN) : undefined,
};

/** `FILE:LINE`, where the file may have colons of its own. The line is 1-based in the log, 0-based here. */
export const SOURCE: Form<SourcePlace> = {
  expected: "problem.ownSource",
  read: (text) => {
    const colon = text.lastIndexOf(":");
    const digits = text.slice(colon + 1);
    const line = /^\d+$/.test(digits) ? Number(digits) : Number.NaN;
    return colon > 0 && line >= 1 && line <= Number.MAX_SAFE_INTEGER
      ? { file: text.slice(0, colon), line: line - 1 }
      : undefined;
  },
};

/** True for an entry, false for an exit. */
export const EDGE: Form<boolean> = {
  expected: "problem.ownEdge",
  read: (text) => (text === "enter" ? true : text === "leave" ? false : undefined),
};

/** NaN beyond a safe integer. */
function exact(pattern: RegExp, text: string): number | undefined {
  // Adding 0 makes 0 of −0.
  return pattern.test(text) ? safeInteger(Number(text) + 0) : undefined;
}

/** Undefined also for NaN. */
function atMost(value: number | undefined, limit: number): number | undefined {
  return value !== undefined && value <= limit ? value : undefined;
}
