// What is kept of an imported log: its print and what the code was like then, as one JSON file.
import { t } from "#core/base/text";
import type { Snapshot } from "#core/model/snapshot";
import { formatSnapshot, parseSnapshot, SnapshotError } from "#core/model/snapshotFile";
import { type LogPrint, parsePrint } from "./bytesSeen.ts";

export interface KeptImport {
  readonly snapshot: Snapshot;
  readonly print: LogPrint;
}

export function formatImport({ snapshot, print }: KeptImport): string {
  return `${JSON.stringify({ ...formatSnapshot(snapshot), log: print })}\n`;
}

/** @throws SnapshotError that names what is wrong */
export function parseImport(text: string): KeptImport {
  const value = parseJson(text);
  const snapshot = parseSnapshot(value);
  const print =
    typeof value === "object" && value !== null && "log" in value ? parsePrint(value.log) : undefined;
  if (print === undefined) {
    throw new SnapshotError("broken", t("drift.notPrint"));
  }
  return { snapshot, print };
}

/** `symbols.json` of a run. @throws SnapshotError that names what is wrong */
export function parseRunSnapshot(text: string): Snapshot {
  return parseSnapshot(parseJson(text));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new SnapshotError("broken", error instanceof Error ? error.message : String(error));
  }
}
