// What is said of code that is no longer what it was when the figures were made.
import { t } from "../base/text.ts";
import type { Attribution } from "../model/attribution.ts";
import type { Drift, DriftOf } from "../model/drift.ts";

/** A title, with what goes before it when its code has changed. */
export function driftTitle({ drift, since }: DriftOf, title: string): string {
  if (drift !== "changed") {
    return title;
  }
  return t(since === "run" ? "drift.lensRun" : "drift.lensImport", { title });
}

/** How much of what the log names has changed, and how much is gone; nothing when nothing is remembered. */
export function driftStatus({ since, subjects, handlers }: Attribution): readonly string[] {
  if (since === undefined) {
    return [];
  }
  // A kind has a figure in each phase, but one place in the source.
  const drifts = new Map<string, Drift>([
    ...subjects.map(({ name, drift }) => [`subject ${name}`, drift] as const),
    ...handlers.map(({ kind, drift }) => [`handler ${kind.dispatcher} ${kind.name}`, drift] as const),
  ]);
  const count = (wanted: Drift): number => [...drifts.values()].filter((drift) => drift === wanted).length;
  const counts = { changed: count("changed"), gone: count("gone") };
  if (counts.changed + counts.gone === 0) {
    return [t(since === "run" ? "drift.statusSameRun" : "drift.statusSameImport")];
  }
  return [t(since === "run" ? "drift.statusRun" : "drift.statusImport", counts)];
}
