// The readings of a run as a table of a hand-off.
import { t } from "../../base/text.ts";
import { formatDelta, formatReading } from "../../base/units.ts";
import type { Phase, Run } from "../../log/record.ts";
import type { RunSummary } from "../../model/runSummary.ts";
import { escapeProse, inlineCode } from "../markdown.ts";
import { codeCell, markdownTable, section } from "./markdownTable.ts";

/** Nothing where the run has no reading and no peak. */
export function phaseSection({ run, spans }: RunSummary): readonly string[] {
  const rows = [...run.phases.map((phase, index) => phaseRow(run, phase, index)), ...peakRow(run)];
  const gaps = spans.filter(({ kind, deltaBytes }) => kind === "gap" && deltaBytes !== undefined);
  return rows.length === 0
    ? []
    : section(t("handoff.phases"), [
        [t("handoff.phasesNote")],
        markdownTable(
          [
            { heading: t("handoff.phase"), align: "left" },
            { heading: t("handoff.reading"), align: "right" },
            { heading: t("handoff.delta"), align: "right" },
            { heading: t("handoff.readingGrowth"), align: "right" },
            { heading: t("handoff.elapsed"), align: "right" },
            { heading: t("handoff.remark"), align: "left" },
          ],
          rows,
        ),
        gaps.length === 0
          ? []
          : [
              t("handoff.gaps", {
                gaps: gaps
                  .map(({ name, deltaBytes }) =>
                    t("handoff.gap", { delta: formatDelta(deltaBytes ?? 0), phase: inlineCode(name) }),
                  )
                  .join(", "),
              }),
            ],
      ]);
}

function phaseRow(run: Run, phase: Phase, index: number): readonly string[] {
  const about = run.kind === "expectation" || phase.approximate ? "~" : "";
  const reading = Number.isNaN(phase.rssBytes) ? "?" : `${about}${formatReading(phase.rssBytes)}`;
  return [
    codeCell(phase.name),
    run.absurd.phases.has(index) ? t("handoff.absurd", { figure: reading }) : reading,
    phase.deltaBytes === undefined ? "-" : formatDelta(phase.deltaBytes),
    phase.growthBytes === undefined ? "-" : formatDelta(phase.growthBytes).replace(/ MB$/, ""),
    phase.elapsedMs === undefined ? "-" : String(phase.elapsedMs),
    escapeProse(phase.remark),
  ];
}

function peakRow({ peakBytes, kind }: Run): readonly (readonly string[])[] {
  const about = kind === "expectation" ? "~" : "";
  return peakBytes === undefined ? [] : [["peak", `${about}${formatReading(peakBytes)}`, "", "", "", ""]];
}
