import {
  CAPITAL_B,
  CAPITAL_M,
  DIGIT_0,
  DIGIT_9,
  MINUS,
  PLUS,
  skipBlanks,
  TILDE,
  trimmedEnd,
} from "./bytes.ts";

/**
 * A place in the bytes of one line, for reading without making strings. One cursor serves all lines, since an object
 * for each of two million lines costs more than reading them. Where a step fails, `at` stands on what was unexpected.
 */
export class Cursor {
  bytes: Uint8Array = new Uint8Array();
  at = 0;
  /** End of the line's text, blanks behind it left out. */
  end = 0;
  /** What `amount` read: signed whole MB. */
  megabytes = 0;
  /** The amount was written with `~`. */
  approximate = false;
  /** Where the digits of the amount begin. */
  amountFrom = 0;
  /** Where the name that was read ends. */
  nameEnd = 0;
  /** Where the digits read last begin. */
  digitsFrom = 0;

  open(bytes: Uint8Array, at: number, end: number): void {
    this.bytes = bytes;
    this.at = at;
    this.end = trimmedEnd(bytes, at, end);
    this.approximate = false;
  }

  /** Steps over blanks and then over `byte`, if that is what comes. */
  eat(byte: number): boolean {
    this.at = skipBlanks(this.bytes, this.at, this.end);
    if (this.at < this.end && this.bytes[this.at] === byte) {
      this.at++;
      return true;
    }
    return false;
  }

  /** Steps over blanks and a whole number, and returns it; −1 when there is none. */
  digits(): number {
    this.at = skipBlanks(this.bytes, this.at, this.end);
    this.digitsFrom = this.at;
    let value = 0;
    while (this.at < this.end) {
      const byte = this.bytes[this.at] ?? 0;
      if (byte < DIGIT_0 || byte > DIGIT_9) {
        break;
      }
      value = value * 10 + (byte - DIGIT_0);
      this.at++;
    }
    return this.at === this.digitsFrom ? -1 : value;
  }

  /** Steps over `+93  MB`, `-5 MB`, `+-5 MB`, `~5 MB`. */
  amount(): boolean {
    this.#tilde();
    this.eat(PLUS);
    const negative = this.eat(MINUS);
    this.#tilde();
    const value = this.digits();
    this.amountFrom = this.digitsFrom;
    if (value < 0) {
      return false;
    }
    // Not −value: that would make −0 of 0.
    this.megabytes = negative ? 0 - value : value;
    if (!this.eat(CAPITAL_M) || this.at === this.end || this.bytes[this.at] !== CAPITAL_B) {
      return false;
    }
    this.at++;
    return true;
  }

  #tilde(): void {
    if (this.eat(TILDE)) {
      this.approximate = true;
    }
  }
}
