/** Names by number, looked up by their bytes: a name that was seen before costs a hash and a compare, no string. */
export class NameTable {
  readonly names: string[] = [];
  readonly #decode: (bytes: Uint8Array) => string;
  readonly #bytes: Uint8Array[] = [];
  /** Open addressing: id + 1, 0 where free. Always a power of two in size, at most half full. */
  #slots = new Int32Array(1024);

  constructor(decode: (bytes: Uint8Array) => string) {
    this.#decode = decode;
  }

  /** Number of the name at [from, to) of `bytes`; the same bytes always give the same number. */
  intern(bytes: Uint8Array, from: number, to: number): number {
    const mask = this.#slots.length - 1;
    let slot = hash(bytes, from, to) & mask;
    for (let id = this.#slots[slot] ?? 0; id !== 0; id = this.#slots[slot] ?? 0) {
      if (equals(this.#bytes[id - 1], bytes, from, to)) {
        return id - 1;
      }
      slot = (slot + 1) & mask;
    }
    return this.#add(bytes.slice(from, to), slot);
  }

  /** Number of a name that was read as text: rare, so a search of the names is enough for those without ASCII bytes. */
  internText(name: string): number {
    const known = this.names.indexOf(name);
    if (known >= 0) {
      return known;
    }
    this.#bytes.push(new Uint8Array(0));
    this.names.push(name);
    return this.names.length - 1;
  }

  #add(name: Uint8Array, slot: number): number {
    this.#bytes.push(name);
    this.names.push(this.#decode(name));
    this.#slots[slot] = this.#bytes.length;
    if (this.#bytes.length * 2 > this.#slots.length) {
      this.#grow();
    }
    return this.#bytes.length - 1;
  }

  #grow(): void {
    this.#slots = new Int32Array(this.#slots.length * 2);
    const mask = this.#slots.length - 1;
    for (const [id, name] of this.#bytes.entries()) {
      let slot = hash(name, 0, name.length) & mask;
      while (this.#slots[slot] !== 0) {
        slot = (slot + 1) & mask;
      }
      this.#slots[slot] = id + 1;
    }
  }
}

/** FNV-1a, 32 bits: http://www.isthe.com/chongo/tech/comp/fnv/ */
function hash(bytes: Uint8Array, from: number, to: number): number {
  let value = 0x811c9dc5;
  for (let at = from; at < to; at++) {
    value = Math.imul(value ^ (bytes[at] ?? 0), 0x01000193);
  }
  return value >>> 0;
}

function equals(name: Uint8Array | undefined, bytes: Uint8Array, from: number, to: number): boolean {
  if (name === undefined || name.length !== to - from) {
    return false;
  }
  for (let at = 0; at < name.length; at++) {
    if (name[at] !== bytes[from + at]) {
      return false;
    }
  }
  return true;
}
