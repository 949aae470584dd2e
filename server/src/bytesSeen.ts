// Is a file that has grown still the file that was read? Its first and last bytes tell, without reading all of it again.
import type { Files } from "./files.ts";

/** Bytes that are remembered at either end. */
const REMEMBERED = 4096;

export class BytesSeen {
  #head = new Uint8Array();
  #tail = new Uint8Array();
  #length = 0;

  /** How many bytes were seen. */
  get length(): number {
    return this.#length;
  }

  /** The next bytes of the file. */
  add(chunk: Uint8Array): void {
    if (this.#head.length < REMEMBERED) {
      this.#head = joined(this.#head, chunk.subarray(0, REMEMBERED - this.#head.length));
    }
    this.#tail = joined(this.#tail, chunk.subarray(-REMEMBERED)).slice(-REMEMBERED);
    this.#length += chunk.length;
  }

  /** True when the file still begins with what was seen, as far as its ends show. @throws when it cannot be read */
  async areIn(files: Files, uri: string): Promise<boolean> {
    const head = await readPart(files, uri, 0, this.#head.length);
    const tail = await readPart(files, uri, this.#length - this.#tail.length, this.#tail.length);
    return isSame(head, this.#head) && isSame(tail, this.#tail);
  }
}

async function readPart(files: Files, uri: string, from: number, length: number): Promise<Uint8Array> {
  let part = new Uint8Array();
  if (length > 0) {
    for await (const chunk of files.readFrom(uri, from)) {
      part = joined(part, chunk.subarray(0, length - part.length));
      if (part.length === length) {
        break;
      }
    }
  }
  return part;
}

function joined(first: Uint8Array, then: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(first.length + then.length);
  both.set(first);
  both.set(then, first.length);
  return both;
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}
