// What the phases grew by while functions were compiled, as a table of a hand-off.
import { t } from "../../base/text.ts";
import { formatCount, formatDelta, formatDifference, formatShare } from "../../base/units.ts";
import type { Charge } from "../../model/charges.ts";
import type { Remainder } from "../../model/remainders.ts";
import type { RunSummary } from "../../model/runSummary.ts";
import { codeCell, markdownTable, section } from "./markdownTable.ts";

/** Nothing where no function is named. The rest and the remainder are rows, since they are part of the phase. */
export function functionSection(summary: RunSummary): readonly string[] {
  const { charges, remainders, rest, run } = summary;
  const about = run.kind === "expectation" ? "~" : "";
  return charges.length === 0
    ? []
    : section(t("handoff.functions"), [
        [t("handoff.functionsNote")],
        markdownTable(
          [
            { heading: t("handoff.function"), align: "left" },
            { heading: t("handoff.delta"), align: "right" },
            { heading: t("handoff.share"), align: "right" },
            { heading: t("handoff.phase"), align: "left" },
          ],
          [
            ...charges.map((charge) => chargeRow(charge, about)),
            ...(rest.count === 0
              ? []
              : [
                  [
                    t("handoff.rest", { count: formatCount(rest.count) }),
                    formatDifference(rest.deltaBytes),
                    "",
                    "",
                  ],
                ]),
            ...remainders
              .filter(({ bytes }) => bytes !== 0)
              .map((remainder) => remainderRow(remainder, summary)),
          ],
        ),
      ]);
}

function chargeRow(charge: Charge, about: string): readonly string[] {
  const delta = `${about}${formatDelta(charge.deltaBytes)}`;
  return [
    codeCell(charge.name),
    charge.absurd ? t("handoff.absurd", { figure: delta }) : delta,
    charge.share === undefined ? "" : formatShare(charge.share),
    codeCell(charge.phase ?? ""),
  ];
}

function remainderRow({ bytes, span, step }: Remainder, { spans }: RunSummary): readonly string[] {
  const within = spans[span];
  const part = step < 0 ? within : within?.steps[step];
  const whole = part?.deltaBytes ?? 0;
  const isTooMuch = bytes < 0 && whole >= 0;
  return [
    isTooMuch ? t("handoff.overExplained") : t("handoff.remainder"),
    formatDifference(isTooMuch ? -bytes : bytes),
    whole === 0 || isTooMuch ? "" : formatShare(bytes / whole),
    codeCell(part?.name ?? ""),
  ];
}
