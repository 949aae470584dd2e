import { t } from "../base/text.ts";
import { MEBIBYTE } from "../base/units.ts";
import type { ProblemCode } from "./record.ts";

/** A problem within one text, before line and column are known. */
export interface Fault {
  /** Offset in the text, in UTF-16 code units. */
  readonly at: number;
  readonly code: ProblemCode;
  readonly message: string;
}

const SHOWN_LENGTH = 40;

/** What a message says was found at `at`: the text up to the next blank, or that the line ended. */
export function foundAt(text: string, at: number): string {
  const [word = ""] = text.slice(at, at + SHOWN_LENGTH + 1).split(/\s/, 1);
  return word === "" ? t("problem.endOfLine") : quoted(word);
}

/** The beginning of `text`, in quotes. */
export function quoted(text: string): string {
  return text.length > SHOWN_LENGTH ? `\`${text.slice(0, SHOWN_LENGTH)}…\`` : `\`${text}\``;
}

/** A value beyond a safe integer: its record is kept with NaN, and the text as printed goes into the message. */
export function unsafeInteger(text: string, at: number): Fault {
  const message = t("problem.unsafeInteger", {
    found: foundAt(text, at),
    limit: t("problem.unsafeBytes", { limit: Number.MAX_SAFE_INTEGER }),
  });
  return { at, code: "unsafe-integer", message };
}

/** Signed whole MB in bytes; NaN where that is not a safe integer. */
export function bytesOfMegabytes(megabytes: number): number {
  return safeInteger(megabytes * MEBIBYTE);
}

/** `value`, or NaN where it is not a safe integer. */
export function safeInteger(value: number): number {
  return Number.isSafeInteger(value) ? value : Number.NaN;
}
