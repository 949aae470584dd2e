// Processes as macOS tells of them.
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { MARKER, type MemoryUse, type ProcessRow, type ProcessTable } from "./processRow.ts";
import { parsePs } from "./psOutput.ts";

const run = promisify(execFile);

/** `-E` puts the environment behind the command, for one's own processes; `-ww` cuts nothing off. */
const COLUMNS = ["-A", "-E", "-ww", "-o", "pid=,ppid=,pgid=,stat=,rss=,lstart=,command="];
/** All environments of a machine. */
const LONGEST_OUTPUT = 1 << 26;

export class MacTable implements ProcessTable {
  readonly #entry: string;
  #memory: ReadonlyMap<string, number> = new Map();

  constructor(mark: string) {
    this.#entry = `${MARKER}=${mark}`;
  }

  async list(): Promise<readonly ProcessRow[]> {
    const options = { maxBuffer: LONGEST_OUTPUT, env: { ...process.env, LC_ALL: "C" } };
    const rows = parsePs((await run("ps", COLUMNS, options)).stdout, this.#entry);
    this.#memory = new Map(rows.map((row) => [keyOf(row), row.rssBytes]));
    return rows;
  }

  memoryOf(row: ProcessRow): MemoryUse | undefined {
    const rssBytes = this.#memory.get(keyOf(row));
    return rssBytes === undefined ? undefined : { rssBytes, peakBytes: rssBytes };
  }
}

function keyOf({ pid, start }: ProcessRow): string {
  return `${pid} ${start}`;
}
