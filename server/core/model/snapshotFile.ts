// A snapshot as JSON, and back: `symbols.json` of a run, and what is kept of an import. Lines are 1-based there.
import { t } from "../base/text.ts";
import { type SeenCode, SNAPSHOT_VERSION, type Snapshot, type SnapshotTaken } from "./snapshot.ts";

/** Why a value is no snapshot. `newer`: it is one of a later version of the format. */
export class SnapshotError extends Error {
  readonly why: "broken" | "newer";

  constructor(why: "broken" | "newer", message: string) {
    super(message);
    this.name = "SnapshotError";
    this.why = why;
  }
}

/** The value for `JSON.stringify`. A name that one declaration has leads to it, else to a list. */
export function formatSnapshot({
  version,
  taken,
  symbols,
  branches,
}: Snapshot): Readonly<Record<string, unknown>> {
  return { version, taken, symbols: formatNames(symbols), branches: formatNames(branches) };
}

function formatNames(names: ReadonlyMap<string, readonly SeenCode[]>): unknown {
  const entries = [...names].map(([name, seen]) => {
    const places = seen.map(({ startLine, endLine, ...rest }) => ({
      ...rest,
      ...{ startLine: startLine + 1, endLine: endLine + 1 },
    }));
    return [name, places.length === 1 ? places[0] : places] as const;
  });
  return Object.fromEntries(entries);
}

/** Fields that it does not know are left aside. @throws SnapshotError that names what is wrong */
export function parseSnapshot(value: unknown): Snapshot {
  const { version, taken, symbols, branches = {} } = fields(value, "JSON");
  if (typeof version !== "number" || !Number.isInteger(version) || version < 1) {
    throw broken(t("drift.notVersion", { value: show(version) }));
  }
  if (version > SNAPSHOT_VERSION) {
    throw new SnapshotError("newer", String(version));
  }
  return {
    ...{ version: SNAPSHOT_VERSION, taken: parseTaken(taken) },
    symbols: parseNames(symbols, "symbols"),
    branches: parseNames(branches, "branches"),
  };
}

function parseTaken(value: unknown): SnapshotTaken {
  if (value !== "run" && value !== "import") {
    throw broken(t("drift.notTaken", { value: show(value) }));
  }
  return value;
}

function parseNames(value: unknown, where: string): ReadonlyMap<string, readonly SeenCode[]> {
  return new Map(
    Object.entries(fields(value, where)).map(([name, one]) => {
      const at = `${where}[${JSON.stringify(name)}]`;
      const list: readonly unknown[] = Array.isArray(one) ? one : [one];
      return [name, list.map((seen) => parseSeen(seen, at))];
    }),
  );
}

function parseSeen(value: unknown, where: string): SeenCode {
  const { file, startLine, endLine, hash } = fields(value, where);
  if (typeof file !== "string") {
    throw broken(t("drift.notText", { where: `${where}.file` }));
  }
  if (file === "" || file.startsWith("/") || file.split(/[\\/]/).includes("..")) {
    throw broken(t("drift.notRelative", { where: `${where}.file`, value: show(file) }));
  }
  if (typeof hash !== "string" || !/^[0-9a-f]{16}$/.test(hash)) {
    throw broken(t("drift.notHash", { where: `${where}.hash`, value: show(hash) }));
  }
  const start = parseLine(startLine, 1, `${where}.startLine`);
  const end = parseLine(endLine, start, `${where}.endLine`);
  return { file, startLine: start - 1, endLine: end - 1, hash };
}

function parseLine(value: unknown, least: number, where: string): number {
  if (typeof value !== "number" || !Number.isSafeInteger(value) || value < least) {
    throw broken(t("drift.notLine", { where, value: show(value) }));
  }
  return value;
}

function fields(value: unknown, where: string): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw broken(t("drift.notObject", { where }));
  }
  return Object.fromEntries(Object.entries(value));
}

function broken(message: string): SnapshotError {
  return new SnapshotError("broken", message);
}

/** A value of a file that is not trusted, short enough for a message. */
function show(value: unknown): string {
  return (JSON.stringify(value) ?? "missing").slice(0, 80);
}
