// Lines of our own probes → JSON. Lines are 1-based here.
import type { ProbePlace, Run, SourcePlace } from "../log/record.ts";
import { safe } from "./safeJson.ts";

/** A row of `run.probes` about a place of one type. */
interface PlacedRow<P> {
  readonly row: number;
  /** 1-based log line. */
  readonly line: number;
  /** As the line names it, else the phase whose reading follows; null while that is open. */
  readonly phase: string | null;
  readonly place: P;
}

type PlaceOf<T extends ProbePlace["type"]> = Extract<ProbePlace, { readonly type: T }>;

export function placedRows<T extends ProbePlace["type"]>(
  { probes, phases }: Run,
  type: T,
): readonly PlacedRow<PlaceOf<T>>[] {
  const rows: PlacedRow<PlaceOf<T>>[] = [];
  const isWanted = (place: ProbePlace): place is PlaceOf<T> => place.type === type;
  let phase = 0;
  for (let row = 0; row < probes.length; row++) {
    while (row >= (phases[phase]?.probeRows.to ?? Number.POSITIVE_INFINITY)) {
      phase++;
    }
    const place = probes.places[probes.place[row] ?? -1];
    if (place !== undefined && isWanted(place)) {
      const line = (probes.line[row] ?? 0) + 1;
      rows.push({ row, line, phase: place.phase ?? phases[phase]?.name ?? null, place });
    }
  }
  return rows;
}

export function probesJson(run: Run) {
  const { selfBytes, totalBytes, count } = run.probes;
  const grown = (row: number) => ({
    selfBytes: safe(selfBytes[row]),
    totalBytes: safe(totalBytes[row]),
    calls: safe(count[row]),
  });
  return {
    checkpoints: placedRows(run, "checkpoint").map(({ row, line, phase, place }) => ({
      ...{ line, phase, function: place.function, index: place.index, label: place.label ?? null },
      ...sourceJson(place.source),
      ...grown(row),
    })),
    callees: placedRows(run, "callee").map(({ row, line, phase, place }) => ({
      ...{ line, phase, name: place.name, caller: place.caller ?? null },
      ...grown(row),
    })),
    sites: placedRows(run, "site").map(({ row, line, phase, place }) => ({
      ...{ line, phase, function: place.function ?? null, what: place.what },
      ...sourceJson(place.source),
      calls: safe(count[row]),
      bytes: safe(totalBytes[row]),
    })),
  };
}

function sourceJson(source: SourcePlace | undefined) {
  return { file: source?.file ?? null, sourceLine: source === undefined ? null : source.line + 1 };
}

export function* eventsJson({ events }: Run) {
  for (let row = 0; row < events.length; row++) {
    const place = events.places[events.place[row] ?? -1];
    yield {
      line: (events.line[row] ?? 0) + 1,
      phase: place?.phase ?? null,
      name: place?.name ?? "",
      edge: events.entering[row] === 1 ? "enter" : "leave",
      rssBytes: safe(events.rssBytes[row]),
      elapsedMs: safe(events.elapsedMs[row]),
    };
  }
}
