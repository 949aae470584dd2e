// Names of the run that could mean several functions, for a person to decide.
import { formatDelta } from "../../base/units.ts";
import type { Attribution } from "../../model/attribution.ts";
import type { NameChoice } from "../../quartz/nameHints.ts";
import { subjectBytes } from "../heatMarks.ts";

export interface Candidate extends NameChoice {
  /** 0-based line of its declaration. */
  readonly line: number;
  readonly chosen: boolean;
}

export interface SeveralNames {
  /** As logged. */
  readonly name: string;
  /** The largest figure of the name, as logged. */
  readonly figure: string;
  readonly candidates: readonly Candidate[];
}

/** In the order of the log's figures; also those that were decided, by a person or by the import order. */
export function severalNames(attribution: Attribution): readonly SeveralNames[] {
  return attribution.subjects.flatMap((subject) => {
    const { name, resolution, entry } = subject;
    const decided = "decided" in resolution ? resolution.decided : undefined;
    const candidates = resolution.how === "ambiguous" ? resolution.candidates : decided?.candidates;
    if (candidates === undefined) {
      return [];
    }
    const list = candidates.map((candidate) => ({
      ...{ name, uri: candidate.uri, mangledName: candidate.mangledName },
      arity: candidate.symbol.arity ?? null,
      line: candidate.symbol.range.start.line,
      chosen: decided?.by === "choice" && candidate === entry,
    }));
    return [{ name, figure: formatDelta(subjectBytes(subject)), candidates: list }];
  });
}
