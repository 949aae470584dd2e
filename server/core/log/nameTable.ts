// Function names, interned from bytes: a name that was seen before costs a hash and a comparison, and no string.
import { encodeUtf8 } from "../base/utf8.ts";
import { hashOf, sameBytes } from "./words.ts";

const EMPTY = -1;

export class NameTable {
  readonly #decode: (bytes: Uint8Array) => string;
  readonly #names: string[] = [];
  /** Bytes of all names, one behind the other; name `id` is [#ends[id − 1], #ends[id]). */
  #text = new Uint8Array(4096);
  #textView = new DataView(this.#text.buffer);
  #ends = new Uint32Array(64);
  #hashes = new Int32Array(64);
  /** Open addressing: ids by hash. A power of two in length, at most half full. */
  #slots = new Int32Array(128).fill(EMPTY);
  #shared: readonly string[] = [];

  constructor(decode: (bytes: Uint8Array) => string) {
    this.#decode = decode;
  }

  /** All names by id. An array given out earlier stays as it is, and is given out again as long as it is complete. */
  names(): readonly string[] {
    if (this.#shared.length !== this.#names.length) {
      this.#shared = this.#names.slice();
    }
    return this.#shared;
  }

  /**
   * The id of the name in [from, to).
   * @param hash `hashOf` it
   */
  intern(view: DataView, from: number, to: number, hash: number): number {
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (;;) {
      const id = this.#slots[slot] ?? EMPTY;
      if (id === EMPTY) {
        return this.#add(slot, hash, new Uint8Array(view.buffer, view.byteOffset + from, to - from));
      }
      if (this.#hashes[id] === hash && this.#equals(id, view, from, to)) {
        return id;
      }
      slot = (slot + 1) & mask;
    }
  }

  /** The id of a name that was not read from bytes. */
  internText(name: string): number {
    const bytes = encodeUtf8(name);
    const view = new DataView(bytes.buffer);
    return this.intern(view, 0, bytes.length, hashOf(view, 0, bytes.length));
  }

  #equals(id: number, view: DataView, from: number, to: number): boolean {
    const start = this.#startOf(id);
    const length = to - from;
    return (this.#ends[id] ?? 0) - start === length && sameBytes(this.#textView, start, view, from, length);
  }

  #startOf(id: number): number {
    return id === 0 ? 0 : (this.#ends[id - 1] ?? 0);
  }

  #add(slot: number, hash: number, name: Uint8Array): number {
    const id = this.#names.length;
    const start = this.#startOf(id);
    const end = start + name.length;
    if (end > this.#text.length) {
      this.#text = copied(this.#text, new Uint8Array(Math.max(this.#text.length * 2, end)));
      this.#textView = new DataView(this.#text.buffer);
    }
    if (id === this.#ends.length) {
      this.#ends = copied(this.#ends, new Uint32Array(id * 2));
      this.#hashes = copied(this.#hashes, new Int32Array(id * 2));
    }
    this.#text.set(name, start);
    this.#ends[id] = end;
    this.#hashes[id] = hash;
    this.#slots[slot] = id;
    this.#names.push(this.#decode(name));
    if (this.#names.length * 2 > this.#slots.length) {
      this.#rehash();
    }
    return id;
  }

  #rehash(): void {
    const slots = new Int32Array(this.#slots.length * 2).fill(EMPTY);
    const mask = slots.length - 1;
    for (let id = 0; id < this.#names.length; id++) {
      let slot = (this.#hashes[id] ?? 0) & mask;
      while (slots[slot] !== EMPTY) {
        slot = (slot + 1) & mask;
      }
      slots[slot] = id;
    }
    this.#slots = slots;
  }
}

function copied<A extends Uint8Array | Uint32Array | Int32Array>(from: A, to: A): A {
  to.set(from);
  return to;
}
