// UTF-16 → UTF-8, for logs that a shell redirected in UTF-16. Chunks may be split anywhere, also within a code unit.
import { writeUtf8 } from "../base/utf8.ts";

/** Which byte of a code unit comes first. */
type ByteOrder = "little" | "big";

const HIGH_SURROGATE = 0xd800;
const LOW_SURROGATE = 0xdc00;
const SURROGATES_END = 0xe000;
const REPLACEMENT = 0xfffd;

/** What the first two bytes of a file say: undefined for all that is not marked as UTF-16. */
function byteOrderOf(first: number | undefined, second: number | undefined): ByteOrder | undefined {
  if (first === 0xff && second === 0xfe) {
    return "little";
  }
  return first === 0xfe && second === 0xff ? "big" : undefined;
}

class Utf16Transcoder {
  readonly #order: ByteOrder;
  /** First byte of a code unit whose second one has not come yet. */
  #half: number | undefined;
  #high: number | undefined;

  constructor(order: ByteOrder) {
    this.#order = order;
  }

  /** The chunk in UTF-8. A surrogate without its other half becomes U+FFFD. */
  toUtf8(chunk: Uint8Array): Uint8Array {
    const out = new Uint8Array(chunk.length * 2 + 6);
    let length = 0;
    for (const byte of chunk) {
      if (this.#half === undefined) {
        this.#half = byte;
        continue;
      }
      const unit = this.#order === "little" ? this.#half | (byte << 8) : (this.#half << 8) | byte;
      this.#half = undefined;
      length = this.#add(out, length, unit);
    }
    return out.subarray(0, length);
  }

  #add(out: Uint8Array, length: number, unit: number): number {
    const high = this.#high;
    this.#high = undefined;
    if (unit >= LOW_SURROGATE && unit < SURROGATES_END) {
      const point =
        high === undefined ? REPLACEMENT : 0x10000 + ((high - HIGH_SURROGATE) << 10) + (unit - LOW_SURROGATE);
      return writeUtf8(out, length, point);
    }
    const next = high === undefined ? length : writeUtf8(out, length, REPLACEMENT);
    if (unit >= HIGH_SURROGATE && unit < LOW_SURROGATE) {
      this.#high = unit;
      return next;
    }
    return writeUtf8(out, next, unit);
  }
}

/** A file's bytes in UTF-8, whatever its first two bytes say that it is. UTF-8 goes through as it is. */
export class Utf8Source {
  #transcoder: Utf16Transcoder | undefined;
  #decided = false;
  /** The first byte, when it came alone and may be half of a mark. */
  #first: number | undefined;

  next(chunk: Uint8Array): Uint8Array {
    if (!this.#decided) {
      return this.#decide(chunk);
    }
    return this.#transcoder === undefined ? chunk : this.#transcoder.toUtf8(chunk);
  }

  /** What was held back, when nothing comes after it. */
  end(): Uint8Array {
    const held = this.#first === undefined ? [] : [this.#first];
    this.#first = undefined;
    return Uint8Array.from(held);
  }

  #decide(chunk: Uint8Array): Uint8Array {
    const all = this.#first === undefined ? chunk : prepended(this.#first, chunk);
    if (all.length < 2 && (all.length === 0 || all[0] === 0xff || all[0] === 0xfe)) {
      this.#first = all[0];
      return EMPTY;
    }
    this.#decided = true;
    this.#first = undefined;
    const order = byteOrderOf(all[0], all[1]);
    if (order === undefined) {
      return all;
    }
    this.#transcoder = new Utf16Transcoder(order);
    return this.#transcoder.toUtf8(all.subarray(2));
  }
}

const EMPTY = new Uint8Array();

function prepended(first: number, rest: Uint8Array): Uint8Array {
  const all = new Uint8Array(rest.length + 1);
  all[0] = first;
  all.set(rest, 1);
  return all;
}
