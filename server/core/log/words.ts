// Bytes four at a time. Names are most of what is looked at in a log, so they are hashed and compared in words.

/** Four ASCII characters as `getInt32` reads them, little-endian. */
export function wordOf(text: string): number {
  return (
    text.charCodeAt(0) | (text.charCodeAt(1) << 8) | (text.charCodeAt(2) << 16) | (text.charCodeAt(3) << 24)
  );
}

/** Hash of an empty name. */
export const HASH_OF_NOTHING = 0x811c_9dc5 | 0;

/** Hash of a name that goes on with the four bytes of `word`, or, at its end, with a single byte. */
export function hashOn(hash: number, word: number): number {
  // The shift brings high bits down again: the table looks at the low ones.
  const mixed = Math.imul(hash ^ word, 0x9e37_79b1);
  return mixed ^ (mixed >>> 15);
}

/** Hash of the bytes in [from, to): whole words first, then single bytes. */
export function hashOf(view: DataView, from: number, to: number): number {
  let hash = HASH_OF_NOTHING;
  let at = from;
  for (; at + 4 <= to; at += 4) {
    hash = hashOn(hash, view.getInt32(at, true));
  }
  for (; at < to; at++) {
    hash = hashOn(hash, view.getUint8(at));
  }
  return hash;
}

/** True when the `length` bytes at `a` of one view are those at `b` of the other. */
export function sameBytes(one: DataView, a: number, other: DataView, b: number, length: number): boolean {
  let at = 0;
  for (; at + 4 <= length; at += 4) {
    if (one.getInt32(a + at, true) !== other.getInt32(b + at, true)) {
      return false;
    }
  }
  for (; at < length; at++) {
    if (one.getUint8(a + at) !== other.getUint8(b + at)) {
      return false;
    }
  }
  return true;
}

/** True when one of the four bytes of `word` is LF or `[`. */
export function endsScan(word: number): boolean {
  const lineFeed = word ^ 0x0a0a_0a0a;
  const bracket = word ^ 0x5b5b_5b5b;
  // The highest bit of a byte is set where subtracting 1 borrowed, that is, where the byte was 0.
  return (
    ((((lineFeed - 0x0101_0101) & ~lineFeed) | ((bracket - 0x0101_0101) & ~bracket)) & 0x8080_8080) !== 0
  );
}

/** True when one of the four bytes of `word` is a blank, a control character, `[` or no ASCII: a plain name has none of them. */
export function endsName(word: number): boolean {
  const bracket = word ^ 0x5b5b_5b5b;
  // The highest bit of a byte is set where subtracting borrowed from it, that is, where the byte was too small.
  return (((word - 0x2121_2121) | word | ((bracket - 0x0101_0101) & ~bracket)) & 0x8080_8080) !== 0;
}

/** The view of a byte array, made once for as long as the same array is asked for. */
export class ViewOf {
  #bytes: Uint8Array | undefined;
  #view: DataView = new DataView(new ArrayBuffer(0));

  of(bytes: Uint8Array): DataView {
    if (bytes !== this.#bytes) {
      this.#bytes = bytes;
      this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    }
    return this.#view;
  }

  /** Lets go of the bytes, so that a chunk is not kept beyond its use. */
  forget(): void {
    this.#bytes = undefined;
    this.#view = new DataView(new ArrayBuffer(0));
  }
}
