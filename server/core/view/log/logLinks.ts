// The words of a log that lead to exactly one place in the sources, as links.
import type { Range } from "../../base/range.ts";
import { t } from "../../base/text.ts";
import type { MemoryLog, ProbePlace, Run, SourcePlace } from "../../log/record.ts";
import type { LogLines } from "./logFolds.ts";
import { fileName, type LogSources, type SourceTarget, targetsOf } from "./logSources.ts";
import { type LogWord, wordRange, wordsOf } from "./logWords.ts";

export interface LogLink {
  readonly range: Range;
  readonly target: SourceTarget;
  /** What the link leads to. */
  readonly tooltip: string;
}

/** An editor that underlines more than this is of no more use. "Go to definition" works on all. */
export const MAX_LINKS = 5000;

/**
 * Links in line order, run by run the first `MAX_LINKS` of them: function names, and `FILE:LINE` of probes. A line's text
 * is only looked at when something that it is known to name leads somewhere.
 */
export function linksOf(log: MemoryLog, lines: LogLines, sources: LogSources): readonly LogLink[] {
  const links = linkedLines(log, sources).flatMap((line) =>
    wordsOf(lines.at(line)).flatMap((word) => linkOf(line, word, sources) ?? []),
  );
  return links.slice(0, MAX_LINKS);
}

function linkedLines({ runs }: MemoryLog, sources: LogSources): readonly number[] {
  const found = new Set<number>();
  for (const run of runs) {
    if (found.size >= MAX_LINKS) {
      break;
    }
    for (const line of linkedLinesOf(run, sources)) {
      found.add(line);
    }
  }
  return [...found].sort((a, b) => a - b);
}

function linkedLinesOf({ functions, probes, events }: Run, sources: LogSources): readonly number[] {
  const leads = (name: string | undefined): boolean => name !== undefined && "entry" in sources.resolve(name);
  return [
    ...rowLines(functions.line, (row) => leads(functions.names[functions.name[row] ?? -1])),
    ...rowLines(probes.line, (row) => placeLeads(probes.places[probes.place[row] ?? -1], leads, sources)),
    ...rowLines(events.line, (row) => leads(events.places[events.place[row] ?? -1]?.name)),
  ];
}

/** Lines of the first `MAX_LINKS` rows that lead somewhere. */
function rowLines(lines: Uint32Array, leads: (row: number) => boolean): readonly number[] {
  const found: number[] = [];
  for (let row = 0; row < lines.length && found.length < MAX_LINKS; row++) {
    if (leads(row)) {
      found.push(lines[row] ?? 0);
    }
  }
  return found;
}

function placeLeads(
  place: ProbePlace | undefined,
  leads: (name: string | undefined) => boolean,
  sources: LogSources,
): boolean {
  const isFile = (source: SourcePlace | undefined): boolean =>
    source !== undefined && sources.fileOf(source) !== undefined;
  switch (place?.type) {
    case "function":
      return leads(place.name);
    case "callee":
      return leads(place.name) || leads(place.caller);
    case "checkpoint":
    case "site":
      return leads(place.function) || isFile(place.source);
    case "kind":
    case undefined:
      return false;
  }
}

function linkOf(line: number, word: LogWord, sources: LogSources): LogLink | undefined {
  if (word.type !== "function" && word.type !== "place") {
    return undefined;
  }
  const [target, ...others] = targetsOf(word, sources);
  if (target === undefined || others.length > 0) {
    return undefined;
  }
  return { range: wordRange(line, word), target, tooltip: tooltipOf(word, target) };
}

function tooltipOf(word: LogWord, { uri, range }: SourceTarget): string {
  const place = { file: fileName(uri), line: range.start.line + 1 };
  return word.type === "function"
    ? t("logFile.linkFunction", { name: word.name, ...place })
    : t("logFile.linkPlace", place);
}
