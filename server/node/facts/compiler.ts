// What is known of a compiler's binary.
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { constants, createReadStream } from "node:fs";
import { access, realpath } from "node:fs/promises";
import { delimiter, isAbsolute, join, resolve } from "node:path";
import { promisify } from "node:util";
import { parseVersion } from "#core/store/facts/versionText";
import type { CompilerFacts } from "#core/store/runFile";

const execute = promisify(execFile);

/** How long a compiler may take to say its version. */
const VERSION_LIMIT_MS = 10_000;
/** A name that mimalloc leaves in a binary that it is linked into. */
const MIMALLOC = Buffer.from("mimalloc");
/** The first bytes of ELF, and of Mach-O in either order, alone or of several architectures. */
const BINARY_MAGICS: ReadonlySet<number> = new Set([
  ...[0x7f454c46, 0xfeedface, 0xfeedfacf, 0xcefaedfe, 0xcffaedfe, 0xcafebabe, 0xbebafeca],
]);

export interface BinaryFacts {
  /** Null where there is no such program. */
  readonly compiler: CompilerFacts | null;
  /** Null where the binary does not tell. */
  readonly allocator: string | null;
}

/**
 * Asks the program for its version, so it runs for a moment.
 * @param program as in a command @param cwd the folder in which the command runs
 */
export async function binaryFacts(program: string, cwd: string): Promise<BinaryFacts> {
  const path = await findProgram(program, cwd);
  if (path === undefined) {
    return { compiler: null, allocator: null };
  }
  const [bytes, said] = await Promise.all([
    lookAtBytes(path).catch(() => ({ sha256: null, hasMimalloc: false })),
    versionOf(path, cwd),
  ]);
  return {
    compiler: { path, sha256: bytes.sha256, ...parseVersion(said) },
    allocator: bytes.hasMimalloc ? "mimalloc" : null,
  };
}

/** As the system looks for a program: a path is one, a bare name is looked for in PATH. */
async function findProgram(program: string, cwd: string): Promise<string | undefined> {
  const folders = (process.env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  const candidates = program.includes("/")
    ? [isAbsolute(program) ? program : resolve(cwd, program)]
    : folders.map((folder) => join(resolve(cwd, folder), program));
  for (const candidate of candidates) {
    try {
      await access(candidate, constants.X_OK);
      return await realpath(candidate);
    } catch {
      // The next one may be there.
    }
  }
  return undefined;
}

/** Reads the file once, in pieces: a compiler has hundreds of megabytes. */
async function lookAtBytes(
  path: string,
): Promise<{ readonly sha256: string; readonly hasMimalloc: boolean }> {
  const hash = createHash("sha256");
  let isBinary: boolean | undefined;
  let hasName = false;
  let end = Buffer.alloc(0);
  for await (const piece of createReadStream(path)) {
    const bytes = Buffer.from(piece);
    hash.update(bytes);
    isBinary ??= bytes.length >= 4 && BINARY_MAGICS.has(bytes.readUInt32BE(0));
    // A name may lie across two pieces.
    hasName ||=
      Buffer.concat([end, bytes.subarray(0, MIMALLOC.length)]).includes(MIMALLOC) || bytes.includes(MIMALLOC);
    end = bytes.subarray(-MIMALLOC.length);
  }
  return { sha256: hash.digest("hex"), hasMimalloc: isBinary === true && hasName };
}

async function versionOf(path: string, cwd: string): Promise<string> {
  try {
    const limits = { timeout: VERSION_LIMIT_MS, killSignal: "SIGKILL", maxBuffer: 1 << 20 } as const;
    const asked = execute(path, ["--version"], { cwd, ...limits });
    asked.child.stdin?.end();
    return (await asked).stdout;
  } catch {
    return "";
  }
}
