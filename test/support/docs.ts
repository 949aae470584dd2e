// Documents as data: fenced blocks and tables, each with the heading that it stands below.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./demo.ts";

export interface Fence {
  readonly heading: string;
  /** What stands behind the opening marks: `text file=mem.log`. */
  readonly info: string;
  readonly text: string;
}

export interface Row {
  readonly heading: string;
  readonly cells: readonly string[];
}

export interface Doc {
  readonly fences: readonly Fence[];
  /** Rows of all tables, without heads and rules. */
  readonly rows: readonly Row[];
}

/** A command of a document, and what the document says that it does. */
export interface Example {
  readonly heading: string;
  readonly command: string;
  readonly exitCode: number;
  /** Undefined where the document does not show it. */
  readonly json: string | undefined;
  readonly messages: string | undefined;
}

/** @param path relative to the root of the project */
export function readDoc(path: string): Doc {
  return parseDoc(readFileSync(join(ROOT, path), "utf8"));
}

export function parseDoc(text: string): Doc {
  const fences: Fence[] = [];
  const rows: Row[] = [];
  let heading = "";
  // Fences first: what looks like a heading or a table in them is none.
  for (const part of text.split(/^(```.*\n[\s\S]*?^```$)/m)) {
    const [, info, body] = /^```(.*)\n([\s\S]*)^```$/m.exec(part) ?? [];
    if (info !== undefined && body !== undefined) {
      fences.push({ heading, info, text: body });
      continue;
    }
    for (const line of part.split("\n")) {
      heading = /^#+ (.*)$/.exec(line)?.[1] ?? heading;
      if (line.startsWith("|")) {
        rows.push({
          heading,
          cells: line
            .split("|")
            .slice(1, -1)
            .map((cell) => cell.trim()),
        });
      }
    }
  }
  return { fences, rows: rows.filter((_, index) => !isHead(rows, index)) };
}

function isHead(rows: readonly Row[], index: number): boolean {
  const isRule = (row: Row | undefined): boolean =>
    row?.cells.every((cell) => /^:?-+:?$/.test(cell)) ?? false;
  return isRule(rows[index]) || isRule(rows[index + 1]);
}

/** Files that the document shows: name → content. With `cut` the last line has no end. */
export function filesOf({ fences }: Doc): ReadonlyMap<string, string> {
  return new Map(
    fences.flatMap(({ info, text }) => {
      const [, name, cut] = /^text file=(\S+)( cut)?$/.exec(info) ?? [];
      return name === undefined ? [] : [[name, cut === undefined ? text : text.replace(/\n$/, "")] as const];
    }),
  );
}

/** Each `sh` block with the blocks behind it, up to the next one. */
export function examplesOf({ fences }: Doc): readonly Example[] {
  return fences.flatMap(({ info, text, heading }, index) => {
    const exitCode = /^sh(?: exit=(\d+))?$/.exec(info);
    if (exitCode === null) {
      return [];
    }
    const next = fences.findIndex((fence, at) => at > index && fence.info.startsWith("sh"));
    const shown = fences.slice(index + 1, next === -1 ? undefined : next);
    const blockOf = (kind: string) => shown.find((fence) => fence.info === kind)?.text;
    return {
      ...{ heading, command: text.trim(), exitCode: Number(exitCode[1] ?? 0) },
      ...{ json: blockOf("json"), messages: blockOf("text stderr") },
    };
  });
}
