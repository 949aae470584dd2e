// How long two runs took.
import type { Run } from "../../log/record.ts";
import { ratioOf } from "./figureDiff.ts";
import type { ElapsedDiff, ElapsedOrigin } from "./runDiff.ts";
import type { RunFacts } from "./runFacts.ts";

/** What the log's times resolve. */
const RESOLUTION_MS = 1;

export interface ElapsedSide {
  readonly run: Run;
  readonly facts: RunFacts;
}

/** @param isEven the runs came equally far: else the time to the last reading is that of another way */
export function elapsedDiff(base: ElapsedSide, run: ElapsedSide, isEven: boolean): ElapsedDiff | undefined {
  const from = originOf(base, run);
  const baseMs = from === undefined ? anyOf(base) : timeOf(base, from);
  const newMs = from === undefined ? anyOf(run) : timeOf(run, from);
  if (baseMs === undefined && newMs === undefined) {
    return undefined;
  }
  const isComparable = from !== undefined && isEven && baseMs !== undefined && newMs !== undefined;
  const differenceMs = isComparable ? newMs - baseMs : undefined;
  return {
    ...{ from, baseMs, newMs, differenceMs, ratio: ratioOf(differenceMs, baseMs) },
    noChange: differenceMs !== undefined && Math.abs(differenceMs) <= RESOLUTION_MS,
  };
}

const ORIGINS: readonly ElapsedOrigin[] = ["log", "wall"];

/** An origin that both have. */
function originOf(base: ElapsedSide, run: ElapsedSide): ElapsedOrigin | undefined {
  return ORIGINS.find((from) => timeOf(base, from) !== undefined && timeOf(run, from) !== undefined);
}

function anyOf(side: ElapsedSide): number | undefined {
  return timeOf(side, "log") ?? timeOf(side, "wall");
}

function timeOf({ run, facts }: ElapsedSide, from: ElapsedOrigin): number | undefined {
  const last = run.phases.findLast(({ elapsedMs }) => elapsedMs !== undefined)?.elapsedMs;
  return from === "log" ? last : (facts.wallMs ?? undefined);
}
