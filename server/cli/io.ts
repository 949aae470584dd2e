// Where the CLI reads and writes. Answers go to `out`, messages to `err`.
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";

export interface Streams {
  readonly in: AsyncIterable<Uint8Array>;
  /** Settles when more can be taken: a slow reader makes us wait, not grow. */
  readonly out: (text: string) => Promise<void>;
  readonly err: (text: string) => void;
}

/** Exit codes of every command. */
export const EXIT_OK = 0;
export const EXIT_UNUSABLE = 2;

/** Bytes of a file, or of standard input for `-`. @throws when it cannot be read, with the cause */
export async function* readInput(file: string, streams: Streams): AsyncIterable<Uint8Array> {
  if (file === "-") {
    yield* streams.in;
    return;
  }
  if ((await stat(file)).isDirectory()) {
    throw new Error("it is a folder");
  }
  yield* createReadStream(file, { highWaterMark: 1 << 20 });
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
