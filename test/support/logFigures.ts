// What a log says, figure by figure, in a notation in which a generator can say it too.
import { MEBIBYTE } from "#core/base/units";
import type { MemoryLog, ProbePlace, Run } from "#core/log/record";

/** One printed figure. */
export interface Figure {
  /** 0-based. */
  readonly line: number;
  /** `delta 93 MB`, `calls 69186` */
  readonly says: string;
  /** What it is a figure of, part by part, sorted: `fn compile`, `phase=mir`. */
  readonly of: readonly string[];
}

/** A figure wherever it may stand. */
export type Said = Omit<Figure, "line">;

/** All printed figures in line order. What is computed from several lines (growth, a phase's rows) is left out. */
export function figuresOf({ runs }: Pick<MemoryLog, "runs">): readonly Figure[] {
  return runs.flatMap(figuresOfRun).sort((a, b) => a.line - b.line);
}

function figuresOfRun(run: Run): readonly Figure[] {
  return [...phaseFigures(run), ...functionFigures(run), ...kindFigures(run), ...ownFigures(run)];
}

function phaseFigures({ phases, counts }: Run): readonly Figure[] {
  return [
    ...phases.flatMap(({ line, name, rssBytes, deltaBytes, elapsedMs, approximate }) =>
      figures(line, [`phase ${name}`], {
        [approximate ? "rss ~" : "rss"]: inMb(rssBytes),
        delta: inMb(deltaBytes),
        ms: elapsedMs,
      }),
    ),
    ...counts.flatMap(({ line, key, value }) => figures(line, [key], { count: value })),
  ];
}

function functionFigures({ functions: { length, line, deltaBytes, name, names } }: Run): readonly Figure[] {
  return rows(length, (row) =>
    figures(line[row], [`fn ${names[name[row] ?? -1]}`], { delta: inMb(deltaBytes[row]) }),
  );
}

function kindFigures({ kinds: { length, line, number, deltaBytes, count } }: Run): readonly Figure[] {
  return rows(length, (row) =>
    figures(line[row], [`kind ${number[row]}`], { delta: inMb(deltaBytes[row]), calls: count[row] }),
  );
}

function ownFigures({ probes, events }: Run): readonly Figure[] {
  return [
    ...rows(probes.length, (row) =>
      figures(probes.line[row], partsOf(probes.places[probes.place[row] ?? -1]), {
        self: probes.selfBytes[row],
        total: probes.totalBytes[row],
        calls: probes.count[row],
      }),
    ),
    ...rows(events.length, (row) =>
      figures(events.line[row], partsOf(events.places[events.place[row] ?? -1]), {
        [events.entering[row] === 1 ? "rss at entry" : "rss at exit"]: events.rssBytes[row],
        ms: events.elapsedMs[row],
      }),
    ),
  ];
}

/** What is known of a place, by the names of its fields; lines are 0-based. A kind's domain is derived. */
export function partsOf(place: ProbePlace | undefined): readonly string[] {
  return Object.entries(place ?? {})
    .filter(([key, value]) => value !== undefined && key !== "domain")
    .map(([key, value]) => `${key}=${typeof value === "object" ? `${value.file}:${value.line}` : value}`)
    .sort();
}

/** A figure that the line does not give, or that cannot be used, is none. */
export function said(
  of: readonly string[],
  values: Readonly<Record<string, number | string | undefined>>,
): readonly Said[] {
  return Object.entries(values)
    .filter(([, value]) => value !== undefined && !Number.isNaN(value))
    .map(([name, value]) => ({ says: `${name} ${value}`, of }));
}

function figures(line: number | undefined, ...figure: Parameters<typeof said>): readonly Figure[] {
  return said(...figure).map((figure) => ({ line: line ?? -1, ...figure }));
}

export function inMb(bytes: number | undefined): string | undefined {
  return bytes === undefined || Number.isNaN(bytes) ? undefined : `${bytes / MEBIBYTE} MB`;
}

function rows<T>(length: number, at: (row: number) => readonly T[]): readonly T[] {
  return Array.from({ length }, (_, row) => at(row)).flat();
}
