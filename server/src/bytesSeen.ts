// Is a file that has grown still the file that was read? Its first and last bytes tell, without reading all of it again.
import { hashBytes } from "#core/base/hash";
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

  /** Print of what was seen, for a later `isPrintIn`. */
  get print(): LogPrint {
    return { sizeBytes: this.#length, headHash: hashBytes(this.#head), tailHash: hashBytes(this.#tail) };
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

/** Enough of a file to tell, also after a restart, whether it is the file that it was, or has only grown. */
export interface LogPrint {
  readonly sizeBytes: number;
  /** Of the remembered bytes at either end. */
  readonly headHash: string;
  readonly tailHash: string;
}

/** True when the file begins with what the print is of, as far as its ends show. @throws when it cannot be read */
export async function isPrintIn(print: LogPrint, files: Files, uri: string): Promise<boolean> {
  const length = Math.min(print.sizeBytes, REMEMBERED);
  const head = await readPart(files, uri, 0, length);
  const tail = await readPart(files, uri, print.sizeBytes - length, length);
  return length > 0 && hashBytes(head) === print.headHash && hashBytes(tail) === print.tailHash;
}

/** Undefined when the value, of a file that is not trusted, is no print. */
export function parsePrint(value: unknown): LogPrint | undefined {
  if (typeof value !== "object" || value === null) {
    return undefined;
  }
  const { sizeBytes, headHash, tailHash }: Partial<Record<keyof LogPrint, unknown>> = value;
  const isSize = typeof sizeBytes === "number" && Number.isSafeInteger(sizeBytes) && sizeBytes >= 0;
  return isSize && typeof headHash === "string" && typeof tailHash === "string"
    ? { sizeBytes, headHash, tailHash }
    : undefined;
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
