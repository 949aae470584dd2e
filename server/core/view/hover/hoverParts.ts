// What hovers over both families of figures say: the rest of the phase, changed code, and the limits of what RSS tells.
import { t } from "../../base/text.ts";
import { formatReading } from "../../base/units.ts";
import type { Run } from "../../log/record.ts";
import type { DriftOf } from "../../model/drift.ts";
import type { RunModel } from "../../model/runModel.ts";
import { restText } from "../log/hoverPhase.ts";
import { escapeMarkdown, markdownList } from "../markdown.ts";

/** Says so when the code is no longer what was measured. */
export function driftText({ drift, since }: Pick<DriftOf, "drift" | "since">): readonly string[] {
  if (drift !== "changed") {
    return [];
  }
  return [since === "run" ? t("hover.changedRun") : t("hover.changedImport")];
}

/** What no line explains of a span, or of a step in it; nothing where that is not known. */
export function phaseRestText(
  { spans, remainders }: RunModel,
  span: number,
  step: number,
  locale: string,
): readonly string[] {
  const within = spans[span];
  const deltaBytes = step < 0 ? within?.deltaBytes : within?.steps[step]?.deltaBytes;
  const rest = remainders.find((remainder) => remainder.span === span && remainder.step === step);
  if (rest === undefined || deltaBytes === undefined || deltaBytes === 0) {
    return [];
  }
  const [text] = restText(rest, deltaBytes, locale);
  if (text === undefined) {
    return [];
  }
  return rest.bytes > 0 ? [`${text}. ${escapeMarkdown(t("tree.remainderTooltip"))}`] : [text];
}

/** Which conclusions the figure does not bear, as a list. @param own the one that is about its family */
export function limitsText(own: "hover.victim" | "hover.jumps", run: Run): string {
  const limits = [t(own), t("hover.pages"), t("hover.pressure"), ...peakText(run)];
  return `${t("hover.limits")}\n\n${markdownList(limits)}`;
}

/** Where a peak is from. */
function peakText({ peakBytes, maxReadingBytes }: Run): readonly string[] {
  if (peakBytes !== undefined) {
    return [t("hover.printedPeak", { peak: formatReading(peakBytes) })];
  }
  return maxReadingBytes === undefined
    ? []
    : [t("hover.noPeak", { reading: formatReading(maxReadingBytes) })];
}
