import { t } from "../base/text.ts";
import { type CleanedFrom, originalColumn, spotAfter } from "./cleanLine.ts";
import type { Entry } from "./entry.ts";
import { type Fault, foundAt, quoted, unsafeInteger } from "./fault.ts";

/** What was expected where an entry could not be read on. */
export type ByteFaultKey = "problem.malformedFunction" | "problem.malformedKind";

type Decode = (bytes: Uint8Array) => string;

/** An entry of a line, for the paths on which time does not count: it turns places in bytes into text and columns. */
export class TaggedLine {
  readonly line: number;
  /** A `#` stands before the tag: somebody wrote the line down as what to expect. */
  readonly marked: boolean;
  readonly #decode: Decode;
  readonly #bytes: Uint8Array;
  readonly #from: number;
  readonly #tag: number;
  readonly #end: number;
  readonly #lineEnd: number;
  readonly #origin: CleanedFrom | undefined;

  constructor(decode: Decode, line: number, { bytes, from, tag, end, lineEnd, marked, origin }: Entry) {
    this.#decode = decode;
    this.line = line;
    this.marked = marked;
    this.#bytes = bytes;
    this.#from = from;
    this.#tag = tag;
    this.#end = end;
    this.#lineEnd = lineEnd;
    this.#origin = origin;
  }

  /** What stands behind the first `tagLength` bytes of the tag. */
  body(tagLength: number): string {
    return this.#text(this.#tag + tagLength, this.#end);
  }

  /** The line from the tag on, with what comes behind the entry. */
  rest(): string {
    return this.#text(this.#tag, this.#lineEnd);
  }

  /** The column of a fault in `body(tagLength)`. */
  columnOf(at: number, tagLength: number): number {
    const from = this.#tag + tagLength;
    return this.#origin === undefined
      ? this.#column(from) + at
      : this.#column(from + spotAfter(this.#decode, this.#bytes.subarray(from, this.#end), at));
  }

  /** @param spot the byte at which reading stopped */
  unreadable(spot: number, key: ByteFaultKey): Fault {
    const found = foundAt(this.#text(spot, this.#end), 0);
    return { at: this.#column(spot), code: "malformed-line", message: t(key, { found }) };
  }

  /** The line ended in the middle of what could be read. */
  cutOff(): Fault {
    const message = t("problem.cutLine", { found: quoted(this.body(0)) });
    return { at: this.#column(this.#tag), code: "cut-line", message };
  }

  /** Another entry began in the middle of this one. */
  brokenInto(): Fault {
    const message = t("problem.brokenInto", { found: quoted(this.body(0)) });
    return { at: this.#column(this.#tag), code: "malformed-line", message };
  }

  /** The last thing in a line without end is a name. */
  perhapsCut(spot: number): Fault {
    const message = t("problem.cutName", { found: quoted(this.#text(spot, this.#end)) });
    return { at: this.#column(spot), code: "cut-line", message };
  }

  /** Something that is no entry stands beside entries. */
  noEntry(): Fault {
    const message = t("problem.noEntry", { found: quoted(this.body(0)) });
    return { at: this.#column(this.#tag), code: "malformed-line", message };
  }

  tooLong(limit: number): Fault {
    return { at: this.#column(this.#tag), code: "malformed-line", message: t("problem.longLine", { limit }) };
  }

  /** @param spot where the digits begin */
  unsafe(spot: number): Fault {
    return { ...unsafeInteger(this.#text(spot, this.#end), 0), at: this.#column(spot) };
  }

  /** Of the line as it stands in the file, before it was cleaned. */
  #column(spot: number): number {
    if (this.#origin === undefined) {
      return this.#text(this.#from, spot).length;
    }
    return originalColumn(this.#decode, this.#origin, spot);
  }

  #text(from: number, to: number): string {
    return this.#decode(this.#bytes.subarray(from, to));
  }
}
