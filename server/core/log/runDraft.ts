// One run while it is being read.
import { Column, doubles64, words32 } from "../base/column.ts";
import type { PhaseLine } from "./rareLines.ts";
import type { Note, Phase, Problem, Run, RunKind, StateCount } from "./record.ts";
import { UnknownGroups } from "./unknownGroups.ts";

/** Problems kept with their text; the rest is counted. */
const PROBLEMS_KEPT = 1000;

export interface DraftPhase extends PhaseLine {
  readonly line: number;
  readonly functionsTo: number;
  readonly kindsTo: number;
}

export class RunDraft {
  readonly kind: RunKind;
  firstLine: number;
  phases: DraftPhase[] = [];
  counts: StateCount[] = [];
  notes: Note[] = [];
  readonly unknown = new UnknownGroups();
  readonly problems: Problem[] = [];
  furtherProblems = 0;
  otherLines = 0;
  peakBytes: number | undefined;
  readonly functionLine = new Column(words32);
  readonly functionName = new Column(words32);
  readonly functionDelta = new Column(doubles64);
  readonly kindLine = new Column(words32);
  readonly kindNumber = new Column(words32);
  readonly kindDelta = new Column(doubles64);
  readonly kindCount = new Column(doubles64);

  constructor(kind: RunKind, firstLine: number) {
    this.kind = kind;
    this.firstLine = firstLine;
  }

  addFunction(line: number, name: number, deltaBytes: number): void {
    this.functionLine.push(line);
    this.functionName.push(name);
    this.functionDelta.push(deltaBytes);
  }

  addKind(line: number, number: number, deltaBytes: number, count: number): void {
    this.kindLine.push(line);
    this.kindNumber.push(number);
    this.kindDelta.push(deltaBytes);
    this.kindCount.push(count);
  }

  addPhase(line: number, phase: PhaseLine): void {
    this.phases.push({ ...phase, line, functionsTo: this.functionLine.length, kindsTo: this.kindLine.length });
    if (phase.isPeak) {
      this.peakBytes = Math.max(this.peakBytes ?? 0, phase.rssBytes);
    }
  }

  addProblem(problem: Problem): void {
    if (this.problems.length < PROBLEMS_KEPT) {
      this.problems.push(problem);
    } else {
      this.furtherProblems += 1;
    }
  }

  /** Hands all that came after the last main phase to a run that begins now: it belongs to the reading that follows. */
  movePendingTo(next: RunDraft): void {
    const main = this.phases.findLastIndex((phase) => !isNumberedPass(phase.name));
    const last = this.phases[main];
    const functionsFrom = last?.functionsTo ?? 0;
    const kindsFrom = last?.kindsTo ?? 0;
    const lineFrom = last?.line ?? -1;
    for (let row = functionsFrom; row < this.functionLine.length; row++) {
      next.addFunction(this.functionLine.at(row), this.functionName.at(row), this.functionDelta.at(row));
    }
    for (let row = kindsFrom; row < this.kindLine.length; row++) {
      const number = this.kindNumber.at(row);
      next.addKind(this.kindLine.at(row), number, this.kindDelta.at(row), this.kindCount.at(row));
    }
    for (const phase of this.phases.slice(main + 1)) {
      const functionsTo = phase.functionsTo - functionsFrom;
      next.phases.push({ ...phase, functionsTo, kindsTo: phase.kindsTo - kindsFrom });
    }
    this.phases = this.phases.slice(0, main + 1);
    for (const column of [this.functionLine, this.functionName, this.functionDelta]) {
      column.truncate(functionsFrom);
    }
    for (const column of [this.kindLine, this.kindNumber, this.kindDelta, this.kindCount]) {
      column.truncate(kindsFrom);
    }
    next.counts = this.counts.filter(({ line }) => line > lineFrom);
    next.notes = this.notes.filter(({ line }) => line > lineFrom);
    this.counts = this.counts.filter(({ line }) => line <= lineFrom);
    this.notes = this.notes.filter(({ line }) => line <= lineFrom);
    next.firstLine = Math.min(
      next.firstLine,
      ...next.phases.slice(0, 1).map(({ line }) => line),
      ...next.functionLine.view(0, 1),
      ...next.kindLine.view(0, 1),
    );
  }

  /** A readonly view of the state now; what is read later does not change it. */
  toRun(index: number, names: readonly string[]): Run {
    const phases = toPhases(this.phases);
    const readings = phases.map(({ rssBytes }) => rssBytes);
    return {
      ...{ index, kind: this.kind, firstLine: this.firstLine, phases },
      functions: {
        length: this.functionLine.length,
        line: this.functionLine.view(),
        name: this.functionName.view(),
        deltaBytes: this.functionDelta.view(),
        names,
      },
      kinds: {
        length: this.kindLine.length,
        line: this.kindLine.view(),
        number: this.kindNumber.view(),
        deltaBytes: this.kindDelta.view(),
        count: this.kindCount.view(),
      },
      counts: [...this.counts],
      notes: [...this.notes],
      unknown: this.unknown.groups(),
      problems: [...this.problems],
      furtherProblems: this.furtherProblems,
      otherLines: this.otherLines,
      peakBytes: this.peakBytes,
      maxReadingBytes: readings.length === 0 ? undefined : Math.max(...readings),
    };
  }
}

/** `resolve_pass1` is a step of `resolve`, also while `resolve` itself is not there yet. */
export function isNumberedPass(name: string): boolean {
  return /_pass\d+$/.test(name);
}

/** Sub-phases are known by name: `A_b` before a later `A`. They do not move the base that growth is computed from. */
function toPhases(drafts: readonly DraftPhase[]): readonly Phase[] {
  const lastIndex = new Map(drafts.map(({ name }, index) => [name, index]));
  let base: number | undefined;
  let functionsFrom = 0;
  let kindsFrom = 0;
  return drafts.map((draft, index) => {
    const { line, name, rssBytes, deltaBytes, elapsedMs, approximate, remark, functionsTo, kindsTo } = draft;
    const subPhase = isNumberedPass(name) || prefixes(name).some((prefix) => (lastIndex.get(prefix) ?? -1) > index);
    const growthBytes = base === undefined ? undefined : rssBytes - base;
    const functionRows = { from: functionsFrom, to: functionsTo };
    const kindRows = { from: kindsFrom, to: kindsTo };
    functionsFrom = functionsTo;
    kindsFrom = kindsTo;
    base = subPhase ? base : rssBytes;
    return {
      ...{ line, name, rssBytes, deltaBytes, growthBytes, elapsedMs, subPhase, approximate, remark },
      ...{ functionRows, kindRows },
    };
  });
}

/** `a_b_c` → `a`, `a_b`. */
function prefixes(name: string): readonly string[] {
  const parts = name.split("_");
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join("_"));
}
