import { t } from "../base/text.ts";
import { trimmedEnd } from "./bytes.ts";
import { type Fault, foundAt, quoted, unsafeInteger } from "./fault.ts";

/** What was expected where a line of bytes could not be read on. */
export type ByteFaultKey = "problem.malformedFunction" | "problem.malformedKind" | "problem.secondTag";

/** A line with a tag, for the paths on which time does not count: it turns places in bytes into text and columns. */
export class TaggedLine {
  readonly line: number;
  /** A `#` stands before the tag: somebody wrote the line down as what to expect. */
  readonly marked: boolean;
  readonly #decode: (bytes: Uint8Array) => string;
  readonly #bytes: Uint8Array;
  readonly #from: number;
  readonly #tag: number;
  readonly #end: number;

  constructor(
    decode: (bytes: Uint8Array) => string,
    bytes: Uint8Array,
    place: { readonly line: number; readonly from: number; readonly tag: number; readonly end: number },
    marked: boolean,
  ) {
    this.line = place.line;
    this.marked = marked;
    this.#decode = decode;
    this.#bytes = bytes;
    this.#from = place.from;
    this.#tag = place.tag;
    this.#end = trimmedEnd(bytes, place.tag, place.end);
  }

  /** What stands behind the first `tagLength` bytes of the tag. */
  body(tagLength: number): string {
    return this.#text(this.#tag + tagLength, this.#end);
  }

  /** Columns of faults in `body(tagLength)` as columns of the line. */
  columnOf(at: number, tagLength: number): number {
    return this.#column(this.#tag + tagLength) + at;
  }

  /** @param spot the byte at which reading stopped */
  unreadable(spot: number, key: ByteFaultKey): Fault {
    const found = foundAt(this.#text(spot, this.#end), 0);
    return { at: this.#column(spot), code: "malformed-line", message: t(key, { found }) };
  }

  /** The line ended in the middle of what could be read. */
  cutOff(): Fault {
    const message = t("problem.cutLine", { found: quoted(this.#text(this.#tag, this.#end)) });
    return { at: this.#column(this.#tag), code: "cut-line", message };
  }

  tooLong(limit: number): Fault {
    return { at: this.#column(this.#tag), code: "malformed-line", message: t("problem.longLine", { limit }) };
  }

  /** @param spot where the digits begin */
  unsafe(spot: number): Fault {
    return { ...unsafeInteger(this.#text(spot, this.#end), 0), at: this.#column(spot) };
  }

  #column(spot: number): number {
    return this.#text(this.#from, spot).length;
  }

  #text(from: number, to: number): string {
    return this.#decode(this.#bytes.subarray(from, to));
  }
}
