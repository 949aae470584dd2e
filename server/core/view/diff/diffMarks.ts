// How a file is marked while a baseline is pinned: by how far its figures are from those of the baseline, and which way.
import type { FileFigures, HandlerFigure, SubjectFigure } from "../../model/attribution.ts";
import type { Weight, Weights } from "../heatMarks.ts";
import type { Comparison } from "./comparison.ts";
import { leastDifference } from "./diffText.ts";

/** A figure that does not differ for certain has no mark. */
export function diffWeights(comparison: Comparison): Weights {
  return {
    subject: ({ charges }: SubjectFigure) =>
      charges
        .filter(({ absurd }) => !absurd)
        .map((charge) => weightOf(leastDifference(comparison.ofCharge(charge))))
        .reduce((most, weight) => (weight.bytes > most.bytes ? weight : most), NO_WEIGHT),
    handler: ({ kind }: HandlerFigure) =>
      kind.absurd ? NO_WEIGHT : weightOf(leastDifference(comparison.ofKind(kind))),
  };
}

const NO_WEIGHT: Weight = { family: "grew", bytes: 0 };

function weightOf(bytes: number): Weight {
  return { family: bytes < 0 ? "shrank" : "grew", bytes: Math.abs(bytes) };
}

/** The figures of a file with those that the baseline alone has. */
export function withGone(figures: FileFigures | undefined, gone: FileFigures | undefined): FileFigures {
  return {
    subjects: [...(figures?.subjects ?? []), ...(gone?.subjects ?? [])],
    branches: [...(figures?.branches ?? []), ...(gone?.branches ?? [])],
    handlers: [...(figures?.handlers ?? []), ...(gone?.handlers ?? [])],
  };
}
