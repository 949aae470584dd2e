// Where the CLI reads and writes. Answers go to `out`, messages to `err`.
import { type FileHandle, open } from "node:fs/promises";

export interface Streams {
  readonly in: AsyncIterable<Uint8Array>;
  /** Settles when more can be taken: a slow reader makes us wait, not grow. */
  readonly out: (text: string) => Promise<void>;
  readonly err: (text: string) => void;
}

/** Exit codes of every command. */
export const EXIT_OK = 0;
/** What was asked for was done, and the answer is no. */
export const EXIT_FAILED = 1;
export const EXIT_UNUSABLE = 2;

/** Bytes that are read at once. */
const CHUNK_BYTES = 1 << 18;

/**
 * Bytes of a file, or of standard input for `-`. A chunk is good until the next one is asked for: a file is read into one
 * buffer, since a gigabyte of buffers waiting for the collector would be most of the memory that a report takes.
 * @throws when it cannot be read, with the cause
 */
export async function* readInput(file: string, streams: Streams): AsyncIterable<Uint8Array> {
  if (file === "-") {
    yield* streams.in;
    return;
  }
  const handle = await open(file);
  try {
    if ((await handle.stat()).isDirectory()) {
      throw new Error("it is a folder");
    }
    yield* chunksOf(handle);
  } finally {
    await handle.close();
  }
}

async function* chunksOf(handle: FileHandle): AsyncIterable<Uint8Array> {
  const buffer = new Uint8Array(CHUNK_BYTES);
  for (;;) {
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, null);
    if (bytesRead === 0) {
      return;
    }
    yield buffer.subarray(0, bytesRead);
  }
}

/** Standard input's name in answers and messages. */
export function inputName(file: string): string {
  return file === "-" ? "(standard input)" : file;
}

/** The cause of a failed read, without the path that the message around it names already. */
export function causeOf(error: unknown): string {
  if (error instanceof Error && "code" in error && error.code === "ENOENT") {
    return "no such file";
  }
  return error instanceof Error ? error.message : String(error);
}
