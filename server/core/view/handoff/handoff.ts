// A run → a page in Markdown that another person, or our own log reader, can go on with.
import { t } from "../../base/text.ts";
import { formatCount, formatDelta, formatReading } from "../../base/units.ts";
import type { RunSummary } from "../../model/runSummary.ts";
import type { RunFile } from "../../store/runFile.ts";
import { escapeProse, inlineCode } from "../markdown.ts";
import { runTitle } from "../runStatus.ts";
import { commandsSection, limitsSection } from "./closing.ts";
import { factsSection } from "./facts.ts";
import { otherLinesSection, problemsSection, stateSection } from "./findings.ts";
import { functionSection } from "./functionTable.ts";
import { kindSection } from "./kindTables.ts";
import { phaseSection } from "./phaseTable.ts";
import { probeSection } from "./probeSection.ts";

export interface Handoff {
  /** How many functions and kinds are listed was decided when it was made. */
  readonly summary: RunSummary;
  /** The log's name. */
  readonly log: string;
  /** How many probes are listed. */
  readonly top: number;
  /** Undefined for a log that nothing is known of. */
  readonly facts: RunFile | undefined;
  /** Markdown of further parts, such as a comparison, behind the tables. */
  readonly further?: readonly string[];
}

/** The page's lines. All text of the log is escaped, or shown as code. */
export function handoffLines({ summary, log, top, facts, further }: Handoff): readonly string[] {
  const { run } = summary;
  return [
    `# ${t("handoff.title", { title: escapeProse(facts?.label ?? runTitle(run, log)) })}`,
    "",
    `**${headline(summary)}.**`,
    ...(run.kind === "expectation" ? ["", t("handoff.expectation")] : []),
    ...factsSection(run, log, facts),
    ...phaseSection(summary),
    ...functionSection(summary),
    ...kindSection(summary),
    ...probeSection(summary.probes, top),
    ...stateSection(summary),
    ...(further ?? []),
    ...otherLinesSection(run),
    ...problemsSection(run),
    ...limitsSection(summary, facts),
    ...commandsSection(log, facts),
  ];
}

/** The largest of each family, so that the page's point stands in its first line. */
function headline({ run, spans, charges, kinds }: RunSummary): string {
  const phase = spans
    .filter((span) => span.kind === "phase" && !span.absurd && (span.deltaBytes ?? 0) > 0)
    .toSorted((a, b) => (b.deltaBytes ?? 0) - (a.deltaBytes ?? 0))[0];
  const kind = kinds.find(({ absurd }) => !absurd);
  const charge = charges.find(({ absurd }) => !absurd);
  const parts = [
    run.maxReadingBytes === undefined
      ? t("handoff.headlineNone")
      : t("handoff.headline", { reading: formatReading(run.maxReadingBytes) }),
    run.peakBytes !== undefined && t("handoff.headlinePeak", { peak: formatReading(run.peakBytes) }),
    phase !== undefined &&
      t("handoff.headlinePhase", {
        delta: formatDelta(phase.deltaBytes ?? 0),
        phase: inlineCode(phase.name),
      }),
    kind !== undefined &&
      t("handoff.headlineKind", {
        ...{ name: kind.name, dispatcher: inlineCode(kind.dispatcher) },
        ...{ delta: formatDelta(kind.totalBytes), count: formatCount(kind.count) },
      }),
    charge !== undefined &&
      t("handoff.headlineFunction", { name: inlineCode(charge.name), delta: formatDelta(charge.deltaBytes) }),
  ];
  return parts.filter((part) => part !== false).join("; ");
}
