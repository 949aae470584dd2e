// Logs in and out in the domain's notation: lines in, a compact listing out.
import { MEBIBYTE } from "#core/base/units";
import { createLogReader } from "#core/log/reader";
import type { MemoryLog, Phase, ProbePlace, RowSpan, Run } from "#core/log/record";

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

export function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

/** The log in `chunks`, read to its end. */
export function readChunks(...chunks: readonly Uint8Array[]): MemoryLog {
  const reader = createLogReader(decode);
  for (const chunk of chunks) {
    reader.push(chunk);
  }
  return reader.end();
}

export function readLog(text: string): MemoryLog {
  return readChunks(bytesOf(text));
}

/** Lines as they stand in a test: the indentation of the first one is not theirs. Each ends with LF. */
export function lines(text: string): string {
  const all = text.split("\n").slice(1, -1);
  const indent = /^ */.exec(all[0] ?? "")?.[0].length ?? 0;
  return all.map((line) => `${line.slice(indent)}\n`).join("");
}

/** Lines are 0-based, figures in MB; `+5 of 4` is a printed delta of 5 where the readings grew by 4. */
export function listing({ runs, tally }: MemoryLog): string {
  const { records, unknown, problems, other } = tally;
  const head = `${tally.lines} lines = ${records} records + ${unknown} unknown + ${problems} problems + ${other} other`;
  return [head, ...runs.flatMap(listRun)].join("\n");
}

export function list(text: string): string {
  return `\n${listing(readLog(text))}\n`;
}

/** As `list`, for a log whose last line has no end. */
export function listCut(text: string): string {
  return list(lines(text).slice(0, -1));
}

function listRun(run: Run): readonly string[] {
  const last = run.phases.at(-1);
  const open = {
    functionRows: { from: last?.functionRows.to ?? 0, to: run.functions.length },
    kindRows: { from: last?.kindRows.to ?? 0, to: run.kinds.length },
    probeRows: { from: last?.probeRows.to ?? 0, to: run.probes.length },
  };
  return [
    `${run.kind} ${run.index} from ${run.firstLine}${peaks(run)}${run.otherLines === 0 ? "" : `, other ${run.otherLines}`}`,
    ...run.phases.flatMap((phase) => [...listRows(run, phase), listPhase(phase)]),
    ...listRows(run, open),
    ...listEvents(run),
    ...run.counts.map(({ line, key, value }) => `  ${line} ${key} = ${value}`),
    ...run.notes.map(({ line, text }) => `  ${line} "${text}"`),
    ...run.unknown.map(({ line, count, text }) => `  ${line} ${count} × ${text}`),
    ...run.problems.map(({ line, column, code, message }) => `  ${line}:${column} ${code}: ${message}`),
    ...(run.furtherProblems === 0 ? [] : [`  and ${run.furtherProblems} more`]),
  ];
}

function peaks({ maxReadingBytes, peakBytes }: Run): string {
  return `, max ${mb(maxReadingBytes)}${peakBytes === undefined ? "" : `, peak ${mb(peakBytes)}`}`;
}

function listPhase(phase: Phase): string {
  const { deltaBytes, growthBytes, elapsedMs } = phase;
  const parts = [
    `  ${phase.line} ${phase.subPhase ? "sub " : ""}${phase.name} ${phase.approximate ? "~" : ""}${mb(phase.rssBytes)}`,
    deltaBytes === growthBytes ? mb(deltaBytes, "+") : `${mb(deltaBytes, "+")} of ${mb(growthBytes, "+")}`,
    elapsedMs === undefined ? "" : `${elapsedMs}ms`,
    phase.remark,
  ];
  return parts.filter((part) => part !== "" && part !== "-").join(" ");
}

function listRows(
  run: Run,
  { functionRows, kindRows, probeRows }: Pick<Phase, "functionRows" | "kindRows" | "probeRows">,
): string[] {
  const { functions, kinds, probes } = run;
  const rows = [
    ...spanOf(functionRows).map((row) => {
      const name = functions.names[functions.name[row] ?? -1];
      return `    ${functions.line[row]} ${mb(functions.deltaBytes[row], "+")} ${name}`;
    }),
    ...spanOf(kindRows).map(
      (row) =>
        `    ${kinds.line[row]} kind ${kinds.number[row]} ${mb(kinds.deltaBytes[row], "+")} / ${kinds.count[row]}`,
    ),
    ...spanOf(probeRows).map((row) => {
      const place = probes.places[probes.place[row] ?? -1];
      const [self, total, count] = [probes.selfBytes[row], probes.totalBytes[row], probes.count[row]];
      return `    ${probes.line[row]} ${place && listPlace(place)} self ${self} total ${total} / ${count}`;
    }),
  ];
  return rows;
}

function listPlace(place: ProbePlace): string {
  const given = Object.entries(place).flatMap(([key, value]) =>
    value === undefined || key === "type"
      ? []
      : [`${key} ${typeof value === "object" ? `${value.file}:${value.line}` : value}`],
  );
  return `${place.type} (${given.join(", ")})`;
}

function listEvents({ events }: Run): readonly string[] {
  return spanOf({ from: 0, to: events.length }).map((row) => {
    const place = events.places[events.place[row] ?? -1];
    const edge = events.entering[row] === 1 ? "enter" : "leave";
    return `  ${events.line[row]} ${edge} ${place && listPlace(place)} ${events.rssBytes[row]} at ${events.elapsedMs[row]}ms`;
  });
}

function spanOf({ from, to }: RowSpan): readonly number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}

function mb(bytes: number | undefined, plus = ""): string {
  if (bytes === undefined) {
    return "-";
  }
  return `${bytes >= 0 ? plus : ""}${bytes / MEBIBYTE}`;
}

/** Numbers in [0, 1), the same each time: a failing test fails again. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}
