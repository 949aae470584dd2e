// Readings of a run → its phases. A name tells a sub-phase only when its parent arrives later, so all of a run's phases
// are worked out together.
import type { Findings } from "./findings.ts";
import type { PhaseFigures } from "./memLine.ts";
import type { Phase } from "./record.ts";
import type { RowMark } from "./rows.ts";

/** Phases of the compiler, as a part of an expression: names that mean a phase wherever they stand. */
export const KNOWN_PHASES = "init|lex|parse|resolve(?:_pass\\d{1,9})?|typecheck|tc_free|mir|codegen";

/** A reading with what came before it, since the reading before: its rows of the run's columns are [from, to). */
export interface Reading {
  readonly line: number;
  readonly figures: PhaseFigures;
  readonly from: RowMark;
  readonly to: RowMark;
  readonly findings: Findings;
}

export function phasesOf(readings: readonly Reading[]): readonly Phase[] {
  const subPhases = subPhasesAmong(readings.map((reading) => reading.figures.name));
  let base: number | undefined;
  return readings.map(({ line, figures, from, to }, index) => {
    const { name, rssBytes, deltaBytes, elapsedMs, approximate, remark } = figures;
    const subPhase = subPhases[index] ?? false;
    const growth = base === undefined ? undefined : rssBytes - base;
    if (!subPhase) {
      base = rssBytes;
    }
    // Field by field: a log of many runs has this called for each of their phases.
    return {
      line,
      name,
      rssBytes,
      deltaBytes,
      // An impossible reading, here or before, leaves nothing to measure from.
      growthBytes: Number.isNaN(growth) ? undefined : growth,
      elapsedMs,
      subPhase,
      approximate,
      remark,
      functionRows: { from: from.functions, to: to.functions },
      kindRows: { from: from.kinds, to: to.kinds },
      probeRows: { from: from.probes, to: to.probes },
    };
  });
}

/** `X_passN` always is a sub-phase, and `A_b` is one when a main phase `A` comes later. */
export function subPhasesAmong(names: readonly string[]): readonly boolean[] {
  const laterMain = new Set<string>();
  const flags: boolean[] = new Array(names.length).fill(false);
  for (let index = names.length - 1; index >= 0; index--) {
    const name = names[index] ?? "";
    if (isPass(name) || parentsOf(name).some((parent) => laterMain.has(parent))) {
      flags[index] = true;
    } else {
      laterMain.add(name);
    }
  }
  return flags;
}

/** A numbered step of a phase, sub-phase by its name alone: `resolve_pass1`. */
export function isPass(name: string): boolean {
  return /_pass\d+$/.test(name);
}

/** The phases of which `name` could be a step: `mir_lower_all` → `mir`, `mir_lower`. */
export function parentsOf(name: string): readonly string[] {
  const parents: string[] = [];
  for (let at = name.indexOf("_", 1); at !== -1; at = name.indexOf("_", at + 1)) {
    parents.push(name.slice(0, at));
  }
  return parents;
}
