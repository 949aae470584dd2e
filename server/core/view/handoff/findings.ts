// What a log says beside its figures, in a hand-off: state counts with their verdicts, notes, lines that nobody reads.
import { t } from "../../base/text.ts";
import { formatCount } from "../../base/units.ts";
import type { Run } from "../../log/record.ts";
import type { RunSummary } from "../../model/runSummary.ts";
import { escapeProse, inlineCode } from "../markdown.ts";
import { stateNotes } from "../stateNotes.ts";
import { fenced, section } from "./markdownTable.ts";

/** How many problems, and how many shapes of unknown lines, a page lists. */
const LISTED = 10;

/** Verdicts first, then the lines that they rest on. */
export function stateSection(summary: RunSummary): readonly string[] {
  const { run, spans } = summary;
  const verdicts = spans.flatMap((span, index) =>
    stateNotes(summary, index, "en").map(
      (note) => `- ${t("handoff.stateAt", { phase: inlineCode(span.name), note: escapeProse(note) })}`,
    ),
  );
  const latest = new Map(run.counts.map((count) => [count.key, count]));
  const lines = [...latest.values()].map(({ key, value }) => `[mem] ${key}: ${value}`);
  return section(t("handoff.state"), [
    verdicts,
    lines.length === 0 ? [] : [t("handoff.stateLines")],
    shown(lines),
  ]);
}

/** Notes and unknown lines, as printed. */
export function otherLinesSection({ kind, notes, unknown }: Run): readonly string[] {
  const texts = notes.map(({ text }) => text);
  const count = unknown.reduce((sum, group) => sum + group.count, 0);
  const samples = unknown.slice(0, LISTED).map(({ text }) => text);
  return section(t("handoff.notes"), [
    texts.length === 0 ? [] : [t("handoff.noteLines")],
    // The notes of an expectation would open a further one where the page is read as a log.
    kind === "expectation" ? texts.map((text) => `- ${escapeProse(text)}`) : shown(texts),
    count === 0 ? [] : [t("handoff.unknownLines", { count: formatCount(count) })],
    shown(samples),
  ]);
}

function shown(lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : fenced(lines, "log");
}

export function problemsSection({ problems, furtherProblems }: Run): readonly string[] {
  const more = problems.length + furtherProblems - Math.min(LISTED, problems.length);
  return section(t("handoff.problems"), [
    problems
      .slice(0, LISTED)
      .map(
        ({ line, column, message }) =>
          `- ${t("handoff.problem", { line: line + 1, column: column + 1, message: escapeProse(message) })}`,
      ),
    more === 0 ? [] : [t("handoff.moreProblems", { count: formatCount(more) })],
  ]);
}
